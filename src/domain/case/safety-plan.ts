import { z } from 'zod';
import type { Compartment } from '../access/role.ts';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { dayAfter } from './calendar.ts';
import { accept, commandKind, type Noun, refuse, type Situation, stale } from './command.ts';
import { factKind, type NewFact } from './fact.ts';
import { safetyOf } from './model-safety.ts';
import type { CaseState } from './state.ts';

/**
 * `protection`: somebody else is to be feared. `psychosocial`: the person may harm themselves. Nobody who
 * reads only the general part may know of either.
 */
export const SAFETY_PARTS = ['protection', 'psychosocial'] as const;
const compartment = z.enum(SAFETY_PARTS);

const parts = {
  /** What shows that it is getting dangerous. */
  warning_signs: prose,
  what_helps: prose,
  whom_to_call: prose,
  safe_places: prose.optional(),
  worker_does: prose,
  /** Who else sat there; the person always does. */
  made_with: z.enum(['person', 'person_and_trusted']),
  /** A sheet at home can be found. */
  copy: z.enum(['given', 'not_safe', 'not_wished']),
};
export const agreeSafetyPlan = z.strictObject({
  plan_id: id,
  compartment,
  ...parts,
  /** Earlier than the model asks for. */
  review_on: day.optional(),
});
export const SAFETY_OUTCOMES = ['still_fits', 'no_longer_needed'] as const;
export const reviewSafetyPlan = z.strictObject({
  plan_id: id,
  compartment,
  outcome: z.enum(SAFETY_OUTCOMES),
  words: prose,
  review_on: day.optional(),
});
const planAgreed = z.strictObject({ plan_id: id, ...parts, review_on: day });
const planReviewed = reviewSafetyPlan.omit({ compartment: true });
/** What the general part is told of the psychosocial one: a day, and not what for. */
const heldApart = z.strictObject({ ref: id, review_on: day.nullable() });

export interface SafetyPlan {
  readonly version: number;
  readonly compartment: Compartment;
  readonly review_on: Day;
  readonly agreed_at: Instant;
  /** Another one took its place, or it is no longer needed. */
  readonly ended: boolean;
}
export interface SafetyPlanState {
  readonly plans: Readonly<Record<Id, SafetyPlan>>;
  readonly apart: Readonly<Record<Id, Day>>;
}

/** The plans that hold now, at most one a compartment. */
export function standingPlans(slice: SafetyPlanState): readonly [Id, SafetyPlan][] {
  return Object.entries(slice.plans).filter(([, { ended }]) => !ended);
}

/** The day of the next look: as asked for, never later than the model's. */
function reviewDay(asked: Day | undefined, { model, today }: Situation) {
  const last = dayAfter(today, safetyOf(model).plan_review_days);
  const on = asked ?? last;
  if (on <= today) return refuse('day_in_the_past');
  return on > last ? refuse('review_too_late', { last }) : on;
}

/** Without content: that something lies with a specialist, and when somebody looks at it again. */
function told(held: Compartment, ref: Id, review_on: Day | null): readonly NewFact[] {
  return held === 'psychosocial' ? [{ kind: 'held_apart', body: { ref, review_on } }] : [];
}

function standingIn(state: CaseState, held: Compartment): Id | undefined {
  return standingPlans(state.safety_plan).find(([, one]) => one.compartment === held)?.[0];
}

/**
 * What a person does when it gets dangerous, made with the person. The newest of a compartment stands;
 * earlier ones stay as its versions. Of one that speaks of somebody to be feared no general fact tells.
 */
export const safetyPlan = {
  slice: 'safety_plan',
  initial: { plans: {}, apart: {} } as SafetyPlanState,
  facts: {
    safety_plan_agreed: factKind({
      version: 1,
      compartment: 'protection',
      body: planAgreed,
      apply: (slice: SafetyPlanState, { body, compartment: held, recorded_at }) => {
        const all = Object.entries(slice.plans);
        const earlier = all.map(([known, one]) => [
          known,
          one.compartment === held ? { ...one, ended: true } : one,
        ]);
        const agreed: SafetyPlan = {
          version: all.filter(([, one]) => one.compartment === held).length + 1,
          ...{ compartment: held, review_on: body.review_on, agreed_at: recorded_at, ended: false },
        };
        return { ...slice, plans: { ...Object.fromEntries(earlier), [body.plan_id]: agreed } };
      },
    }),
    safety_plan_reviewed: factKind({
      version: 1,
      compartment: 'protection',
      body: planReviewed,
      apply: (slice: SafetyPlanState, { body }) => {
        const known = slice.plans[body.plan_id];
        if (known === undefined) return slice;
        const review_on = body.review_on ?? known.review_on;
        const ended = known.ended || body.outcome === 'no_longer_needed';
        return {
          ...slice,
          plans: { ...slice.plans, [body.plan_id]: { ...known, review_on, ended } },
        };
      },
    }),
    held_apart: factKind({
      version: 1,
      compartment: 'general',
      body: heldApart,
      apply: (slice: SafetyPlanState, { body: { ref, review_on } }) => {
        const { [ref]: _before, ...apart } = slice.apart;
        return { ...slice, apart: review_on === null ? apart : { ...apart, [ref]: review_on } };
      },
    }),
  },
  commands: {
    agree_safety_plan: commandKind({
      body: agreeSafetyPlan,
      verb: 'append',
      compartment: 'protection',
      chosen: (body) => body.compartment,
      decide: (state, { body: { compartment: held, ...body } }, situation) => {
        if (state.safety_plan.plans[body.plan_id] !== undefined) return refuse('already_recorded');
        const review_on = reviewDay(body.review_on, situation);
        if (typeof review_on !== 'string') return review_on;
        const before = standingIn(state, held);
        return accept(
          { kind: 'safety_plan_agreed', compartment: held, body: { ...body, review_on } },
          ...told(held, body.plan_id, review_on),
          ...(before === undefined ? [] : told(held, before, null)),
        );
      },
    }),
    review_safety_plan: commandKind({
      body: reviewSafetyPlan,
      verb: 'append',
      compartment: 'protection',
      chosen: (body) => body.compartment,
      decide: (state, { body: { compartment: held, ...body } }, situation) => {
        const known = state.safety_plan.plans[body.plan_id];
        if (known?.compartment !== held) return refuse('safety_plan_unknown');
        if (known.ended) return stale('safety_plan_ended');
        const ends = body.outcome === 'no_longer_needed';
        const review_on = ends ? null : reviewDay(body.review_on, situation);
        if (review_on !== null && typeof review_on !== 'string') return review_on;
        const { review_on: _asked, ...said } = body;
        return accept(
          {
            ...{ kind: 'safety_plan_reviewed', compartment: held },
            body: review_on === null ? said : { ...said, review_on },
          },
          ...told(held, body.plan_id, review_on),
        );
      },
    }),
  },
} as const satisfies Noun<'safety_plan'>;
