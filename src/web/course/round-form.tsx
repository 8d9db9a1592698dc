import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { takesWishes } from '#domain/course/course.ts';
import { PRIORITIES, type Priority } from '#domain/match/round.ts';
import type { Problem } from '#domain/problem.ts';
import { Choice, Many } from '../case/choice.tsx';
import { useRoundStep } from '../match/use-round-steps.ts';
import { Answered } from '../ui/answered.tsx';
import { DayField, FieldProblems, TextField, unfilled } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { today } from '../ui/today.ts';
import { useCourses } from './use-courses.ts';

/** Publishes a round: its courses, what comes first, and until when people may wish. */
export function RoundForm({ close }: { readonly close: () => void }) {
  const { t, i18n } = useLingui();
  const step = useRoundStep('course-rounds');
  const courses = useCourses({ text: '', place: '', open_on: today() });
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [draft, setDraft] = useState({
    ...{ title: '', wishes_until: '', courses: [] as string[] },
    first: PRIORITIES[0] as Priority,
  });
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  async function save(event: FormEvent) {
    event.preventDefault();
    const { first, ...rest } = draft;
    const empty = unfilled({ title: rest.title, wishes_until: rest.wishes_until });
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    const priorities = [first, ...PRIORITIES.filter((one) => one !== first)];
    const said = await step('', { ...rest, priorities, id: uuid() }, z.object({}));
    setBusy(false);
    setProblem(said.ok ? undefined : shown(said.problem));
    if (said.ok) close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={(event) => void save(event)} noValidate>
        <div className={parts.pair}>
          <TextField
            path="title"
            label={t`Name of the round`}
            description={t`People read it with their answer.`}
            maxLength={200}
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <DayField
            path="wishes_until"
            label={t`Last day for wishes`}
            value={draft.wishes_until}
            onChange={(event) => change({ wishes_until: event.currentTarget.value })}
          />
        </div>
        <Answered asked={courses}>
          {(rows) => (
            <>
              <Many
                path="courses"
                legend={<Trans>Courses of the round</Trans>}
                description={<Trans>Their last day for wishes becomes that of the round.</Trans>}
                options={rows.map((one) => ({
                  value: one.id,
                  label: labelIn(i18n.locale, one.name),
                }))}
                value={draft.courses}
                onChange={(chosen) => change({ courses: chosen })}
              />
              {courses.more ? (
                <Button variant="default" loading={courses.busy} onClick={courses.showMore}>
                  <Trans>Show more</Trans>
                </Button>
              ) : null}
              {rows.some((one) => takesWishes(one, today())) ? null : (
                <p>
                  <Trans>No course takes wishes now.</Trans>
                </p>
              )}
            </>
          )}
        </Answered>
        <Choice
          path="priorities"
          legend={<Trans>What comes first</Trans>}
          description={
            <Trans>Where both are equal, the lot decides. Its seed is drawn now and shown.</Trans>
          }
          options={[
            { value: 'urgent', label: <Trans>Urgent need first, then days waited</Trans> },
            { value: 'waited_days', label: <Trans>Days waited first, then urgent need</Trans> },
          ]}
          value={draft.first}
          onChange={(first) => change({ first })}
        />
        <FormFoot
          problem={problem}
          paths={['title', 'wishes_until', 'courses', 'priorities']}
          busy={busy}
          close={close}
        >
          <Trans>Publish the round</Trans>
        </FormFoot>
      </form>
    </FieldProblems>
  );
}

/** What is wrong with one of the courses stands at their list. */
function shown(problem: Problem): Problem {
  if (problem.fields === undefined) return problem;
  return {
    ...problem,
    fields: problem.fields.map((field) =>
      field.path.startsWith('body.courses.') ? { ...field, path: 'body.courses' } : field,
    ),
  };
}
