import { msg } from '@lingui/core/macro';
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
} from './fields.ts';

const { general, ...SPECIALISTS } = MODEL_READERS;
const { psychosocial } = SPECIALISTS;

/** What is talked over with a person, what is reached and what is given. */
export const TALKS: readonly ModelPart[] = [
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
      {
        ...{ key: 'specialist', kind: 'choice', empty: 'null' },
        label: msg`Who reads the notes about it`,
        description: msg`Empty: everybody who works on the file.`,
        choices: { words: SPECIALISTS },
      },
    ],
  },
  {
    path: 'milestones',
    title: msg`Milestones`,
    list: { fresh: { ...labelled, need_domain: '' }, ordered: true, shows: ['need_domain'] },
    fields: [
      ...[name, code, needDomain],
      {
        ...{ key: 'after', kind: 'group', label: msg`Only some months after another milestone` },
        optional: { milestone: '', months: 3 },
        fields: [
          {
            ...{ key: 'milestone', kind: 'choice', label: msg`After this milestone` },
            choices: { part: 'milestones' },
          },
          number('months', msg`At least so many months`),
        ],
      },
    ],
  },
  {
    path: 'life_events.events',
    title: msg`What asks for another look at the plan`,
    list: { fresh: { ...labelled, review_days: 30 }, shows: ['review_days'] },
    fields: [
      ...[name, code, number('review_days', msg`Another look within so many days`)],
      {
        ...{ key: 'file_moved', kind: 'flag' },
        label: msg`Said by itself when the file moves to another place`,
      },
    ],
  },
  {
    path: 'life_events',
    title: msg`After a worry`,
    fields: [
      numberOrNone(
        'concern_days',
        msg`Another look at the plan within so many days after a worry`,
        msg`Empty: a worry asks for no other look.`,
      ),
      ...sourced,
    ],
  },
  {
    path: 'visit_kinds',
    title: msg`Where people meet`,
    list: { fresh: { ...labelled, in_person: true } },
    fields: [...[name, code], { key: 'in_person', kind: 'flag', label: msg`They see each other` }],
  },
  {
    path: 'group_kinds',
    title: msg`Kinds of groups`,
    intro: msg`Groups in which people take part together with neighbours, because they want to.`,
    list: { fresh: { ...labelled, compartment: 'general' }, ordered: true, shows: ['compartment'] },
    fields: [
      ...[name, code],
      {
        ...{ key: 'compartment', kind: 'choice', label: msg`Who reads that somebody takes part` },
        choices: { words: { general, psychosocial } },
      },
    ],
  },
  {
    path: 'contact_channels',
    title: msg`Ways to reach somebody`,
    list: { fresh: labelled },
    fields: [name, code],
  },
  {
    path: 'assistance.kinds',
    title: msg`What is given`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
  {
    path: 'assistance',
    title: msg`Money`,
    fields: [
      {
        ...{ key: 'currencies', kind: 'lines', label: msg`Currencies, one a line` },
        description: msg`Three capital letters each, e.g. UZS; these are offered first, any other may be chosen.`,
      },
      {
        ...{ key: 'limits', kind: 'list', label: msg`Above which a supervisor is asked first` },
        fresh: { above: { amount: '', currency: 'UZS' } },
        fields: [
          {
            ...{ key: 'kind', kind: 'choice', label: msg`What is given`, empty: 'absent' },
            description: msg`Empty: everything that has no limit of its own.`,
            choices: { part: 'assistance.kinds' },
          },
          {
            ...{ key: 'above', kind: 'group', label: msg`Limit` },
            fields: [{ key: 'amount', kind: 'text', label: msg`Amount` }, currency],
          },
        ],
      },
      numberOrNone(
        'limit_days',
        msg`Gifts of one kind by one payer count together within so many days`,
        msg`Empty: 30. A currency without a limit always asks the supervisor where the kind has one.`,
      ),
    ],
  },
];
