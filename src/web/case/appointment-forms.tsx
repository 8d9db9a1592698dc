import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import { instantOf, MomentField } from '../ui/moment-field.tsx';
import type { Appointment } from './appointments-section.tsx';
import type { CaseFile } from './case-file.ts';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useServices } from './use-services.ts';

interface AppointmentProps {
  readonly file: CaseFile;
  readonly one: Appointment;
}

export function BookAppointment({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const services = [...useServices().values()].filter((one) => one.active);
  const body = (value: {
    title: string;
    service: string;
    at: string;
    place: string;
  }): CommandBodies['book_appointment'] => ({
    ...{ appointment_id: uuid(), title: value.title, at: instantOf(value.at) },
    place: given(value.place),
    with:
      value.service === '' ? { kind: 'worker' } : { kind: 'service', service_id: value.service },
  });
  return (
    <CommandForm
      file={file}
      kind="book_appointment"
      open={<Trans>Agree on an appointment</Trans>}
      initial={{ title: t`Appointment`, service: '', at: '', place: '' }}
      body={body}
      paths={['title', 'at', 'place']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="with"
            label={t`With whom`}
            value={value.service}
            data={[
              { value: '', label: t`With me` },
              ...services.map((one) => ({ value: one.id, label: labelIn(i18n.locale, one.name) })),
            ]}
            onChange={(event) => change({ service: event.currentTarget.value })}
          />
          <MomentField
            path="at"
            label={t`Day and hour`}
            value={value.at}
            onChange={(at) => change({ at })}
          />
          <TextField
            path="title"
            label={t`Title, for any eye`}
            description={t`Never what it is for: it may stand on a print.`}
            value={value.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <TextField
            path="place"
            label={t`Where (may stay empty)`}
            value={value.place}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function MoveAppointment({ file, one }: AppointmentProps) {
  const { t } = useLingui();
  const { appointment_id } = one;
  return (
    <CommandForm
      file={file}
      kind="move_appointment"
      about={appointment_id}
      variant="subtle"
      open={<Trans>Another time</Trans>}
      initial={{ at: '', seen: one.by }}
      body={(value) => ({ appointment_id, at: instantOf(value.at) })}
      seen={(value) => ({ [`appointment:${appointment_id}`]: value.seen })}
      paths={['at']}
    >
      {(value, change) => (
        <MomentField
          path="at"
          label={t`New day and hour`}
          value={value.at}
          onChange={(at) => change({ at })}
        />
      )}
    </CommandForm>
  );
}

type Reason = CommandBodies['miss_appointment']['reason'];

export function MissedAppointment({ file, one }: AppointmentProps) {
  const { t } = useLingui();
  const { appointment_id } = one;
  const initial: { reason: Reason } = { reason: 'unknown' };
  return (
    <CommandForm
      file={file}
      kind="miss_appointment"
      about={appointment_id}
      open={<Trans>Missed</Trans>}
      initial={initial}
      body={(value) => ({ ...value, appointment_id })}
      paths={['reason']}
    >
      {(value, change) => (
        <Choice
          path="reason"
          legend={<Trans>What stood in the way?</Trans>}
          options={[
            { value: 'ill', label: t`Illness` },
            { value: 'no_transport', label: t`No way to get there` },
            { value: 'forgotten', label: t`Forgotten` },
            { value: 'did_not_wish', label: t`Did not wish to` },
            { value: 'service_absent', label: t`The service was not there` },
            { value: 'unknown', label: t`Not known` },
          ]}
          value={value.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
    </CommandForm>
  );
}
