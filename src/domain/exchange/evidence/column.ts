import type { HxlColumn, HxlTable } from './hxl.ts';
import { visible } from './invisible.ts';
import { readValue, type Value } from './value.ts';

/**
 * What a column is in a table of numbers: what the rows are about (`dimension`), people or things that
 * were counted (`count`), a part or a mean of them (`share`), a figure that counts nobody (`figure`).
 */
export type ColumnRole = 'dimension' | 'count' | 'share' | 'figure';

export interface Column extends HxlColumn {
  readonly role: ColumnRole;
  /** The header, else the hashtag, as a reader sees it. */
  readonly label: string;
}

const GEOGRAPHY = /^#(?:country|adm[1-5]|loc|region)$/;
const NOT_A_COUNT = /^#(?:date|value|currency|geo|country|adm[1-5]|loc|region)$/;
const SHARES = ['pct', 'rate', 'ratio', 'share', 'avg', 'mean', 'median', 'index'];
const LABELS = ['code', 'id', 'name', 'year', 'month', 'age_group', 'label', 'text', 'type'];

/** True for a hashtag of places: their names are no names of people. */
export function isGeography({ tag }: HxlColumn): boolean {
  return tag !== null && GEOGRAPHY.test(tag.tag);
}

/** The columns of a table, each with what it is; numbers of unknown kind are taken for counts of people. */
export function columnsOf(table: HxlTable): Column[] {
  return table.columns.map((column) => {
    const label = visible(column.header) || (column.tag === null ? '' : written(column));
    return { ...column, label, role: roleOf(column, valuesOf(table, column.position)) };
  });
}

/** The values of a column, row by row. */
export function valuesOf(table: HxlTable, position: number): Value[] {
  return table.rows.map(({ cells }) => readValue(cells[position] ?? ''));
}

function roleOf(column: HxlColumn, values: readonly Value[]): ColumnRole {
  const words = values.filter(({ kind }) => kind === 'words').length;
  const numbers = values.filter(({ kind }) => kind === 'number' || kind === 'suppressed').length;
  // A word or two among numbers is a slip, and the numbers are still numbers of people.
  if (numbers === 0 || words > numbers) return 'dimension';
  const attributes = column.tag?.attributes ?? [];
  if (attributes.some((one) => SHARES.includes(one))) return 'share';
  if (values.some((value) => value.kind === 'number' && value.percent)) return 'share';
  if (attributes.some((one) => LABELS.includes(one))) return 'dimension';
  if (column.tag !== null && NOT_A_COUNT.test(column.tag.tag)) {
    return column.tag.tag === '#value' ? 'figure' : 'dimension';
  }
  return 'count';
}

function written({ tag }: HxlColumn): string {
  return tag === null ? '' : [tag.tag, ...tag.attributes].join('+');
}
