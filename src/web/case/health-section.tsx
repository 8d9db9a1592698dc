import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { may } from '#domain/access/rights.ts';
import { dosesGiven, PROOFS, worksOnHealth } from '#domain/case/health.ts';
import { type DueDose, dosesDue } from '#domain/case/model-vaccination.ts';
import { nextMeetings } from '#domain/case/session.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { PROOF_WORDS } from './health-words.ts';
import { useLabel } from './labels.ts';
import { useLineFile } from './line-file.ts';
import { OnDay } from './on-day.tsx';
import { birthOfRow } from './use-age.ts';

/**
 * Health without what was found. Whoever works with it sees vaccinations and dates, over the line and
 * never from a device; all others learn the next date of a specialist.
 */
export function HealthSection({ file: carried }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const { role, actor } = carried.situation;
  const whole = useLineFile(carried.row.id, may(role, 'read', 'health'));
  const reads = worksOnHealth(carried.state, actor.id);
  const [meeting] = nextMeetings(carried.state);
  const next = meeting === undefined ? null : formatDay(i18n.locale, meeting[1]);
  const { due_on } = carried.state.health;
  const due = due_on === null ? null : formatDay(i18n.locale, due_on);
  return (
    <>
      <Section title={<Trans>Health</Trans>}>
        <p style={{ marginBlockStart: 0 }}>
          <Trans>
            Needs and referrals stand in their own parts. What a doctor finds stands nowhere here:
            only that somebody was seen, and when next.
          </Trans>{' '}
          {next === null ? null : <Trans>Next date: {next}</Trans>}
        </p>
        {due === null ? null : (
          <p>
            <Trans>By the calendar a health appointment is due on {due}.</Trans>
          </p>
        )}
        {reads ? null : (
          <p className={styles.soft}>
            <Trans>
              Vaccinations and dates are read by the health specialist of this person, and by the
              support worker where the person agrees.
            </Trans>
          </p>
        )}
        {reads && whole != null ? <Seen file={whole} /> : null}
      </Section>
      {reads && whole != null && whole.model.vaccinations !== undefined ? (
        <Vaccinations file={whole} />
      ) : null}
    </>
  );
}

function Seen({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const seen = Object.values(file.state.health.seen).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const initial: { on: string; came: 'yes' | 'no'; next_on: string } = {
    ...{ on: file.situation.today, came: 'yes', next_on: '' },
  };
  return (
    <>
      {file.state.stage.phase === 'closed' ? null : (
        <CommandForm
          file={file}
          kind="record_seen"
          variant="filled"
          open={<Trans>Seen, and when next</Trans>}
          initial={initial}
          body={({ came, on, next_on }) => ({
            ...{ seen_id: uuid(), on, came: came === 'yes', next_on: given(next_on) ?? null },
          })}
          paths={['on', 'came', 'next_on']}
        >
          {(value, change) => (
            <>
              <Choice
                path="came"
                legend={<Trans>Was the person there?</Trans>}
                options={[
                  { value: 'yes', label: t`Yes` },
                  { value: 'no', label: t`No` },
                ]}
                value={value.came}
                onChange={(came) => change({ came })}
              />
              <OnDay value={value.on} onChange={(on) => change({ on })} />
              <DayField
                path="next_on"
                label={t`Next time, if there is one`}
                value={value.next_on}
                onChange={(event) => change({ next_on: event.currentTarget.value })}
              />
            </>
          )}
        </CommandForm>
      )}
      <ul className={styles.list}>
        {seen.map((one) => (
          <li key={one.seen_id}>
            {formatDay(i18n.locale, one.on)}{' '}
            <span className={styles.tag} data-tone={one.came ? 'some' : 'look'}>
              {one.came ? <Trans>came</Trans> : <Trans>did not come</Trans>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is due by the country’s calendar, what comes later and what was given. */
function Vaccinations({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const birth = birthOfRow(file.person) ?? null;
  const given = dosesGiven(file.state.health);
  const due = dosesDue(file.model, birth, given, file.situation.today);
  const source = file.model.vaccinations?.source_citation;
  const of = (state: DueDose['state']) => due.filter((one) => one.state === state);
  const day = (on: string) => formatDay(i18n.locale, on);
  return (
    <Section title={<Trans>Vaccinations</Trans>}>
      {birth === null ? (
        <p className={styles.look} style={{ marginBlockStart: 0 }}>
          <Trans>Without a birth date nobody can say what is due.</Trans>
        </p>
      ) : null}
      {birth !== null && Object.keys(given).length === 0 ? (
        <p className={styles.soft} style={{ marginBlockStart: 0 }}>
          <Trans>
            Nothing is written down: without papers, vaccination begins with the first doses. The
            clinic decides.
          </Trans>
        </p>
      ) : null}
      <Doses title={<Trans>Due now</Trans>} file={file} doses={of('due')}>
        {({ due_on }) => <Trans>since {day(due_on)}</Trans>}
      </Doses>
      <Doses title={<Trans>Later</Trans>} file={file} doses={of('ahead')}>
        {({ due_on }) => <Trans>from {day(due_on)}</Trans>}
      </Doses>
      <Doses title={<Trans>Given</Trans>} file={file} doses={of('given')}>
        {({ given_on }) => day(given_on ?? '')}
      </Doses>
      {file.state.stage.phase === 'closed' ? null : <RecordVaccination file={file} due={due} />}
      <p className={styles.soft}>
        <Trans>Calendar: {source}</Trans>
      </p>
    </Section>
  );
}

function Doses(props: {
  readonly title: React.ReactNode;
  readonly file: CaseFile;
  readonly doses: readonly DueDose[];
  readonly children: (dose: DueDose) => React.ReactNode;
}) {
  const { title, file, doses, children } = props;
  const label = useLabel();
  const known = Object.values(file.state.health.vaccinations);
  if (doses.length === 0) return null;
  return (
    <>
      <h3 style={{ marginBlock: '0.75rem 0.25rem', fontSize: '1.0625rem' }}>{title}</h3>
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        {doses.map((dose) => {
          const where = known.find(({ code }) => code === dose.code)?.where;
          return (
            <li key={dose.code}>
              {label(file.model.vaccinations?.doses ?? [], dose.code)}{' '}
              <span className={styles.soft}>
                {children(dose)}
                {where === undefined ? null : `, ${where}`}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function RecordVaccination(props: { readonly file: CaseFile; readonly due: readonly DueDose[] }) {
  const { file, due } = props;
  const { t, i18n } = useLingui();
  const label = useLabel();
  const doses = file.model.vaccinations?.doses ?? [];
  const missing = doses.filter(
    ({ code }) => due.find((one) => one.code === code)?.state !== 'given',
  );
  const first =
    due.find(({ state }) => state === 'due') ?? due.find(({ state }) => state !== 'given');
  const initial: { code: string; on: string; where: string; proof: (typeof PROOFS)[number] } = {
    ...{ code: first?.code ?? '', on: file.situation.today, where: '', proof: 'paper' },
  };
  return (
    <div style={{ marginBlockStart: '0.9rem' }}>
      <CommandForm
        file={file}
        kind="record_vaccination"
        open={<Trans>Write down a vaccination</Trans>}
        initial={initial}
        body={(value) => ({ ...value, vaccination_id: uuid(), where: given(value.where) })}
        paths={['code', 'on', 'where', 'proof']}
      >
        {(value, change) => (
          <>
            <ChoiceField
              path="code"
              label={t`Vaccination`}
              value={value.code}
              data={missing.map(({ code }) => ({ value: code, label: label(doses, code) }))}
              onChange={(event) => change({ code: event.currentTarget.value })}
            />
            <OnDay value={value.on} onChange={(on) => change({ on })} />
            <TextField
              path="where"
              label={t`Where it was given`}
              value={value.where}
              onChange={(event) => change({ where: event.currentTarget.value })}
            />
            <Choice
              path="proof"
              legend={<Trans>How it is known</Trans>}
              options={PROOFS.map((one) => ({ value: one, label: i18n._(PROOF_WORDS[one]) }))}
              value={value.proof}
              onChange={(proof) => change({ proof })}
            />
          </>
        )}
      </CommandForm>
    </div>
  );
}
