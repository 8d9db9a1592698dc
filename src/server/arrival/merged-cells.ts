import { unzipSync } from 'fflate';

/** By row and column, counted from 0: the row in which the merged cell begins that goes down over it. */
export type MergedDown = ReadonlyMap<number, ReadonlyMap<number, number>>;

const REFERENCE = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

/**
 * The cells of a sheet that are merged over several rows, as the number of a family is in many lists: only the
 * first row holds what stands in it. Runs where the workbook is read, in a process with a heap and a time of its own.
 *
 * @param sheet its place in the workbook, counted from 1
 * @param rows how many rows the sheet has
 */
export function mergedDown(archive: Uint8Array, sheet: number, rows: number): MergedDown {
  const found = new Map<number, Map<number, number>>();
  for (const [, column = '', top = '', bottom = ''] of mergesOf(archive, sheet)) {
    const [begin, at] = [Number(top) - 1, numberOf(column)];
    for (let row = begin + 1; row < Math.min(Number(bottom), rows); row += 1) {
      const columns = found.get(row) ?? new Map<number, number>();
      found.set(row, columns.set(at, begin));
    }
  }
  return found;
}

function mergesOf(archive: Uint8Array, sheet: number): Iterable<RegExpMatchArray> {
  const workbook = part(archive, 'xl/workbook.xml')?.toString('utf8') ?? '';
  const tag = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*/g)][sheet - 1]?.[0] ?? '';
  const relation = /\w+:id="([^"]*)"/.exec(tag)?.[1];
  const relations = part(archive, 'xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  const target = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*/g)]
    .map(([one]) => one)
    .find((one) => / Id="([^"]*)"/.exec(one)?.[1] === relation);
  const path = / Target="([^"]*)"/.exec(target ?? '')?.[1];
  if (path === undefined) return [];
  const content = part(archive, path.startsWith('/') ? path.slice(1) : `xl/${path}`);
  // They stand behind the rows: what comes before is not searched.
  const from = content?.lastIndexOf('sheetData') ?? -1;
  return from === -1 ? [] : (content?.toString('latin1', from).matchAll(REFERENCE) ?? []);
}

function part(archive: Uint8Array, path: string): Buffer | undefined {
  const found = unzipSync(archive, { filter: ({ name }) => name === path })[path];
  return found === undefined
    ? undefined
    : Buffer.from(found.buffer, found.byteOffset, found.length);
}

/** `A` is 0, `AA` is 26. */
function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
