import { msg } from '@lingui/core/macro';
import type { ModelPart } from '../model-part.ts';
import { code, labelled, name, needDomain, number, sourced } from './fields.ts';

/** How children are followed into school. */
export const SCHOOL: readonly ModelPart[] = [
  {
    path: 'schooling',
    title: msg`School`,
    fields: [
      number('age_from', msg`Age from which a child is to be in school`),
      number('age_to', msg`Last year of age in school`),
      needDomain,
      {
        ...{ key: 'entered_milestone', kind: 'choice', label: msg`Milestone of the first day` },
        choices: { part: 'milestones' },
      },
      {
        ...{ key: 'keeping_up_milestone', kind: 'choice', empty: 'absent' },
        label: msg`Milestone of keeping up`,
        choices: { part: 'milestones' },
      },
      number('low_weeks', msg`So many weeks in a row with few days: somebody asks why`),
      number('low_percent', msg`Few days: fewer than so many of a hundred`),
      ...sourced,
    ],
  },
  {
    path: 'schooling.absence_reasons',
    title: msg`Why a child was not at school`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
  {
    path: 'schooling.supports',
    title: msg`Help at school`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
];
