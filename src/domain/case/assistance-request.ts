import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { compareAmounts, type Money, money } from '../money.ts';
import { prose } from '../text.ts';
import type { Instant } from '../time.ts';
import { limitOver } from './assistance-limit.ts';
import { accept, commandKind, type Noun, refuse, type Situation, stale } from './command.ts';
import { factKind } from './fact.ts';
import type { CaseState } from './state.ts';

const kindCode = z.string().min(1).max(60);

/** What somebody wants to give that is over the programme's limit, and what for. */
export const askForAssistance = z.strictObject({
  request_id: id,
  kind: kindCode,
  worth: money,
  words: prose,
});
/** In urgent need it was given already, and the supervisor looks at it afterwards. */
const assistanceAsked = askForAssistance
  .omit({ words: true })
  .extend({ words: prose.optional(), given_as: id.optional() });
export const approveAssistance = z.strictObject({ request_id: id, words: prose.optional() });
export const declineAssistance = z.strictObject({ request_id: id, reason: prose });

export interface AssistanceRequest extends z.infer<typeof assistanceAsked> {
  readonly status: 'waiting' | 'approved' | 'declined';
  readonly asked_by: Id;
  readonly asked_at: Instant;
  readonly decided_by: Id | null;
  readonly reason: string | null;
}
export interface AssistanceRequestState {
  readonly requests: Readonly<Record<Id, AssistanceRequest>>;
}

/** Requests that wait for the supervisor, the oldest first; what was taken back needs no answer. */
export function openRequests(state: CaseState): readonly AssistanceRequest[] {
  return Object.values(state.assistance_request.requests)
    .filter(({ status, given_as }) => {
      const given = given_as === undefined ? undefined : state.assistance.given[given_as];
      return status === 'waiting' && (given?.withdrawn ?? null) === null;
    })
    .toSorted((a, b) => (a.asked_at < b.asked_at ? -1 : 1));
}

/** Whether a request was approved for at least this, and nothing was given on it yet. */
export function isCovered(
  state: CaseState,
  requestId: Id | undefined,
  kind: string,
  worth: Money,
): boolean {
  const request =
    requestId === undefined ? undefined : state.assistance_request.requests[requestId];
  return (
    request?.status === 'approved' &&
    request.given_as === undefined &&
    request.kind === kind &&
    request.worth.currency === worth.currency &&
    compareAmounts(worth.amount, request.worth.amount) <= 0 &&
    !isUsed(state, request.request_id)
  );
}

/** Whether something that stands was given on a request. */
export function isUsed(state: CaseState, requestId: Id): boolean {
  return Object.values(state.assistance.given).some(
    (one) => one.request_id === requestId && one.withdrawn === null,
  );
}

function decided(
  slice: AssistanceRequestState,
  requestId: Id,
  change: Pick<AssistanceRequest, 'status' | 'decided_by' | 'reason'>,
): AssistanceRequestState {
  const known = slice.requests[requestId];
  if (known === undefined) return slice;
  return { requests: { ...slice.requests, [requestId]: { ...known, ...change } } };
}

/** Four eyes: never one's own request. Null where this actor may decide. */
function problemOfDecision(state: CaseState, requestId: Id, { actor }: Situation) {
  const known = state.assistance_request.requests[requestId];
  if (known === undefined) return refuse('assistance_request_unknown');
  if (known.status !== 'waiting') return stale('approval_decided');
  return known.asked_by === actor.id ? refuse('own_proposal') : null;
}

/**
 * Assistance over a limit of the programme: asked for by the worker, approved by the supervisor, then given. Urgent
 * help never waits: it is given, and approved afterwards.
 */
export const assistanceRequest = {
  slice: 'assistance_request',
  initial: { requests: {} } as AssistanceRequestState,
  facts: {
    assistance_asked: factKind({
      version: 1,
      compartment: 'general',
      body: assistanceAsked,
      apply: (slice: AssistanceRequestState, fact): AssistanceRequestState => ({
        requests: {
          ...slice.requests,
          [fact.body.request_id]: {
            ...fact.body,
            ...{ status: 'waiting', asked_by: fact.actor.id, asked_at: fact.recorded_at },
            ...{ decided_by: null, reason: null },
          },
        },
      }),
    }),
    assistance_approved: factKind({
      version: 1,
      compartment: 'general',
      body: approveAssistance,
      apply: (slice: AssistanceRequestState, { body, actor }): AssistanceRequestState =>
        decided(slice, body.request_id, {
          ...{ status: 'approved', decided_by: actor.id, reason: body.words ?? null },
        }),
    }),
    assistance_declined: factKind({
      version: 1,
      compartment: 'general',
      body: declineAssistance,
      apply: (slice: AssistanceRequestState, { body, actor }): AssistanceRequestState =>
        decided(slice, body.request_id, {
          ...{ status: 'declined', decided_by: actor.id, reason: body.reason },
        }),
    }),
  },
  commands: {
    ask_for_assistance: commandKind({
      body: askForAssistance,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model }) => {
        if (state.assistance_request.requests[body.request_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (!model.assistance?.kinds.some((one) => one.code === body.kind)) {
          return refuse('assistance_kind_unknown');
        }
        const given = Object.values(state.assistance.given);
        if (limitOver(model, given, body) === null) {
          return refuse('assistance_within_limit');
        }
        return accept({ kind: 'assistance_asked', body });
      },
    }),
    approve_assistance: commandKind({
      body: approveAssistance,
      verb: 'approve',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, situation) =>
        problemOfDecision(state, body.request_id, situation) ??
        accept({ kind: 'assistance_approved', body }),
    }),
    decline_assistance: commandKind({
      body: declineAssistance,
      verb: 'approve',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, situation) =>
        problemOfDecision(state, body.request_id, situation) ??
        accept({ kind: 'assistance_declined', body }),
    }),
  },
} as const satisfies Noun<'assistance_request'>;
