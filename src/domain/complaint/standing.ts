import type { Calendar } from '../case/calendar.ts';
import { type ComplaintRules, complaintsOf } from '../case/model-complaints.ts';
import { dueAt } from '../case/timers.ts';
import type { Instant } from '../time.ts';
import type { EventKind, Outcome } from './complaint.ts';

export interface Step {
  readonly kind: EventKind;
  readonly at: Instant;
  readonly outcome: Outcome | null;
}

export interface Standing {
  /** `waiting`: nobody has answered anything; `heard`: it is looked into; `answered`. */
  readonly standing: 'waiting' | 'heard' | 'answered';
  readonly outcome: Outcome | null;
  /** From when the days count of what is owed. */
  readonly since: Instant | null;
}

export interface Owed {
  readonly owes: 'acknowledgement' | 'answer' | null;
  readonly due_at: Instant | null;
  readonly overdue: boolean;
}

/**
 * Where a complaint stands after its steps, in their order. Whoever writes again after an answer is
 * heard again: the clock of the answer starts anew.
 */
export function standingOf(steps: readonly Step[]): Standing {
  let since = steps[0]?.at ?? null;
  let heard = false;
  let answer: Step | null = null;
  for (const step of steps) {
    if (step.kind === 'acknowledged' || step.kind === 'asked') heard = true;
    if (step.kind === 'decided') [heard, answer] = [true, step];
    if (step.kind === 'replied' && answer !== null) [answer, since] = [null, step.at];
  }
  if (answer !== null) return { standing: 'answered', outcome: answer.outcome, since };
  return { standing: heard ? 'heard' : 'waiting', outcome: null, since };
}

/** How complaints are counted: the days of the model, or the house's where it says nothing. */
export type Counting = Calendar & { readonly complaints?: ComplaintRules | undefined };
const NO_MODEL: Counting = { time_zone: 'UTC', weekend: [6, 7], holidays: [] };

/** What is owed next to whoever complained, and by when. */
export function owedOf({ standing, since }: Standing, model: Counting | null, now: Instant): Owed {
  if (standing === 'answered' || since === null) {
    return { owes: null, due_at: null, overdue: false };
  }
  const counting = model ?? NO_MODEL;
  const rules = complaintsOf(counting);
  const days =
    standing === 'heard'
      ? ({ amount: rules.answer_days, unit: 'calendar_days' } as const)
      : ({ amount: rules.acknowledge_working_days, unit: 'working_days' } as const);
  const due_at = dueAt({ ...days, pause_reasons: [] }, since, counting);
  const owes = standing === 'heard' ? 'answer' : 'acknowledgement';
  return { owes, due_at, overdue: due_at !== null && due_at < now };
}
