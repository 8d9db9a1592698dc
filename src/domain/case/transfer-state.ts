import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { text } from '../text.ts';
import { day, type Instant, instant } from '../time.ts';
import type { Situation } from './command.ts';
import type { ProgrammeModel } from './model.ts';
import type { CaseState } from './state.ts';

export const TRANSFER_REASONS = ['moves', 'family', 'work', 'safety'] as const;
/** What is handed over by hand: the file itself goes by the transfer, whole. */
export const GOES_ALONG = ['paper_file', 'original_papers', 'medicines', 'belongings'] as const;
export const DECLINE_REASONS = ['no_room', 'services_missing', 'other_place', 'other'] as const;

const named = { transfer_id: id };
/** The file is to be looked after in another region. Nothing of it leaves until that region accepts. */
export const proposeTransfer = z.strictObject({
  ...named,
  to_place_id: id,
  reason: z.enum(TRANSFER_REASONS),
  wished_on: day,
  /** How many people come; each file of a household is a transfer of its own. */
  persons: z.int().min(1).max(30),
  goes_along: z.array(z.enum(GOES_ALONG)).max(GOES_ALONG.length),
});
/** Words between the two regions: seen by whoever may not read the file yet, so without names. */
export const askAboutTransfer = z.strictObject({ ...named, words: text(500) });
export const replyAboutTransfer = z.strictObject({ ...named, words: text(500) });
export const acceptTransfer = z.strictObject({
  ...named,
  /** Who goes on with the person; without one, the supervisor chooses afterwards. */
  account_id: id.optional(),
});
export const declineTransfer = z.strictObject({
  ...named,
  reason: z.enum(DECLINE_REASONS),
  words: text(500).optional(),
});
export const withdrawTransfer = z.strictObject(named);

/** All that the other region is told before it accepts. */
export const toldOfTransfer = z.strictObject({
  needs: z.array(z.string().max(60)).max(60),
  languages: z.array(z.string().max(20)).max(40),
  urgent: z.boolean(),
});
/** Where it goes by the tree of places, and what is told there: a device knows neither for certain. */
export const transferAddressed = z.strictObject({
  ...named,
  to_path: z.array(id).min(1).max(20),
  told: toldOfTransfer,
});
/** Who worked with the person until then, and until when they go on reading. */
export const transferAccepted = z.strictObject({
  ...named,
  from_worker: id.nullable(),
  from_path: z.array(id).max(20),
  reads_until: instant,
});

export interface TransferTalk {
  readonly asked_at: Instant;
  readonly words: string;
  readonly reply: string | null;
  readonly replied_at: Instant | null;
}
export interface Transfer extends z.infer<typeof proposeTransfer> {
  readonly status: 'proposed' | 'accepted' | 'declined' | 'withdrawn';
  readonly proposed_by: Id;
  readonly proposed_at: Instant;
  /** Empty on the device that proposed it, until the server has answered. */
  readonly to_path: readonly Id[];
  readonly told: z.infer<typeof toldOfTransfer> | null;
  readonly talk: readonly TransferTalk[];
  readonly over_at: Instant | null;
  readonly declined: Omit<z.infer<typeof declineTransfer>, 'transfer_id'> | null;
  readonly from: {
    readonly worker: Id | null;
    readonly path: readonly Id[];
    readonly reads_until: Instant;
  } | null;
}
export interface TransferState {
  readonly transfers: Readonly<Record<Id, Transfer>>;
}

/** How long the region that gave a file away goes on reading what was in it; 30 days. */
export function senderReadsDays(model: ProgrammeModel): number {
  return model.thresholds.transfer_reads_days ?? 30;
}

/** The proposal that waits for the other region; null where there is none. */
export function waitingTransfer(slice: TransferState): Transfer | null {
  return Object.values(slice.transfers).find(({ status }) => status === 'proposed') ?? null;
}

/** The last transfer that took effect; null where the file has stayed in its region. */
export function lastTransfer(slice: TransferState): Transfer | null {
  const accepted = Object.values(slice.transfers).filter(({ status }) => status === 'accepted');
  return accepted.toSorted((a, b) => ((a.over_at ?? '') < (b.over_at ?? '') ? 1 : -1))[0] ?? null;
}

/** Whether the actor is of the region that gave the file away and still reads it: reading only. */
export function gaveAway(
  { transfer, assignment, opening }: Pick<CaseState, 'transfer' | 'assignment' | 'opening'>,
  { actor, actor_place, role, now }: Situation,
): boolean {
  const given = lastTransfer(transfer)?.from ?? null;
  if (given === null || given.reads_until <= now) return false;
  if (given.worker === actor.id) return assignment.worker?.account_id !== actor.id;
  if (role !== 'supervisor' || actor_place == null) return false;
  return given.path.includes(actor_place) && !opening.place_path.includes(actor_place);
}

/** A question of the other region that nobody has answered. */
export function openQuestion(slice: TransferState): (TransferTalk & { transfer_id: Id }) | null {
  const waiting = waitingTransfer(slice);
  const asked = waiting?.talk.at(-1);
  if (waiting === null || asked === undefined || asked.reply !== null) return null;
  return { ...asked, transfer_id: waiting.transfer_id };
}

/** What a supervisor of the other region sees: a number, and what it takes to decide. No name. */
export const listedTransfer = z.object({
  id,
  /** Of the own region, or of another that asks. */
  direction: z.enum(['incoming', 'outgoing']),
  number: z.string(),
  /** Only for who reads the file: before it is accepted, the other region does not. */
  case_id: id.nullable(),
  to_place_id: id,
  wished_on: day,
  persons: z.int(),
  needs: z.array(z.string()),
  languages: z.array(z.string()),
  urgent: z.boolean(),
  proposed_at: instant,
  status: z.enum(['proposed', 'accepted', 'declined', 'withdrawn']),
  talk: z.array(
    z.object({
      ...{ asked_at: instant, words: z.string() },
      ...{ reply: z.string().nullable(), replied_at: instant.nullable() },
    }),
  ),
  declined: z.enum(DECLINE_REASONS).nullable(),
  abilities: z.array(z.enum(['accept', 'ask', 'decline'])),
});
export const listedTransfers = z.object({
  transfers: z.array(listedTransfer),
  /** Workers of the own place and below it, who may be given a file that is accepted. */
  workers: z.array(z.object({ account_id: z.uuid(), name: z.string() })),
});
export type ListedTransfer = z.infer<typeof listedTransfer>;

/** What the other region says to a request, as it comes over the line: it names no file. */
export const answerTransfer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accept'), command_id: id, account_id: id.optional() }),
  z.strictObject({ answer: z.literal('ask'), command_id: id, words: text(500) }),
  z.strictObject({
    ...{ answer: z.literal('decline'), command_id: id },
    ...{ reason: z.enum(DECLINE_REASONS), words: text(500).optional() },
  }),
]);

/** The day after which a worker no longer finds the file that was given away. */
export function readsUntil(model: ProgrammeModel, now: Instant): Instant {
  return new Date(Date.parse(now) + senderReadsDays(model) * 86_400_000).toISOString();
}
