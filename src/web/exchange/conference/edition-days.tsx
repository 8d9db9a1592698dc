import { useLingui } from '@lingui/react/macro';
import { DayField, TextField } from '../../ui/field.tsx';
import { ZoneField } from './zone-field.tsx';

interface Days {
  readonly starts_on: string;
  readonly ends_on: string;
  readonly time_zone: string;
  readonly contact: string;
}

/** When a conference is, by which clock, and whom people write to. */
export function EditionDays(props: {
  readonly draft: Days;
  readonly change: (patch: Partial<Days>) => void;
}) {
  const { draft, change } = props;
  const { t } = useLingui();
  return (
    <>
      <DayField
        path="starts_on"
        label={t`First day`}
        value={draft.starts_on}
        onChange={(event) => change({ starts_on: event.currentTarget.value })}
      />
      <DayField
        path="ends_on"
        label={t`Last day`}
        value={draft.ends_on}
        onChange={(event) => change({ ends_on: event.currentTarget.value })}
      />
      <ZoneField value={draft.time_zone} change={(time_zone) => change({ time_zone })} />
      <TextField
        path="contact"
        label={t`Address that people write to`}
        type="email"
        value={draft.contact}
        onChange={(event) => change({ contact: event.currentTarget.value })}
      />
    </>
  );
}
