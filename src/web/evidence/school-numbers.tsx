import { Trans, useLingui } from '@lingui/react/macro';
import type { FrozenTable } from '#domain/evidence/frozen-number.ts';
import { Section } from '../ui/page.tsx';
import styles from './evidence.module.css';
import { Chart } from './number-chart.tsx';
import { NumberTable } from './number-table.tsx';

/** Children of school age in support: in school, or not yet. */
export function SchoolNumbers(props: { readonly table: FrozenTable; readonly month: string }) {
  const { table, month } = props;
  const { t } = useLingui();
  const { total } = table;
  const words: Readonly<Record<string, string>> = {
    in_school: t`In school`,
    not_yet: t`Not in school yet`,
  };
  const rows = table.rows.map(({ code, people }) => ({ label: words[code] ?? code, people }));
  return (
    <Section title={<Trans>Children and school</Trans>}>
      <p className={styles.summary}>
        {total === null ? (
          <Trans>At the end of {month} there were too few children to show numbers.</Trans>
        ) : (
          <Trans>
            At the end of {month}, about {total} children of school age were in support.
          </Trans>
        )}
      </p>
      <Chart rows={rows}>
        <NumberTable
          caption={t`Children of school age, end of ${month}`}
          head={t`School`}
          rows={rows}
          total={total}
        />
      </Chart>
    </Section>
  );
}
