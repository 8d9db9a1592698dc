import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, type Situation } from './command.ts';
import { factKind } from './fact.ts';

export const planStep = z.strictObject({
  step_id: id,
  what: line,
  /** Who does it: the person, the worker of the case, a member of the family or a service. */
  owner: z.enum(['person', 'worker', 'family', 'service']),
  due_on: day,
  /** Prints as "appointment" and stays out of a family's common view. */
  sensitive: z.boolean(),
});
export const planGoal = z.strictObject({
  goal_id: id,
  domain: z.string().min(1).max(60),
  /** The goal in the person's own words. */
  words: line,
  steps: z.array(planStep).max(40),
});
/** Strengths and wishes come first: the plan belongs to the person (practice.md 1.1). */
export const agreePlan = z.strictObject({
  plan_id: id,
  strengths: prose.optional(),
  wishes: prose.optional(),
  goals: z.array(planGoal).min(1).max(40),
  agreed_by_person: z.boolean(),
  /** Where the person is a child: the child's own agreement. */
  own_agreement: z.enum(['yes', 'no', 'not_asked']).optional(),
  copy_given: z.boolean(),
});
export const completeStep = z.strictObject({
  step_id: id,
  outcome: z.enum(['done', 'not_needed', 'not_done']),
  words: prose.optional(),
});
export const givePlanCopy = z.strictObject({ plan_id: id });

const planRevised = agreePlan.extend({ conflicting: z.boolean() });
type PlanBody = z.infer<typeof agreePlan>;

export interface StepOutcome {
  readonly outcome: z.infer<typeof completeStep>['outcome'];
  readonly at: Instant;
}
export interface Plan extends PlanBody {
  readonly version: number;
  /** The fact that said this version: what a revision must have seen. */
  readonly by: Id;
  /** Who wrote this version: nobody approves what he wrote. */
  readonly said_by: Id;
  readonly at: Instant;
  /** A version agreed elsewhere without knowledge of this one; kept until a human revises. */
  readonly conflict?: { readonly by: Id; readonly goals: PlanBody['goals'] };
}
export interface PlanState {
  readonly plan: Plan | null;
  readonly copy_given_at: Instant | null;
  readonly outcomes: Readonly<Record<Id, StepOutcome>>;
  /** Earlier versions by their facts, oldest first. */
  readonly earlier: readonly Pick<Plan, 'version' | 'by' | 'said_by' | 'at'>[];
}

/** The steps of the plan that nobody has ended yet. */
export function openSteps(slice: PlanState): readonly z.infer<typeof planStep>[] {
  const steps = slice.plan?.goals.flatMap((goal) => goal.steps) ?? [];
  return steps.filter((step) => slice.outcomes[step.step_id] === undefined);
}

function headOf({ version, by, said_by, at }: Plan): PlanState['earlier'][number] {
  return { version, by, said_by, at };
}

function problemOf(body: PlanBody, situation: Situation) {
  const known = new Set(situation.model.need_domains.map((entry) => entry.code));
  const unknown = body.goals.map((goal) => goal.domain).filter((code) => !known.has(code));
  if (unknown.length > 0) return refuse('need_domain_unknown', { domains: unknown });
  const ids = body.goals.flatMap((goal) => [goal.goal_id, ...goal.steps.map((s) => s.step_id)]);
  return new Set(ids).size < ids.length ? refuse('same_id_twice') : null;
}

/** The person's plan: one open plan a case, revised by new versions, never overwritten. */
export const plan = {
  slice: 'plan',
  initial: { plan: null, copy_given_at: null, outcomes: {}, earlier: [] } as PlanState,
  facts: {
    plan_agreed: factKind({
      version: 1,
      compartment: 'general',
      body: agreePlan,
      apply: (slice: PlanState, fact): PlanState => ({
        ...slice,
        copy_given_at: fact.body.copy_given ? fact.recorded_at : null,
        plan: {
          ...{ ...fact.body, version: 1 },
          ...{ by: fact.id, said_by: fact.actor.id, at: fact.recorded_at },
        },
      }),
    }),
    plan_revised: factKind({
      version: 1,
      compartment: 'general',
      body: planRevised,
      apply: (slice: PlanState, fact): PlanState => {
        const { conflicting, ...body } = fact.body;
        const before = slice.plan;
        const version = (before?.version ?? 0) + 1;
        const next = {
          ...{ ...body, version },
          ...{ by: fact.id, said_by: fact.actor.id, at: fact.recorded_at },
        };
        return {
          ...slice,
          copy_given_at: slice.copy_given_at ?? (body.copy_given ? fact.recorded_at : null),
          plan:
            conflicting && before !== null
              ? { ...next, conflict: { by: before.by, goals: before.goals } }
              : next,
          earlier: before === null ? slice.earlier : [...slice.earlier, headOf(before)],
        };
      },
    }),
    plan_copy_given: factKind({
      version: 1,
      compartment: 'general',
      body: givePlanCopy,
      apply: (slice: PlanState, fact): PlanState =>
        slice.plan === null
          ? slice
          : {
              ...slice,
              plan: { ...slice.plan, copy_given: true },
              copy_given_at: slice.copy_given_at ?? fact.recorded_at,
            },
    }),
    step_completed: factKind({
      version: 1,
      compartment: 'general',
      body: completeStep,
      apply: (slice: PlanState, fact): PlanState => ({
        ...slice,
        outcomes: {
          ...slice.outcomes,
          [fact.body.step_id]: { outcome: fact.body.outcome, at: fact.recorded_at },
        },
      }),
    }),
  },
  commands: {
    agree_plan: commandKind({
      body: agreePlan,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) => {
        if (state.plan.plan !== null) return refuse('plan_exists');
        return (
          problemOf(command.body, situation) ?? accept({ kind: 'plan_agreed', body: command.body })
        );
      },
    }),
    revise_plan: commandKind({
      body: agreePlan,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) => {
        const { plan: current } = state.plan;
        if (current === null) return refuse('plan_missing');
        if (current.plan_id !== command.body.plan_id) return refuse('plan_exists');
        const problem = problemOf(command.body, situation);
        if (problem !== null) return problem;
        const conflicting = command.seen?.plan !== current.by;
        const fact = { kind: 'plan_revised', body: { ...command.body, conflicting } };
        return conflicting ? { facts: [fact], conflict: true } : accept(fact);
      },
    }),
    give_plan_copy: commandKind({
      body: givePlanCopy,
      verb: 'append',
      compartment: 'general',
      decide: (state, command) => {
        if (state.plan.plan?.plan_id !== command.body.plan_id) return refuse('plan_missing');
        if (state.plan.plan.copy_given) return refuse('already_recorded');
        return accept({ kind: 'plan_copy_given', body: command.body });
      },
    }),
    complete_step: commandKind({
      body: completeStep,
      verb: 'append',
      compartment: 'general',
      decide: (state, command) => {
        const steps = state.plan.plan?.goals.flatMap((goal) => goal.steps) ?? [];
        if (!steps.some((step) => step.step_id === command.body.step_id)) {
          // The step went out of the plan while the device was away: nothing sensible to write.
          return { stale: { code: 'step_unknown' } };
        }
        if (state.plan.outcomes[command.body.step_id] !== undefined) {
          return { stale: { code: 'step_already_ended' } };
        }
        return accept({ kind: 'step_completed', body: command.body });
      },
    }),
  },
} as const satisfies Noun<'plan'>;
