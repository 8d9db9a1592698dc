import { z } from 'zod';
import type { Id } from '../id.ts';
import type { Fact } from './fact.ts';
import type { CaseState } from './state.ts';

/** What a programme model may want approved (practice.md 0.6). */
export const APPROVABLE = ['assessment', 'plan', 'closure'] as const;
export const approvable = z.enum(APPROVABLE);
export type Approvable = z.infer<typeof approvable>;

/**
 * The kinds of facts that make each of them new (`pinned`: an approval before such a fact is not one
 * of what stands now) and those that a supervisor wants to see since the last approval (`changed`).
 */
export const APPROVED_FACTS: Readonly<
  Record<Approvable, { readonly pinned: readonly string[]; readonly changed: readonly string[] }>
> = {
  assessment: {
    pinned: ['needs_assessed'],
    changed: ['needs_assessed', 'need_identified', 'need_resolved'],
  },
  plan: {
    pinned: ['plan_agreed', 'plan_revised'],
    changed: [
      'plan_agreed',
      'plan_revised',
      'plan_copy_given',
      'step_completed',
      'review_recorded',
    ],
  },
  closure: {
    pinned: ['closure_prepared', 'case_reopened'],
    changed: [
      ...['closure_prepared', 'case_reopened', 'milestone_reached', 'step_completed'],
      ...['needs_assessed', 'need_identified', 'need_resolved', 'check_in_ended'],
    ],
  },
};

/** The fact that stands now and that an approval would be of, or null where there is nothing yet. */
export function pinOf(state: CaseState, kind: Approvable): Id | null {
  switch (kind) {
    case 'assessment':
      return state.need.assessed_by_fact;
    case 'plan':
      return state.plan.plan?.by ?? null;
    case 'closure':
      return state.closure.prepared?.by ?? null;
  }
}

/** Everybody who wrote part of what stands now since it was last approved. */
export function authorsOf(state: CaseState, kind: Approvable): readonly Id[] {
  switch (kind) {
    case 'assessment':
      return Object.values(state.need.domains).map((answer) => answer.said_by);
    case 'plan': {
      const { plan, earlier } = state.plan;
      const approved = earlier.findLastIndex((one) => one.by === state.approval.approved.plan);
      const versions = earlier.slice(approved + 1).map((one) => one.said_by);
      return plan === null ? versions : [...versions, plan.said_by];
    }
    case 'closure': {
      const { prepared } = state.closure;
      return prepared === null ? [] : [prepared.said_by];
    }
  }
}

/**
 * The facts that changed it since its last approval, in their order; all of them where there was none.
 * `facts` are those of one case as their reader sees them, `approved` is `state.approval.approved[kind]`.
 */
export function changedSince(
  facts: readonly Pick<Fact, 'id' | 'kind'>[],
  kind: Approvable,
  approved: Id | undefined,
): readonly Id[] {
  const { changed } = APPROVED_FACTS[kind];
  const from = facts.findIndex((fact) => fact.id === approved) + 1;
  return facts
    .slice(from)
    .filter((fact) => changed.includes(fact.kind))
    .map((fact) => fact.id);
}
