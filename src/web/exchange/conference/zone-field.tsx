import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { TextField } from '../../ui/field.tsx';

const ZONES = Intl.supportedValuesOf('timeZone');

interface ZoneFieldProps {
  readonly value: string;
  readonly change: (value: string) => void;
}

/** A time zone by its full name: a part of it is enough to find it. */
export function ZoneField({ value, change }: ZoneFieldProps) {
  const { t } = useLingui();
  const id = useId();
  return (
    <>
      <TextField
        path="time_zone"
        label={t`Time zone of the host`}
        description={t`Its name, such as Asia/Tashkent or Europe/Brussels.`}
        list={id}
        autoComplete="off"
        maxLength={60}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <datalist id={id}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
