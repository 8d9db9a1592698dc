import { msg } from '@lingui/core/macro';
import { REQUIREMENT_WORDS } from '../../case/case-words.ts';
import { languageName, weekdayName } from '../../ui/format.ts';
import { ROLE_NAMES } from '../../ui/role-names.ts';
import type { ModelField, ModelPart } from '../model-part.ts';
import { APPLIES_WORDS, PHASE_WORDS, UNIT_WORDS } from '../model-words.ts';
import { dutyOptions, eventOptions } from '../timer-options.ts';
import { code, labelled, name, number, numberOrNone, sourced, unread } from './fields.ts';

const requirements = { words: REQUIREMENT_WORDS };
/** Languages that are spoken where programmes run; a file that was brought in may hold others. */
const SPOKEN = ['en', 'ru', 'uz', 'uz-Cyrl', 'kaa', 'kk', 'ky', 'tg', 'tk', 'tr', 'ar', 'fa'];

const events = (key: string, label: ModelField['label']): ModelField => ({
  ...{ key, kind: 'choices', label, choices: { of: eventOptions }, pick: true },
});

/** How a support file goes on, and by when what is done. */
export const COURSE: readonly ModelPart[] = [
  {
    path: '',
    title: msg`The programme`,
    fields: [
      name,
      {
        ...{ key: 'time_zone', kind: 'text', label: msg`Time zone` },
        description: msg`As it is called in the world’s list, e.g. Asia/Tashkent: a day begins and ends by it.`,
      },
      {
        ...{ key: 'weekend', kind: 'choices', label: msg`Days of the week without work` },
        numeric: true,
        choices: {
          of: ({ i18n }) =>
            [1, 2, 3, 4, 5, 6, 7].map((day) => ({
              value: String(day),
              label: weekdayName(i18n.locale, day),
            })),
        },
      },
      {
        ...{ key: 'languages', kind: 'choices', label: msg`Languages of the programme` },
        description: msg`Every text of the model is needed in each of them.`,
        pick: true,
        choices: {
          of: ({ i18n }) =>
            SPOKEN.map((tag) => ({ value: tag, label: languageName(i18n.locale, tag) })),
        },
      },
      {
        ...{ key: 'reopened_stage', kind: 'choice', label: msg`Stage after support is reopened` },
        choices: { part: 'stages' },
      },
    ],
  },
  {
    path: 'stages',
    title: msg`Stages`,
    intro: msg`A support file goes on by itself when everything is there that a stage asks for.`,
    list: {
      ...{ ordered: true, shows: ['phase', 'leave'] },
      fresh: { ...labelled, phase: 'community', enter: [], leave: [] },
    },
    fields: [
      ...[name, code],
      {
        ...{ key: 'phase', kind: 'choice', label: msg`Where on the way home` },
        choices: { words: PHASE_WORDS },
      },
      {
        ...{ key: 'enter', kind: 'choices', label: msg`What must be there to come here` },
        choices: requirements,
      },
      {
        ...{ key: 'leave', kind: 'choices', label: msg`What must be there to go on` },
        choices: requirements,
      },
      {
        ...{ key: 'approval', kind: 'choice', label: msg`Approval`, empty: 'absent' },
        choices: { part: 'approvals' },
      },
    ],
  },
  {
    path: 'approvals',
    title: msg`Approvals`,
    intro: msg`Three things can be approved: how things are, the plan and the completion. Only who does it is set here.`,
    list: { shows: ['by'] },
    fields: [
      name,
      { key: 'by', kind: 'choice', label: msg`Given by`, choices: { words: ROLE_NAMES } },
    ],
  },
  {
    path: 'timers',
    title: msg`Time limits`,
    intro: msg`What starts a time limit, what ends it, how long it runs, for whom, and who says so.`,
    list: {
      shows: ['amount', 'unit', 'applies_to'],
      fresh: {
        ...{ ...labelled, duty: '', per: 'case', starts_on: [], ends_on: [], stops_on: [] },
        ...{ repeat: false, amount: 30, unit: 'calendar_days', applies_to: 'all' },
        ...{ pause_reasons: [], ...unread },
      },
    },
    fields: [
      ...[name, code, number('amount', msg`Within`)],
      { key: 'unit', kind: 'choice', label: msg`Unit`, choices: { words: UNIT_WORDS } },
      { key: 'applies_to', kind: 'choice', label: msg`For`, choices: { words: APPLIES_WORDS } },
      events('starts_on', msg`It starts when`),
      events('ends_on', msg`It is done when`),
      {
        ...events('stops_on', msg`It is called off when`),
        description: msg`The end of support calls off every time limit.`,
      },
      {
        ...{ key: 'repeat', kind: 'flag' },
        label: msg`It starts again each time it is done`,
      },
      {
        ...{ key: 'per', kind: 'choice', label: msg`One clock` },
        choices: {
          words: {
            case: msg`for the support file`,
            ref: msg`for each referral, worry, need or placement apart`,
          },
        },
      },
      {
        ...{ key: 'duty', kind: 'choice', label: msg`The same thing to do as` },
        description: msg`Of several time limits for one thing to do, the earliest stands.`,
        choices: { of: dutyOptions },
      },
      numberOrNone(
        'counts_from_day',
        msg`What comes before this day does not count`,
        msg`Empty: whenever it is done, it counts.`,
      ),
      {
        ...{ key: 'escalate_to', kind: 'choice', label: msg`Told when late`, empty: 'absent' },
        choices: { words: ROLE_NAMES },
      },
      {
        ...{ key: 'pause_reasons', kind: 'choices', label: msg`Stands still while` },
        choices: { part: 'pause_reasons' },
      },
      ...sourced,
    ],
  },
  {
    path: 'pause_reasons',
    title: msg`Reasons for a pause`,
    list: { fresh: labelled },
    fields: [name, code],
  },
  {
    path: 'holidays',
    title: msg`Days without work`,
    list: { fresh: { ...labelled, on: '', ...unread }, shows: ['on'] },
    fields: [
      ...[name, code],
      {
        ...{ key: 'on', kind: 'text', label: msg`Day` },
        description: msg`03-21 for every year, 2027-03-10 for one.`,
      },
      ...sourced,
    ],
  },
];
