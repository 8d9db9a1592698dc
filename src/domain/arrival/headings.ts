import { type ArrivalRow, cellText } from './cell.ts';
import { forbiddenTopic } from './forbidden.ts';
import { findHeadings } from './guess-mapping.ts';
import { readDate } from './read-date.ts';

/** The headings of a list, and the row that they stand in; 0 where the list begins with a person. */
export interface Headings {
  readonly row: number;
  readonly texts: readonly string[];
}

/**
 * The headings among the first rows of a list. A list without any has none: its first row is somebody, who
 * would be left out without a word. What stands above a heading counts where it forbids: two rows of headings,
 * "Religion" above "which" and "since when", are common.
 */
export function headingsOf(first: readonly ArrivalRow[]): Headings | undefined {
  const found = findHeadings(first);
  if (found === undefined) return undefined;
  const { row, known } = found;
  if (known === 0 && isEntry(row)) {
    const width = Math.max(...first.map(({ cells }) => cells.length));
    return { row: row.row - 1, texts: Array.from({ length: width }, () => '') };
  }
  const texts = row.cells.map(cellText);
  const above = first.findLast((one) => one.row < row.row && isGroups(one));
  const groups = carriedOn(above?.cells.map(cellText) ?? []);
  return { row: row.row, texts: texts.map((text, column) => said(text, groups, texts, column)) };
}

/** Somebody, and no headings: a heading is no day. */
function isEntry({ cells }: ArrivalRow): boolean {
  return cells.some((cell) => {
    const read = readDate(cell, '9999-12-31');
    if (read.is === 'ambiguous') return true;
    if (read.is === 'issue') return read.code === 'date_short_year';
    return read.is === 'date' && read.birth.precision === 'day' && !read.serial;
  });
}

/** A title above a table is one cell; headings that group others are more. */
function isGroups({ cells }: ArrivalRow): boolean {
  return cells.filter((cell) => cellText(cell) !== '').length > 1;
}

/** Each cell with what a cell merged over columns says for the empty ones after it. */
function carriedOn(texts: readonly string[]): readonly string[] {
  let last = '';
  return texts.map((text) => {
    if (text !== '') last = text;
    return last;
  });
}

function said(
  text: string,
  groups: readonly string[],
  texts: readonly string[],
  column: number,
): string {
  if (forbiddenTopic(text)) return text;
  const group = groups[column] ?? groups.at(-1) ?? '';
  if (forbiddenTopic(group)) return text === '' ? group : `${group}: ${text}`;
  const before = text === '' ? (carriedOn(texts)[column] ?? '') : '';
  return forbiddenTopic(before) ? before : text;
}
