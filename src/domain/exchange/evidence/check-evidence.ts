import { type Column, columnsOf } from './column.ts';
import { differenceFindings } from './differencing.ts';
import { isPreamble } from './evidence-file.ts';
import { FINDINGS, type Finding } from './finding.ts';
import { frequencies } from './frequency.ts';
import type { HxlTable } from './hxl.ts';
import { visible } from './invisible.ts';
import { personFindings } from './person-columns.ts';
import { SMALLEST_SHOWN, smallFindings } from './small-counts.ts';

/**
 * The check before publication: columns about single people, columns that a reader does not see, small
 * counts, and cells that are kept back but can be worked out; also against an earlier published version
 * of the same table for the same period. What stops comes first.
 */
export function checkEvidence(table: HxlTable, earlier: HxlTable | null = null): Finding[] {
  const columns = columnsOf(table);
  const found = [
    ...personFindings(table, columns),
    ...smallFindings(table, columns),
    ...differenceFindings(table, columns, earlier),
    ...withoutCounts(table, columns),
    ...leftOver(table),
  ];
  const rank = ({ code }: Finding) => (FINDINGS[code] === 'stops' ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}

/** A table without any number is a list: each row may be somebody. Says how many rows stand nearly alone. */
function withoutCounts(table: HxlTable, columns: readonly Column[]): Finding[] {
  if (columns.some(({ role }) => role !== 'dimension')) return [];
  const rows = table.rows.map(({ cells }) =>
    columns.map(({ position }) => visible(cells[position] ?? '')),
  );
  const alone = frequencies(rows).map(({ rows: many }) => many < SMALLEST_SHOWN);
  const cells = alone.filter(Boolean).length;
  const row = table.rows[alone.indexOf(true)]?.line ?? null;
  return [{ code: 'no_counts', column: null, label: '', row, cells }];
}

/** Rows above the header row that are none of ours are not published; somebody may miss them. */
function leftOver({ preamble }: HxlTable): Finding[] {
  const rest = preamble.filter((row) => !isPreamble(row));
  const [first] = rest.filter(({ cells }) => cells.some((cell) => visible(cell) !== ''));
  if (first === undefined) return [];
  return [
    { code: 'header_left_over', column: null, label: '', row: first.line, cells: rest.length },
  ];
}
