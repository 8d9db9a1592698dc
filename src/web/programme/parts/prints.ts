import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  PRINT_CODES,
  PRINT_CONTENT,
  type PrintBlock,
  type PrintCode,
} from '#domain/print/layout.ts';
import { COLUMN_WORDS, FIELD_WORDS, LONG_WORDS, TABLE_WORDS } from '../../print/print-words.ts';
import { optionsOf } from '../model-field-text.ts';
import type { Addition, Around, Entry, ModelField, ModelPart, Option } from '../model-part.ts';
import { name, number } from './fields.ts';

type Words = Readonly<Record<string, MessageDescriptor>>;
interface Content {
  readonly fields: readonly string[];
  readonly words: readonly string[];
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

const PRINT_WORDS: Readonly<Record<PrintCode, MessageDescriptor>> = {
  home_visit: msg`Report of a visit`,
  referral: msg`Referral to a service`,
  plan: msg`Support plan`,
  decision: msg`Decision of a commission or conference`,
  certificate: msg`Certificate of a course`,
  group_certificate: msg`Certificate of attendance in a group`,
  agenda: msg`Agenda of a commission`,
  complaint_slip: msg`Slip for a complaint`,
  link_slip: msg`Slip with the code of a link`,
  monthly: msg`Monthly report`,
};

const BLOCK_WORDS: Readonly<Record<PrintBlock['kind'], MessageDescriptor>> = {
  heading: msg`Heading`,
  text: msg`A text`,
  blank: msg`Lines to write on`,
  signatures: msg`Signatures`,
  sheet: msg`New sheet`,
  head: msg`Large head of the paper`,
  fields: msg`What is known`,
  words: msg`Longer words`,
  table: msg`Table`,
};

/** Everything that a print may show; of one that is not known yet, nothing. */
function contentOf(print: Entry | undefined): Content {
  const code = PRINT_CODES.find((one) => one === print?.code);
  return code === undefined ? { fields: [], words: [], tables: {} } : PRINT_CONTENT[code];
}

function offered(i18n: I18n, words: Words, names: readonly string[]): Option[] {
  return names.map((value) => {
    const said = words[value];
    return { value, label: said === undefined ? value : i18n._(said) };
  });
}

/** What may be added to a print: whatever names something, names what this print offers. */
function additions({ i18n, entry }: Around): readonly Addition[] {
  const { fields, words, tables } = contentOf(entry);
  const called = (kind: PrintBlock['kind'], fresh: Entry): Addition => {
    const block = { kind, ...fresh };
    return { label: blockTitle({ i18n, document: undefined, entry: block }), fresh: block };
  };
  return [
    called('heading', { labels: {} }),
    called('text', { labels: {} }),
    ...(fields.length === 0
      ? []
      : [
          called('head', { fields: fields.slice(0, 1) }),
          called('fields', { fields: fields.slice(0, 1), empty: 'line' }),
        ]),
    ...words.map((one) => called('words', { words: one, empty_lines: 0 })),
    ...Object.entries(tables).map(([table, columns]) =>
      called('table', { table, columns, empty_rows: 0 }),
    ),
    called('blank', { lines: [{ labels: {} }] }),
    called('signatures', { of: [{ labels: {} }] }),
    called('sheet', {}),
  ];
}

/** What a block is called: its kind, and what it names. */
function blockTitle({ i18n, entry }: Around): string {
  const { kind, words, table } = entry ?? {};
  const [said] = offered(i18n, BLOCK_WORDS, [String(kind)]);
  const [named] = [
    ...(typeof words === 'string' ? offered(i18n, LONG_WORDS, [words]) : []),
    ...(typeof table === 'string' ? offered(i18n, TABLE_WORDS, [table]) : []),
  ];
  return [said, named].flatMap((one) => one?.label ?? []).join(': ');
}

const only = (...kinds: readonly PrintBlock['kind'][]) => ({
  asked: ({ kind }: Entry) => kinds.some((one) => one === kind),
});
/** Said in the name of the block: what else is in it hangs on this. */
const inTitle = { asked: () => false };

const lines = (key: string, label: MessageDescriptor): ModelField => ({
  ...{ key, kind: 'list', label, ordered: true, fields: [name], fresh: { labels: {} } },
});

const BLOCK_FIELDS: readonly ModelField[] = [
  {
    ...{ key: 'kind', kind: 'choice', label: msg`What stands here`, ...inTitle },
    choices: { words: BLOCK_WORDS },
  },
  {
    ...{ key: 'words', kind: 'choice', label: msg`Longer words`, ...inTitle },
    choices: { words: LONG_WORDS },
  },
  {
    ...{ key: 'table', kind: 'choice', label: msg`Table`, ...inTitle },
    choices: { words: TABLE_WORDS },
  },
  { key: 'labels', kind: 'labels', label: msg`Words`, ...only('heading', 'text') },
  { ...lines('lines', msg`In front of the lines`), ...only('blank') },
  { ...lines('of', msg`Who signs`), ...only('signatures') },
  {
    ...{ key: 'fields', kind: 'choices', label: msg`What is shown`, pick: true, ordered: true },
    ...only('head', 'fields'),
    choices: {
      of: ({ i18n, entry, above }) =>
        offered(i18n, FIELD_WORDS, entry ? contentOf(above).fields : Object.keys(FIELD_WORDS)),
    },
  },
  {
    ...{ key: 'columns', kind: 'choices', label: msg`Columns`, pick: true, ordered: true },
    ...only('table'),
    choices: {
      of: ({ i18n, entry, above }) =>
        offered(
          i18n,
          COLUMN_WORDS,
          entry ? (contentOf(above).tables[String(entry.table)] ?? []) : Object.keys(COLUMN_WORDS),
        ),
    },
  },
  {
    ...{ key: 'empty', kind: 'choice', label: msg`Where nothing is known`, ...only('fields') },
    choices: { words: { line: msg`a line to write on`, nothing: msg`nothing` } },
  },
  { ...number('empty_lines', msg`Lines to write on where nothing is known`), ...only('words') },
  { ...number('empty_rows', msg`Empty rows to write on`), ...only('table') },
  {
    ...{ key: 'half', kind: 'flag', label: msg`Beside the next table, half as wide` },
    ...only('table'),
  },
];

/** For what a print is offered: kinds of contact or milestones; the others are never chosen so. */
const OFFERED_FOR: Readonly<Record<string, string>> = {
  home_visit: 'visit_kinds',
  certificate: 'milestones',
};

/** How papers are laid out. A layout names nothing but what its print offers. */
export const PRINTS: readonly ModelPart[] = [
  {
    path: 'prints',
    title: msg`Layouts of papers`,
    intro: msg`What stands on each paper, from top to bottom. Only what may leave the file can be chosen.`,
    list: {
      ...{ title: ['code'], shows: ['offered_for'] },
      fresh: { code: '', page: { margin_mm: 18 }, blocks: [] },
    },
    fields: [
      {
        ...{ key: 'code', kind: 'choice', label: msg`Which paper`, once: true },
        choices: { words: PRINT_WORDS },
      },
      {
        ...{ key: 'offered_for', kind: 'choices', label: msg`Offered for`, empty: 'absent' },
        ...{ description: msg`None chosen: for all.`, pick: true },
        asked: ({ code }) => String(code) in OFFERED_FOR,
        choices: {
          of: ({ i18n, document, entry }) => {
            const own = OFFERED_FOR[String(entry?.code)];
            const lists = own === undefined ? Object.values(OFFERED_FOR) : [own];
            return lists.flatMap((part) => optionsOf({ part }, { i18n, document }));
          },
        },
      },
      {
        ...{ key: 'page', kind: 'group', label: msg`Page` },
        fields: [
          number('margin_mm', msg`Margin in millimetres, 10 to 30`),
          {
            ...{ key: 'letters', kind: 'choice', label: msg`Letters`, empty: 'absent' },
            choices: { words: { normal: msg`normal`, small: msg`small` } },
          },
          { key: 'numbered', kind: 'flag', label: msg`Each sheet is numbered` },
        ],
      },
      {
        ...{ key: 'blocks', kind: 'list', label: msg`From top to bottom`, ordered: true },
        ...{ title: blockTitle, fresh: additions, fields: BLOCK_FIELDS },
      },
    ],
  },
];
