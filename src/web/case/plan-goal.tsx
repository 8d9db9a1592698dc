import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { mattersOf } from '#domain/case/commission-state.ts';
import type { Problem } from '#domain/problem.ts';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { OUTCOME_WORDS, OWNER_WORDS } from './case-words.ts';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';

type Plan = NonNullable<CaseFile['state']['plan']['plan']>;
type Goal = Plan['goals'][number];
type Step = Goal['steps'][number];

/** A goal in the person's words with its steps; a step is done with one tap. */
export function PlanGoal({ file, goal }: { readonly file: CaseFile; readonly goal: Goal }) {
  const label = useLabel();
  return (
    <div style={{ marginBlockStart: '1.25rem' }}>
      <h3 style={{ marginBlock: 0 }}>
        <Trans>“{goal.words}”</Trans>
      </h3>
      <div className={styles.soft}>{label(file.model.need_domains, goal.domain)}</div>
      {goal.steps.length === 0 ? (
        <p className={styles.soft}>
          <Trans>No step yet.</Trans>
        </p>
      ) : null}
      <ul className={styles.list}>
        {goal.steps.map((step) => (
          <PlanStep key={step.step_id} file={file} step={step} />
        ))}
      </ul>
    </div>
  );
}

function PlanStep({ file, step }: { readonly file: CaseFile; readonly step: Step }) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const label = useLabel();
  const [problem, setProblem] = useState<Problem>();
  const outcome = file.state.plan.outcomes[step.step_id];
  const due = formatDay(i18n.locale, step.due_on);
  const late = outcome === undefined && step.due_on < file.situation.today;
  const held = mattersOf(file.state.commission).find(
    (one) => one.step_id === step.step_id && one.status === 'decided',
  );
  const agencies = file.model.commissions?.agencies ?? [];
  const agency = label(agencies, held?.decision?.agency ?? '');
  const owner = i18n._(OWNER_WORDS[step.owner]);

  async function done() {
    const said = await say('complete_step', { step_id: step.step_id, outcome: 'done' });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <li>
      <div className={styles.item}>
        <div>
          <div>{step.what}</div>
          <div className={styles.tags}>
            <span className={styles.soft}>
              <Trans>
                by {owner}, until {due}
              </Trans>
            </span>
            {step.sensitive ? (
              <span className={styles.tag} title={t`Prints as “appointment”`}>
                <IconEyeOff size={16} aria-hidden />
                <Trans>sensitive</Trans>
              </span>
            ) : null}
            {late ? (
              <span className={styles.tag} data-tone="look">
                <Trans>overdue</Trans>
              </span>
            ) : null}
            {held === undefined ? null : (
              <span className={styles.tag} data-tone="look">
                <Trans>waits for an answer: {agency}</Trans>
              </span>
            )}
            {outcome === undefined ? null : (
              <span className={styles.tag} data-tone="some">
                <IconCheck size={16} aria-hidden />
                {i18n._(OUTCOME_WORDS[outcome.outcome])}{' '}
                {formatDay(i18n.locale, outcome.at.slice(0, 10))}
              </span>
            )}
          </div>
        </div>
        {may.append && outcome === undefined ? (
          <div className={`${styles.buttons} no-print`}>
            <Button
              leftSection={<IconCheck size={20} aria-hidden />}
              aria-label={t`Done: ${step.what}`}
              onClick={done}
            >
              <Trans>Done</Trans>
            </Button>
            <OtherOutcome file={file} step={step} />
          </div>
        ) : null}
      </div>
      <ProblemText problem={problem} />
    </li>
  );
}

function OtherOutcome({ file, step }: { readonly file: CaseFile; readonly step: Step }) {
  const { t, i18n } = useLingui();
  const initial: { outcome: keyof typeof OUTCOME_WORDS; words: string } = {
    outcome: 'not_needed',
    words: '',
  };
  return (
    <CommandForm
      file={file}
      kind="complete_step"
      about={step.step_id}
      variant="subtle"
      open={<Trans>Otherwise</Trans>}
      initial={initial}
      body={(value) => ({
        step_id: step.step_id,
        outcome: value.outcome,
        words: given(value.words),
      })}
      paths={['outcome', 'words']}
    >
      {(value, change) => (
        <>
          <Choice
            path="outcome"
            legend={<Trans>How did it end?</Trans>}
            options={(['done', 'not_needed', 'not_done'] as const).map((one) => ({
              value: one,
              label: i18n._(OUTCOME_WORDS[one]),
            }))}
            value={value.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          <CaseProse
            file={file}
            path="words"
            label={t`In a few words, if it helps`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}
