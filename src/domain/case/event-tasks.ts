import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { dayAt } from '../zone.ts';
import { dayAfter } from './calendar.ts';
import { helpAsked } from './closure.ts';
import type { ProgrammeModel } from './model.ts';
import type { CaseState } from './state.ts';
import type { Task } from './task.ts';

type End = (day: Day) => Instant;

/**
 * Another look at the plan after what happened since it was agreed: on the worker's list, until a review
 * is written down. After a worry it is for those who look into worries: whoever works with the person
 * may be the one it is about, and is not told that there is one.
 */
export function eventReviews(
  state: CaseState,
  model: ProgrammeModel,
  worker: Id | null,
  end: End,
): Task[] {
  const rules = model.life_events;
  const { plan } = state.plan;
  const { phase } = state.stage;
  if (rules === undefined || plan === null || phase === 'aftercare') return [];
  const open = (at: Instant) =>
    at > plan.at && !state.review.reviews.some(({ recorded_at }) => recorded_at >= at);
  const due = (at: Instant, days: number) => end(dayAfter(dayAt(at, model.time_zone), days));
  const lived = Object.values(state.life_event.events).flatMap((event): Task[] => {
    const rule = rules.events.find(({ code }) => code === event.code);
    if (rule === undefined || !open(event.recorded_at)) return [];
    return [
      {
        ...{ kind: 'event_review', ref: event.event_id, account_id: worker },
        ...{ due_at: due(event.recorded_at, rule.review_days), details: { event: event.code } },
      },
    ];
  });
  const { concern_days } = rules;
  if (concern_days === undefined) return lived;
  const worries = Object.values(state.concern.concerns)
    .filter(({ raised_at }) => open(raised_at))
    .filter(({ closed }) => closed?.outcome !== 'said_in_error')
    .map(
      ({ concern_id, raised_at }): Task => ({
        ...{ kind: 'event_review', ref: concern_id, account_id: null },
        ...{ due_at: due(raised_at, concern_days), compartment: 'protection', details: {} },
      }),
    );
  return [...lived, ...worries];
}

/** Somebody asked for help after support had ended: also where the file is closed by now. */
export function helpTasks(state: CaseState, worker: Id | null, end: End): Task[] {
  return helpAsked(state.closure).map(({ check_in_id, on }) => ({
    ...{ kind: 'help_asked', ref: check_in_id, account_id: worker, due_at: end(on), details: {} },
  }));
}
