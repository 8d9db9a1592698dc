import type { Sum } from '../../disclosure/bounds.ts';
import type { Column } from './column.ts';
import type { HxlTable } from './hxl.ts';
import { visible } from './invisible.ts';

const TOTAL =
  /^(?:(?:grand |sub)?total|all|both|everybody|everyone|overall|sum|всего|итого|все|оба пола|jami|hamma|hammasi|barchasi|umumiy|ikkala jins)(?![\p{L}])/iu;
const SEX = ['f', 'm', 'i'];
const AGE = ['infants', 'children', 'adolescents', 'youth', 'adults', 'elderly'];
/** Attributes that say how a thing is written, not which thing it is. */
const WRITING = /^(?:name|code|alt|iso|iso2|iso3|label|text|id|v_\w+|i_\w+|[a-z]{2})$/;

/** A cell of the table by its row and its column among those of counts. */
export function cellIndex(row: number, column: number, columns: number): number {
  return row * columns + column;
}

/** True for a row that stands for all others, at a dimension. */
export function isTotal(text: string): boolean {
  return TOTAL.test(text);
}

/** What a row is about: one text for each dimension, its name and its code together. */
export function dimensionsOf(table: HxlTable, columns: readonly Column[]): string[][] {
  const groups = Map.groupBy(
    columns.filter(({ role }) => role === 'dimension'),
    ({ tag, position }) =>
      tag === null
        ? `${position}`
        : [tag.tag, ...tag.attributes.filter((one) => !WRITING.test(one))].join('+'),
  );
  return table.rows.map(({ cells }) =>
    [...groups.values()].map((group) => {
      const texts = group.map(({ position }) => visible(cells[position] ?? ''));
      if (texts.some(isTotal)) return '';
      return texts.filter((text) => text !== '').join('\u001f');
    }),
  );
}

/** Every sum that a reader may take the table for: totals of a row, and rows that are totals of others. */
export function sumsOf(table: HxlTable, columns: readonly Column[]): Sum[] {
  const counts = columns.filter(({ role }) => role === 'count');
  return [...acrossColumns(table, counts), ...acrossRows(table, columns, counts.length)];
}

function acrossColumns(table: HxlTable, counts: readonly Column[]): Sum[] {
  const isWhole = ({ tag, header }: Column) =>
    tag?.attributes.includes('total') === true || isTotal(visible(header));
  const has = (column: Column, among: readonly string[]) =>
    column.tag?.attributes.some((one) => among.includes(one)) === true;
  const parts = counts.filter((column) => !isWhole(column));
  return counts.filter(isWhole).flatMap((whole) => {
    const alike = parts.filter(({ tag }) => tag?.tag === whole.tag?.tag);
    const families = [
      ...[alike, alike.filter((one) => has(one, SEX)), alike.filter((one) => has(one, AGE)), parts],
    ].filter((family) => family.length > 1);
    const different = new Map(families.map((family) => [positions(family), family]));
    return [...different.values()].flatMap((family) =>
      table.rows.map((_, row) => ({
        total: cellIndex(row, counts.indexOf(whole), counts.length),
        parts: family.map((part) => cellIndex(row, counts.indexOf(part), counts.length)),
      })),
    );
  });
}

/** Rows alike in all but one dimension, of which one stands for all the others; and the row for everything. */
function acrossRows(table: HxlTable, columns: readonly Column[], counts: number): Sum[] {
  const about = dimensionsOf(table, columns);
  const size = about[0]?.length ?? 0;
  const groups: { whole: number[]; parts: number[] }[] = [];
  for (let dimension = 0; dimension < size; dimension += 1) {
    const alike = Map.groupBy(about.keys(), (row) =>
      JSON.stringify(about[row]?.with(dimension, '')),
    );
    for (const rows of alike.values()) {
      const whole = rows.filter((row) => about[row]?.[dimension] === '');
      groups.push({ whole, parts: rows.filter((row) => about[row]?.[dimension] !== '') });
    }
  }
  const everything = [...about.keys()].filter((row) => about[row]?.every((text) => text === ''));
  const finest = [...about.keys()].filter((row) => about[row]?.every((text) => text !== ''));
  if (size > 1) groups.push({ whole: everything, parts: finest });
  return groups.flatMap(({ whole: [whole, ...more], parts }) => {
    // Two rows that both stand for everything are no total: they differ in something that is not told.
    if (whole === undefined || more.length > 0 || parts.length < 2) return [];
    return [...Array(counts).keys()].map((column) => ({
      total: cellIndex(whole, column, counts),
      parts: parts.map((row) => cellIndex(row, column, counts)),
    }));
  });
}

function positions(family: readonly Column[]): string {
  return family.map(({ position }) => position).join();
}
