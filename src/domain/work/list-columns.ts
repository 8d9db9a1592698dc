import { type ArrivalCell, type ArrivalRow, cellText, isBlank } from '../arrival/cell.ts';
import { fold } from '../arrival/fold.ts';
import type { FieldProblem } from '../problem.ts';

/** A column that a list of the labour market may have, and how its heading is written. */
export interface ListColumn {
  readonly name: string;
  readonly required?: true;
  /** Headings by which it is known beside its name. */
  readonly words: readonly string[];
}

/** A row by the names of its columns, with the number that its owner sees beside it. */
export interface ListRow {
  readonly row: number;
  cell(column: string): ArrivalCell;
  text(column: string): string;
}

export interface ReadColumns {
  readonly rows: readonly ListRow[];
  readonly problems: readonly FieldProblem[];
  /** Headings that mean nothing here: what stands below them is left out. */
  readonly left_out: readonly string[];
}

/** Finds the columns by the first row that says something, and gives the rows below it. */
export function readColumns(
  all: readonly ArrivalRow[],
  columns: readonly ListColumn[],
): ReadColumns {
  const [heading, ...rest] = all.filter((row) => !isBlank(row));
  if (heading === undefined) return { rows: [], problems: [], left_out: [] };
  const known = new Map(
    columns.flatMap(({ name, words }) => [name, ...words].map((word) => [fold(word), name])),
  );
  const at = new Map<string, number>();
  const left_out: string[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, cell] of heading.cells.entries()) {
    const written = cellText(cell);
    const name = known.get(fold(written));
    if (name !== undefined && at.has(name)) problems.push(wrong(heading.row, name, 'column_twice'));
    else if (name !== undefined) at.set(name, index);
    else if (written !== '') left_out.push(written.slice(0, 60));
  }
  for (const { name, required } of columns)
    if (required && !at.has(name)) problems.push(wrong(heading.row, name, 'column_missing'));
  const rows = rest.map(({ row, cells }) => {
    const cell = (column: string) => cells[at.get(column) ?? -1] ?? '';
    return { row, cell, text: (column: string) => cellText(cell(column)) };
  });
  return { rows, problems, left_out };
}

/** What is wrong with one cell, by row, column and reason. */
export function wrong(row: number, column: string, code: string): FieldProblem {
  return { path: `rows.${row}.${column}`, code };
}

/** `2026-11-28`, `28.11.2026` or the date of a workbook; null for anything else. */
export function readDay(cell: ArrivalCell): string | null {
  if (typeof cell !== 'string') return cell.date;
  const text = cellText(cell);
  const [, d, m, y] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const iso = y === undefined ? text : `${y}-${pad(m)}-${pad(d)}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

function pad(part: string | undefined): string {
  return (part ?? '').padStart(2, '0');
}

/** A whole number as people write it, groups apart; null for anything else. */
export function readCount(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

const YES = new Set('yes|да|ha|true|1|бор|есть|bor'.split('|'));
const NO = new Set('no|нет|yoq|false|0|йук'.split('|'));

/** Yes, no, `null` where nothing stands there; undefined for anything else. */
export function readYesNo(text: string): boolean | null | undefined {
  const word = fold(text);
  if (word === '') return null;
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
