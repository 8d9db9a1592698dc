import type { Day, Instant } from '../time.ts';
import { endOfDay, startOfDay } from './calendar.ts';
import type { ProgrammeModel } from './model.ts';
import { referralEvents } from './referral-tasks.ts';
import { schoolingEvents } from './schooling-tasks.ts';
import type { CaseState } from './state.ts';
import type { Pause, TimerEvent } from './timers.ts';

type Said = Omit<TimerEvent, 'child'>;

/** What happened on a day counts from the end of that day, and never after it was written down. */
function onDay(day: Day, recordedAt: Instant, model: ProgrammeModel): Instant {
  const end = endOfDay(day, model.time_zone);
  return end < recordedAt ? end : recordedAt;
}

function beginnings({ opening, assignment, consent, stage }: CaseState): Said[] {
  const events: Said[] = [];
  if (opening.opened_at !== null) events.push({ kind: 'case_opened', at: opening.opened_at });
  if (assignment.worker !== null) {
    events.push({ kind: 'worker_assigned', at: assignment.worker.since });
  }
  for (const { recorded_at } of Object.values(consent.records)) {
    events.push({ kind: 'consent_recorded', at: recorded_at });
  }
  for (const entered of stage.history) {
    events.push({ kind: `stage:${entered.stage}`, at: entered.at });
    if (entered.phase === 'closed') events.push({ kind: 'case_ended', at: entered.at });
  }
  return events;
}

function receptions({ reception }: CaseState, model: ProgrammeModel): Said[] {
  return [
    ...reception.stays.flatMap((stay): Said[] => [
      { kind: 'reception_entered', at: onDay(stay.from, stay.entered_at, model) },
      ...(stay.until === null || stay.left_at === null
        ? []
        : [{ kind: 'reception_left', at: onDay(stay.until, stay.left_at, model) }]),
    ]),
    ...reception.hand_overs.map((one) => ({
      kind: 'handed_over',
      at: onDay(one.on, one.recorded_at, model),
    })),
  ];
}

function needs({ need }: CaseState): Said[] {
  const events: Said[] = [];
  if (need.assessed_at !== null) {
    const urgent = Object.values(need.domains).some((answer) => answer.value === 'urgent');
    events.push({ kind: 'needs_assessed', at: need.assessed_at, urgent });
  }
  for (const [ref, item] of Object.entries(need.needs)) {
    const { urgent, identified_at, resolved_at } = item;
    events.push({ kind: 'need_identified', at: identified_at, ref, urgent });
    if (resolved_at !== null) events.push({ kind: 'need_resolved', at: resolved_at, ref, urgent });
  }
  return events;
}

function plans({ plan, visit, review }: CaseState, model: ProgrammeModel): Said[] {
  const versions = plan.plan === null ? plan.earlier : [...plan.earlier, plan.plan];
  return [
    ...versions.map(({ version, at }) => ({
      kind: version === 1 ? 'plan_agreed' : 'plan_revised',
      at,
    })),
    ...(plan.copy_given_at === null ? [] : [{ kind: 'plan_copy_given', at: plan.copy_given_at }]),
    ...Object.entries(plan.outcomes).flatMap(([ref, { outcome, at }]) => [
      { kind: 'step_completed', at, ref },
      ...(outcome === 'done' ? [{ kind: 'service_delivered', at, ref }] : []),
    ]),
    // An attempt is no contact: only somebody who was met or reached.
    ...Object.values(visit.visits)
      .filter(({ met }) => met)
      .map(({ on, recorded_at }) => ({
        kind: 'visit_recorded',
        at: onDay(on, recorded_at, model),
      })),
    ...review.reviews.map(({ on, recorded_at }) => ({
      kind: 'review_recorded',
      at: onDay(on, recorded_at, model),
    })),
  ];
}

function endings({ approval, closure }: CaseState): Said[] {
  return [
    ...Object.values(approval.approvals).flatMap((one): Said[] => {
      const ref = one.approval_id;
      const proposed = { kind: 'approval_proposed', at: one.proposed_at, ref };
      if (one.decided_at === null) return [proposed];
      const kind = one.state === 'approved' ? 'approval_given' : 'approval_returned';
      return [proposed, { kind, at: one.decided_at, ref }];
    }),
    ...(closure.prepared === null ? [] : [{ kind: 'closure_prepared', at: closure.prepared.at }]),
    ...Object.entries(closure.check_ins).map(([ref, { at }]) => ({
      kind: 'check_in_ended',
      at,
      ref,
    })),
    ...closure.reopened.map(({ at }) => ({ kind: 'case_reopened', at })),
  ];
}

/** What was reached and what happened in a life, each by its code in the model. */
function lived({ milestone, life_event }: CaseState, model: ProgrammeModel): Said[] {
  return [
    ...Object.values(milestone.reached).map(({ code, on, recorded_at }) => ({
      ...{ kind: `milestone:${code}`, at: onDay(on, recorded_at, model) },
    })),
    ...Object.values(life_event.events).map(({ code, on, recorded_at }) => ({
      ...{ kind: `life_event:${code}`, at: onDay(on, recorded_at, model) },
    })),
  ];
}

/** One clock for each care arrangement. */
function placements({ placement }: CaseState, model: ProgrammeModel): Said[] {
  return Object.entries(placement.placements).flatMap(([ref, { begun, visits, ended }]): Said[] => {
    const on = (kind: string, { on: day, at }: { readonly on: Day; readonly at: Instant }) => ({
      ...{ kind, ref, at: onDay(day, at, model) },
    });
    return [
      ...(begun === null ? [] : [on('placement_begun', begun)]),
      ...visits.map((visit) => on('placement_visited', visit)),
      ...(ended === null ? [] : [on('placement_ended', ended)]),
    ];
  });
}

/** One clock for each business, from its first day; a visit that finds it stopped ends them all. */
function businesses({ business }: CaseState, model: ProgrammeModel): Said[] {
  return Object.entries(business.businesses).flatMap(([ref, { begun, visits }]): Said[] => [
    ...(begun === null
      ? []
      : [{ kind: 'business_begun', ref, at: onDay(begun.on, begun.at, model) }]),
    ...visits.flatMap(({ on, at, outcome }) => {
      const visited = { ref, at: onDay(on, at, model) };
      return [
        { kind: 'business_visited', ...visited },
        ...(outcome === 'stopped' ? [{ kind: 'business_stopped', ...visited }] : []),
      ];
    }),
  ]);
}

/**
 * What starts and ends the timers of the model, out of the state of a case. A noun whose facts a timer
 * names (`TIMER_EVENTS` in `model-names.ts`) adds its events here. Whether the person is a child is
 * what the file's opening says.
 */
export function timerEvents(state: CaseState, model: ProgrammeModel): TimerEvent[] {
  const { child } = state.opening;
  return [
    ...beginnings(state),
    ...receptions(state, model),
    ...needs(state),
    ...plans(state, model),
    ...lived(state, model),
    ...placements(state, model),
    ...businesses(state, model),
    ...endings(state),
    ...referralEvents(state),
    ...schoolingEvents(state, model),
  ].map((event) => ({ ...event, child }));
}

/** The times that do not count; the day on which a pause ends counts again. */
export function pausesOf(state: CaseState, model: ProgrammeModel): Pause[] {
  return state.pause.pauses.map(({ reason, from, until }) => ({
    reason,
    from: startOfDay(from, model.time_zone),
    to: until === null ? null : startOfDay(until, model.time_zone),
  }));
}
