import { msg } from '@lingui/core/macro';
import type { ModelPart } from '../model-part.ts';
import { code, labelled, name, needDomain, number, numberOrNone, sourced } from './fields.ts';

/** How children are followed into school, and which vaccinations are due when. */
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
  {
    path: 'vaccinations',
    title: msg`Vaccination calendar`,
    intro: msg`What is due at which age, as the country’s own calendar says. Exchange it for the ministry’s.`,
    fields: [...sourced],
  },
  {
    path: 'vaccinations.doses',
    title: msg`Vaccinations`,
    list: { fresh: { ...labelled, from_months: 0 }, ordered: true, shows: ['from_months'] },
    fields: [
      ...[name, code, number('from_months', msg`Due from this age, in months`)],
      numberOrNone(
        'until_months',
        msg`No longer waited for from this age, in months`,
        msg`Empty: for as long as it is missing.`,
      ),
      {
        ...{ key: 'after', kind: 'group', label: msg`Only some days after another dose` },
        optional: { dose: '', days: 28 },
        fields: [
          {
            ...{ key: 'dose', kind: 'choice', label: msg`After this dose` },
            choices: { part: 'vaccinations.doses' },
          },
          number('days', msg`At least so many days`),
        ],
      },
    ],
  },
];
