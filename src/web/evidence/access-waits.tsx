import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import type { Wait } from '#domain/evidence/access-numbers.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { formatNumber } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { Drawing } from './drawing.tsx';
import styles from './evidence.module.css';

// The library that draws is large and only these screens need it.
const PlotBars = lazy(async () => ({ default: (await import('./plot-bars.tsx')).PlotBars }));

interface WaitsProps {
  readonly title: string;
  readonly head: string;
  readonly waits: readonly Wait[];
  readonly labelOf: (code: string) => string;
  readonly all?: Wait;
}

/** Days from need to service of each region or service, as a chart and as a table. */
export function Waits({ title, head, waits, labelOf, all }: WaitsProps) {
  const { t, i18n } = useLingui();
  const rows = waits.map((one) => ({ ...one, label: labelOf(one.code) }));
  const lines = all === undefined ? rows : [...rows, { ...all, label: t`All together` }];
  const number = (value: number | null) =>
    value === null ? t`not shown` : formatNumber(i18n.locale, value);
  const columns: readonly Column<(typeof lines)[number]>[] = [
    { key: 'label', title: head, cell: ({ label }) => label },
    { key: 'people', title: t`People`, cell: ({ people }) => number(people), number: true },
    { key: 'days', title: t`Days`, cell: ({ days }) => number(days), number: true },
  ];
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p>
          <Trans>No service has helped anybody in this time.</Trans>
        </p>
      ) : (
        <div className={styles.chart}>
          {rows.every(({ days }) => days === null) ? null : (
            <Suspense fallback={<Drawing />}>
              <PlotBars
                bars={rows.map(({ label, days }) => ({ label, value: days }))}
                hidden={t`not shown`}
              />
            </Suspense>
          )}
          <DataTable caption={title} columns={columns} rows={lines} rowKey={({ code }) => code} />
        </div>
      )}
    </Section>
  );
}
