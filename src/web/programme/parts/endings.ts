import { msg } from '@lingui/core/macro';
import type { ModelField, ModelPart } from '../model-part.ts';
import { AFTERWARDS_WORDS, ENDING_WORDS, FROM_WORDS, RETENTION_UNITS } from '../model-words.ts';
import { code, labelled, name, number, numberOrNone, sourced, unread } from './fields.ts';

const unit = {
  ...{ key: 'unit', kind: 'choice', label: msg`Unit` },
  choices: { words: RETENTION_UNITS },
} as const satisfies ModelField;

/** How support is completed, and how long what was written down is kept. */
export const ENDINGS: readonly ModelPart[] = [
  {
    path: 'closure_reasons',
    title: msg`How support ends`,
    list: {
      fresh: { ...labelled, ending: 'planned', stage: 'closed' },
      shows: ['ending', 'stage'],
    },
    fields: [
      ...[name, code],
      {
        ...{ key: 'ending', kind: 'choice', label: msg`Kind of ending` },
        choices: { words: ENDING_WORDS },
      },
      { key: 'stage', kind: 'choice', label: msg`Stage that follows`, choices: { part: 'stages' } },
    ],
  },
  {
    path: 'closing.feedback_questions',
    title: msg`Questions to the person at the end`,
    list: { fresh: labelled, ordered: true },
    fields: [
      ...[name, code],
      {
        ...{ key: 'words_only', kind: 'flag' },
        label: msg`Answered in words, not by yes or no`,
      },
    ],
  },
  {
    path: 'closing.check_ins',
    title: msg`Check-ins after support`,
    list: {
      fresh: { ...labelled, after_days: 30, ...unread },
      ordered: true,
      shows: ['after_days'],
    },
    fields: [...[name, code], number('after_days', msg`After so many days`), ...sourced],
  },
  {
    path: 'retention',
    title: msg`How long things are kept`,
    intro: msg`When the time is over, this happens without anybody asking for it. What the law asks for at least stands beside it.`,
    list: { shows: ['amount', 'unit', 'afterwards'] },
    fields: [
      ...[name, number('amount', msg`Kept for`), unit],
      {
        ...{ key: 'from', kind: 'choice', label: msg`From when` },
        choices: { words: FROM_WORDS },
      },
      numberOrNone(
        'child_until_age',
        msg`Of a child at least until the age of`,
        msg`Empty: no longer than of an adult.`,
      ),
      {
        ...{ key: 'at_least', kind: 'group', label: msg`What the law asks for at least` },
        optional: { amount: 1, unit: 'years', ...unread },
        fields: [number('amount', msg`At least`), unit, ...sourced],
      },
      {
        ...{ key: 'afterwards', kind: 'choice', label: msg`Then` },
        choices: { words: AFTERWARDS_WORDS },
      },
      ...sourced,
    ],
  },
];
