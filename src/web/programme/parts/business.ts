import { msg } from '@lingui/core/macro';
import type { ModelPart } from '../model-part.ts';
import { sourced } from './fields.ts';

/** A small business of the person's own: what its first day and its months reach. */
export const BUSINESS: readonly ModelPart[] = [
  {
    path: 'business',
    title: msg`Own business`,
    intro: msg`When somebody visits a business is said under time limits.`,
    fields: [
      {
        ...{ key: 'begun_milestone', kind: 'choice', label: msg`Milestone of the first day` },
        choices: { part: 'milestones' },
      },
      {
        ...{ key: 'kept_milestone', kind: 'choice', empty: 'absent' },
        label: msg`Milestone of a business that goes on`,
        choices: { part: 'milestones' },
      },
      {
        ...{ key: 'visit_kind', kind: 'choice', label: msg`A visit to it counts as` },
        choices: { part: 'visit_kinds' },
      },
      ...sourced,
    ],
  },
];
