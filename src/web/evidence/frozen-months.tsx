import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Month } from '#domain/evidence/frozen-number.ts';
import { ChoiceField } from '../ui/field.tsx';
import { formatPartialDay } from '../ui/format.ts';
import { EmptyState } from '../ui/page.tsx';

/** One of the months whose numbers are frozen, the newest until another is chosen; before the first, when it comes. */
export function FrozenMonths<One extends { readonly month: Month }>(props: {
  /** The newest first. */
  readonly months: readonly One[];
  readonly icon: ReactNode;
  readonly label: string;
  /** What can be done with the month, beside the choice of it. */
  readonly beside?: (month: One) => ReactNode;
  readonly children: (month: One, name: string) => ReactNode;
}) {
  const { months, icon, label, beside, children } = props;
  const { i18n } = useLingui();
  const [chosen, setChosen] = useState('');
  const found = months.find(({ month }) => month === chosen) ?? months[0];
  if (found === undefined) {
    return (
      <EmptyState icon={icon} title={<Trans>No month has been frozen yet</Trans>}>
        <Trans>
          When a month is over, its numbers are counted once and kept. The first ones appear after
          the first full month.
        </Trans>
      </EmptyState>
    );
  }
  const name = (one: Month) => formatPartialDay(i18n.locale, { date: one, precision: 'month' });
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem', alignItems: 'end' }}>
        <ChoiceField
          path="month"
          label={label}
          mb="md"
          value={found.month}
          data={months.map(({ month }) => ({ value: month, label: name(month) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        {beside?.(found)}
      </div>
      {children(found, name(found.month))}
    </>
  );
}
