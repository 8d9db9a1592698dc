import type { Instant } from '../time.ts';
import { dayAt } from '../zone.ts';
import { type Calendar, dayAfter, endOfDay, isWorkingDay } from './calendar.ts';
import type { ProgrammeModel, Timer } from './model.ts';

/** A time that does not count: in hospital, in reception. `to` null = it goes on. */
export interface Pause {
  /** A code of `pause_reasons` in the model; a timer is held up only by those that it lists. */
  readonly reason: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A fact, reduced to what a timer needs. `child` and `urgent` are as known at that time. */
export interface TimerEvent {
  /** A name of `TIMER_EVENTS`, or `stage:<code>` for a stage entered. */
  readonly kind: string;
  readonly at: Instant;
  /** The thing it is about (a referral, a concern): a timer `per: ref` counts each on its own. */
  readonly ref?: string;
  readonly child?: boolean;
  readonly urgent?: boolean;
}

export interface OpenTimer {
  readonly code: string;
  readonly duty: string;
  readonly ref: string | null;
  readonly started_at: Instant;
  /** Null while it is held up by a pause of which nobody knows the end. */
  readonly due_at: Instant | null;
  readonly escalate_to: Timer['escalate_to'] | null;
  readonly source: { readonly citation: string; readonly verified: boolean };
}

/**
 * When a timer that started at an instant is due. Hours are hours of the clock; days run to the end of
 * the last day in the model's time zone, and the day of the start does not count. Time in a pause does
 * not count; null where a pause that has no end yet holds it up.
 */
export function dueAt(
  timer: Pick<Timer, 'amount' | 'unit' | 'pause_reasons'>,
  startedAt: Instant,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Instant | null {
  const held = pauses
    .filter((pause) => timer.pause_reasons.includes(pause.reason))
    .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return timer.unit === 'hours'
    ? dueAfterHours(timer.amount, startedAt, held)
    : dueAfterDays(timer.amount, timer.unit === 'working_days', startedAt, calendar, held);
}

function dueAfterHours(hours: number, startedAt: Instant, held: readonly Pause[]): Instant | null {
  let counted = Date.parse(startedAt);
  let due = counted + hours * 3_600_000;
  for (const pause of held) {
    const from = Math.max(Date.parse(pause.from), counted);
    if (from >= due) break;
    if (pause.to === null) return null;
    const to = Date.parse(pause.to);
    // Pauses may overlap: what was counted out once is not counted out again.
    if (to <= from) continue;
    due += to - from;
    counted = to;
  }
  return new Date(due).toISOString();
}

function dueAfterDays(
  days: number,
  working: boolean,
  startedAt: Instant,
  calendar: Calendar,
  held: readonly Pause[],
): Instant | null {
  const zone = calendar.time_zone;
  // The day on which a pause ends counts again.
  const spans = held.map(({ from, to }) => ({
    from: dayAt(from, zone),
    to: to === null ? null : dayAt(to, zone),
  }));
  let day = dayAt(startedAt, zone);
  // Every command works out every timer: where each day counts there is nothing to walk through.
  if (!working && spans.length === 0) return endOfDay(dayAfter(day, days), zone);
  for (let counted = 0; counted < days; ) {
    day = dayAfter(day, 1);
    const on = day;
    const within = spans.filter((span) => span.from <= on && (span.to === null || on < span.to));
    if (within.some((span) => span.to === null)) return null;
    if (within.length === 0 && (!working || isWorkingDay(day, calendar))) counted++;
  }
  return endOfDay(day, zone);
}

/**
 * The timers that run on a case after these events, the earliest due first. Of several timers of one
 * duty about the same thing only the earliest stands. Events may come in any order.
 */
export function timersOf(
  model: ProgrammeModel,
  events: readonly TimerEvent[],
  pauses: readonly Pause[] = [],
): OpenTimer[] {
  const open = running(model.timers, events).map(
    ({ timer, ref, at }): OpenTimer => ({
      code: timer.code,
      duty: timer.duty,
      ref,
      started_at: at,
      due_at: dueAt(timer, at, model, pauses),
      escalate_to: timer.escalate_to ?? null,
      source: { citation: timer.source_citation, verified: timer.verified },
    }),
  );
  const strictest = new Map<string, OpenTimer>();
  for (const timer of open.toSorted(byDue)) {
    const key = `${timer.duty} ${timer.ref ?? ''}`;
    if (!strictest.has(key)) strictest.set(key, timer);
  }
  return [...strictest.values()];
}

interface Run {
  readonly ref: string | null;
  readonly at: Instant;
}

/** One timer: what of it runs, and which of its things are over for good. */
interface Clock {
  readonly timer: Timer;
  readonly running: Map<string, Run>;
  readonly stopped: Set<string>;
}

/** All timers over the events: what is still running. */
function running(timers: readonly Timer[], events: readonly TimerEvent[]) {
  const clocks = timers.map((timer): Clock => ({ timer, running: new Map(), stopped: new Set() }));
  const listening = listenersOf(timers);
  for (const event of events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const all = event.kind === 'case_ended' || event.kind === 'case_reopened';
    for (const at of all ? clocks.keys() : (listening.get(event.kind) ?? [])) {
      const clock = clocks[at];
      if (clock !== undefined) tick(clock, event);
    }
  }
  return clocks.flatMap((clock) =>
    [...clock.running.values()].map((run) => ({ ...run, timer: clock.timer })),
  );
}

// Every command works out every timer: most events of a long file are nothing to most timers.
const listeners = new WeakMap<readonly Timer[], ReadonlyMap<string, readonly number[]>>();

/** By kind of event the places of the timers that it starts, ends or stops. */
function listenersOf(timers: readonly Timer[]): ReadonlyMap<string, readonly number[]> {
  const known = listeners.get(timers);
  if (known !== undefined) return known;
  const made = new Map<string, number[]>();
  for (const [at, { starts_on, ends_on, stops_on }] of timers.entries()) {
    for (const kind of new Set([...starts_on, ...ends_on, ...stops_on])) {
      made.set(kind, [...(made.get(kind) ?? []), at]);
    }
  }
  listeners.set(timers, made);
  return made;
}

/** Within an event: stop, then end, then start. */
function tick({ timer, running, stopped }: Clock, event: TimerEvent): void {
  const ref = timer.per === 'ref' ? (event.ref ?? null) : null;
  const key = ref ?? '';
  if (event.kind === 'case_reopened') stopped.clear();
  if (event.kind === 'case_ended' || has(timer.stops_on, event)) {
    stopped.add(event.kind === 'case_ended' ? '' : key);
    if (ref === null || event.kind === 'case_ended') running.clear();
    else running.delete(key);
    return;
  }
  const run = running.get(key);
  if (run !== undefined && has(timer.ends_on, event) && counts(timer, run, event)) {
    if (timer.repeat && applies(timer, event)) running.set(key, { ref, at: event.at });
    else running.delete(key);
  }
  const free = !running.has(key) && !stopped.has(key) && !stopped.has('');
  if (free && has(timer.starts_on, event) && applies(timer, event)) {
    running.set(key, { ref, at: event.at });
  }
}

function counts(timer: Timer, run: Run, event: TimerEvent): boolean {
  const days = (Date.parse(event.at) - Date.parse(run.at)) / 86_400_000;
  return days >= (timer.counts_from_day ?? 0);
}

function has(names: readonly string[], event: TimerEvent): boolean {
  return names.includes(event.kind);
}

/** Somebody whose age is not known is treated as an adult: the timers of children are extra care. */
function applies(timer: Timer, event: TimerEvent): boolean {
  switch (timer.applies_to) {
    case 'all':
      return true;
    case 'child':
      return event.child === true;
    case 'adult':
      return event.child !== true;
    case 'urgent':
      return event.urgent === true;
  }
}

function byDue(a: OpenTimer, b: OpenTimer): number {
  const [first, second] = [a.due_at ?? '~', b.due_at ?? '~'];
  if (first !== second) return first < second ? -1 : 1;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
