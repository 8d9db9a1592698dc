import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import type { Month } from '#domain/evidence/frozen-number.ts';
import { formatPartialDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import { Drawing } from './drawing.tsx';
import styles from './evidence.module.css';
import { NumberTable } from './number-table.tsx';
import type { MonthOfNumbers } from './use-numbers.ts';

// The library that draws is large and only this screen needs it.
const PlotMonths = lazy(async () => ({ default: (await import('./plot-months.tsx')).PlotMonths }));

/** How many people there were at the end of each of the last twelve months. */
export function OverTime({ months }: { readonly months: ReadonlyMap<Month, MonthOfNumbers> }) {
  const { t, i18n } = useLingui();
  const all = [...months]
    .map(([month, { stage }]) => ({ month, people: stage?.total ?? null }))
    .reverse();
  // The beginning, when there were too few to count, is left out.
  const rows = all.slice(all.findIndex((one) => one.people !== null)).slice(-12);
  if (rows.filter((one) => one.people !== null).length < 2) return null;
  const named = rows.map(({ month, people }) => ({
    label: formatPartialDay(i18n.locale, { date: month, precision: 'month' }),
    people,
  }));
  const first = named.find((one) => one.people !== null);
  const last = named.findLast((one) => one.people !== null);
  return (
    <Section title={<Trans>Over time</Trans>}>
      <p className={styles.summary}>
        <Trans>
          From about {first?.people} people at the end of {first?.label} to about {last?.people} at
          the end of {last?.label}.
        </Trans>
      </p>
      <div className={styles.chart}>
        <Suspense fallback={<Drawing />}>
          <PlotMonths months={rows} />
        </Suspense>
        <NumberTable
          caption={t`People with a support file at the end of the month`}
          head={t`Month`}
          rows={named}
          total={null}
        />
      </div>
    </Section>
  );
}
