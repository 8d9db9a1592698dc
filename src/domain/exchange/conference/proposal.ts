import { z } from 'zod';
import { id } from '../../id.ts';
import type { ProblemCode } from '../../problem.ts';
import { line, text } from '../../text.ts';
import { country } from '../participant.ts';
import { languageTag } from '../wording.ts';
import { PROPOSAL_KINDS } from './call.ts';

/** Where a proposal stands. `confirmed` = its speakers said that they will come. */
export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'in_review',
  'accepted',
  'waiting',
  'declined',
  'withdrawn',
  'confirmed',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Whoever will speak, as the programme will name them. */
export const speaker = z.strictObject({
  name: line,
  institution: line,
  /** Null = of an international organisation. */
  country: country.nullable(),
  languages: z.array(languageTag).min(1).max(8),
});
export type Speaker = z.infer<typeof speaker>;

/** What speakers need of interpretation: what they speak, and what they must hear to follow. */
export const interpretationNeed = z.strictObject({
  speaks: languageTag,
  hears: z.array(languageTag).max(8),
  /** Sign language, captions, slow speech: in plain words. */
  other: text(500).nullable(),
});

const words = {
  /** The language that it is written in. */
  language: languageTag,
  title: line,
  abstract: text(2000),
  description: text(8000).nullable(),
};

/** What a proposer writes. An abstract is kept as text: signs of a page in it are only shown. */
export const proposalFields = {
  ...words,
  kind: z.enum(PROPOSAL_KINDS),
  speakers: z.array(speaker).min(1).max(8),
  do_not_record: z.boolean(),
  interpretation: interpretationNeed,
};

export const newProposal = z.strictObject({ id, ...proposalFields });
export const changedProposal = z.strictObject({ ...proposalFields, version: z.int().min(1) });
export type ProposalInput = z.infer<typeof newProposal>;

/** What can happen to a proposal. */
export const PROPOSAL_STEPS = [
  'submit',
  'review',
  'accept',
  'wait',
  'decline',
  'withdraw',
  'confirm',
] as const;
export type ProposalStep = (typeof PROPOSAL_STEPS)[number];
export const DECISIONS = ['accept', 'wait', 'decline'] as const satisfies readonly ProposalStep[];
export type Decision = (typeof DECISIONS)[number];

const LEADS: Record<ProposalStep, readonly [from: readonly ProposalState[], to: ProposalState]> = {
  submit: [['draft'], 'submitted'],
  review: [['submitted', 'in_review'], 'in_review'],
  // A decision can be revised until the speakers were told and answered; a place on the waiting list can become one.
  accept: [['submitted', 'in_review', 'waiting', 'declined', 'accepted'], 'accepted'],
  wait: [['submitted', 'in_review', 'accepted', 'waiting'], 'waiting'],
  decline: [['submitted', 'in_review', 'accepted', 'waiting', 'declined'], 'declined'],
  withdraw: [['draft', 'submitted', 'in_review', 'accepted', 'waiting', 'confirmed'], 'withdrawn'],
  confirm: [['accepted'], 'confirmed'],
};

/** Where a step leads from a state; a problem where it makes no sense there. */
export function afterStep(
  state: ProposalState,
  step: ProposalStep,
): { readonly state: ProposalState } | { readonly problem: ProblemCode } {
  const [from, to] = LEADS[step];
  return from.includes(state) ? { state: to } : { problem: 'proposal_step_unfit' };
}

/** Whether its author may still write in it: a draft always; what was handed in while the call is open. */
export function mayBeChanged(state: ProposalState, callOpen: boolean): boolean {
  return state === 'draft' || (state === 'submitted' && callOpen);
}
