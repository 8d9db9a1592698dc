import { msg } from '@lingui/core/macro';
import { REQUIREMENT_WORDS } from '../case/case-words.ts';
import { ROLE_NAMES } from '../ui/role-names.ts';
import type { ModelField, ModelPart } from './model-part.ts';
import { FIGURE_PARTS, number, sourced } from './model-part-figures.ts';
import {
  AFTERWARDS_WORDS,
  APPLIES_WORDS,
  ENDING_WORDS,
  FROM_WORDS,
  PHASE_WORDS,
  RECEIVER_WORDS,
  RETENTION_UNITS,
  UNIT_WORDS,
} from './model-words.ts';

const code = {
  ...{ key: 'code', kind: 'code', label: msg`Short code` },
  description: msg`Small Latin letters and _. Support files hold it: it stays as it is once it is in use.`,
} as const satisfies ModelField;
const name = { key: 'labels', kind: 'labels', label: msg`Name` } as const satisfies ModelField;
const labelled = { code: '', labels: {} };
const unread = { source_citation: '', verified: false };
const requirements = { words: REQUIREMENT_WORDS };

/** Every part of the programme model that is edited on the screen, in the order in which it is shown. */
export const MODEL_PARTS: readonly ModelPart[] = [
  {
    path: '',
    title: msg`The programme`,
    fields: [
      name,
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
        key: 'phase',
        kind: 'choice',
        label: msg`Where on the way home`,
        choices: { words: PHASE_WORDS },
      },
      {
        key: 'enter',
        kind: 'choices',
        label: msg`What must be there to come here`,
        choices: requirements,
      },
      {
        key: 'leave',
        kind: 'choices',
        label: msg`What must be there to go on`,
        choices: requirements,
      },
      {
        ...{ key: 'approval', kind: 'choice', label: msg`Approval`, optional: true },
        choices: { part: 'approvals' },
      },
    ],
  },
  {
    path: 'approvals',
    title: msg`Approvals`,
    list: { shows: ['by'] },
    fields: [
      name,
      { key: 'by', kind: 'choice', label: msg`Given by`, choices: { words: ROLE_NAMES } },
    ],
  },
  {
    path: 'timers',
    title: msg`Time limits`,
    intro: msg`What starts and ends a time limit stays as it is; how long it runs, for whom and why can be changed.`,
    list: { shows: ['amount', 'unit', 'applies_to'] },
    fields: [
      name,
      number('amount', msg`Within`),
      { key: 'unit', kind: 'choice', label: msg`Unit`, choices: { words: UNIT_WORDS } },
      { key: 'applies_to', kind: 'choice', label: msg`For`, choices: { words: APPLIES_WORDS } },
      {
        ...{ key: 'escalate_to', kind: 'choice', label: msg`Told when late`, optional: true },
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
    path: 'need_domains',
    title: msg`Areas of needs`,
    list: {
      ordered: true,
      fresh: { ...labelled, question: {}, subtopics: [], specialist: null },
    },
    fields: [
      ...[name, code],
      { key: 'question', kind: 'labels', label: msg`How to ask` },
      {
        ...{ key: 'subtopics', kind: 'list', label: msg`What belongs to it`, fields: [name, code] },
        fresh: labelled,
      },
    ],
  },
  {
    path: 'consent_purposes',
    title: msg`What consent is asked for`,
    intro: msg`With the ages from which a child is asked, its word is needed, and it decides alone.`,
    list: {
      shows: ['receiver'],
      fresh: { ...labelled, question: {}, need_domain: null, receiver: 'none', entitlement: false },
    },
    fields: [
      ...[name, code],
      { key: 'question', kind: 'labels', label: msg`As it is asked` },
      {
        key: 'receiver',
        kind: 'choice',
        label: msg`Who is told`,
        choices: { words: RECEIVER_WORDS },
      },
      {
        key: 'entitlement',
        kind: 'flag',
        label: msg`Due to everybody by law, also without consent`,
      },
      {
        ...{ key: 'own_agreement', kind: 'group', label: msg`The child’s own word` },
        optional: { asked_from: 6, needed_from: 10, alone_from: null, ...unread },
        fields: [
          number('asked_from', msg`Asked from the age of`),
          number('needed_from', msg`Needed from the age of`),
          {
            ...number('alone_from', msg`Enough alone from the age of`),
            description: msg`Empty: never before full age.`,
          },
          ...sourced,
        ],
      },
    ],
  },
  {
    path: 'pause_reasons',
    title: msg`Reasons for a pause`,
    list: { fresh: labelled },
    fields: [name, code],
  },
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
        key: 'ending',
        kind: 'choice',
        label: msg`Kind of ending`,
        choices: { words: ENDING_WORDS },
      },
      { key: 'stage', kind: 'choice', label: msg`Stage that follows`, choices: { part: 'stages' } },
    ],
  },
  {
    path: 'closing.feedback_questions',
    title: msg`Questions to the person at the end`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
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
    path: 'milestones',
    title: msg`Milestones`,
    list: { fresh: { ...labelled, need_domain: '' }, ordered: true, shows: ['need_domain'] },
    fields: [
      ...[name, code],
      {
        ...{ key: 'need_domain', kind: 'choice', label: msg`Area of needs` },
        choices: { part: 'need_domains' },
      },
    ],
  },
  {
    path: 'referral.barriers',
    title: msg`What may stand in the way of a service`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
  {
    path: 'retention',
    title: msg`How long things are kept`,
    list: { shows: ['amount', 'unit', 'afterwards'] },
    fields: [
      ...[name, number('amount', msg`Kept`)],
      { key: 'unit', kind: 'choice', label: msg`Unit`, choices: { words: RETENTION_UNITS } },
      { key: 'from', kind: 'choice', label: msg`From when`, choices: { words: FROM_WORDS } },
      { key: 'afterwards', kind: 'choice', label: msg`Then`, choices: { words: AFTERWARDS_WORDS } },
      ...sourced,
    ],
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
  {
    path: 'word_list.suggestions',
    title: msg`Advice on words`,
    list: { fresh: labelled },
    fields: [{ ...name, label: msg`What to write instead` }, code],
  },
  {
    path: 'word_list.entries',
    title: msg`Words to think about twice`,
    list: { shows: ['patterns'] },
    fields: [
      {
        ...{ key: 'suggestion_code', kind: 'choice', label: msg`Advice` },
        choices: { part: 'word_list.suggestions' },
      },
      {
        ...{ key: 'patterns', kind: 'lines', label: msg`Words, one a line` },
        description: msg`An asterisk stands for any ending.`,
      },
      { key: 'except', kind: 'lines', label: msg`But not these, one a line` },
    ],
  },
  ...FIGURE_PARTS,
];
