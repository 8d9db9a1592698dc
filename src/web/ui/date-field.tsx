import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Birth, daysInMonth } from '#domain/people/birth.ts';
import type { Day } from '#domain/time.ts';
import styles from './date-field.module.css';
import { useFieldError } from './field.tsx';
import { monthNames } from './format.ts';
import { today } from './today.ts';

const DAY_MS = 86_400_000;

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

interface DateFieldProps {
  readonly path: string;
  readonly label: string;
  readonly value: Birth | null;
  /** Null while what was typed is no date. */
  readonly onChange: (value: Birth | null) => void;
  readonly description?: string;
}

/**
 * A date as exactly as it is known: a year alone, month and year, or the day; and whether it was
 * estimated. Typed, not picked from a calendar: a year of birth lies forty years back.
 */
export function DateField({ path, label, value, onChange, description }: DateFieldProps) {
  const { t, i18n } = useLingui();
  // A schema names the inner field (`born.date`); the whole field shows it.
  const [own, inner] = [useFieldError(path), useFieldError(`${path}.date`)];
  const told = own ?? inner;
  const [parts, setParts] = useState<Parts>(() => partsOf(value));
  const [estimated, setEstimated] = useState(value?.estimated ?? false);
  const [left, setLeft] = useState(false);
  // What was typed and is no date would be sent as "not known": it holds the form until it is one.
  // A day more: the clock of the device may be behind.
  const ahead = isStillToCome(parts, today(new Date(Date.now() + DAY_MS)));
  const wrong = isNoDate(parts) || ahead;
  const said = wrong && (left || parts.year.length >= 4);
  const words = ahead
    ? t`This day is still to come.`
    : parts.year === ''
      ? t`Please add the year.`
      : t`This date does not exist.`;
  const error = told ?? (said ? words : undefined);

  function change(next: Parts, judged: boolean) {
    setParts(next);
    setEstimated(judged);
    onChange(birthOf(next, judged));
  }

  return (
    <fieldset
      className={styles.dateParts}
      aria-invalid={error !== undefined}
      data-holds={wrong || undefined}
      onBlur={(event) => setLeft(left || !event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event) => setLeft(left || event.key === 'Enter')}
    >
      <legend>{label}</legend>
      <Text size="sm" c="var(--ink-soft)">
        {description ?? t`Leave day or month empty where nobody knows them.`}
      </Text>
      <div className={styles.dateRow}>
        <TextInput
          label={t`Day`}
          inputMode="numeric"
          maxLength={2}
          autoComplete="off"
          value={parts.day}
          onChange={(event) => change({ ...parts, day: digits(event) }, estimated)}
        />
        <NativeSelect
          className={styles.month}
          label={t`Month`}
          value={parts.month}
          onChange={(event) => change({ ...parts, month: event.currentTarget.value }, estimated)}
          data={[
            { value: '', label: '—' },
            ...monthNames(i18n.locale).map((name, index) => ({
              value: String(index + 1).padStart(2, '0'),
              label: name,
            })),
          ]}
        />
        <TextInput
          label={t`Year`}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          value={parts.year}
          onChange={(event) => change({ ...parts, year: digits(event) }, estimated)}
        />
      </div>
      <Checkbox
        mt="xs"
        label={<Trans>Estimated (by sight or by what others said)</Trans>}
        checked={estimated}
        onChange={(event) => change(parts, event.currentTarget.checked)}
      />
      {error === undefined ? null : (
        <Text className="mantine-InputWrapper-error" role="alert" mt={6}>
          {error}
        </Text>
      )}
    </fieldset>
  );
}

function digits(event: { currentTarget: { value: string } }): string {
  return event.currentTarget.value.replace(/\D/g, '');
}

function partsOf(value: Birth | null): Parts {
  if (value === null) return { day: '', month: '', year: '' };
  const [year = '', month = '', day = ''] = value.date.split('-');
  return {
    year,
    month: value.precision === 'year' ? '' : month,
    day: value.precision === 'day' ? String(Number(day)) : '',
  };
}

/** Something was typed, and it is no date (yet). */
export function isNoDate(parts: Parts): boolean {
  const typed = parts.day !== '' || parts.month !== '' || parts.year !== '';
  return typed && birthOf(parts, false) === null;
}

/** A date after the last one on which anybody can have been born. */
export function isStillToCome(parts: Parts, latest: Day): boolean {
  const born = birthOf(parts, false);
  return born !== null && born.date > latest;
}

/** What was typed as a date with its precision, or null where it is none (yet). */
export function birthOf(parts: Parts, estimated: boolean): Birth | null {
  const year = Number(parts.year);
  if (!/^\d{4}$/.test(parts.year) || year < 1900) return null;
  if (parts.month === '') {
    if (parts.day !== '') return null;
    return { date: `${parts.year}-01-01`, precision: 'year', estimated };
  }
  const month = `${parts.year}-${parts.month}`;
  if (parts.day === '') return { date: `${month}-01`, precision: 'month', estimated };
  const day = Number(parts.day);
  if (day < 1 || day > daysInMonth(year, Number(parts.month))) return null;
  return { date: `${month}-${String(day).padStart(2, '0')}`, precision: 'day', estimated };
}
