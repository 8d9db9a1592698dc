import type { PacketContent } from '../case/packet.ts';
import type { Labels } from '../text.ts';
import type { Day } from '../time.ts';
import type { SpelledName } from './language.ts';
import type {
  PrintBlock,
  PrintColumn,
  PrintField,
  PrintLayout,
  PrintTable,
  PrintWords,
} from './layout.ts';

/** Words that stand for a value and belong to no list. */
export type PrintWord =
  | 'appointment'
  | 'not_shown'
  | 'everybody'
  | 'me'
  | 'other_payers'
  | 'no_contact'
  | 'through_guardian'
  | 'no_interpreter'
  | 'social_services'
  | 'not_named'
  | 'tell_us'
  | 'keeps_help'
  | 'open_address'
  | 'open_and_type'
  | 'never_together'
  | 'write_here';

/** Lists of codes whose words the screens have already. */
export type PrintList =
  | 'owner'
  | 'decision_owner'
  | 'sex'
  | 'paper'
  | 'paper_state'
  | 'company'
  | 'urgency'
  | 'given_as'
  | 'answer'
  | 'complaint_about';

/** What stands in a place of a print, without language: the renderer says it in the one chosen. */
export type PrintValue =
  /** As the record holds it, in whatever language and script it was written. */
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'name'; readonly spellings: readonly SpelledName[] }
  | { readonly as: 'labels'; readonly labels: Labels }
  | { readonly as: 'word'; readonly word: PrintWord }
  | { readonly as: 'code'; readonly list: PrintList; readonly code: string }
  | { readonly as: 'day'; readonly day: Day }
  | { readonly as: 'partial'; readonly date: Day; readonly precision: 'day' | 'month' | 'year' }
  | { readonly as: 'number'; readonly number: number }
  | { readonly as: 'money'; readonly amount: string; readonly currency: string }
  | { readonly as: 'language'; readonly tag: string }
  | { readonly as: 'country'; readonly code: string }
  | { readonly as: 'interpreter'; readonly tag: string | null }
  | { readonly as: 'contact'; readonly contact: PacketContent['safe_contact']['contacts'][number] }
  | { readonly as: 'relation'; readonly relation: string; readonly sex: string }
  | { readonly as: 'box'; readonly ticked: boolean }
  /** An address that a telephone reads. */
  | { readonly as: 'qr'; readonly text: string }
  /** One after the other: in a line, or each on a line of its own. */
  | { readonly as: 'list'; readonly values: readonly PrintValue[]; readonly below?: boolean };

export type PrintRow = Readonly<Partial<Record<PrintColumn, PrintValue>>>;
export interface PrintGroup {
  readonly title?: PrintValue;
  readonly rows: readonly PrintRow[];
}
/** What a print is filled with. */
export interface PrintContent {
  readonly fields: Readonly<Partial<Record<PrintField, PrintValue>>>;
  readonly words?: Readonly<Partial<Record<PrintWords, PrintValue>>>;
  readonly tables?: Readonly<Partial<Record<PrintTable, readonly PrintGroup[]>>>;
}

/** Only what is known: an absent value is no value. */
export function known<Key extends string>(
  values: Readonly<Record<Key, PrintValue | undefined>>,
): Partial<Record<Key, PrintValue>> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Record<Key, PrintValue>>;
}

export interface FilledLine {
  readonly field: PrintField;
  readonly value: PrintValue | null;
}
export interface FilledTable {
  readonly kind: 'table';
  readonly table: PrintTable;
  readonly columns: readonly PrintColumn[];
  readonly groups: readonly {
    readonly title: PrintValue | null;
    readonly rows: readonly (readonly (PrintValue | null)[])[];
  }[];
  readonly half: boolean;
}
/** A block with its values: what the renderer draws. */
export type FilledBlock =
  | Extract<PrintBlock, { kind: 'heading' | 'text' | 'blank' | 'signatures' | 'sheet' }>
  | { readonly kind: 'head' | 'fields'; readonly lines: readonly FilledLine[] }
  | {
      readonly kind: 'words';
      readonly words: PrintWords;
      readonly value: PrintValue | null;
      readonly empty_lines: number;
    }
  | FilledTable;

/** A layout with its values. What has nothing to say and no room to write on is left out. */
export function filled(layout: PrintLayout, content: PrintContent): readonly FilledBlock[] {
  return layout.blocks.flatMap((block): FilledBlock[] => {
    switch (block.kind) {
      case 'head':
      case 'fields': {
        const lines = block.fields
          .map((field) => ({ field, value: content.fields[field] ?? null }))
          .filter(
            ({ value }) => value !== null || (block.kind === 'fields' && block.empty === 'line'),
          );
        return lines.length === 0 ? [] : [{ kind: block.kind, lines }];
      }
      case 'words': {
        const value = content.words?.[block.words] ?? null;
        return value === null && block.empty_lines === 0 ? [] : [{ ...block, value }];
      }
      case 'table':
        return tableOf(block, content.tables?.[block.table] ?? []);
      default:
        return [block];
    }
  });
}

function tableOf(
  block: Extract<PrintBlock, { kind: 'table' }>,
  given: readonly PrintGroup[],
): FilledTable[] {
  const { table, columns, empty_rows, half = false } = block;
  const empty = Array.from({ length: empty_rows }, () => columns.map(() => null));
  const groups = given
    .filter(({ rows }) => rows.length > 0)
    .map(({ title = null, rows }) => ({
      title,
      rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
    }));
  const last = groups.at(-1);
  if (last === undefined && empty_rows === 0) return [];
  const all = [
    ...groups.slice(0, -1),
    { title: last?.title ?? null, rows: [...(last?.rows ?? []), ...empty] },
  ];
  return [{ kind: 'table', table, columns, groups: all, half }];
}
