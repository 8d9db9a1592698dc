import { useLingui } from '@lingui/react';
import * as Plot from '@observablehq/plot';
import type { Month } from '#domain/evidence/frozen-number.ts';
import { formatNumber, monthNames } from '../ui/format.ts';
import { usePlot } from './use-plot.ts';

interface PlotMonthsProps {
  readonly months: readonly { readonly month: Month; readonly people: number | null }[];
}

/** People in the programme at the end of each month; a month without a figure leaves a gap. */
export function PlotMonths({ months }: PlotMonthsProps) {
  const { i18n } = useLingui();
  const frame = usePlot(
    (width, mirrored) => {
      const names = monthNames(i18n.locale);
      const short = (month: Month) => (names[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3);
      // A gap where nothing is shown, not a fall to nothing.
      const height = (one: { people: number | null }) => one.people ?? Number.NaN;
      const points = months.filter((one) => one.people !== null);
      return Plot.plot({
        ...{ width, height: 240, marginTop: 24, marginBottom: 34, marginLeft: 44, marginRight: 44 },
        style: { fontFamily: 'inherit', fontSize: '14px', background: 'none', overflow: 'visible' },
        x: {
          ...{ type: 'point', domain: months.map((one) => one.month), reverse: mirrored },
          ...{ label: null, tickFormat: short, tickSize: 0, padding: 0.3 },
        },
        y: { axis: null, domain: [0, Math.max(10, ...points.map((one) => one.people ?? 0)) * 1.1] },
        marks: [
          Plot.ruleY([0], { stroke: '#8b8f8c' }),
          Plot.areaY(months, { x: 'month', y: height, fill: '#dcebec' }),
          Plot.lineY(months, { x: 'month', y: height, stroke: '#17606b', strokeWidth: 2.5 }),
          Plot.dot(points, { x: 'month', y: 'people', fill: '#17606b', r: 4.5 }),
          Plot.text(points, {
            ...{ x: 'month', y: 'people', dy: -14, fill: '#22282b', fontWeight: 650 },
            text: (one: { people: number | null }) => formatNumber(i18n.locale, one.people ?? 0),
          }),
        ],
      });
    },
    [months, i18n.locale],
  );
  return <div ref={frame} aria-hidden style={{ inlineSize: '100%' }} />;
}
