import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { useDraft } from '../device/use-draft.ts';
import { FieldProblems } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Tick } from './choice.tsx';
import { newGoal, planBody, planDraft } from './plan-draft.ts';
import { PlanGoalFields } from './plan-goal-fields.tsx';
import { maybeChild } from './use-age.ts';
import { useSay } from './use-cases.ts';

export function planDraftKey(file: CaseFile): string {
  return `plan/${file.row.id}`;
}

interface PlanEditorProps {
  readonly file: CaseFile;
  readonly close: () => void;
}

/** Agrees on a plan, or on its next version. What others have done meanwhile is kept beside it. */
export function PlanEditor({ file, close }: PlanEditorProps) {
  const { t } = useLingui();
  const [initial] = useState(() => planDraft(file));
  const draft = useDraft(planDraftKey(file), initial);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { value } = draft;
  const change = (patch: Partial<typeof value>) => draft.set({ ...value, ...patch });
  const moved = value.seen !== (file.state.plan.plan?.by ?? null);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const said =
      value.seen === null
        ? await say('agree_plan', planBody(value))
        : await say('revise_plan', planBody(value), { plan: value.seen });
    setBusy(false);
    if ('problem' in said) return setProblem(said.problem);
    await draft.clear();
    close();
  }
  async function drop() {
    await draft.clear();
    close();
  }
  const paths = value.goals.flatMap((goal, at) => [
    `goals.${at}.words`,
    ...goal.steps.flatMap((_, step) => [
      `goals.${at}.steps.${step}.what`,
      `goals.${at}.steps.${step}.due_on`,
    ]),
  ]);
  return (
    <Section title={value.seen === null ? <Trans>A plan</Trans> : <Trans>Change the plan</Trans>}>
      <FieldProblems problem={problem}>
        <form className={styles.stack} onSubmit={save} noValidate>
          {draft.restored ? (
            <Notice>
              <Trans>What you have typed is still there.</Trans>
            </Notice>
          ) : null}
          {moved ? (
            <div className={styles.look}>
              <Trans>
                The plan was changed elsewhere while you were writing. If you save, both versions
                are kept and shown.
              </Trans>
            </div>
          ) : null}
          <CaseProse
            file={file}
            path="strengths"
            label={t`What goes well`}
            description={t`What the person can do, who stands by, what gives strength.`}
            value={value.strengths}
            onChange={(strengths) => change({ strengths })}
          />
          <CaseProse
            file={file}
            path="wishes"
            label={t`Wishes`}
            description={t`What the person wishes for, in the person’s own words.`}
            value={value.wishes}
            onChange={(wishes) => change({ wishes })}
          />
          {value.goals.map((goal, at) => (
            <PlanGoalFields
              key={goal.goal_id}
              file={file}
              goal={goal}
              at={at}
              onChange={(next) =>
                change({ goals: value.goals.map((one, index) => (index === at ? next : one)) })
              }
              onRemove={() => change({ goals: value.goals.filter((_, index) => index !== at) })}
            />
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={20} aria-hidden />}
              onClick={() => change({ goals: [...value.goals, newGoal(file)] })}
            >
              <Trans>Another goal</Trans>
            </Button>
          </div>
          <div>
            <Tick checked={value.agreed} onChange={(agreed) => change({ agreed })}>
              <Trans>The person agrees with this plan</Trans>
            </Tick>
            <Tick checked={value.copy} onChange={(copy) => change({ copy })}>
              <Trans>The person has been given a copy</Trans>
            </Tick>
          </div>
          {maybeChild(file.person, file.situation.today) ? (
            <Choice
              path="own_agreement"
              legend={<Trans>The child’s own agreement</Trans>}
              options={[
                { value: 'yes', label: t`Yes` },
                { value: 'no', label: t`No` },
                { value: 'not_asked', label: t`Not asked` },
              ]}
              value={value.own}
              onChange={(own) => change({ own })}
            />
          ) : null}
          <FormFoot problem={problem} paths={paths} busy={busy} close={drop}>
            <Trans>Save the plan</Trans>
          </FormFoot>
        </form>
      </FieldProblems>
    </Section>
  );
}
