import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { AccessRows } from '#domain/evidence/access-numbers.ts';
import { useLabel } from '../case/labels.ts';
import { ChoiceField } from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import { Drawing } from './drawing.tsx';
import styles from './evidence.module.css';
import { NumberTable } from './number-table.tsx';

// The library that draws is large and only these screens need it.
const PlotBars = lazy(async () => ({ default: (await import('./plot-bars.tsx')).PlotBars }));

interface BarriersProps {
  readonly barriers: AccessRows['barriers'];
  readonly codes: ProgrammeModel['referral']['barriers'];
  readonly regionOf: (id: string) => string;
}

/** Of how many people a referral came to nothing for what reason, in the country or in a region. */
export function Barriers({ barriers, codes, regionOf }: BarriersProps) {
  const { t } = useLingui();
  const label = useLabel();
  const [region, setRegion] = useState('');
  const regions = barriers[0]?.regions ?? [];
  const rows = barriers.map(({ code, regions: cells, total }) => ({
    label: label(codes, code),
    people: region === '' ? total : (cells.find((one) => one.code === region)?.people ?? null),
  }));
  return (
    <Section title={<Trans>What stood in the way</Trans>}>
      <p className={styles.summary}>
        <Trans>
          People for whom a referral was declined, called back or came to nothing, by what stood in
          the way. One person may have met several.
        </Trans>
      </p>
      {regions.length === 0 ? (
        <p>
          <Trans>Nothing was named in this time.</Trans>
        </p>
      ) : (
        <>
          <ChoiceField
            path="region"
            label={t`Region`}
            mb="md"
            value={region}
            data={[
              { value: '', label: t`The whole country` },
              ...regions.map(({ code }) => ({ value: code, label: regionOf(code) })),
            ]}
            onChange={(event) => setRegion(event.currentTarget.value)}
          />
          <div className={styles.chart}>
            {rows.every(({ people }) => people === null) ? null : (
              <Suspense fallback={<Drawing />}>
                <PlotBars
                  bars={rows.map(({ label, people }) => ({ label, value: people }))}
                  hidden={t`not shown`}
                />
              </Suspense>
            )}
            <NumberTable
              caption={region === '' ? t`The whole country` : regionOf(region)}
              head={t`What stood in the way`}
              rows={rows}
              total={null}
            />
          </div>
        </>
      )}
    </Section>
  );
}
