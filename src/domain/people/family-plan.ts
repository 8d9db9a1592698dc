import { z } from 'zod';
import { ownAgreement } from '../case/model-children.ts';
import { familyOf } from '../case/model-family.ts';
import { id } from '../id.ts';
import type { Problem } from '../problem.ts';
import { line } from '../text.ts';
import { type Day, day } from '../time.ts';
import type { Birth } from './birth.ts';

export const FAMILY_OUTCOMES = ['done', 'not_needed', 'not_done'] as const;
const familyOutcome = z.enum(FAMILY_OUTCOMES);
export type FamilyOutcome = z.infer<typeof familyOutcome>;

const people = z
  .array(id)
  .max(40)
  .refine((all) => new Set(all).size === all.length, { error: 'twice' });

const step = z
  .strictObject({
    step_id: id,
    what: line,
    /** Whose step it is: only their files show it. */
    members: people.min(1),
    /** Who does it: one of them, or (null) the worker. */
    owner_id: id.nullable(),
    due_on: day,
  })
  .refine(({ owner_id, members }) => owner_id === null || members.includes(owner_id), {
    ...{ path: ['owner_id'], error: 'not_one_of' },
  });
export type FamilyStep = z.infer<typeof step>;

/** One goal that a household agreed on, with its steps. Nothing is changed later: steps end. */
export const agreeFamilyGoal = z
  .strictObject({
    household_id: id,
    goal_id: id,
    domain: z.string().min(1).max(60),
    /** In the family's own words. */
    words: line,
    steps: z.array(step).min(1).max(40),
    /** Who said yes, each for themselves. */
    agreed: people,
  })
  .refine(
    ({ goal_id, steps }) =>
      new Set([goal_id, ...steps.map((one) => one.step_id)]).size > steps.length,
    { path: ['steps'], error: 'twice' },
  );
export type AgreeFamilyGoal = z.infer<typeof agreeFamilyGoal>;

export const endFamilyStep = z.strictObject({ step_id: id, outcome: familyOutcome });

type Model = Parameters<typeof familyOf>[0];

/** Areas of life that a family may plan together: all but those that stay with the person. */
export function familyDomains(model: Model): readonly string[] {
  const { sensitive_domains } = familyOf(model);
  return model.need_domains
    .map((one) => one.code)
    .filter((code) => !sensitive_domains.includes(code));
}

/** Whether a member is asked themselves: every adult, and a child from the age that the model names. */
export function askedThemselves(model: Model, birth: Birth | null, today: Day): boolean {
  const asked_from = familyOf(model).child_asked_from;
  const ages = { asked_from, needed_from: asked_from, alone_from: null };
  const rule = ownAgreement(
    [{ own_agreement: { ...ages, source_citation: '-', verified: false } }],
    birth,
    today,
  );
  return rule.asked || rule.alone;
}

/** What a rule needs to know of somebody whom a step names and who lives in the household now. */
export interface FamilyMemberAge {
  readonly person_id: string;
  readonly birth: Birth | null;
}

/**
 * Why this may not be agreed, or null. `models` are those of the files of the people it names: what one
 * of them keeps with the person, no household plans together.
 */
export function familyGoalProblem(
  goal: AgreeFamilyGoal,
  models: readonly Model[],
  living: readonly FamilyMemberAge[],
  today: Day,
): Problem | null {
  for (const model of models) {
    const details = { domains: [goal.domain] };
    if (!model.need_domains.some(({ code }) => code === goal.domain)) {
      return { code: 'need_domain_unknown', details };
    }
    if (!familyDomains(model).includes(goal.domain)) {
      const fields = [{ path: 'body.domain', code: 'stays_with_the_person' }];
      return { code: 'family_domain_sensitive', details, fields };
    }
  }
  const named = namedIn(goal);
  const here = new Map(living.map((one) => [one.person_id, one]));
  if (named.some((one) => !here.has(one)) || goal.agreed.some((one) => !named.includes(one))) {
    return { code: 'family_member_elsewhere' };
  }
  const unasked = named.filter(
    (one) =>
      !goal.agreed.includes(one) &&
      models.some((model) => askedThemselves(model, here.get(one)?.birth ?? null, today)),
  );
  if (unasked.length === 0) return null;
  const fields = [{ path: 'body.agreed', code: 'required' }];
  return { code: 'family_agreement_missing', details: { people: unasked.length }, fields };
}

/** Everybody whom a goal names, each once, in a fixed order. */
export function namedIn({ steps }: Pick<AgreeFamilyGoal, 'steps'>): readonly string[] {
  return [...new Set(steps.flatMap((one) => one.members))].sort();
}
