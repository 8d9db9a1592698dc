import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { booked } from './appointment.ts';
import { openOffer, type Referral } from './referral-state.ts';
import type { CaseState } from './state.ts';
import type { Task } from './task.ts';
import type { TimerEvent } from './timers.ts';

/**
 * What a worker has to do about referrals and appointments. That a service stays silent is a timer of
 * the model; here is what follows from an answer: a question, a day that was named, an end to look at.
 */
export function referralTasks(
  state: CaseState,
  account_id: Id | null,
  end: (day: Day) => Instant,
): Task[] {
  return [
    ...Object.values(state.referral.referrals).flatMap((one) => ofReferral(one, account_id, end)),
    ...booked(state.appointment).flatMap(({ appointment_id: ref, at, remind_at, with: who }) => {
      const task = { ref, account_id, details: { with: who.kind } };
      return [
        { ...task, kind: 'appointment' as const, due_at: at },
        ...(remind_at === undefined
          ? []
          : [{ ...task, kind: 'appointment_reminder' as const, due_at: remind_at }]),
      ];
    }),
  ];
}

function ofReferral(one: Referral, account_id: Id | null, end: (day: Day) => Instant): Task[] {
  const { referral_id: ref, status, answers, next_on, closed_at } = one;
  const last = answers.at(-1);
  if (closed_at !== null || last === undefined) return [];
  const task = { ref, account_id, details: { status } };
  if (status === 'on-hold') {
    return [{ ...task, kind: 'referral_question', due_at: end(last.at.slice(0, 10)) }];
  }
  if (one.ended_at !== null) {
    return [{ ...task, kind: 'referral_answered', due_at: end(last.at.slice(0, 10)) }];
  }
  if (openOffer(one).length > 0) {
    return [{ ...task, kind: 'referral_offer', due_at: end(last.at.slice(0, 10)) }];
  }
  return next_on === null ? [] : [{ ...task, kind: 'referral_day', due_at: end(next_on) }];
}

/** What referrals start and end among the timers of the model, each by its own id. */
export function referralEvents({ referral }: CaseState): Omit<TimerEvent, 'child'>[] {
  return Object.values(referral.referrals).flatMap((one) => {
    const { referral_id: ref, sent_at, ended_at, answers, replies, outcome } = one;
    const urgent = one.urgency === 'urgent';
    if (sent_at === null) return [];
    const changed = [...answers, ...replies].map(({ at }) => ({
      ...{ kind: 'referral_status_changed', at, ref, urgent },
    }));
    const events = [{ kind: 'referral_sent', at: sent_at, ref, urgent }, ...changed];
    if (ended_at === null) return events;
    const delivered = outcome === 'met' || outcome === 'partly';
    return [
      ...events,
      { kind: 'referral_ended', at: ended_at, ref, urgent },
      ...(delivered ? [{ kind: 'service_delivered', at: ended_at, ref, urgent }] : []),
    ];
  });
}
