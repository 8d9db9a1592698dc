import type { Problem } from '../../problem.ts';
import { visible } from './invisible.ts';

/** A hashtag of HXL 1.1 with its attributes: `#affected+f+children`. */
export interface HxlTag {
  readonly tag: string;
  readonly attributes: readonly string[];
}

/** A column as it stands in the file; `position` counts from 0, as the cells of a row do. */
export interface HxlColumn {
  readonly position: number;
  /** What stands above the hashtag, as it is written; nothing for a column beyond the header row. */
  readonly header: string;
  readonly tag: HxlTag | null;
  /** True where other columns have a header or a hashtag, and this one lies to the right of all of them. */
  readonly beyond: boolean;
}

/** A row of values; `line` is its number in the file, from 1, as a spreadsheet shows it. */
export interface HxlRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface HxlTable {
  /** Rows above the header row: title, method and the like, or what was left over. */
  readonly preamble: readonly HxlRow[];
  readonly columns: readonly HxlColumn[];
  readonly rows: readonly HxlRow[];
}

/** HXL asks a reader to look this far for the row of hashtags. */
const LOOK_AT = 25;
const TAG = /^#\s*([a-z][a-z0-9_]*)((?:\s*\+\s*[a-z][a-z0-9_]*)*)$/i;

/** A hashtag with its attributes, in small letters and in their order; null for anything else. */
export function readTag(cell: string): HxlTag | null {
  const match = TAG.exec(visible(cell));
  if (!match?.[1]) return null;
  const attributes = (match[2] ?? '').split('+').map((one) => one.trim().toLowerCase());
  return { tag: `#${match[1].toLowerCase()}`, attributes: attributes.filter((one) => one !== '') };
}

/** The tag as it is written in a file. */
export function writeTag({ tag, attributes }: HxlTag): string {
  return [tag, ...attributes].join('+');
}

/**
 * Reads the rows of a file as HXL: what stands above, the header row, the row of hashtags, the values.
 * Where most of a row are hashtags and the rest are not, the file is refused with the cell named:
 * guessing what was meant would publish a column under a wrong meaning.
 */
export function readHxl(rows: readonly (readonly string[])[]): HxlTable | Problem {
  const at = rows.slice(0, LOOK_AT).findIndex(isTagRow);
  const tags = rows[at];
  if (tags === undefined) return { code: 'evidence_not_tagged' };
  const wrong = tags.findIndex((cell) => visible(cell) !== '' && readTag(cell) === null);
  if (wrong >= 0) {
    const cell = visible(tags[wrong] ?? '').slice(0, 60);
    return { code: 'evidence_tag_wrong', details: { row: at + 1, column: letter(wrong), cell } };
  }
  const header = rows[at - 1] ?? [];
  const body = rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (body.length === 0) return { code: 'evidence_empty' };
  const width = body.reduce(
    (most, { cells }) => Math.max(most, cells.length),
    Math.max(header.length, tags.length),
  );
  const named = lastVisible([...Array(width).keys()], (index) =>
    Boolean(visible(header[index] ?? '') || visible(tags[index] ?? '')),
  );
  const columns = [...Array(width).keys()].map((position) => ({
    position,
    header: header[position] ?? '',
    tag: readTag(tags[position] ?? ''),
    beyond: position > named,
  }));
  const preamble = rows
    .slice(0, Math.max(0, at - 1))
    .map((cells, index) => ({ line: index + 1, cells }));
  return { preamble, columns: columns.filter(isUsed(body)), rows: body };
}

/** `A`, `B` … `AA`: the name that a spreadsheet gives to a column. */
export function letter(position: number): string {
  const rest = Math.floor(position / 26);
  const own = String.fromCharCode(65 + (position % 26));
  return rest === 0 ? own : letter(rest - 1) + own;
}

/** At least one hashtag, and no fewer hashtags than other things. */
function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => visible(cell) !== '');
  const tags = filled.filter((cell) => readTag(cell) !== null).length;
  return tags > 0 && tags * 2 >= filled.length;
}

/** A column without header and hashtag whose cells are all empty is no column, only commas. */
function isUsed(body: readonly HxlRow[]) {
  return ({ position, header, tag }: HxlColumn) =>
    header !== '' || tag !== null || body.some(({ cells }) => (cells[position] ?? '') !== '');
}

function lastVisible(indexes: readonly number[], is: (index: number) => boolean): number {
  return indexes.reduce((last, index) => (is(index) ? index : last), -1);
}
