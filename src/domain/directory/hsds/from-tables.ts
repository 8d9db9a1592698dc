import { fieldProblems } from '../../field-problem.ts';
import type { FieldProblem } from '../../problem.ts';
import { PARTS, type PartTable } from './parts.ts';
import type { FileRecord } from './read-directory.ts';

/** One line of a table: its cells by the name of the column, empty ones left out. */
export interface TableRow {
  readonly cells: Readonly<Record<string, string>>;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
}
/** By the name of the table, e.g. `services`. */
export type Tables = ReadonlyMap<string, readonly TableRow[]>;

export interface FromTables {
  readonly records: readonly FileRecord[];
  readonly problems: readonly FieldProblem[];
  /** Rows that belong to nothing in the package: they stay outside. */
  readonly left_out: number;
}

/** What of the tabular package is read; `meta_table_descriptions` and the description of the package are not. */
export const TABLES = [
  ...['organizations', 'services', 'locations', 'service_at_location', 'taxonomies'],
  ...['taxonomy_terms', ...Object.keys(PARTS)],
] as const;

export const NUMBERS: ReadonlySet<string> = new Set([
  ...['extension', 'timezone', 'count', 'interval', 'minimum_age', 'maximum_age'],
  ...['latitude', 'longitude', 'amount', 'year_incorporated'],
]);
/** Which column of a part names what it belongs to. */
export const OWNERS = {
  organization_id: 'organizations',
  service_id: 'services',
  location_id: 'locations',
  service_at_location_id: 'service_at_location',
  contact_id: 'contacts',
  phone_id: 'phones',
} as const;
/** Parts that may hold parts are joined last, when they hold theirs. */
const ORDER: readonly PartTable[] = [
  ...(['metadata', 'attributes', 'languages', 'schedules', 'addresses', 'accessibility'] as const),
  ...(['funding', 'service_areas', 'cost_options', 'required_documents'] as const),
  ...(['organization_identifiers', 'programs', 'phones', 'contacts'] as const),
];

/** A column of ours: fields that no table has a column for, as JSON. */
export const MORE = 'x_more';
/** Within it: columns that only the table needed. */
export const ADDED = 'x_added';

type Made = Record<string, unknown>;

/**
 * Puts the tables of a package together as the records that they stand for. Each row of a part is checked
 * by itself first, so that what is wrong is told by its own table and row.
 */
export function fromTables(tables: Tables): FromTables {
  const problems: FieldProblem[] = [];
  const made = new Map<string, Map<string, Made[]>>();
  const rows = new Map<Made, string>();
  for (const table of TABLES) {
    const byId = new Map<string, Made[]>();
    for (const { cells, row } of tables.get(table) ?? []) {
      const one = valuesOf(cells);
      const at = `${table}.${row}`;
      rows.set(one, at);
      if (table in PARTS) problems.push(...partProblems(table as PartTable, one, at));
      const id = String(one.id ?? '').toLowerCase();
      const same = byId.get(id);
      if (same === undefined) byId.set(id, [one]);
      else same.push(one);
    }
    made.set(table, byId);
  }
  let left_out = 0;
  for (const table of ORDER) {
    const held = new Map<Made, Made[]>();
    for (const one of [...(made.get(table)?.values() ?? [])].flat()) {
      if (!join(table, one, made, held)) left_out += 1;
    }
    // At the end and in one go: a hundred thousand rows of one service are not copied for each of them.
    for (const [owner, parts] of held) {
      owner[table] = ((owner[table] as Made[] | undefined) ?? []).concat(parts);
    }
  }
  const all = (table: string) => [...(made.get(table)?.values() ?? [])].flat();
  const tops = ['organizations', 'services', 'locations', 'service_at_location'];
  const records = [...tops, 'taxonomies', 'taxonomy_terms'].flatMap((table) =>
    all(table).map((value) => ({ value, at: rows.get(value) ?? table })),
  );
  return { records, problems, left_out };
}

function valuesOf({ [MORE]: more, ...cells }: Readonly<Record<string, string>>): Made {
  const values = Object.fromEntries(
    Object.entries(cells).map(([column, text]) => {
      const number = NUMBERS.has(column) && text.trim() !== '' ? Number(text) : Number.NaN;
      return [column, Number.isNaN(number) ? text : number];
    }),
  );
  const { [ADDED]: added, ...kept } = moreOf(more);
  for (const column of Array.isArray(added) ? added : []) delete values[String(column)];
  // The term itself says its id: beside it the column is for whoever reads the table.
  const term = (kept.taxonomy_term as Made | undefined)?.id;
  if (term !== undefined && term === values.taxonomy_term_id) delete values.taxonomy_term_id;
  return { ...values, ...kept };
}

/** What `toTables` had no column for; text that is no such thing is nothing. */
function moreOf(text: string | undefined): Made {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

function partProblems(table: PartTable, one: Made, at: string): FieldProblem[] {
  const parsed = PARTS[table].safeParse(one);
  return parsed.success ? [] : fieldProblems(parsed.error.issues, at, one);
}

/** Puts a part into everything that it names; whether there was anything. */
function join(
  table: PartTable,
  one: Made,
  made: ReadonlyMap<string, Map<string, Made[]>>,
  held: Map<Made, Made[]>,
): boolean {
  const inside = Object.fromEntries(
    Object.entries(one).filter(([column]) => !(column in OWNERS) && column !== 'link_id'),
  );
  const owners = ownersOf(table, one, made);
  for (const owner of owners) {
    if (table === 'programs' && 'status' in owner) owner.program = inside;
    else {
      const parts = held.get(owner);
      if (parts === undefined) held.set(owner, [inside]);
      else parts.push(inside);
    }
  }
  return owners.length > 0;
}

function ownersOf(
  table: PartTable,
  one: Made,
  made: ReadonlyMap<string, Map<string, Made[]>>,
): Made[] {
  const of = (name: string, id: unknown) =>
    made.get(name)?.get(String(id ?? '').toLowerCase()) ?? [];
  if (table === 'metadata' || table === 'attributes') {
    const id = table === 'metadata' ? one.resource_id : one.link_id;
    return id === undefined ? [] : TABLES.flatMap((name) => of(name, id));
  }
  const named = Object.entries(OWNERS).flatMap(([column, name]) =>
    one[column] === undefined ? [] : of(name, one[column]),
  );
  if (table !== 'programs') return named;
  const within = [...(made.get('services')?.values() ?? [])].flat();
  return [...named, ...within.filter((service) => service.program_id === one.id)];
}
