import { z } from 'zod';
import type { ProgrammeModel } from '../case/model.ts';
import { labels } from '../text.ts';
import { PLAIN_LAYOUTS } from './plain-layouts.ts';

/**
 * What each print may show: fields, longer words and tables with their columns. A layout chooses from
 * these and can name nothing else: what never leaves is not offered to it.
 */
export const PRINT_CONTENT = {
  home_visit: {
    fields: ['visited_on', 'visit_kind', 'district', 'person', 'born', 'next_on', 'worker'],
    words: ['seen'],
    tables: {
      household: ['name', 'relation', 'born', 'occupation'],
      needs: ['area', 'need'],
      agreed: ['what', 'who', 'until'],
    },
  },
  referral: {
    fields: [
      ...['service', 'organisation', 'sender', 'worker', 'answer_by', 'urgency', 'need', 'company'],
      ...['name', 'former_names', 'born', 'sex', 'languages', 'citizenships', 'papers'],
      ...['guardians', 'household_size', 'household_children', 'district'],
      ...['arrived_on', 'from_country', 'contacts', 'interpreter'],
    ],
    words: ['safe_contact', 'request'],
    tables: {},
  },
  plan: {
    fields: ['called', 'agreed_on'],
    words: ['strengths', 'wishes'],
    tables: { steps: ['done', 'what', 'who', 'until'], family: ['done', 'what', 'until'] },
  },
  decision: {
    fields: [
      ...['person', 'commission', 'number', 'decided_on', 'agency', 'due_on'],
      ...['answer', 'answered_on', 'held_on', 'led_by', 'disciplines'],
    ],
    words: ['decided'],
    tables: { decisions: ['what', 'who', 'until'] },
  },
  certificate: { fields: ['person', 'reached', 'reached_on'], words: [], tables: {} },
  group_certificate: {
    fields: [
      ...['person', 'group', 'run_by', 'district', 'first_day', 'last_day'],
      ...['sessions_held', 'sessions_attended'],
    ],
    words: [],
    tables: {},
  },
  agenda: {
    fields: ['session_of', 'session_on'],
    words: [],
    tables: { files: ['at', 'number'] },
  },
  complaint_slip: {
    fields: ['invitation', 'address', 'picture'],
    words: ['promise', 'by_telephone', 'on_paper', 'own_words', 'answer_way'],
    tables: { about: ['done', 'about'] },
  },
  link_slip: {
    fields: ['code', 'code_until'],
    words: ['how_to_open', 'keep_apart', 'who_asks'],
    tables: {},
  },
  monthly: {
    fields: ['month', 'counted_on', 'smallest_cell', 'waiting_since'],
    words: [],
    tables: {
      stages: ['stage', 'people'],
      needs: ['area', 'people'],
      delays: ['agency', 'people'],
      assistance: ['payer', 'given_as', 'people', 'amount'],
    },
  },
} as const satisfies Record<
  string,
  {
    readonly fields: readonly string[];
    readonly words: readonly string[];
    readonly tables: Readonly<Record<string, readonly string[]>>;
  }
>;
export type PrintCode = keyof typeof PRINT_CONTENT;
export const PRINT_CODES = Object.keys(PRINT_CONTENT) as PrintCode[];

const labelled = z.strictObject({ labels });
const page = z.strictObject({
  margin_mm: z.int().min(10).max(30),
  /** Small letters and close rows, where much must stand on one page. */
  letters: z.enum(['normal', 'small']).optional(),
  /** Each sheet says which of how many it is, where one alone would be worth nothing. */
  numbered: z.boolean().optional(),
});

/** The blocks that every print has: they stand in the layout whole. */
const heading = z.strictObject({ kind: z.literal('heading'), labels });
const text = z.strictObject({ kind: z.literal('text'), labels });
/** Lines with a name in front and nothing behind, to write on. */
const blank = z.strictObject({ kind: z.literal('blank'), lines: z.array(labelled).min(1).max(20) });
const signatures = z.strictObject({
  kind: z.literal('signatures'),
  of: z.array(labelled).min(1).max(6),
});
/** What follows begins on a new sheet. */
const sheet = z.strictObject({ kind: z.literal('sheet') });

type Block = z.core.$ZodTypeDiscriminable;
const among = (names: readonly string[]) => z.enum(names as readonly [string, ...string[]]);

/** The blocks that are filled, each with the names that this print offers. */
function layoutOfPrint(code: PrintCode) {
  const { fields, words, tables } = PRINT_CONTENT[code];
  const [table, ...others] = Object.entries(tables).map(tableSchema);
  const blocks: [Block, ...Block[]] = [
    heading,
    ...[text, blank, signatures, sheet],
    /** The first in large letters, the second at the end of the line. */
    z.strictObject({ kind: z.literal('head'), fields: z.array(among(fields)).min(1).max(2) }),
    z.strictObject({
      kind: z.literal('fields'),
      fields: z.array(among(fields)).min(1).max(fields.length),
      /** A field of which nothing is known: a line to write on, or nothing. */
      empty: z.enum(['line', 'nothing']),
    }),
  ];
  if (words.length > 0) {
    const empty_lines = z.int().min(0).max(30);
    blocks.push(z.strictObject({ kind: z.literal('words'), words: among(words), empty_lines }));
  }
  if (table !== undefined) blocks.push(z.discriminatedUnion('table', [table, ...others]));
  return z.strictObject({
    code: z.literal(code),
    /** For which kinds of visits or milestones it is offered; without it, for all. */
    offered_for: z.array(z.string().min(1).max(60)).max(40).optional(),
    page,
    blocks: z.array(z.discriminatedUnion('kind', blocks)).min(1).max(40),
  });
}

function tableSchema([name, columns]: readonly [string, readonly string[]]) {
  return z.strictObject({
    kind: z.literal('table'),
    table: z.literal(name),
    columns: z.array(among(columns)).min(1).max(columns.length),
    /** So many empty rows to write on. */
    empty_rows: z.int().min(0).max(20),
    /** Stands beside the table before or after it. */
    half: z.boolean().optional(),
  });
}

type Contents = typeof PRINT_CONTENT;
type TablesOf<Code extends PrintCode> = Contents[Code]['tables'];
type ColumnsOf<Lists> = Lists extends readonly (infer Column extends string)[] ? Column : never;
export type PrintField = Contents[PrintCode]['fields'][number];
export type PrintWords = { [Code in PrintCode]: ColumnsOf<Contents[Code]['words']> }[PrintCode];
export type PrintTable = { [Code in PrintCode]: keyof TablesOf<Code> }[PrintCode];
export type PrintColumn = {
  [Code in PrintCode]: ColumnsOf<TablesOf<Code>[keyof TablesOf<Code>]>;
}[PrintCode];

export type PrintBlock =
  | z.infer<typeof heading>
  | z.infer<typeof text>
  | z.infer<typeof blank>
  | z.infer<typeof signatures>
  | z.infer<typeof sheet>
  | { readonly kind: 'head'; readonly fields: readonly PrintField[] }
  | {
      readonly kind: 'fields';
      readonly fields: readonly PrintField[];
      readonly empty: 'line' | 'nothing';
    }
  | { readonly kind: 'words'; readonly words: PrintWords; readonly empty_lines: number }
  | {
      readonly kind: 'table';
      readonly table: PrintTable;
      readonly columns: readonly PrintColumn[];
      readonly empty_rows: number;
      readonly half?: boolean | undefined;
    };

/** A print as data: which blocks stand on the paper, in which order. */
export interface PrintLayout {
  readonly code: PrintCode;
  readonly offered_for?: readonly string[] | undefined;
  readonly page: z.infer<typeof page>;
  readonly blocks: readonly PrintBlock[];
}

const anyLayout = z.discriminatedUnion('code', [
  layoutOfPrint('home_visit'),
  ...PRINT_CODES.filter((code) => code !== 'home_visit').map(layoutOfPrint),
]);

/** The prints of a programme model. Which names a print may use was checked by its own schema. */
export const printsOfModel = z.array(
  anyLayout.transform((layout) => layout as unknown as PrintLayout),
);

/** How a print is laid out in this programme; null where it has none. What is plain can always be printed. */
export function layoutOf(
  model: Pick<ProgrammeModel, 'prints'> | undefined,
  code: PrintCode,
): PrintLayout | null {
  const found = model?.prints?.find((one) => one.code === code);
  return found ?? PLAIN_LAYOUTS[code] ?? null;
}

/** Whether a print is offered for a kind of visit or milestone. */
export function isOffered(layout: PrintLayout | null, kind: string): layout is PrintLayout {
  return layout !== null && (layout.offered_for?.includes(kind) ?? true);
}
