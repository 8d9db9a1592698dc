import { ADDED, MORE, NUMBERS, OWNERS, TABLES } from './from-tables.ts';
import { PARTS, type PartTable } from './parts.ts';
import type { Document } from './read-directory.ts';

/** The column by which a part names what it belongs to, by the table of its owner. */
const COLUMN_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OWNERS).map(([column, table]) => [table, column]),
);
type Row = Record<string, string>;

/**
 * Organisations with all that is theirs, as the read API nests them, laid out as the tables of HSDS: the
 * other way round than `fromTables`. Tables that have no row are not there.
 */
export function toTables(organisations: readonly Document[]): ReadonlyMap<string, readonly Row[]> {
  const tables = new Map<string, Map<string, Row>>(TABLES.map((name) => [name, new Map()]));
  /** What stands in two places is one row, unless its owners differ. */
  const put = (table: string, row: Row) => {
    tables
      .get(table)
      ?.set(JSON.stringify([row.id, ...Object.values(COLUMN_OF).map((c) => row[c])]), row);
  };
  const write = (table: string, record: Document, owner: Document = {}) => {
    const { row, parts } = laidOut(table, { ...record, ...owner });
    put(table, row);
    for (const [name, list] of parts) {
      const of = COLUMN_OF[table];
      const named = name === 'metadata' ? 'resource_id' : name === 'attributes' ? 'link_id' : of;
      if (named === undefined) continue;
      for (const one of list) {
        // A remark may do without: the table cannot, and reading takes it away again.
        const added = name === 'metadata' && !(named in one) ? { [ADDED]: [named] } : {};
        write(name, one, { [named]: record.id, ...added });
      }
    }
  };
  for (const { services, locations, ...organisation } of organisations) {
    write('organizations', organisation);
    const owner = { organization_id: organisation.id };
    for (const one of listOf(locations)) write('locations', one, owner);
    for (const { service_at_locations, ...service } of listOf(services)) {
      write('services', service, owner);
      for (const { location, ...link } of listOf(service_at_locations)) {
        const place = location as Document | undefined;
        const known = place !== undefined && tables.get('locations')?.has(keyOf(place, owner));
        if (place !== undefined && known !== true) write('locations', place);
        const location_id = link.location_id ?? place?.id;
        write('service_at_location', link, { service_id: service.id, location_id });
      }
    }
  }
  const filled = [...tables].filter(([, rows]) => rows.size > 0);
  return new Map(filled.map(([name, rows]) => [name, [...rows.values()]]));
}

function keyOf(place: Document, owner: Document): string {
  return JSON.stringify([place.id, ...Object.values(COLUMN_OF).map((column) => owner[column])]);
}

/** The cells of a record, and the lists that have a table of their own. */
function laidOut(table: string, record: Document) {
  const row: Row = {};
  const parts: [PartTable, Document[]][] = [];
  const more: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(record)) {
    if (value === undefined) continue;
    if (column in PARTS && Array.isArray(value) && holds(table, column)) {
      parts.push([column as PartTable, value as Document[]]);
    } else if (isCell(column, value)) {
      row[column] = String(value);
    } else {
      more[column] = value;
    }
  }
  const term = (record.taxonomy_term as Document | undefined)?.id;
  if (table === 'attributes' && typeof term === 'string') row.taxonomy_term_id ??= term;
  if (Object.keys(more).length > 0) row[MORE] = JSON.stringify(more);
  return { row, parts };
}

/** Whether a table may hold parts of this kind: remarks stand anywhere. */
function holds(table: string, part: string): boolean {
  return part === 'metadata' || part === 'attributes' || table in COLUMN_OF;
}

/** What a cell holds as it is: a spreadsheet must take none for a formula, and reading gives the same back. */
function isCell(column: string, value: unknown): boolean {
  if (typeof value === 'number') return NUMBERS.has(column);
  if (typeof value !== 'string' || value === '') return false;
  if (NUMBERS.has(column)) return false;
  return !/^[=@\t\r\s]|^[+-](?![\d\s().-]*$)/.test(value);
}

function listOf(value: unknown): Document[] {
  return Array.isArray(value) ? (value as Document[]) : [];
}

/** Rows as CSV, the columns in the order in which they first occur. */
export function csvOfRows(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text: string) =>
    /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
