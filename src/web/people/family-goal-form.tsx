import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { v7 as uuid } from 'uuid';
import { dayAfter } from '#domain/case/calendar.ts';
import { askedThemselves, familyDomains } from '#domain/people/family-plan.ts';
import type { CaseFile } from '../case/case-file.ts';
import { CaseLine } from '../case/case-prose.tsx';
import { Many } from '../case/choice.tsx';
import { useLabel } from '../case/labels.ts';
import type { HouseholdRow } from '../case/rows.ts';
import { ChoiceField, DayField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import { birthOfMember, useMemberName } from './family-words.ts';
import { livingIn } from './household.ts';
import { RegisterForm } from './register-form.tsx';
import { useHeldRegister } from './use-register.ts';

interface StepDraft {
  readonly step_id: string;
  readonly what: string;
  readonly members: readonly string[];
  /** '' = the worker. */
  readonly owner: string;
  readonly due_on: string;
}

const STEP_FIELDS = ['what', 'members', 'owner_id', 'due_on'];

interface FormProps {
  readonly file: CaseFile;
  readonly household: HouseholdRow;
}

/** A goal that the household agrees on, with its steps and who said yes to them. */
export function FamilyGoalForm({ file, household }: FormProps) {
  const { t } = useLingui();
  const label = useLabel();
  const nameOf = useMemberName();
  const people = useHeldRegister()?.people;
  const { today } = file.situation;
  const living = livingIn(household, today).filter((one) => one.name !== null);
  const domains = familyDomains(file.model);
  const newStep = (): StepDraft => ({
    ...{ step_id: uuid(), what: '', owner: '', due_on: dayAfter(today, 14) },
    members: living.map((one) => one.person_id),
  });
  const initial = {
    ...{ goal_id: uuid(), words: '', domain: domains.includes('family') ? 'family' : '' },
    ...{ steps: [newStep()], agreed: [] as string[] },
  };
  const asked = (members: readonly string[]) =>
    living.filter(
      (one) =>
        members.includes(one.person_id) &&
        askedThemselves(file.model, birthOfMember(one, people?.get(one.person_id)), today),
    );
  return (
    <RegisterForm
      kind="agree_family_goal"
      about={household.id}
      open={<Trans>Agree on a goal together</Trans>}
      initial={initial}
      paths={({ steps }) => [
        ...['words', 'domain', 'agreed'],
        ...steps.flatMap((_, at) => STEP_FIELDS.map((field) => `steps.${at}.${field}`)),
      ]}
      body={({ steps, agreed, ...goal }) => {
        const named = new Set(steps.flatMap((one) => one.members));
        return {
          ...{ ...goal, household_id: household.id },
          agreed: agreed.filter((one) => named.has(one)),
          steps: steps.map(({ owner, members, ...step }) => ({
            ...{ ...step, members: [...members] },
            owner_id: members.includes(owner) ? owner : null,
          })),
        };
      }}
    >
      {(value, change) => {
        const named = [...new Set(value.steps.flatMap((one) => one.members))];
        const set = (at: number, step: StepDraft) => change({ steps: value.steps.with(at, step) });
        return (
          <>
            <CaseLine
              file={file}
              path="words"
              label={t`The goal in the family’s words`}
              value={value.words}
              onChange={(text) => change({ words: text })}
            />
            <ChoiceField
              path="domain"
              label={t`Area`}
              description={t`Health, emotional well-being, legal help and safety stay in each person’s own plan.`}
              data={[
                { value: '', label: t`Choose` },
                ...domains.map((code) => ({
                  ...{ value: code, label: label(file.model.need_domains, code) },
                })),
              ]}
              value={value.domain}
              onChange={(event) => change({ domain: event.currentTarget.value })}
            />
            {value.steps.map((step, at) => (
              <StepFields
                file={file}
                key={step.step_id}
                path={`steps.${at}`}
                number={at + 1}
                step={step}
                living={living}
                onChange={(next) => set(at, next)}
                onRemove={() => change({ steps: value.steps.toSpliced(at, 1) })}
              />
            ))}
            <div>
              <Button
                variant="default"
                leftSection={<IconPlus size={20} aria-hidden />}
                onClick={() => change({ steps: [...value.steps, newStep()] })}
              >
                <Trans>Add a step</Trans>
              </Button>
            </div>
            <Many
              path="agreed"
              legend={<Trans>Who said yes, each for themselves</Trans>}
              description={
                <Trans>Small children are heard as they can; nobody asks them for a yes.</Trans>
              }
              options={asked(named).map((one) => ({
                ...{ value: one.person_id, label: nameOf(one) },
              }))}
              value={value.agreed}
              onChange={(agreed) => change({ agreed })}
            />
          </>
        );
      }}
    </RegisterForm>
  );
}

interface StepProps {
  readonly file: CaseFile;
  readonly path: string;
  readonly number: number;
  readonly step: StepDraft;
  readonly living: readonly HouseholdRow['members'][number][];
  readonly onChange: (step: StepDraft) => void;
  readonly onRemove: () => void;
}

function StepFields({ file, path, number, step, living, onChange, onRemove }: StepProps) {
  const { t } = useLingui();
  const nameOf = useMemberName();
  const inIt = living.filter((one) => step.members.includes(one.person_id));
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
      <Many
        path={`${path}.members`}
        legend={<Trans>Whose step it is</Trans>}
        description={<Trans>It stands in their files and in no other.</Trans>}
        options={living.map((one) => ({ value: one.person_id, label: nameOf(one) }))}
        value={step.members}
        onChange={(members) => onChange({ ...step, members })}
      />
      <ChoiceField
        path={`${path}.owner_id`}
        label={t`Who does it`}
        data={[
          { value: '', label: t`The support worker` },
          ...inIt.map((one) => ({ value: one.person_id, label: nameOf(one) })),
        ]}
        value={step.members.includes(step.owner) ? step.owner : ''}
        onChange={(event) => onChange({ ...step, owner: event.currentTarget.value })}
      />
      <DayField
        path={`${path}.due_on`}
        label={t`Until`}
        value={step.due_on}
        onChange={(event) => onChange({ ...step, due_on: event.currentTarget.value })}
      />
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
