import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ChoiceField, DayField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseLine } from './case-prose.tsx';
import { OWNER_WORDS } from './case-words.ts';
import { Choice, Tick } from './choice.tsx';
import { useLabel } from './labels.ts';
import { type GoalDraft, newStep, type StepDraft } from './plan-draft.ts';

interface PlanGoalFieldsProps {
  readonly file: CaseFile;
  readonly goal: GoalDraft;
  readonly at: number;
  readonly onChange: (goal: GoalDraft) => void;
  readonly onRemove: () => void;
}

export function PlanGoalFields({ file, goal, at, onChange, onRemove }: PlanGoalFieldsProps) {
  const { t } = useLingui();
  const label = useLabel();
  const domains = file.model.need_domains;
  const number = at + 1;
  return (
    <fieldset className={styles.form} style={{ margin: 0 }}>
      <legend className={styles.strong}>
        <Trans>Goal {number}</Trans>
      </legend>
      <CaseLine
        file={file}
        path={`goals.${at}.words`}
        label={t`The goal in the person’s words`}
        value={goal.words}
        onChange={(text) => onChange({ ...goal, words: text })}
      />
      <ChoiceField
        path={`goals.${at}.domain`}
        label={t`Area`}
        value={goal.domain}
        data={domains.map(({ code }) => ({ value: code, label: label(domains, code) }))}
        onChange={(event) => onChange({ ...goal, domain: event.currentTarget.value })}
      />
      {goal.steps.map((step, index) => (
        <StepFields
          file={file}
          key={step.step_id}
          path={`goals.${at}.steps.${index}`}
          number={index + 1}
          step={step}
          ended={file.state.plan.outcomes[step.step_id] !== undefined}
          onChange={(next) =>
            onChange({ ...goal, steps: goal.steps.map((one, i) => (i === index ? next : one)) })
          }
          onRemove={() => onChange({ ...goal, steps: goal.steps.filter((_, i) => i !== index) })}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() =>
            onChange({ ...goal, steps: [...goal.steps, newStep(file.situation.today)] })
          }
        >
          <Trans>Add a step</Trans>
        </Button>
        <Button
          variant="subtle"
          color="clay"
          leftSection={<IconTrash size={20} aria-hidden />}
          onClick={onRemove}
        >
          <Trans>Take this goal out</Trans>
        </Button>
      </div>
    </fieldset>
  );
}

interface StepFieldsProps {
  readonly file: CaseFile;
  readonly path: string;
  readonly number: number;
  readonly step: StepDraft;
  /** An ended step stays as it was. */
  readonly ended: boolean;
  readonly onChange: (step: StepDraft) => void;
  readonly onRemove: () => void;
}

function StepFields({ file, path, number, step, ended, onChange, onRemove }: StepFieldsProps) {
  const { t, i18n } = useLingui();
  if (ended) {
    return (
      <div className={styles.soft}>
        <Trans>
          Step {number} (ended): {step.what}
        </Trans>
      </div>
    );
  }
  return (
    <fieldset className={styles.form} style={{ margin: 0, background: 'var(--paper)' }}>
      <legend className={styles.strong}>
        <Trans>Step {number}</Trans>
      </legend>
      <CaseLine
        file={file}
        path={`${path}.what`}
        label={t`What is to be done`}
        value={step.what}
        onChange={(text) => onChange({ ...step, what: text })}
      />
      <Choice
        path={`${path}.owner`}
        legend={<Trans>Who does it</Trans>}
        options={(['worker', 'person', 'family', 'service'] as const).map((one) => ({
          value: one,
          label: i18n._(OWNER_WORDS[one]),
        }))}
        value={step.owner}
        onChange={(owner) => onChange({ ...step, owner })}
      />
      <DayField
        path={`${path}.due_on`}
        label={t`Until`}
        value={step.due_on}
        onChange={(event) => onChange({ ...step, due_on: event.currentTarget.value })}
      />
      <Tick checked={step.sensitive} onChange={(sensitive) => onChange({ ...step, sensitive })}>
        <Trans>Sensitive: on paper it only says “appointment”</Trans>
      </Tick>
      <div>
        <Button
          variant="subtle"
          color="clay"
          leftSection={<IconTrash size={20} aria-hidden />}
          onClick={onRemove}
        >
          <Trans>Take this step out</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
