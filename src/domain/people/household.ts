import { z } from 'zod';
import { id } from '#domain/id.ts';
import { line } from '#domain/text.ts';
import { day } from '#domain/time.ts';

/** What one person is to another: `{ person, is: 'parent', of }` reads "person is parent of of". */
export const KINSHIP_KINDS = [
  'parent',
  'step_parent',
  'foster_parent',
  'child',
  'step_child',
  'foster_child',
  'spouse',
  'sibling',
  'half_sibling',
  'grandparent',
  'grandchild',
  'aunt_or_uncle',
  'niece_or_nephew',
  'cousin',
  'parent_in_law',
  'child_in_law',
  'sibling_in_law',
  'other_relative',
  'not_related',
] as const;
export type KinshipKind = (typeof KINSHIP_KINDS)[number];

/** The same tie seen from the other end. */
export const INVERSE_KINSHIP = {
  parent: 'child',
  step_parent: 'step_child',
  foster_parent: 'foster_child',
  child: 'parent',
  step_child: 'step_parent',
  foster_child: 'foster_parent',
  spouse: 'spouse',
  sibling: 'sibling',
  half_sibling: 'half_sibling',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  aunt_or_uncle: 'niece_or_nephew',
  niece_or_nephew: 'aunt_or_uncle',
  cousin: 'cousin',
  parent_in_law: 'child_in_law',
  child_in_law: 'parent_in_law',
  sibling_in_law: 'sibling_in_law',
  other_relative: 'other_relative',
  not_related: 'not_related',
} as const satisfies Record<KinshipKind, KinshipKind>;

/** What a file may say about a parent. Where a parent is held by a state, it says `cannot_be_reached`. */
export const PARENT_STATES = [
  'present',
  'elsewhere',
  'cannot_be_reached',
  'cannot_care_at_present',
  'deceased',
] as const;
export type ParentState = (typeof PARENT_STATES)[number];

/** On what a guardian stands. `customary` is care by agreement of the family, without a paper. */
export const GUARDIANSHIP_KINDS = ['court', 'authority', 'temporary', 'customary'] as const;

/** First day and, where it is over, the last day on which something held. */
const span = { from: day.optional(), until: day.optional() };

export const membership = z.strictObject({ person: id, ...span });
export const kinship = z.strictObject({ person: id, is: z.enum(KINSHIP_KINDS), of: id, ...span });

export const guardianship = z
  .strictObject({
    child: id,
    /** A person, or an institution by its name in words. */
    guardian: z.union([z.strictObject({ person: id }), z.strictObject({ institution: line })]),
    kind: z.enum(GUARDIANSHIP_KINDS),
    /** Somebody with standing says that this is not right: nobody acts on it without a look. */
    contested: z.boolean(),
    ...span,
  })
  .refine((value) => !value.from || !value.until || value.from <= value.until, {
    path: ['until'],
    error: 'before_start',
  });

/** A parent of a child, known by name or not, and what keeps or does not keep that parent from caring. */
export const parentState = z.strictObject({
  child: id,
  parent: id.optional(),
  which: z.enum(['mother', 'father', 'unknown']),
  state: z.enum(PARENT_STATES),
  ...span,
});

export const household = z.strictObject({
  id,
  members: z.array(membership).max(60),
  kinships: z.array(kinship).max(600),
  guardianships: z.array(guardianship).max(120),
  parents: z.array(parentState).max(120),
});
export type Household = z.infer<typeof household>;
export type Guardianship = z.infer<typeof guardianship>;
export type ParentOfChild = z.infer<typeof parentState>;

/** True on every day from `from` to `until`, both included; an open end has no bound. */
export function holdsOn(
  value: { from?: string | undefined; until?: string | undefined },
  on: string,
) {
  return (value.from ?? '') <= on && on <= (value.until ?? '9999-12-31');
}
