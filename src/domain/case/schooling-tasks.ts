import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { dayAfter, endOfDay } from './calendar.ts';
import type { ProgrammeModel } from './model.ts';
import { lowAttendance, nextReview, runningSchooling } from './schooling-state.ts';
import type { CaseState } from './state.ts';
import type { Task } from './task.ts';
import type { TimerEvent } from './timers.ts';

/** What a worker has to do about school: ask why a child is missing, and look at the catch-up plan again. */
export function schoolingTasks(
  { schooling }: CaseState,
  { schooling: rules }: ProgrammeModel,
  account_id: Id | null,
  end: (day: Day) => Instant,
): Task[] {
  const running = runningSchooling(schooling);
  if (running === null || rules === undefined) return [];
  const [ref, one] = running;
  const review = nextReview(one);
  const low = one.started === null ? null : lowAttendance(one, rules);
  const task = (kind: 'school_review' | 'school_attendance', on: Day): Task => ({
    ...{ kind, ref, account_id, due_at: end(on), details: { escalate_to: 'supervisor' } },
  });
  return [
    ...(review === null ? [] : [task('school_review', review)]),
    // The week has to be over, and a week to ask.
    ...(low === null ? [] : [task('school_attendance', dayAfter(low, 13))]),
  ];
}

/** Half a year before the age, so that the autumn is not missed; a toddler waits for nothing yet. */
const AHEAD_DAYS = 180;

/** When a child is to be in school, when it began, and when it left without another. */
export function schoolingEvents(
  { schooling, opening, need }: CaseState,
  model: ProgrammeModel,
): Omit<TimerEvent, 'child'>[] {
  const { schooling: rules, time_zone } = model;
  if (rules === undefined || !opening.child || opening.opened_at === null) return [];
  const end = (on: Day) => endOfDay(on, time_zone);
  const later = (on: Day, at: Instant) => (end(on) > at ? end(on) : at);
  const { school_age } = opening;
  const soon = dayAfter(opening.opened_at.slice(0, 10), AHEAD_DAYS);
  const due = school_age !== undefined && school_age.from <= soon;
  const grown = (on: Day) => school_age !== undefined && on > school_age.until;
  const schools = Object.values(schooling.schoolings);
  const there = (at: Instant) =>
    schools.some(
      ({ started, left }) =>
        started !== null && end(started.on) <= at && (left === null || at < end(left.on)),
    );
  return [
    ...(due
      ? [{ kind: 'school_due', at: later(dayAfter(school_age.from, -1), opening.opened_at) }]
      : []),
    // Also where nobody knew the age when the file was opened.
    ...Object.values(need.needs)
      .filter(({ domain, identified_at: at }) => domain === rules.need_domain && !there(at))
      .map(({ identified_at }) => ({ kind: 'school_due', at: identified_at })),
    ...schools.flatMap(({ started, left }) => [
      // Who was at school before the file was opened is waited for no longer from then on.
      ...(started === null
        ? []
        : [{ kind: 'school_entered', at: later(started.on, opening.opened_at ?? '') }]),
      ...(left === null || left.reason === 'other_school' || left.reason === 'finished'
        ? []
        : grown(left.on)
          ? []
          : [{ kind: 'school_left', at: later(left.on, opening.opened_at ?? '') }]),
    ]),
  ];
}
