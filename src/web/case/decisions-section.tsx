import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconGavel } from '@tabler/icons-react';
import { daysWaited, isSilent, type Matter, mattersOf } from '#domain/case/commission-state.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { PrintLink } from '../print/print-link.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { MatterAnswer, MatterDecision, MatterWithdrawal, PutMatter } from './commission-forms.tsx';
import { MATTER_ANSWER_WORDS, MATTER_WORDS } from './commission-words.ts';
import { ConferencesPart } from './conferences-part.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

/** What others decide about a step of the plan, and what several professions decided together. */
export function DecisionsSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const matters = mattersOf(file.state.commission).toReversed();
  return (
    <>
      <Section title={<Trans>Before a commission</Trans>}>
        {matters.length === 0 ? (
          <EmptyState
            icon={<IconGavel size={44} aria-hidden />}
            title={<Trans>Nothing is before a commission</Trans>}
          >
            <Trans>
              Only the number of the file stands on an agenda. What is asked stays here.
            </Trans>
          </EmptyState>
        ) : null}
        <ul className={styles.list}>
          {matters.map((matter) => (
            <MatterLine key={matter.matter_id} file={file} matter={matter} />
          ))}
        </ul>
        {may.append ? <PutMatter file={file} /> : null}
      </Section>
      <ConferencesPart file={file} />
    </>
  );
}

export interface MatterProps {
  readonly file: CaseFile;
  readonly matter: Matter;
}

function MatterLine({ file, matter }: MatterProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const { status, step_id, asked, session_on } = matter;
  const steps = file.state.plan.plan?.goals.flatMap((goal) => goal.steps) ?? [];
  const step = steps.find((one) => one.step_id === step_id)?.what;
  const commissions = file.model.commissions?.commissions ?? [];
  const commission = label(commissions, matter.commission);
  const session = formatDay(i18n.locale, session_on);
  const printed = layoutOf(file.model, 'decision') !== null;
  return (
    <li data-matter={matter.matter_id}>
      <div className={styles.tags}>
        <h3 style={{ margin: 0, fontSize: '1.0625rem' }}>{asked}</h3>
        <span className={styles.tag} data-tone={status === 'put' ? 'some' : undefined}>
          {i18n._(MATTER_WORDS[status])}
        </span>
        <Waiting file={file} matter={matter} />
      </div>
      <div className={styles.soft}>
        {step === undefined ? (
          <Trans>The step is no longer in the plan.</Trans>
        ) : (
          <Trans>Step of the plan: {step}</Trans>
        )}
      </div>
      <div className={styles.soft}>
        {commission} · {session}
      </div>
      <Decided file={file} matter={matter} />
      {may.append && printed && matter.decision !== null && status !== 'withdrawn' ? (
        <PrintLink file={file} about={matter.matter_id}>
          <Trans>Print the decision</Trans>
        </PrintLink>
      ) : null}
      {may.append && (status === 'put' || status === 'decided') ? (
        <div className={styles.buttons}>
          {status === 'put' ? (
            <MatterDecision file={file} matter={matter} />
          ) : (
            <MatterAnswer file={file} matter={matter} />
          )}
          <MatterWithdrawal file={file} matter={matter} />
        </div>
      ) : null}
    </li>
  );
}

/** How long an answer has been waited for; marked where it is longer than the programme wants. */
function Waiting({ file, matter }: MatterProps) {
  const { today } = file.situation;
  const days = daysWaited(matter, today);
  // On the day itself nobody waits yet.
  if (days === null || days === 0) return null;
  return (
    <span
      className={styles.tag}
      data-tone={isSilent(matter, today, file.model) ? 'look' : undefined}
    >
      <Plural value={days} one="waits for # day" other="waits for # days" />
    </span>
  );
}

function Decided({ file, matter }: MatterProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const { decision, answer } = matter;
  if (decision === null) return null;
  const { number } = decision;
  const agency = label(file.model.commissions?.agencies ?? [], decision.agency);
  const decided = formatDay(i18n.locale, decision.decided_on);
  const due = formatDay(i18n.locale, decision.due_on);
  return (
    <div style={{ marginBlock: '0.4rem' }}>
      <div>{decision.what}</div>
      <div className={styles.soft}>
        <Trans>
          Decision {number} of {decided}. {agency} answers by {due}.
        </Trans>
      </div>
      {answer === null ? null : (
        <div>
          <strong>{i18n._(MATTER_ANSWER_WORDS[answer.outcome])}</strong>{' '}
          <span className={styles.soft}>{formatDay(i18n.locale, answer.on)}</span>
          {answer.words === undefined ? null : <p className={styles.quote}>{answer.words}</p>}
        </div>
      )}
    </div>
  );
}
