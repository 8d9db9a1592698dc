import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { CATCH_UP_OUTCOMES } from '#domain/case/schooling-state.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { OnDay } from './on-day.tsx';
import { inWeeks, type SchoolingProps } from './school-forms.tsx';
import { CATCH_UP_WORDS } from './school-words.ts';

/** What is to be caught up, by whom it is looked at again, and what the child says. */
export function CatchUpForm({ file, id, schooling }: SchoolingProps) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="agree_catch_up"
      about={id}
      open={
        schooling.catch_up === null ? (
          <Trans>Plan for catching up</Trans>
        ) : (
          <Trans>A new plan for catching up</Trans>
        )
      }
      initial={{
        ...{ on: file.situation.today, subjects: schooling.catch_up?.subjects.join(', ') ?? '' },
        ...{ hours_a_week: '', review_on: inWeeks(file, 6), child_words: '' },
      }}
      body={({ subjects, hours_a_week, child_words, ...value }) => ({
        ...{ ...value, schooling_id: id, child_words: given(child_words) },
        subjects: subjects.split(/[,;،\n]/).flatMap((one) => one.trim() || []),
        hours_a_week: hours_a_week === '' ? undefined : Number(hours_a_week),
      })}
      paths={['on', 'subjects', 'hours_a_week', 'review_on', 'child_words']}
    >
      {(value, change) => (
        <>
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <TextField
            path="subjects"
            label={t`What is caught up`}
            description={t`Subjects, with commas between them.`}
            value={value.subjects}
            onChange={(event) => change({ subjects: event.currentTarget.value })}
          />
          <ChoiceField
            path="hours_a_week"
            label={t`Hours a week`}
            value={value.hours_a_week}
            data={[
              { value: '', label: t`Not settled yet` },
              ...[1, 2, 3, 4, 5, 6, 8, 10, 12].map((hours) => String(hours)),
            ]}
            onChange={(event) => change({ hours_a_week: event.currentTarget.value })}
          />
          <DayField
            path="review_on"
            label={t`Day on which this is looked at again`}
            value={value.review_on}
            onChange={(event) => change({ review_on: event.currentTarget.value })}
          />
          <CaseProse
            file={file}
            path="child_words"
            label={t`What the child says about it`}
            value={value.child_words}
            onChange={(child_words) => change({ child_words })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function ReviewForm({ file, id }: SchoolingProps) {
  const { t, i18n } = useLingui();
  const initial: {
    outcome: (typeof CATCH_UP_OUTCOMES)[number];
    on: string;
    review_on: string;
    words: string;
  } = {
    ...{ outcome: 'on_the_way', on: file.situation.today, review_on: inWeeks(file, 6), words: '' },
  };
  const reached = file.model.schooling?.keeping_up_milestone;
  return (
    <CommandForm
      file={file}
      kind="review_catch_up"
      about={id}
      open={<Trans>How the child keeps up</Trans>}
      initial={initial}
      body={({ outcome, on, review_on, words }) => ({
        ...{ schooling_id: id, outcome, on, words: given(words) },
        ...(outcome === 'keeping_up'
          ? { milestone_id: reached === undefined ? undefined : uuid() }
          : { review_on }),
      })}
      paths={['outcome', 'on', 'review_on', 'words']}
    >
      {(value, change) => (
        <>
          <Choice
            path="outcome"
            legend={<Trans>How is it going?</Trans>}
            options={CATCH_UP_OUTCOMES.map((one) => ({
              value: one,
              label: i18n._(CATCH_UP_WORDS[one]),
            }))}
            value={value.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          {value.outcome === 'keeping_up' ? null : (
            <DayField
              path="review_on"
              label={t`Day on which this is looked at again`}
              value={value.review_on}
              onChange={(event) => change({ review_on: event.currentTarget.value })}
            />
          )}
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
