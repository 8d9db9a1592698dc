import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCalendarHeart, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { BookAppointment, MissedAppointment, MoveAppointment } from './appointment-forms.tsx';
import type { CaseFile } from './case-file.ts';
import { RemindPerson } from './remind-person.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { useTeller } from './use-teller.ts';

export type Appointment = CaseFile['state']['appointment']['appointments'][string];

/** Days and hours that were agreed on; their titles say nothing to other eyes. */
export function AppointmentsSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const all = Object.values(file.state.appointment.appointments).toSorted((a, b) =>
    a.at < b.at ? 1 : -1,
  );
  return (
    <Section title={<Trans>Appointments</Trans>}>
      {may.help ? <BookAppointment file={file} /> : null}
      {all.length === 0 ? (
        <EmptyState
          icon={<IconCalendarHeart size={44} aria-hidden />}
          title={<Trans>No appointment yet</Trans>}
        />
      ) : null}
      <ul className={styles.list}>
        {all.map((one) => (
          <OneAppointment key={one.appointment_id} file={file} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function OneAppointment({ file, one }: { readonly file: CaseFile; readonly one: Appointment }) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const teller = useTeller(file);
  const [problem, setProblem] = useState<Problem>();
  const { appointment_id, status } = one;
  const states = {
    booked: t`Agreed`,
    kept: t`Kept`,
    missed: t`Missed`,
    cancelled: t`Cancelled`,
  };
  async function end(kind: 'keep_appointment' | 'cancel_appointment') {
    const said = await say(kind, { appointment_id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <li>
      <div className={styles.tags}>
        <strong>{formatMoment(i18n.locale, one.at)}</strong>
        <span>{one.title}</span>
        {one.place === undefined ? null : <span className={styles.soft}>{one.place}</span>}
        <span className={styles.tag} data-tone={status === 'missed' ? 'look' : 'some'}>
          {states[status]}
        </span>
      </div>
      {one.conflict === undefined ? null : (
        <div className={styles.look}>
          <Trans>
            Two different times were given: {formatMoment(i18n.locale, one.at)} (
            {teller.byFact(one.by)}) and {formatMoment(i18n.locale, one.conflict.at)} (
            {teller.byFact(one.conflict.by)}). Please set the time that holds.
          </Trans>
        </div>
      )}
      {may.append && (status === 'booked' || status === 'missed') ? (
        <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
          {status === 'booked' ? (
            <>
              <Button
                variant="default"
                leftSection={<IconCheck size={20} aria-hidden />}
                onClick={() => void end('keep_appointment')}
              >
                <Trans>Kept</Trans>
              </Button>
              <MissedAppointment file={file} one={one} />
            </>
          ) : null}
          <MoveAppointment file={file} one={one} />
          {status === 'booked' ? <RemindPerson file={file} one={one} /> : null}
          {status === 'booked' ? (
            <Button variant="subtle" onClick={() => void end('cancel_appointment')}>
              <Trans>Cancel the appointment</Trans>
            </Button>
          ) : null}
        </div>
      ) : null}
      <ProblemText problem={problem} />
    </li>
  );
}
