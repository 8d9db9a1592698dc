import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FamilyOutcome } from '#domain/people/family-plan.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseFile } from '../case/case-file.ts';
import { OUTCOME_WORDS } from '../case/case-words.ts';
import { useLabel } from '../case/labels.ts';
import type { FamilyGoalRow, HouseholdRow } from '../case/rows.ts';
import { useMay } from '../case/use-may.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { FamilyGoalForm } from './family-goal-form.tsx';
import { familyPlanOn, useMemberName } from './family-words.ts';
import { usePersonOfCase, useSayRegister } from './use-register.ts';

/** What the household agreed to do together, in the file of each of them. */
export function FamilyPlanSection({ file }: { readonly file: CaseFile }) {
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  const may = useMay(file);
  const households = found?.households ?? [];
  const { today } = file.situation;
  const any = households.some((one) => familyPlanOn(one, today).length > 0);
  return (
    <Section
      title={<Trans>What the family does together</Trans>}
      actions={
        any ? (
          <Button
            component={Link}
            to={`/cases/${file.row.id}/together/print`}
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
          >
            <Trans>Print</Trans>
          </Button>
        ) : null
      }
    >
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          A step stands in the files of those whom it names. When one of them no longer lives here,
          it is over for all, and nobody reads it any longer.
        </Trans>
      </p>
      {households.length === 0 ? (
        <p className={styles.soft}>
          <Trans>No household is written down.</Trans>
        </p>
      ) : null}
      {households.map((household) => (
        <div key={household.id}>
          {familyPlanOn(household, today).map((goal) => (
            <OneGoal key={goal.id} file={file} household={household} goal={goal} />
          ))}
          {may.append ? <FamilyGoalForm file={file} household={household} /> : null}
        </div>
      ))}
    </Section>
  );
}

interface GoalProps {
  readonly file: CaseFile;
  readonly household: HouseholdRow;
  readonly goal: FamilyGoalRow;
}

function OneGoal({ file, household, goal }: GoalProps) {
  const label = useLabel();
  const { words } = goal;
  return (
    <div style={{ marginBlock: '1.25rem' }}>
      <h3 style={{ marginBlock: 0 }}>
        <Trans>“{words}”</Trans>
      </h3>
      <div className={styles.soft}>{label(file.model.need_domains, goal.domain)}</div>
      <ul className={styles.list}>
        {goal.steps.map((step) => (
          <OneStep key={step.id} file={file} household={household} step={step} />
        ))}
      </ul>
    </div>
  );
}

function OneStep(props: {
  readonly file: CaseFile;
  readonly household: HouseholdRow;
  readonly step: FamilyGoalRow['steps'][number];
}) {
  const { file, household, step } = props;
  const { t, i18n } = useLingui();
  const nameOf = useMemberName();
  const may = useMay(file);
  const say = useSayRegister();
  const [problem, setProblem] = useState<Problem>();
  const due = formatDay(i18n.locale, step.due_on);
  const inIt = household.members.filter((one) => step.members.includes(one.person_id));
  const names = inIt.map(nameOf).join(', ');
  const yes = inIt
    .filter((one) => step.agreed.includes(one.person_id))
    .map(nameOf)
    .join(', ');
  const doer = inIt.find((one) => one.person_id === step.owner_id);
  const owner = doer === undefined ? t`the support worker` : nameOf(doer);
  const late = step.outcome === null && step.due_on < file.situation.today;
  async function end(outcome: FamilyOutcome) {
    const said = await say('end_family_step', { step_id: step.id, outcome });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <li>
      <div className={styles.item}>
        <div>
          <div>{step.what}</div>
          <div className={styles.soft}>
            <Trans>
              by {owner}, until {due}
            </Trans>
          </div>
          <div className={styles.soft}>
            {yes === '' || yes === names ? (
              <Trans>For {names}</Trans>
            ) : (
              <Trans>
                For {names}; said yes: {yes}
              </Trans>
            )}
          </div>
          <div className={styles.tags}>
            {late ? (
              <span className={styles.tag} data-tone="look">
                <Trans>overdue</Trans>
              </span>
            ) : null}
            {step.outcome === null ? null : (
              <span className={styles.tag} data-tone="some">
                <IconCheck size={16} aria-hidden />
                {i18n._(OUTCOME_WORDS[step.outcome])}
              </span>
            )}
          </div>
        </div>
        {may.append && step.outcome === null ? (
          <div className={`${styles.buttons} no-print`}>
            <Button onClick={() => void end('done')}>
              <Trans>Done</Trans>
            </Button>
            <Button variant="default" onClick={() => void end('not_needed')}>
              <Trans>No longer needed</Trans>
            </Button>
            <Button variant="default" onClick={() => void end('not_done')}>
              <Trans>Did not work out</Trans>
            </Button>
          </div>
        ) : null}
      </div>
      <ProblemText problem={problem} />
    </li>
  );
}
