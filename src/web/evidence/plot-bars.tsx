import { useLingui } from '@lingui/react';
import * as Plot from '@observablehq/plot';
import { formatNumber } from '../ui/format.ts';
import { usePlot } from './use-plot.ts';

export interface Bar {
  readonly label: string;
  readonly value: number | null;
}

interface PlotBarsProps {
  readonly bars: readonly Bar[];
  /** What stands where a cell is hidden. */
  readonly hidden: string;
}

const ROW = 46;

/**
 * Bars with their names above them, so that long names fit a phone. Drawn for the eye only: the same
 * stands in the table beside it. Mirrored where the page is.
 */
export function PlotBars({ bars, hidden }: PlotBarsProps) {
  const { i18n } = useLingui();
  const frame = usePlot(
    (width, mirrored) => {
      const most = Math.max(10, ...bars.map((bar) => bar.value ?? 0));
      const rows = bars.map((bar, index) => ({ ...bar, at: String(index) }));
      const shown = rows.filter((row) => row.value !== null);
      return Plot.plot({
        ...{ width, height: rows.length * ROW + 4, margin: 0, marginTop: 4 },
        marginLeft: mirrored ? 86 : 2,
        marginRight: mirrored ? 2 : 86,
        style: { fontFamily: 'inherit', fontSize: '15px', background: 'none', overflow: 'visible' },
        x: { domain: [0, most], reverse: mirrored, axis: null },
        y: { type: 'band', domain: rows.map((row) => row.at), axis: null, padding: 0 },
        marks: [
          Plot.barX(rows, {
            ...{ x1: 0, x2: most, y: 'at', insetTop: 26, insetBottom: 6, rx: 5 },
            fill: '#f0ebe0',
          }),
          Plot.barX(shown, {
            ...{ x1: 0, x2: 'value', y: 'at', insetTop: 26, insetBottom: 6, rx: 5 },
            fill: '#26757f',
          }),
          Plot.text(rows, {
            ...{ x: 0, y: 'at', text: 'label', textAnchor: 'start', dy: -10, fill: '#22282b' },
          }),
          Plot.text(shown, {
            ...{ x: most, y: 'at', dx: mirrored ? -8 : 8, dy: 10, textAnchor: 'start' },
            text: (row: Bar) => formatNumber(i18n.locale, row.value ?? 0),
            ...{ fill: '#22282b', fontWeight: 650 },
          }),
          Plot.text(
            rows.filter((row) => row.value === null),
            {
              ...{ x: most, y: 'at', text: () => hidden, textAnchor: 'start' },
              ...{ dx: mirrored ? -8 : 8, dy: 10, fill: '#545c60', fontSize: 13 },
            },
          ),
        ],
      });
    },
    [bars, hidden, i18n.locale],
  );
  return <div ref={frame} aria-hidden style={{ inlineSize: '100%' }} />;
}
