import type { Day } from '../../time.ts';

/** Where a card stands. `stale` is no state of its own row: a published card is stale from its review date on. */
export const PRACTICE_STATES = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'accepted',
  'published',
  'stale',
  'archived',
  'taken_down',
] as const;
export type PracticeState = (typeof PRACTICE_STATES)[number];
export type StoredState = Exclude<PracticeState, 'stale'>;

export const PRACTICE_STEPS = [
  'submit',
  'assign',
  'return',
  'accept',
  'publish',
  'reopen',
  'renew',
  'archive',
  'take_down',
] as const;
export type PracticeStep = (typeof PRACTICE_STEPS)[number];

/** From which states a step leads where. A new version of a published card begins by `reopen`. */
const STEPS = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  assign: { from: ['submitted', 'in_review'], to: 'in_review' },
  return: { from: ['submitted', 'in_review', 'accepted'], to: 'returned' },
  accept: { from: ['in_review'], to: 'accepted' },
  publish: { from: ['accepted'], to: 'published' },
  reopen: { from: ['published', 'stale', 'archived', 'taken_down'], to: 'draft' },
  renew: { from: ['published', 'stale'], to: 'published' },
  archive: { from: ['published', 'stale'], to: 'archived' },
  take_down: { from: ['published', 'stale', 'archived'], to: 'taken_down' },
} as const satisfies Record<PracticeStep, { from: readonly PracticeState[]; to: StoredState }>;

/** The state after the step; null where it does not lead on from here. */
export function afterStep(state: PracticeState, step: PracticeStep): StoredState | null {
  const { from, to } = STEPS[step];
  return (from as readonly PracticeState[]).includes(state) ? to : null;
}

/** What readers see of the stored state on a day: a card whose review date is over is stale. */
export function stateOn(state: StoredState, reviewOn: Day | null, today: Day): PracticeState {
  return state === 'published' && reviewOn !== null && reviewOn < today ? 'stale' : state;
}

/** Its author writes in it while nobody decides on it. */
export function isOpen(state: PracticeState): boolean {
  return state === 'draft' || state === 'returned';
}
