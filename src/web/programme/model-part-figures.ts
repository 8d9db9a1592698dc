import { msg } from '@lingui/core/macro';
import type { ModelField, ModelPart } from './model-part.ts';

/** Where a figure comes from, and whether somebody has read it there. */
export const sourced = [
  { key: 'source_citation', kind: 'text', label: msg`Source` },
  { key: 'verified', kind: 'flag', label: msg`Somebody has read this in the source` },
] as const satisfies readonly ModelField[];

/** A whole number. */
export const number = (key: string, label: ModelField['label']): ModelField => ({
  key,
  kind: 'number',
  label,
});

/** The parts that are a few figures each. */
export const FIGURE_PARTS: readonly ModelPart[] = [
  {
    path: 'referral',
    title: msg`Referrals`,
    fields: [
      number('silence_days', msg`Silence is shown after so many days`),
      number('packet_days_after_answer', msg`Days until a packet vanishes after its answer`),
    ],
  },
  {
    path: 'safety',
    title: msg`Safety`,
    fields: [
      number('plan_review_days', msg`Days until a safety plan is looked at again`),
      number('screening_after_days', msg`Days after arrival before anybody is screened`),
      number(
        'withholding_review_days',
        msg`Days until what is left out of the log is looked at again`,
      ),
      ...sourced,
    ],
  },
  {
    path: 'work',
    title: msg`The work of the team`,
    fields: [
      number('grace_minutes', msg`Minutes after the hour before a colleague is looked for`),
      number('keep_outing_days', msg`Days until what was said about an outing goes`),
      number('try_again_days', msg`Days until somebody who was not found is tried again`),
      ...sourced,
    ],
  },
  {
    path: 'thresholds',
    title: msg`Limits`,
    fields: [
      number('caseload_warn', msg`Open files of a worker before a warning`),
      number('caseload_full', msg`Open files of a worker when it is full`),
      number(
        'openings_per_hour',
        msg`Openings of files in an hour before the data protection officer is told`,
      ),
      number(
        'searches_per_hour',
        msg`Searches in an hour before the data protection officer is told`,
      ),
      number('smallest_cell', msg`No number of people below this is ever shown`),
    ],
  },
];
