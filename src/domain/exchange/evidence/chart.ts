import { z } from 'zod';
import type { Problem } from '../../problem.ts';
import { columnsOf } from './column.ts';
import { type HxlTable, letter } from './hxl.ts';
import { visible } from './invisible.ts';
import { isTotal } from './sums.ts';
import { readValue } from './value.ts';

const columnLetter = z.string().regex(/^[A-Z]{1,2}$/);

/** A picture of a table: what stands along it, what is drawn, and whether another column parts it. */
export const evidenceChart = z.strictObject({
  kind: z.enum(['bars', 'line']),
  along: columnLetter,
  value: columnLetter,
  series: columnLetter.nullable(),
});
export type EvidenceChart = z.infer<typeof evidenceChart>;

/** No more pictures of one table, and no more in a picture than an eye can tell apart. */
export const CHART_LIMITS = { charts: 4, along: 40, series: 6 } as const;

/** A number, `null` = kept back, `undefined` = nothing known. */
export type Drawn = number | null | undefined;

export interface DrawnChart {
  readonly kind: EvidenceChart['kind'];
  /** What is along the picture, and what is drawn, in the words of the table. */
  readonly along: string;
  readonly value: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly Drawn[] }[];
}

/**
 * The points of a chart. Nothing is added up: each point is one cell of the table, so that a picture
 * never tells more than the table does. Rows that stand for everything are left out.
 */
export function drawnChart(table: HxlTable, chart: EvidenceChart): DrawnChart | Problem {
  const columns = new Map(columnsOf(table).map((column) => [letter(column.position), column]));
  const [along, value] = [columns.get(chart.along), columns.get(chart.value)];
  const parted = chart.series === null ? null : columns.get(chart.series);
  if (along === undefined || value === undefined || parted === undefined) {
    return { code: 'evidence_chart_unknown_column' };
  }
  if (value.role === 'dimension') {
    return { code: 'evidence_chart_no_numbers', details: { column: chart.value } };
  }
  const labels: string[] = [];
  const series = new Map<string, Map<string, Drawn>>();
  for (const { line, cells } of table.rows) {
    const label = visible(cells[along.position] ?? '');
    const name = parted === null ? value.label : visible(cells[parted.position] ?? '');
    if (label === '' || isTotal(label) || (parted !== null && (name === '' || isTotal(name))))
      continue;
    if (!labels.includes(label)) labels.push(label);
    const own = series.get(name) ?? new Map<string, Drawn>();
    // Two cells for one point: which of them is meant would be a guess.
    if (own.has(label)) return { code: 'evidence_chart_twice', details: { row: line, label } };
    series.set(name, own.set(label, drawn(cells[value.position] ?? '')));
    const { along: most, series: lines } = CHART_LIMITS;
    if (labels.length > most || series.size > lines) {
      return { code: 'evidence_chart_too_much', details: { along: most, series: lines } };
    }
  }
  if (labels.length === 0) {
    return { code: 'evidence_chart_no_numbers', details: { column: chart.value } };
  }
  const drawnSeries = [...series].map(([name, own]) => ({
    name,
    values: labels.map((label) => own.get(label)),
  }));
  return { kind: chart.kind, along: along.label, value: value.label, labels, series: drawnSeries };
}

function drawn(cell: string): Drawn {
  const value = readValue(cell);
  if (value.kind === 'number') return value.number;
  return value.kind === 'suppressed' ? null : undefined;
}
