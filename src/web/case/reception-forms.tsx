import { Trans, useLingui } from '@lingui/react/macro';
import { DayField, TextField } from '../ui/field.tsx';
import type { CaseFile } from './case-file.ts';
import { CommandForm } from './command-form.tsx';

interface FormProps {
  readonly file: CaseFile;
}

/** Somebody arrives in a centre, a sanatorium, a hotel. */
export function EnterReception({ file }: FormProps) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="enter_reception"
      open={<Trans>Arrived in reception</Trans>}
      initial={{ place: '', on: file.situation.today }}
      body={(value) => value}
      paths={['place', 'on']}
    >
      {(value, change) => (
        <>
          <TextField
            path="place"
            label={t`Where the person is received`}
            description={t`For example: a centre, a sanatorium, a hotel.`}
            value={value.place}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
          <DayField
            path="on"
            label={t`Day`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}

/** Leaves reception without a hand-over: somebody grown up who goes home alone, or another centre. */
export function LeaveReception({ file }: FormProps) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="leave_reception"
      open={<Trans>Left reception</Trans>}
      initial={{ on: file.situation.today }}
      body={(value) => value}
      paths={['on']}
    >
      {(value, change) => (
        <DayField
          path="on"
          label={t`Day`}
          value={value.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
      )}
    </CommandForm>
  );
}
