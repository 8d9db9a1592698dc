import { parse } from 'csv-parse/sync';
import {
  type FromTables,
  fromTables,
  TABLES,
  type TableRow,
} from '#domain/directory/hsds/from-tables.ts';
import type { Problem } from '#domain/problem.ts';

export interface File {
  readonly name: string;
  readonly text: string;
}

/** HSDS nests seven deep; what goes far beyond is no directory. */
const DEEPEST = 24;

/** One JSON file, or the tables of a tabular package, as records with their places. */
export function readFiles(files: readonly File[]): FromTables | Problem {
  if (files.every(({ text }) => text.trim() === '')) return { code: 'file_empty' };
  const [first, ...more] = files;
  if (first === undefined) return { code: 'file_empty' };
  if (more.length === 0 && !isTable(first)) return readJson(first.text);
  return readTables(files);
}

/** One record, a list of them, or a page as the read API gives it. */
function readJson(text: string): FromTables | Problem {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { code: 'file_unreadable' };
  }
  if (typeof value !== 'object' || value === null || isTooDeep(value)) {
    return { code: 'file_unreadable' };
  }
  const list = Array.isArray(value) ? value : 'contents' in value ? value.contents : [value];
  if (!Array.isArray(list)) return { code: 'file_unreadable' };
  if (list.length === 0) return { code: 'file_empty' };
  const records = list.map((one, index) => ({ value: one, at: `rows.${index + 1}` }));
  return { records, problems: [], left_out: 0 };
}

function readTables(files: readonly File[]): FromTables | Problem {
  const tables = new Map<string, readonly TableRow[]>();
  for (const one of files) {
    // The package describes itself; what it says is known here.
    if (/(^|\/)datapackage\.json$/i.test(one.name)) continue;
    if (!isTable(one)) return { code: 'file_unreadable' };
    const table = tableOf(one.name);
    if (table === 'meta_table_descriptions') continue;
    if (!TABLES.includes(table) || tables.has(table)) {
      const path = `files.${table.replaceAll('.', '_')}`;
      const code = tables.has(table) ? 'id_twice' : 'table_unknown';
      return { code: 'invalid_input', fields: [{ path, code }] };
    }
    const rows = readRows(one.text);
    if (rows === null) return { code: 'file_unreadable' };
    tables.set(table, rows);
  }
  const read = fromTables(tables);
  return read.records.length === 0 ? { code: 'file_empty' } : read;
}

function readRows(text: string): TableRow[] | null {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      ...{ bom: true, relax_column_count: true, skip_empty_lines: true, info: true },
      delimiter: text.slice(0, 2000).split('\n')[0]?.includes(';') ? ';' : ',',
    }) as unknown as typeof records;
  } catch {
    return null;
  }
  const [header, ...rest] = records;
  const columns = header?.record.map((cell) => cell.trim()) ?? [];
  return rest.map(({ record, info }) => ({
    row: info.lines,
    cells: Object.fromEntries(
      columns.flatMap((column, at) => {
        const cell = record[at] ?? '';
        return cell === '' ? [] : [[column, cell]];
      }),
    ),
  }));
}

function isTable({ name }: File): boolean {
  return /\.csv$/i.test(name);
}

/** `export/services.csv` → `services`. */
function tableOf(name: string): string {
  const table = (name.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, '').toLowerCase();
  return table === 'service_at_locations' ? 'service_at_location' : table;
}

function isTooDeep(value: object): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}
