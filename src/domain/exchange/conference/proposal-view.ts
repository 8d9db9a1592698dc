import { z } from 'zod';
import { id } from '../../id.ts';
import { instant } from '../../time.ts';
import type { Wording } from '../wording.ts';
import { PROPOSAL_KINDS } from './call.ts';
import { CRITERIA, MARKS } from './criteria.ts';
import { DECISIONS, interpretationNeed, PROPOSAL_STATES, speaker } from './proposal.ts';
import { ADVICE, CONFLICTS, REVIEW_PHASES } from './review.ts';

/** A text in its languages without who wrote it: what a blind reviewer may read. */
export const told = z.object({ source: z.string(), versions: z.record(z.string(), z.string()) });
export type Told = z.infer<typeof told>;

/** A wording without the names of its writers. */
export function toldOf(wording: Wording): Told {
  const texts = Object.entries(wording.versions).map(([lang, { text }]) => [lang, text] as const);
  return { source: wording.source, versions: Object.fromEntries(texts) };
}

/** By what a proposal is called in lists and letters: the random end of its id, which tells no order. */
export function proposalCode(proposalId: string): string {
  return proposalId.slice(-6).toUpperCase();
}

const common = {
  id: z.uuid(),
  edition_id: z.uuid(),
  kind: z.enum(PROPOSAL_KINDS),
  state: z.enum(PROPOSAL_STATES),
  title: told,
  version: z.int(),
};

/** The end of a call on two clocks. */
export const deadline = z.object({
  at: instant,
  there: z.string(),
  there_zone: z.string(),
  here: z.string(),
  here_zone: z.string(),
});

/** A line of a list. `authors` is null where this reader may not know them. */
export const proposalLine = z.object({
  ...common,
  edition: told,
  submitted_at: instant.nullable(),
  /** Somebody tried to hand it in after the end of the call. */
  late: z.boolean(),
  authors: z.string().nullable(),
  countries: z.array(z.string()).nullable(),
  /** Reviews that are in, of those that were asked for; null for whoever is not told. */
  reviews: z.object({ done: z.int(), asked: z.int(), mean: z.number().nullable() }).nullable(),
  /** For a reviewer: whether the own review is in. */
  reviewed: z.boolean(),
});
export type ProposalLine = z.infer<typeof proposalLine>;
export const proposalPage = z.object({ rows: z.array(proposalLine), next: z.uuid().nullable() });

const reviewShown = z.object({
  /** Null to other reviewers: what counts is what was said. */
  reviewer: z.string().nullable(),
  mine: z.boolean(),
  marks: z.partialRecord(z.enum(CRITERIA), z.literal(MARKS)),
  advice: z.enum(ADVICE),
  to_author: z.string().nullable(),
  to_organiser: z.string().nullable(),
  submitted_at: instant,
});

/** A proposal as one reader may see it: its author, an organiser, or somebody who reviews it. */
export const proposalView = z.object({
  ...common,
  edition: told,
  edition_slug: z.string(),
  abstract: told,
  description: told.nullable(),
  do_not_record: z.boolean(),
  interpretation: interpretationNeed,
  submitted_at: instant.nullable(),
  late: z.boolean(),
  mine: z.boolean(),
  authors: z
    .object({ proposer: z.object({ id: z.uuid(), name: z.string() }), speakers: z.array(speaker) })
    .nullable(),
  deadline: deadline.nullable(),
  call: z
    .object({
      languages: z.array(z.string()),
      kinds: z.array(z.enum(PROPOSAL_KINDS)),
      criteria: z.array(z.enum(CRITERIA)),
      anonymous: z.boolean(),
      phase: z.enum(REVIEW_PHASES),
      standing: z.enum(['ahead', 'open', 'closed']),
    })
    .nullable(),
  reviews: z.array(reviewShown),
  notes: z.array(
    z.object({
      id: z.uuid(),
      author: z.string().nullable(),
      mine: z.boolean(),
      body: z.string(),
      at: instant,
    }),
  ),
  letters: z.array(
    z.object({
      id: z.uuid(),
      decision: z.enum(DECISIONS),
      language: z.string(),
      subject: z.string(),
      body: z.string(),
      sent_at: instant,
    }),
  ),
  abilities: z.object({
    change: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    confirm: z.boolean(),
    review: z.boolean(),
    discuss: z.boolean(),
    organise: z.boolean(),
  }),
});
export type ProposalView = z.infer<typeof proposalView>;

/** Who could review a proposal, and what stands between; only organisers see this. */
export const reviewerChoice = z.object({
  id: z.uuid(),
  name: z.string(),
  country: z.string().nullable(),
  conflicts: z.array(z.enum(CONFLICTS)),
  assigned: z.boolean(),
  done: z.boolean(),
  /** Proposals of this edition that this reviewer has been given. */
  load: z.int(),
});
export type ReviewerChoice = z.infer<typeof reviewerChoice>;

/** A step that its author says. */
export const authorStep = z.strictObject({
  step: z.enum(['submit', 'withdraw', 'confirm']),
  version: z.int().min(1),
});
/** A decision with the letter that tells it, in the language of the proposal. */
export const decision = z.strictObject({
  decision: z.enum(DECISIONS),
  version: z.int().min(1),
  letter: z.strictObject({ subject: z.string().max(200), body: z.string().max(6000) }),
});
export const reviewNote = z.strictObject({ id, body: z.string().min(1).max(4000) });
