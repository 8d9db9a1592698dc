import { useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense } from 'react';
import { Drawing } from './drawing.tsx';
import styles from './evidence.module.css';

// The library that draws is large and only this screen needs it.
const PlotBars = lazy(async () => ({ default: (await import('./plot-bars.tsx')).PlotBars }));

export interface ChartProps {
  readonly rows: readonly { readonly label: string; readonly people: number | null }[];
  readonly children: ReactNode;
}

/** Bars beside the table that says the same. */
export function Chart({ rows, children }: ChartProps) {
  const { t } = useLingui();
  // Nothing to draw where every cell is hidden: the table says so.
  if (rows.every((one) => one.people === null)) return children;
  return (
    <div className={styles.chart}>
      <Suspense fallback={<Drawing />}>
        <PlotBars
          bars={rows.map(({ label, people }) => ({ label, value: people }))}
          hidden={t`not shown`}
        />
      </Suspense>
      {children}
    </div>
  );
}
