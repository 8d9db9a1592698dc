import { describe, expect, it } from 'vitest';
import { drawnChart } from './chart.ts';
import { readHxl } from './hxl.ts';

const read = readHxl([
  ['Year', 'Country', 'People'],
  ['#date+year', '#country+name', '#affected'],
  ['2023', 'A', '10'],
  ['2023', 'B', '<5'],
  ['2023', 'Total', '12'],
  ['2024', 'A', '30'],
]);
if ('code' in read) throw new Error(read.code);
const chart = { kind: 'line', along: 'A', value: 'C', series: 'B' } as const;

describe('a chart of a table', () => {
  it('draws cells and adds nothing up; what is kept back stays so, and what is not known is no zero', () => {
    expect(drawnChart(read, chart)).toEqual({
      ...{ kind: 'line', along: 'Year', value: 'People', labels: ['2023', '2024'] },
      series: [
        { name: 'A', values: [10, 30] },
        { name: 'B', values: [null, undefined] },
      ],
    });
  });

  it('is refused where a point would be a guess, or nothing could be drawn', () => {
    const refused = [
      { ...chart, series: null },
      { ...chart, value: 'B' },
      { ...chart, along: 'D' },
    ].map((one) => drawnChart(read, one));
    expect(refused).toEqual([
      { code: 'evidence_chart_twice', details: { row: 4, label: '2023' } },
      { code: 'evidence_chart_no_numbers', details: { column: 'B' } },
      { code: 'evidence_chart_unknown_column' },
    ]);
    const rows = Array.from({ length: 41 }, (_, index) => [`${index}`, '10']);
    const many = readHxl([['#adm1', '#affected'], ...rows]);
    if ('code' in many) throw new Error(many.code);
    const wide = { kind: 'bars', along: 'A', value: 'B', series: null } as const;
    expect(drawnChart(many, wide)).toMatchObject({ code: 'evidence_chart_too_much' });
  });
});
