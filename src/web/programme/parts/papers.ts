import { msg } from '@lingui/core/macro';
import { PAPER_WORDS } from '../../case/case-words.ts';
import type { ModelPart } from '../model-part.ts';
import { MODEL_READERS } from '../model-readers.ts';
import {
  code,
  currency,
  labelled,
  name,
  needDomain,
  number,
  numberOrNone,
  sourced,
  unread,
} from './fields.ts';

const { general, legal } = MODEL_READERS;

/** Papers on their way, and the bodies that decide. */
export const PAPERS: readonly ModelPart[] = [
  {
    path: 'documents.kinds',
    title: msg`Papers`,
    intro: msg`Who gives a paper, what it costs and takes, and what it waits for. Days and fees are only proposed in forms.`,
    list: {
      ...{ ordered: true, shows: ['office', 'usual_days', 'waits_for'] },
      fresh: {
        ...{ ...labelled, compartment: 'general', need_domain: '', office: {} },
        ...{ by_court: false, result_only: false, usual_days: 30, appeal_days: 30 },
        ...{ waits_for: [], ...unread },
      },
    },
    fields: [
      ...[name, code],
      { key: 'office', kind: 'labels', label: msg`Who gives it` },
      needDomain,
      {
        ...{ key: 'waits_for', kind: 'choices', label: msg`Waits for` },
        choices: { part: 'documents.kinds' },
      },
      number('usual_days', msg`Usual days`),
      number('appeal_days', msg`Days for an appeal`),
      numberOrNone(
        'renewal_days',
        msg`Thought of again so many days before it runs out`,
        msg`Empty: it does not run out.`,
      ),
      {
        ...{ key: 'fee', kind: 'group', label: msg`Fee` },
        optional: { amount: 1, currency: 'UZS' },
        fields: [number('amount', msg`Amount`), currency],
      },
      {
        ...{ key: 'compartment', kind: 'choice', label: msg`Who reads it` },
        choices: { words: { general, legal } },
      },
      { key: 'by_court', kind: 'flag', label: msg`A court decides` },
      { key: 'result_only', kind: 'flag', label: msg`Only the result is kept` },
      {
        ...{ key: 'milestone', kind: 'choice', label: msg`Milestone that is reached` },
        ...{ empty: 'absent', choices: { part: 'milestones' } },
      },
      {
        ...{ key: 'paper', kind: 'choice', label: msg`Paper that is then in the person’s hand` },
        ...{ empty: 'absent', choices: { words: PAPER_WORDS } },
      },
      ...sourced,
    ],
  },
  {
    path: 'documents.refusal_reasons',
    title: msg`Why an office says no`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
  {
    path: 'documents',
    title: msg`Appeals`,
    fields: [
      number(
        'appeal_reminder_days',
        msg`An appeal is on the list so many days before its last day`,
      ),
      ...sourced,
    ],
  },
  {
    path: 'commissions.commissions',
    title: msg`Commissions`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
  {
    path: 'commissions.agencies',
    title: msg`Agencies that answer for a decision`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
  {
    path: 'commissions.disciplines',
    title: msg`Professions in a case conference`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
  {
    path: 'commissions',
    title: msg`Decisions and conferences`,
    fields: [
      number('silence_days', msg`A decision without an answer is shown after so many days`),
      number('smallest_conference', msg`A conference needs at least so many professions`),
      ...sourced,
    ],
  },
];
