import type { Day } from '#domain/time.ts';

/** A cell as the file holds it. Numbers stay text; only a cell that a workbook marks as a date is one. */
export type ArrivalCell = string | { readonly date: Day };

/** A row with the number that its owner sees beside it in a spreadsheet program (the first row is 1). */
export interface ArrivalRow {
  readonly row: number;
  readonly cells: readonly ArrivalCell[];
  /** By column: what a cell says that begins in a row above and is merged down over this one. */
  readonly merged?: ReadonlyMap<number, ArrivalCell>;
}

/** The cell as text, trimmed, with any white space of any kind as one blank. */
export function cellText(cell: ArrivalCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell.replace(/[\s\u200b\ufeff]+/g, ' ').trim() : cell.date;
}

/** True where nobody wrote anything in the whole row. */
export function isBlank(row: ArrivalRow): boolean {
  return row.cells.every((cell) => cellText(cell) === '');
}
