import type { Column } from './column.ts';
import type { Finding } from './finding.ts';
import type { HxlTable } from './hxl.ts';
import { visible } from './invisible.ts';
import { at } from './person-columns.ts';
import { readValue } from './value.ts';

/** A count of one to four people is not shown (practice of official statistics; zero tells of nobody). */
export const SMALLEST_SHOWN = 5;

const isSmall = (count: number) => count > 0 && count < SMALLEST_SHOWN;

/** Small counts that are shown, also by way of a part of a small number, and what is no number at all. */
export function smallFindings(table: HxlTable, columns: readonly Column[]): Finding[] {
  const counts = columns.filter(({ role }) => role === 'count');
  return [
    ...counts.flatMap((column) => smallCounts(table, column)),
    ...restsOf(table, counts),
    ...columns.filter(({ role }) => role === 'share').flatMap(sharesOf(table, counts)),
  ];
}

function smallCounts(table: HxlTable, column: Column): Finding[] {
  const cells = table.rows.map(({ line, cells: all }) => {
    const text = all[column.position] ?? '';
    return { line, text, value: readValue(text) };
  });
  const small = cells.filter(({ value }) => value.kind === 'number' && isSmall(value.number));
  const wrong = cells.filter(
    ({ value }) => value.kind === 'words' || (value.kind === 'number' && value.number < 0),
  );
  const cut = cells.filter(({ text }) => /\de[+-]?\d/i.test(visible(text)));
  return [
    ...(small.length === 0 ? [] : [at('small_count', column, small)]),
    ...(wrong.length === 0 ? [] : [at('not_a_number', column, wrong)]),
    ...(cut.length === 0 ? [] : [at('number_cut', column, cut)]),
  ];
}

/** 27 women of 30 people are three men. */
function restsOf(table: HxlTable, counts: readonly Column[]): Finding[] {
  const isWhole = ({ tag }: Column) => tag?.attributes.includes('total') === true;
  return counts.filter(isWhole).flatMap((whole) => {
    const parts = counts.filter((one) => !isWhole(one) && one.tag?.tag === whole.tag?.tag);
    const [part, ...others] = parts;
    if (part === undefined || others.length > 0) return [];
    const hits = table.rows.filter(({ cells }) => {
      const some = readValue(cells[part.position] ?? '');
      const all = readValue(cells[whole.position] ?? '');
      return some.kind === 'number' && all.kind === 'number' && isSmall(all.number - some.number);
    });
    return hits.length === 0 ? [] : [at('small_rest', part, hits)];
  });
}

/** 4 % of 50 people are two people. */
function sharesOf(table: HxlTable, counts: readonly Column[]) {
  const totals = counts.filter(({ tag }) => tag?.attributes.includes('total'));
  const [base] = counts.length === 1 ? counts : totals;
  return (column: Column): Finding[] => {
    if (base === undefined || !isPercent(table, column)) return [];
    const hits = table.rows.filter(({ cells }) => {
      const share = readValue(cells[column.position] ?? '');
      const of = readValue(cells[base.position] ?? '');
      if (share.kind !== 'number' || of.kind !== 'number' || share.number === 0) return false;
      // A small count is told of as such.
      if (isSmall(of.number)) return false;
      const people = Math.round((share.number * of.number) / 100);
      return isSmall(people) || isSmall(of.number - people);
    });
    return hits.length === 0 ? [] : [at('small_count_by_share', column, hits)];
  };
}

function isPercent(table: HxlTable, { label, tag, position }: Column): boolean {
  if (tag?.attributes.includes('pct') === true || label.includes('%')) return true;
  return table.rows.some(({ cells }) => visible(cells[position] ?? '').endsWith('%'));
}
