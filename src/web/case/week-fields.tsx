import { Trans, useLingui } from '@lingui/react/macro';
import { dayAfter } from '#domain/case/calendar.ts';
import { mondayOf } from '#domain/case/schooling-state.ts';
import type { Labels } from '#domain/text.ts';
import { ChoiceField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { Choice, Many } from './choice.tsx';
import { labelOf } from './labels.ts';

/** A week as it is tapped in: how many days there was school, on how many the child came, why not. */
export interface WeekDraft {
  readonly week: string;
  readonly days: string;
  readonly present: string;
  readonly reasons: readonly string[];
}

/** All days of a week of five: one tap where nothing was missed. */
export function freshWeek(today: string, noted: readonly string[], days = 5): WeekDraft {
  const week = lastWeeks(today).find((one) => !noted.includes(one)) ?? mondayOf(today);
  return { week, days: String(days), present: String(days), reasons: [] };
}

export function weekBody({ week, days, present, reasons }: WeekDraft) {
  const there = Math.min(Number(present), Number(days));
  const absent = Number(days) - there;
  return { week, present: there, absent, reasons: absent === 0 ? [] : [...reasons] };
}

/** The Mondays of the last weeks, the latest first; this week is one of them. */
function lastWeeks(today: string): string[] {
  const monday = mondayOf(today);
  return [0, 1, 2, 3, 4, 5].map((back) => dayAfter(monday, -7 * back));
}

export function WeekFields(props: {
  readonly value: WeekDraft;
  readonly change: (patch: Partial<WeekDraft>) => void;
  readonly today: string;
  readonly noted: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly labels: Labels }[];
}) {
  const { value, change, today, noted, reasons } = props;
  const { t, i18n } = useLingui();
  const figures = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String(from + at)).map((one) => ({
      ...{ value: one, label: one },
    }));
  const { absent } = weekBody(value);
  return (
    <>
      <ChoiceField
        path="week"
        label={t`Week that began on`}
        value={value.week}
        data={lastWeeks(today).map((one) => {
          const day = formatDay(i18n.locale, one);
          return { value: one, label: noted.includes(one) ? t`${day}, written down` : day };
        })}
        onChange={(event) => change({ week: event.currentTarget.value })}
      />
      <Choice
        path="absent"
        legend={<Trans>Days of school in this week</Trans>}
        options={figures(1, 7)}
        value={value.days}
        onChange={(days) => change({ days, present: days })}
      />
      <Choice
        path="present"
        legend={<Trans>The child was there on so many days</Trans>}
        options={figures(0, Number(value.days))}
        value={value.present}
        onChange={(present) => change({ present })}
      />
      {absent === 0 ? null : (
        <Many
          path="reasons"
          legend={<Trans>Why not on the others</Trans>}
          description={
            <span className={styles.soft}>
              <Trans>
                In plain words, as far as it is known. It helps to remove what is in the way.
              </Trans>
            </span>
          }
          options={reasons.map(({ code }) => ({
            value: code,
            label: labelOf(i18n.locale, reasons, code),
          }))}
          value={value.reasons}
          onChange={(chosen) => change({ reasons: chosen })}
        />
      )}
    </>
  );
}
