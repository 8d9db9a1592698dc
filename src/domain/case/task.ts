import type { Compartment } from '../access/role.ts';
import type { Id } from '../id.ts';
import type { Day, Instant } from '../time.ts';
import { pinOf } from './approvable.ts';
import { waiting } from './approval.ts';
import { openRequests } from './assistance-request.ts';
import { standingDecisions } from './best-interests.ts';
import { endOfDay } from './calendar.ts';
import { openCheckIns } from './closure.ts';
import { stepsHeldUp } from './commission-state.ts';
import { commissionTasks } from './commission-tasks.ts';
import { namedFor, openConcerns } from './concern.ts';
import { documentTasks } from './document-tasks.ts';
import { eventReviews, helpTasks } from './event-tasks.ts';
import type { ProgrammeModel } from './model.ts';
import { openSteps } from './plan.ts';
import { referralTasks } from './referral-tasks.ts';
import { type SafetyTaskKind, safetyTasks, withholdingTasks } from './safety-tasks.ts';
import { schoolingTasks } from './schooling-tasks.ts';
import type { CaseState } from './state.ts';
import { pausesOf, timerEvents } from './timer-events.ts';
import { type OpenTimer, timersOf } from './timers.ts';
import { type TransferTaskKind, transferTasks } from './transfer-tasks.ts';

type DocumentTaskKind =
  | 'document_answer'
  | 'document_missing'
  | 'document_appeal'
  | 'document_appeal_reminder'
  | 'document_hearing'
  | 'document_renewal'
  | 'document_apart';
type ReferralTaskKind =
  | 'referral_offer'
  | 'referral_question'
  | 'referral_answered'
  | 'referral_day'
  | 'appointment'
  | 'appointment_reminder';

/** Something that somebody has to do by a time: pure of facts and model; overdue is a query. */
export interface Task {
  readonly kind:
    | 'step'
    | 'visit'
    | 'approval'
    | 'assistance_approval'
    | 'check_in'
    | 'help_asked'
    | 'event_review'
    | 'timer'
    | 'concern'
    | 'placement_review'
    | 'best_interests_review'
    | 'school_review'
    | 'school_attendance'
    | 'health_due'
    | SafetyTaskKind
    | 'commission_answer'
    | 'conference_decision'
    | TransferTaskKind
    | DocumentTaskKind
    | ReferralTaskKind;
  /** The thing it is about: a step, a proposal, a check-in, the duty of a timer, the case itself. */
  readonly ref: string;
  /** Whose list it is on; null = nobody's yet, so the supervisor's. */
  readonly account_id: Id | null;
  readonly due_at: Instant;
  /** Who may know of it at all; without it, everybody who reaches the file. */
  readonly compartment?: Compartment;
  /** Codes and ids only: a list of tasks names no content. */
  readonly details: Readonly<Record<string, string>>;
}

/**
 * What is open on a case, the earliest due first, in one fixed order so that device and server agree.
 * A closed file has none. A timer that is held up by a pause without an end is not due and not listed.
 */
export function tasksOf(state: CaseState, model: ProgrammeModel): Task[] {
  if (state.opening.case_id === null) return [];
  const worker = state.assignment.worker?.account_id ?? null;
  const end = (day: Day) => endOfDay(day, model.time_zone);
  // Safety is looked into on a closed file too, and what its log leaves out.
  if (state.stage.phase === 'closed') {
    const asked = helpTasks(state, worker, end);
    return [...concerns(state), ...withholdingTasks(state, end), ...asked];
  }
  const timers = timersOf(model, timerEvents(state, model), pausesOf(state, model));
  const covered = coveredBy(state, model);
  return [
    ...steps(state, worker, end),
    ...approvals(state, timers, end),
    ...assistanceRequests(state, end),
    ...checkIns(state, worker, end),
    ...helpTasks(state, worker, end),
    ...eventReviews(state, model, worker, end),
    ...referralTasks(state, worker, end),
    ...documentTasks(state, model, worker, end),
    ...commissionTasks(state, worker, end),
    ...transferTasks(state, model, worker, end),
    ...concerns(state),
    ...childReviews(state, worker, end),
    ...schoolingTasks(state, model, worker, end),
    ...healthDue(state, worker, end),
    ...safetyTasks(state, worker, end),
    ...withholdingTasks(state, end),
    ...timers.flatMap((timer) => ofTimer(timer, covered, worker)),
  ].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ due_at, kind, ref }: Task): string {
  return `${due_at} ${kind} ${ref}`;
}

function steps(state: CaseState, account_id: Id | null, end: (day: Day) => Instant): Task[] {
  // A step that waits for an agency's answer is not the worker's to do: the answer is.
  const held = stepsHeldUp(state.commission);
  const tasks: Task[] = openSteps(state.plan)
    .filter(({ step_id }) => !held.has(step_id))
    .map((step) => ({
      ...{ kind: 'step', ref: step.step_id, account_id, due_at: end(step.due_on) },
      details: { owner: step.owner },
    }));
  const { next_on } = state.visit;
  if (next_on === null) return tasks;
  const ref = state.opening.case_id ?? '';
  return [...tasks, { kind: 'visit', ref, account_id, due_at: end(next_on), details: {} }];
}

/** A timer that counts from the proposal says when a decision is due; without one, the same day. */
function approvals(
  state: CaseState,
  timers: readonly OpenTimer[],
  end: (day: Day) => Instant,
): Task[] {
  return waiting(state.approval)
    .filter((one) => pinOf(state, one.kind) === one.pin)
    .map((one) => {
      const due = timers.find((timer) => timer.ref === one.approval_id)?.due_at;
      return {
        ...{ kind: 'approval', ref: one.approval_id, account_id: null },
        due_at: due ?? end(one.proposed_at.slice(0, 10)),
        details: { approval: one.kind, proposed_by: one.proposed_by },
      };
    });
}

/** Assistance over a limit waits for the supervisor from the day on which it was asked for. */
function assistanceRequests(state: CaseState, end: (day: Day) => Instant): Task[] {
  return openRequests(state).map((one) => ({
    ...{ kind: 'assistance_approval', ref: one.request_id, account_id: null },
    ...{ due_at: end(one.asked_at.slice(0, 10)), details: { proposed_by: one.asked_by } },
  }));
}

function checkIns(state: CaseState, account_id: Id | null, end: (day: Day) => Instant): Task[] {
  const { prepared } = state.closure;
  if (prepared === null || state.approval.approved.closure !== prepared.by) return [];
  return openCheckIns(state.closure).map((one) => ({
    ...{ kind: 'check_in', ref: one.check_in_id, account_id, due_at: end(one.due_on) },
    details: {},
  }));
}

/** A named human's where it is urgent, else shared by supervisor and child protection; the worker is not told. */
function concerns(state: CaseState): Task[] {
  return openConcerns(state.concern).map((one) => ({
    ...{ kind: 'concern', ref: one.concern_id, account_id: namedFor(one, state) },
    ...{ due_at: one.due_at, compartment: 'protection', details: { urgency: one.urgency } },
  }));
}

/** Residential care and decisions on best interests are looked at again on the day that was named. */
function childReviews(state: CaseState, worker: Id | null, end: (day: Day) => Instant): Task[] {
  const residential = Object.entries(state.placement.placements).flatMap(
    ([ref, { kind, begun, ended, review_on }]): Task[] =>
      kind !== 'residential' || begun === null || ended !== null || review_on === undefined
        ? []
        : [
            {
              ...{ kind: 'placement_review', ref, account_id: worker, due_at: end(review_on) },
              details: {},
            },
          ],
  );
  const decided = standingDecisions(state.best_interests).map(
    ([ref, { review_on }]): Task => ({
      ...{ kind: 'best_interests_review', ref, account_id: null, due_at: end(review_on) },
      ...{ compartment: 'protection', details: {} },
    }),
  );
  return [...residential, ...decided];
}

/** The calendar of the country asks for something on a day; what, nobody outside the health part is told. */
function healthDue(
  { health, opening }: CaseState,
  account_id: Id | null,
  end: (day: Day) => Instant,
): Task[] {
  if (health.due_on === null) return [];
  const ref = opening.case_id ?? '';
  return [{ kind: 'health_due', ref, account_id, due_at: end(health.due_on), details: {} }];
}

/** A timer as a task, unless a proposal or a planned check-in is a task of its own already. */
function ofTimer(timer: OpenTimer, covered: ReadonlySet<string>, worker: Id | null): Task[] {
  if (timer.due_at === null || covered.has(timer.ref ?? timer.code)) return [];
  const { code, duty, ref, due_at, escalate_to } = timer;
  return [
    {
      ...{ kind: 'timer', ref: ref === null ? duty : `${duty}:${ref}`, account_id: worker, due_at },
      details: {
        ...{ timer: code, duty },
        ...(ref === null ? {} : { about: ref }),
        ...(escalate_to === null || escalate_to === undefined ? {} : { escalate_to }),
      },
    },
  ];
}

/** What has a task of its own: proposals by their ids, check-ins by the timers that wait for one. */
function coveredBy(state: CaseState, model: ProgrammeModel): ReadonlySet<string> {
  const planned = (state.closure.prepared?.check_ins.length ?? 0) > 0;
  const awaited = model.timers.filter((timer) => timer.ends_on.includes('check_in_ended'));
  return new Set([
    ...Object.keys(state.approval.approvals),
    ...(planned ? awaited.map((timer) => timer.code) : []),
  ]);
}
