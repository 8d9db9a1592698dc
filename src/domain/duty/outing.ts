import { z } from 'zod';
import { fieldProblems } from '../field-problem.ts';
import { id } from '../id.ts';
import type { Problem } from '../problem.ts';
import { prose, text } from '../text.ts';
import { instant } from '../time.ts';

/** Longer than this nobody is out in one go. */
export const OUTING_HOURS = 24;

/**
 * A worker goes out and says until when she will have said that she is back. It belongs to her, not to a
 * person: no file, no place and no address stands in it.
 */
export const goOut = z.strictObject({
  outing_id: id,
  back_at: instant,
  /** Who goes along. */
  second_account_id: id.optional(),
  /** A word for whoever would look for her. */
  words: text(200).optional(),
});
export const stayLonger = z.strictObject({ outing_id: id, back_at: instant });
export const comeBack = z.strictObject({ outing_id: id });

/** Said in the envelope of commands without a case, so that the outbox carries them like all others. */
export const OUTING_KINDS = {
  go_out: goOut,
  stay_longer: stayLonger,
  come_back: comeBack,
} as const;
export type OutingName = keyof typeof OUTING_KINDS;
export type OutingBodies = { [K in OutingName]: z.infer<(typeof OUTING_KINDS)[K]> };
export type OutingCommand = {
  [K in OutingName]: { readonly kind: K; readonly body: OutingBodies[K] };
}[OutingName];

export function isOutingKind(name: string): name is OutingName {
  return Object.hasOwn(OUTING_KINDS, name);
}

/** Parses what was said about an outing; the problem names each wrong field. */
export function parseOuting(said: {
  readonly kind: string;
  readonly body: unknown;
}): { command: OutingCommand } | { problem: Problem } {
  if (!isOutingKind(said.kind)) return { problem: { code: 'command_unknown' } };
  const parsed = OUTING_KINDS[said.kind].safeParse(said.body);
  if (!parsed.success) {
    const fields = fieldProblems(parsed.error.issues, 'body', said.body);
    return { problem: { code: 'invalid_input', fields } };
  }
  return { command: { kind: said.kind, body: parsed.data } as OutingCommand };
}

/**
 * Why the hour cannot be meant, or null: it lies after what is said, and within a day of it. A device whose
 * clock is ahead would name an hour at which nobody looks for her, so the day also counts from `now`.
 */
export function hourProblem(back_at: string, said_at: string, now: Date): Problem | null {
  const back = Date.parse(back_at);
  const said = Date.parse(said_at);
  if (back <= said) return { code: 'moment_in_the_past' };
  return back - Math.min(said, now.getTime()) > OUTING_HOURS * 3_600_000
    ? { code: 'outing_too_long', details: { hours: OUTING_HOURS } }
    : null;
}

export const OUTING_OUTCOMES = [
  'back_and_well',
  'well_and_still_out',
  'help_sent',
  'other',
] as const;
/** A named human says what was found. */
export const closeAlert = z.strictObject({ outcome: z.enum(OUTING_OUTCOMES), found: prose });

export const listedOuting = z.object({
  id,
  account_id: z.uuid(),
  name: z.string().nullable(),
  second_account_id: z.uuid().nullable(),
  second_name: z.string().nullable(),
  back_at: instant,
  words: z.string().nullable(),
  /** The account itself is out, or goes along. */
  own: z.boolean(),
  came_back_at: instant.nullable(),
  alert_at: instant.nullable(),
  /** Whose task it is, by name. */
  alert_to: z.string().nullable(),
  mine: z.boolean(),
  closed_at: instant.nullable(),
  closed_by: z.string().nullable(),
  outcome: z.enum(OUTING_OUTCOMES).nullable(),
  found: z.string().nullable(),
  abilities: z.array(z.enum(['come_back', 'close'])),
});
export type ListedOuting = z.infer<typeof listedOuting>;
export const outings = z.object({
  outings: z.array(listedOuting),
  /** Who would be told, by name: whose task it would be stands first. */
  told: z.array(z.string()),
  grace_minutes: z.int(),
  /** `go_out`: this account works where somebody can be told. */
  abilities: z.array(z.enum(['go_out'])),
});
