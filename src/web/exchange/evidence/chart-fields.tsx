import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { CHART_LIMITS, type EvidenceChart } from '#domain/exchange/evidence/chart.ts';
import type { EvidencePreview } from '#domain/exchange/evidence/evidence-table.ts';
import { ChoiceField } from '../../ui/field.tsx';
import styles from './evidence.module.css';

interface ChartFieldsProps {
  readonly columns: EvidencePreview['columns'];
  readonly charts: readonly EvidenceChart[];
  readonly onChange: (charts: readonly EvidenceChart[]) => void;
}

/** Which columns are drawn, and how. Nothing is added up: each point is one cell. */
export function ChartFields({ columns, charts, onChange }: ChartFieldsProps) {
  const { t } = useLingui();
  const along = columns.filter(({ role }) => role === 'dimension');
  const values = columns.filter(({ role }) => role !== 'dimension');
  const [first, value] = [along[0]?.letter, values[0]?.letter];
  const named = (some: EvidencePreview['columns']) =>
    some.map(({ letter, label }) => ({ value: letter, label: `${letter}: ${label}` }));
  const change = (index: number, change: Partial<EvidenceChart>) =>
    onChange(charts.map((one, at) => (at === index ? { ...one, ...change } : one)));
  if (first === undefined || value === undefined) return null;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 600 }}>
        <Trans>Charts</Trans>
      </legend>
      <div className={styles.stack}>
        {charts.map((chart, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: charts are told apart by their place
          <div key={index} className={styles.row}>
            <ChoiceField
              path={`charts.${index}.kind`}
              label={t`Kind of chart`}
              value={chart.kind}
              data={[
                { value: 'bars', label: t`Bars` },
                { value: 'line', label: t`Lines over time` },
              ]}
              onChange={({ currentTarget }) =>
                change(index, { kind: currentTarget.value === 'line' ? 'line' : 'bars' })
              }
            />
            <ChoiceField
              path={`charts.${index}.along`}
              label={t`Along the chart`}
              value={chart.along}
              data={named(along)}
              onChange={({ currentTarget }) => change(index, { along: currentTarget.value })}
            />
            <ChoiceField
              path={`charts.${index}.value`}
              label={t`Numbers`}
              value={chart.value}
              data={named(values)}
              onChange={({ currentTarget }) => change(index, { value: currentTarget.value })}
            />
            <ChoiceField
              path={`charts.${index}.series`}
              label={t`Parted by`}
              value={chart.series ?? ''}
              data={[{ value: '', label: t`not divided` }, ...named(along)]}
              onChange={({ currentTarget }) =>
                change(index, { series: currentTarget.value === '' ? null : currentTarget.value })
              }
            />
            <Button
              variant="subtle"
              color="clay"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => onChange(charts.filter((_, at) => at !== index))}
            >
              <Trans>Remove the chart</Trans>
            </Button>
          </div>
        ))}
        {charts.length >= CHART_LIMITS.charts ? null : (
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() =>
                onChange([...charts, { kind: 'bars', along: first, value, series: null }])
              }
            >
              <Trans>Add a chart</Trans>
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}
