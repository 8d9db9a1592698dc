import { useLingui } from '@lingui/react';
import * as Plot from '@observablehq/plot';
import type { DemandTrend } from '#domain/work/demand.ts';
import { usePlot } from '../evidence/use-plot.ts';
import { formatNumber } from '../ui/format.ts';

type Figure = DemandTrend['figures'][number];

/** What was looked for from period to period; each source has a line of its own. The table below says it in figures. */
export function PlotTrend({ figures }: { readonly figures: readonly Figure[] }) {
  const { i18n } = useLingui();
  const frame = usePlot(
    (width, mirrored) =>
      Plot.plot({
        ...{ width, height: 240, marginTop: 24, marginBottom: 34, marginLeft: 44, marginRight: 44 },
        style: { fontFamily: 'inherit', fontSize: '14px', background: 'none', overflow: 'visible' },
        x: {
          ...{ type: 'point', domain: [...new Set(figures.map((one) => one.period))].toSorted() },
          ...{ reverse: mirrored, label: null, tickSize: 0, padding: 0.3 },
        },
        y: { axis: null, domain: [0, Math.max(10, ...figures.map((one) => one.value)) * 1.1] },
        marks: [
          Plot.ruleY([0], { stroke: '#8b8f8c' }),
          Plot.lineY(figures, {
            ...{ x: 'period', y: 'value', z: 'source', stroke: '#17606b', strokeWidth: 2.5 },
          }),
          Plot.dot(figures, { x: 'period', y: 'value', fill: '#17606b', r: 4.5 }),
          Plot.text(figures, {
            ...{ x: 'period', y: 'value', dy: -14, fill: '#22282b', fontWeight: 650 },
            text: (one: Figure) => formatNumber(i18n.locale, one.value),
          }),
        ],
      }),
    [figures, i18n.locale],
  );
  return <div ref={frame} aria-hidden style={{ inlineSize: '100%' }} />;
}
