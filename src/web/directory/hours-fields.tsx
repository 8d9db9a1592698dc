import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Details } from '#domain/directory/directory.ts';
import { WEEKDAYS } from '#domain/directory/open-hours.ts';
import { useFieldError } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { weekdayName } from './directory-words.ts';

type Hours = Details['hours'];
interface HoursFieldsProps {
  readonly value: Hours;
  readonly onChange: (hours: Hours) => void;
}

const USUAL: Hours[number] = {
  days: ['MO', 'TU', 'WE', 'TH', 'FR'],
  ...{ opens_at: '09:00', closes_at: '18:00' },
};

/** Days of the week with their hours; what closes after midnight counts for the day on which it opens. */
export function HoursFields({ value, onChange }: HoursFieldsProps) {
  const { t } = useLingui();
  const put = (at: number, one: Hours[number]) =>
    onChange(value.map((old, index) => (index === at ? one : old)));
  return (
    <fieldset className={parts.choice}>
      <legend>
        <Trans>Opening hours</Trans>
      </legend>
      <div className={parts.stack}>
        {Object.entries(value).map(([at, one]) => (
          <Line
            key={at}
            at={Number(at)}
            one={one}
            put={put}
            remove={() => onChange(value.toSpliced(Number(at), 1))}
          />
        ))}
      </div>
      {value.length >= 7 ? null : (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange([...value, USUAL])}
        >
          {t`Add hours`}
        </Button>
      )}
    </fieldset>
  );
}

interface LineProps {
  readonly at: number;
  readonly one: Hours[number];
  readonly put: (at: number, one: Hours[number]) => void;
  readonly remove: () => void;
}

function Line({ at, one, put, remove }: LineProps) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const noDay = useFieldError(`hours.${at}.days`);
  const opens = useFieldError(`hours.${at}.opens_at`);
  const closes = useFieldError(`hours.${at}.closes_at`);
  const toggle = (day: (typeof WEEKDAYS)[number]) =>
    put(at, {
      ...one,
      days: WEEKDAYS.filter((other) => (other === day) !== one.days.includes(other)),
    });
  return (
    <div>
      <div className={parts.chips}>
        {WEEKDAYS.map((day) => (
          <label key={day}>
            <input type="checkbox" checked={one.days.includes(day)} onChange={() => toggle(day)} />
            <span>{weekdayName(i18n.locale, day)}</span>
          </label>
        ))}
      </div>
      {noDay === undefined ? null : (
        <div className="mantine-InputWrapper-error" role="alert">
          {noDay}
        </div>
      )}
      <div className={parts.buttons} style={{ alignItems: 'end', marginBlockStart: '0.5rem' }}>
        <TextInput
          type="time"
          label={t`Opens`}
          value={one.opens_at}
          error={opens}
          onChange={(event) => put(at, { ...one, opens_at: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t`Closes`}
          value={one.closes_at}
          error={closes}
          onChange={(event) => put(at, { ...one, closes_at: event.currentTarget.value })}
        />
        <Button variant="subtle" leftSection={<IconTrash size={20} aria-hidden />} onClick={remove}>
          <Trans>Take out</Trans>
        </Button>
      </div>
    </div>
  );
}
