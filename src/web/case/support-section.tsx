import { Trans, useLingui } from '@lingui/react/macro';
import { may } from '#domain/access/rights.ts';
import { nextMeetings } from '#domain/case/session.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { useLineFile } from './line-file.ts';
import { SCREENING_WORDS, SESSION_FORM_WORDS } from './safety-words.ts';
import { NextSession, RecordScreening, RecordSession } from './session-forms.tsx';

/** Work with a specialist: sessions for those who may read them, for all others the next date alone. */
export function SupportSection({ file: carried }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const { role } = carried.situation;
  // Over the line: what a device carries is the general part, whatever the person agreed to.
  const whole = useLineFile(carried.row.id, may(role, 'read', 'psychosocial'));
  const file = whole ?? carried;
  const { session, stage, assignment } = file.state;
  const day = (value: string) => formatDay(i18n.locale, value);
  const [meeting] = nextMeetings(file.state);
  const works = Object.keys(assignment.specialists).length > 0;
  const sessions = Object.values(session.sessions).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const screenings = Object.values(session.screenings).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const next = meeting === undefined ? null : day(meeting[1]);
  const own = assignment.specialists[file.situation.actor.id]?.compartment === 'psychosocial';
  return (
    <Section title={<Trans>Work with a specialist</Trans>}>
      <p style={{ marginBlockStart: 0 }}>
        {works ? (
          <Trans>A specialist is working with the person.</Trans>
        ) : (
          <Trans>No specialist is working with the person now.</Trans>
        )}{' '}
        {next === null ? null : <Trans>Next date: {next}</Trans>}
      </p>
      {own && stage.phase !== 'closed' ? (
        <>
          <p className={styles.soft}>
            <Trans>
              Write down that there was a session, never what was said in it: such notes stay with
              you. The support worker sees the next date and no more, unless the person agrees.
            </Trans>
          </p>
          <div className={styles.buttons}>
            <RecordSession file={file} />
            <NextSession file={file} />
            <RecordScreening file={file} />
          </div>
        </>
      ) : null}
      <ul className={styles.list}>
        {sessions.map((one) => (
          <li key={one.session_id}>
            <div className={styles.tags}>
              <strong>{i18n._(SESSION_FORM_WORDS[one.form])}</strong>
              <span>{day(one.on)}</span>
              <span className={styles.tag} data-tone={one.attended ? 'some' : 'look'}>
                {one.attended ? t`came` : t`did not come`}
              </span>
            </div>
          </li>
        ))}
        {screenings.map((one) => (
          <li key={one.screening_id}>
            <div className={styles.tags}>
              <strong>
                <Trans>Asked how they are</Trans>
              </strong>
              <span>{day(one.on)}</span>
              <span className={styles.tag}>{i18n._(SCREENING_WORDS[one.result])}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
