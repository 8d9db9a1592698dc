import { type ArrivalRow, cellText } from './cell.ts';
import { forbiddenTopic } from './forbidden.ts';
import { findHeadings, isKnownHeading } from './guess-mapping.ts';
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
  if (known === 0 && isMore(row) && isEntry(row)) {
    const width = Math.max(...first.map(({ cells }) => cells.length));
    return { row: row.row - 1, texts: Array.from({ length: width }, () => '') };
  }
  const texts = row.cells.map(cellText);
  const above = first.findLast((one) => one.row < row.row && isMore(one));
  const groups = above?.cells.map(cellText) ?? [];
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

/** A title above a table is one cell, be it a day; headings that group others, or somebody, are more. */
function isMore({ cells }: ArrivalRow): boolean {
  return cells.filter((cell) => cellText(cell) !== '').length > 1;
}

/** What a cell says, or one merged over columns that begins before it. */
function over(texts: readonly string[], column: number): string {
  return texts.slice(0, column + 1).findLast((text) => text !== '') ?? '';
}

function said(
  text: string,
  groups: readonly string[],
  texts: readonly string[],
  column: number,
): string {
  if (forbiddenTopic(text)) return text;
  // Nobody can tell how far a merged cell reaches: not to a heading that is known by itself.
  const group = isKnownHeading(text) ? (groups[column] ?? '') : over(groups, column);
  if (forbiddenTopic(group)) return text === '' ? group : `${group}: ${text}`;
  const before = text === '' ? over(texts, column) : '';
  return forbiddenTopic(before) ? before : text;
}
