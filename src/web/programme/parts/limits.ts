import { msg } from '@lingui/core/macro';
import type { ModelPart } from '../model-part.ts';
import { number, numberOrNone, sourced } from './fields.ts';

/** The parts that are a few figures each. */
export const LIMITS: readonly ModelPart[] = [
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
    path: 'complaints',
    title: msg`Complaints`,
    fields: [
      number('acknowledge_working_days', msg`Working days until whoever complains hears from us`),
      number('answer_days', msg`Days until the answer`),
      number('keep_recording_days', msg`Days after the answer until a recording is deleted`),
      number('keep_days', msg`Days after the answer until the complaint is deleted`),
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
      numberOrNone(
        'emergency_hours',
        msg`Hours that a file opened in an emergency stays open`,
        msg`Empty: 3 hours.`,
      ),
      numberOrNone(
        'emergency_tries_per_hour',
        msg`Emergency openings in vain in an hour before the data protection officer is told`,
        msg`Empty: 5.`,
      ),
      numberOrNone(
        'transfer_reads_days',
        msg`Days that the region which gave a file away reads on`,
        msg`Empty: 30 days.`,
      ),
      numberOrNone(
        'ask_again_days',
        msg`Days after a transfer in which consents are asked for again`,
        msg`Empty: 14 days.`,
      ),
      number('smallest_cell', msg`No number of people below this is ever shown`),
    ],
  },
];
