import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import type { Instant } from '../time.ts';
import { type Approvable, approvable, authorsOf, pinOf } from './approvable.ts';
import {
  accept,
  commandKind,
  type Decision,
  type Noun,
  refuse,
  type Situation,
} from './command.ts';
import { factKind } from './fact.ts';
import { feedbackOffered } from './feedback.ts';
import type { CaseState } from './state.ts';

export const proposeApproval = z.strictObject({
  approval_id: id,
  kind: approvable,
  words: prose.optional(),
});
export const approve = z.strictObject({ approval_id: id, words: prose.optional() });
export const returnApproval = z.strictObject({ approval_id: id, reason: prose });

/** The proposal names the fact that it puts forward, so that nobody approves what he has not seen. */
const approvalProposed = proposeApproval.extend({ pin: z.uuid() });

export interface Approval {
  readonly approval_id: Id;
  readonly kind: Approvable;
  /** The fact that is to be approved: this assessment, this version of the plan, this closure. */
  readonly pin: Id;
  /** What had been approved last when it was proposed; the changes since then are shown. */
  readonly before: Id | null;
  readonly words: string | null;
  readonly proposed_by: Id;
  readonly proposed_at: Instant;
  /** `replaced`: a newer proposal of the same kind stands in its place. */
  readonly state: 'waiting' | 'approved' | 'returned' | 'replaced';
  readonly decided_by: Id | null;
  readonly decided_at: Instant | null;
  readonly reason: string | null;
}
export interface ApprovalState {
  readonly approvals: Readonly<Record<Id, Approval>>;
  /** The fact that was approved last, by kind. */
  readonly approved: Readonly<Partial<Record<Approvable, Id>>>;
}

/** Proposals that wait for somebody, the oldest first. */
export function waiting(slice: ApprovalState): readonly Approval[] {
  return Object.values(slice.approvals)
    .filter((one) => one.state === 'waiting')
    .sort((a, b) =>
      `${a.proposed_at}${a.approval_id}` < `${b.proposed_at}${b.approval_id}` ? -1 : 1,
    );
}

function decided(
  slice: ApprovalState,
  approvalId: Id,
  change: Pick<Approval, 'state' | 'decided_by' | 'decided_at' | 'reason'>,
): ApprovalState {
  const known = slice.approvals[approvalId];
  if (known === undefined) return slice;
  return { ...slice, approvals: { ...slice.approvals, [approvalId]: { ...known, ...change } } };
}

function problemOfProposal(
  state: CaseState,
  { kind, approval_id }: z.infer<typeof proposeApproval>,
  { model }: Situation,
): Decision | { readonly pin: Id } {
  if (state.approval.approvals[approval_id] !== undefined) return refuse('already_recorded');
  if (!model.approvals.some((entry) => entry.code === kind)) return refuse('approval_unknown');
  const pin = pinOf(state, kind);
  if (pin === null) return refuse('nothing_to_approve');
  if (state.approval.approved[kind] === pin) return refuse('already_approved');
  const again = waiting(state.approval).some((one) => one.kind === kind && one.pin === pin);
  if (again) return refuse('already_proposed');
  if (kind === 'closure' && state.closure.prepared !== null && !feedbackOffered(state)) {
    return refuse('feedback_not_offered');
  }
  return { pin };
}

/** What stands against a decision about a proposal; null where it may be decided by this actor. */
function problemOfDecision(
  state: CaseState,
  approvalId: Id,
  { actor, role, model }: Situation,
): { readonly problem: Decision } | { readonly proposal: Approval } {
  const proposal = state.approval.approvals[approvalId];
  if (proposal === undefined) return { problem: refuse('approval_missing') };
  if (proposal.state !== 'waiting') return { problem: { stale: { code: 'approval_decided' } } };
  const asked = model.approvals.find((entry) => entry.code === proposal.kind);
  if (asked !== undefined && asked.by !== role) return { problem: refuse('not_allowed') };
  // Four eyes: neither whoever proposed nor whoever wrote any of it.
  if (proposal.proposed_by === actor.id) return { problem: refuse('own_proposal') };
  return { proposal };
}

/**
 * The supervisor's three approvals (practice.md 0.6): never one's own proposal and never what one
 * wrote oneself. Nothing else waits for them: no command asks whether an approval is there, only the
 * stages do.
 */
export const approval = {
  slice: 'approval',
  initial: { approvals: {}, approved: {} } as ApprovalState,
  facts: {
    approval_proposed: factKind({
      version: 1,
      compartment: 'general',
      body: approvalProposed,
      apply: (slice: ApprovalState, fact): ApprovalState => {
        const { approval_id, kind, pin, words } = fact.body;
        const approvals: Record<Id, Approval> = { ...slice.approvals };
        for (const one of waiting(slice)) {
          if (one.kind !== kind) continue;
          const replaced = { state: 'replaced', decided_at: fact.recorded_at } as const;
          approvals[one.approval_id] = { ...one, ...replaced };
        }
        approvals[approval_id] = {
          ...{ approval_id, kind, pin, words: words ?? null, state: 'waiting' },
          before: slice.approved[kind] ?? null,
          ...{ proposed_by: fact.actor.id, proposed_at: fact.recorded_at },
          ...{ decided_by: null, decided_at: null, reason: null },
        };
        return { ...slice, approvals };
      },
    }),
    approval_given: factKind({
      version: 1,
      compartment: 'general',
      body: approve,
      apply: (slice: ApprovalState, fact): ApprovalState => {
        const known = slice.approvals[fact.body.approval_id];
        if (known === undefined) return slice;
        const next = decided(slice, fact.body.approval_id, {
          ...{ state: 'approved', reason: fact.body.words ?? null },
          ...{ decided_by: fact.actor.id, decided_at: fact.recorded_at },
        });
        return { ...next, approved: { ...slice.approved, [known.kind]: known.pin } };
      },
    }),
    approval_returned: factKind({
      version: 1,
      compartment: 'general',
      body: returnApproval,
      apply: (slice: ApprovalState, fact): ApprovalState =>
        decided(slice, fact.body.approval_id, {
          ...{ state: 'returned', reason: fact.body.reason },
          ...{ decided_by: fact.actor.id, decided_at: fact.recorded_at },
        }),
    }),
  },
  commands: {
    propose_approval: commandKind({
      body: proposeApproval,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) => {
        const found = problemOfProposal(state, command.body, situation);
        if (!('pin' in found)) return found;
        return accept({ kind: 'approval_proposed', body: { ...command.body, pin: found.pin } });
      },
    }),
    approve: commandKind({
      body: approve,
      verb: 'approve',
      compartment: 'general',
      decide: (state, command, situation) => {
        const found = problemOfDecision(state, command.body.approval_id, situation);
        if ('problem' in found) return found.problem;
        const { kind, pin } = found.proposal;
        // What was proposed has been replaced since: nobody approves what no longer stands.
        if (pinOf(state, kind) !== pin) return { stale: { code: 'approval_outdated' } };
        if (authorsOf(state, kind).includes(situation.actor.id)) return refuse('own_work');
        return accept({ kind: 'approval_given', body: command.body });
      },
    }),
    return_approval: commandKind({
      body: returnApproval,
      verb: 'approve',
      compartment: 'general',
      decide: (state, command, situation) => {
        const found = problemOfDecision(state, command.body.approval_id, situation);
        if ('problem' in found) return found.problem;
        return accept({ kind: 'approval_returned', body: command.body });
      },
    }),
  },
} as const satisfies Noun<'approval'>;
