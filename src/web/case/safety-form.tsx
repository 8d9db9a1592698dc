import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { dayAfter } from '#domain/case/calendar.ts';
import { safetyOf } from '#domain/case/model-safety.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { SAFETY_OUTCOMES, type SAFETY_PARTS } from '#domain/case/safety-plan.ts';
import { DayField } from '../ui/field.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import {
  COPY_WORDS,
  MADE_WITH_WORDS,
  SAFETY_OUTCOME_WORDS,
  SAFETY_PART_WORDS,
} from './safety-words.ts';

type Part = (typeof SAFETY_PARTS)[number];
export type SafetyPlanBody = Omit<CommandBodies['agree_safety_plan'], 'review_on'> & {
  readonly review_on: string;
};

/** The last day by which the programme asks for another look. */
function lastDay({ model, situation }: CaseFile): string {
  return dayAfter(situation.today, safetyOf(model).plan_review_days);
}

/** A new plan; it takes the place of the one that holds in the same part. */
export function AgreeSafetyPlan(props: {
  readonly file: CaseFile;
  readonly parts: readonly Part[];
}) {
  const { file, parts } = props;
  const { t, i18n } = useLingui();
  const initial: Omit<SafetyPlanBody, 'plan_id' | 'safe_places'> & { safe_places: string } = {
    ...{ compartment: parts[0] ?? 'protection', warning_signs: '', what_helps: '' },
    ...{ whom_to_call: '', safe_places: '', worker_does: '', made_with: 'person' },
    ...{ copy: 'not_safe', review_on: lastDay(file) },
  };
  const texts = [
    ['warning_signs', t`What shows that it gets dangerous`],
    ['what_helps', t`What helps`],
    ['whom_to_call', t`Whom to call`],
    ['safe_places', t`Safe places`],
    ['worker_does', t`What the worker does`],
  ] as const;
  return (
    <CommandForm
      file={file}
      kind="agree_safety_plan"
      open={<Trans>Agree how to stay safe</Trans>}
      initial={initial}
      body={({ safe_places, ...value }) => ({
        ...{ ...value, plan_id: uuid(), safe_places: given(safe_places) },
      })}
      paths={[...texts.map(([path]) => path), 'review_on', 'copy', 'made_with', 'compartment']}
    >
      {(value, change) => (
        <>
          <Choice
            path="compartment"
            legend={<Trans>What is it about?</Trans>}
            options={parts.map((one) => ({ value: one, label: i18n._(SAFETY_PART_WORDS[one]) }))}
            value={value.compartment}
            onChange={(compartment) => change({ compartment })}
          />
          {texts.map(([path, label]) => (
            <CaseProse
              key={path}
              file={file}
              path={path}
              label={label}
              description={t`In the person’s words`}
              value={value[path]}
              onChange={(text) => change({ [path]: text })}
              minRows={2}
            />
          ))}
          <Choice
            path="made_with"
            legend={<Trans>Who sat there</Trans>}
            options={(['person', 'person_and_trusted'] as const).map((one) => ({
              ...{ value: one, label: i18n._(MADE_WITH_WORDS[one]) },
            }))}
            value={value.made_with}
            onChange={(made_with) => change({ made_with })}
          />
          <Choice
            path="copy"
            legend={<Trans>A sheet to take along</Trans>}
            description={<Trans>Somebody at home may find it.</Trans>}
            options={(['not_safe', 'given', 'not_wished'] as const).map((one) => ({
              ...{ value: one, label: i18n._(COPY_WORDS[one]) },
            }))}
            value={value.copy}
            onChange={(copy) => change({ copy })}
          />
          <DayField
            path="review_on"
            label={t`Looked at again on`}
            value={value.review_on}
            onChange={(event) => change({ review_on: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}

/** A look back at the plan with the person; a change is a new plan. */
export function ReviewSafetyPlan(props: {
  readonly file: CaseFile;
  readonly plan_id: string;
  readonly part: string;
}) {
  const { file, plan_id, part } = props;
  const { t, i18n } = useLingui();
  const compartment: Part = part === 'psychosocial' ? 'psychosocial' : 'protection';
  const initial: { outcome: (typeof SAFETY_OUTCOMES)[number]; words: string; review_on: string } = {
    ...{ outcome: 'still_fits', words: '', review_on: lastDay(file) },
  };
  return (
    <CommandForm
      file={file}
      kind="review_safety_plan"
      about={plan_id}
      open={<Trans>It was looked at again</Trans>}
      initial={initial}
      body={({ review_on, ...value }) => ({
        ...{ ...value, plan_id, compartment },
        ...(value.outcome === 'still_fits' ? { review_on } : {}),
      })}
      paths={['words', 'review_on', 'outcome']}
    >
      {(value, change) => (
        <>
          <Choice
            path="outcome"
            legend={<Trans>What came out of it?</Trans>}
            options={SAFETY_OUTCOMES.map((one) => ({
              ...{ value: one, label: i18n._(SAFETY_OUTCOME_WORDS[one]) },
            }))}
            value={value.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          <CaseProse
            file={file}
            path="words"
            label={t`What the person said`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
          {value.outcome === 'still_fits' ? (
            <DayField
              path="review_on"
              label={t`Looked at again on`}
              value={value.review_on}
              onChange={(event) => change({ review_on: event.currentTarget.value })}
            />
          ) : null}
        </>
      )}
    </CommandForm>
  );
}
