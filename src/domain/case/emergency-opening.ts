import { z } from 'zod';
import type { Role } from '../access/role.ts';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Instant, instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, type Situation } from './command.ts';
import { openConcerns } from './concern.ts';
import { factKind } from './fact.ts';
import type { ProgrammeModel } from './model.ts';
import { caseIdTail } from './row.ts';
import type { CaseState } from './state.ts';

export const EMERGENCY_REASONS = ['immediate_danger', 'urgent_medical', 'at_the_door'] as const;
export const EMERGENCY_OUTCOMES = ['in_order', 'not_in_order'] as const;

/** Why somebody opens a file beyond reach: a kind that all readers of the file see, and own words. */
export const openInEmergency = z.strictObject({
  opening_id: id,
  reason: z.enum(EMERGENCY_REASONS),
  words: prose,
});
/** The same as it comes over the line: by the number that stands on paper or was told. */
export const askInEmergency = openInEmergency.extend({
  command_id: id,
  number: z
    .string()
    .max(20)
    .refine((typed) => caseIdTail(typed) !== null, { error: 'unknown' }),
});
export const reviewEmergency = z.strictObject({
  opening_id: id,
  outcome: z.enum(EMERGENCY_OUTCOMES),
  words: prose.optional(),
});

const openedInEmergency = z.strictObject({
  opening_id: id,
  reason: z.enum(EMERGENCY_REASONS),
  until: instant,
});
const emergencyWords = z.strictObject({ opening_id: id, words: prose });

export interface EmergencyOpening {
  readonly opening_id: Id;
  readonly reason: (typeof EMERGENCY_REASONS)[number];
  readonly words: string | null;
  readonly opened_by: Id;
  readonly role: Role;
  readonly opened_at: Instant;
  readonly until: Instant;
  readonly review: {
    readonly by: Id;
    readonly at: Instant;
    readonly outcome: (typeof EMERGENCY_OUTCOMES)[number];
    readonly words: string | null;
  } | null;
}
export interface EmergencyOpeningState {
  readonly openings: Readonly<Record<Id, EmergencyOpening>>;
}

/** An opening for its review: why, what was read and written under it, and what was found. */
export const listedEmergency = z.object({
  id,
  case_id: id,
  number: z.string(),
  reason: z.enum(EMERGENCY_REASONS),
  words: z.string().nullable(),
  account_id: z.uuid(),
  name: z.string().nullable(),
  role: z.string(),
  opened_at: instant,
  until: instant,
  /** Read-log actions, and kinds of facts, with how often. */
  read: z.record(z.string(), z.int()),
  written: z.record(z.string(), z.int()),
  reviewed_at: instant.nullable(),
  outcome: z.enum(EMERGENCY_OUTCOMES).nullable(),
  abilities: z.array(z.enum(['review'])),
});
/** Somebody asked and nothing was opened: who, so that the supervisor can call back. */
export const askedInVain = z.object({
  id: z.uuid(),
  case_id: z.uuid().nullable(),
  number: z.string(),
  reason: z.enum(EMERGENCY_REASONS),
  name: z.string().nullable(),
  role: z.string(),
  at: instant,
});
export const listedEmergencies = z.object({
  openings: z.array(listedEmergency),
  /** Of the last week, with the first page of what waits. */
  in_vain: z.array(askedInVain),
  next: z.string().nullable(),
});

/** Until when the file is open to whoever asked. */
export const emergencyOpened = z.object({ case_id: id, until: instant.nullable() });

/** What helps now. All else waits for those whose file it is. */
const HELP: readonly string[] = [
  ...['add_note', 'record_visit', 'identify_need', 'raise_concern', 'book_appointment'],
  ...['record_consent', 'refer', 'send_referral', 'open_in_emergency'],
];

/** How long such an opening lasts; models of before say nothing. */
export function emergencyHours(model: ProgrammeModel): number {
  return model.thresholds.emergency_hours ?? 3;
}

/** The last moment of the actor's own opening where one is running and nothing else opens the file. */
export function runningEmergency(state: CaseState, { actor, now }: Situation): Instant | null {
  if (worksHere(state, actor.id)) return null;
  const until = emergencyUntil(state.emergency_opening).get(actor.id);
  return until !== undefined && until > now ? until : null;
}

/** Whether a command goes beyond what an opening in an emergency is for. */
export function beyondEmergency(kind: string, state: CaseState, situation: Situation): boolean {
  return !HELP.includes(kind) && runningEmergency(state, situation) !== null;
}

/** The latest end of the openings of each account. */
export function emergencyUntil(slice: EmergencyOpeningState): ReadonlyMap<Id, Instant> {
  const latest = new Map<Id, Instant>();
  for (const { opened_by, until } of Object.values(slice.openings)) {
    if (until > (latest.get(opened_by) ?? '')) latest.set(opened_by, until);
  }
  return latest;
}

/** Its worker, its specialists, and whoever was given an urgent worry that is still open. */
function worksHere({ assignment, concern }: CaseState, account: Id): boolean {
  return (
    assignment.worker?.account_id === account ||
    assignment.specialists[account] !== undefined ||
    openConcerns(concern).some(({ given_to }) => given_to === account)
  );
}

/**
 * A file that may lead somebody to the door of a person who hides: there the supervisor decides. The
 * database asks the same, of the whole household (`emergency_file`).
 */
function heldBack({ concern, consent }: CaseState): boolean {
  return (
    openConcerns(concern).length > 0 ||
    Object.values(consent.records).some(
      (one) =>
        one.withdrawn_at === null && one.withhold.some(({ reason }) => reason === 'fear_of_harm'),
    )
  );
}

/**
 * Break-glass (docs/decisions/0009): somebody in front of a person whose file lies beyond reach opens
 * its general part for a few hours. Everybody who reads the file sees that it was; why in words only
 * who protects, because such words name who is to be feared.
 */
export const emergencyOpening = {
  slice: 'emergency_opening',
  initial: { openings: {} } as EmergencyOpeningState,
  facts: {
    opened_in_emergency: factKind({
      version: 1,
      compartment: 'general',
      body: openedInEmergency,
      apply: (slice: EmergencyOpeningState, fact): EmergencyOpeningState => {
        const opened: EmergencyOpening = {
          ...fact.body,
          ...{ words: null, opened_by: fact.actor.id, role: fact.role },
          ...{ opened_at: fact.recorded_at, review: null },
        };
        return { openings: { ...slice.openings, [opened.opening_id]: opened } };
      },
    }),
    emergency_words: factKind({
      version: 1,
      compartment: 'protection',
      body: emergencyWords,
      apply: (slice: EmergencyOpeningState, { body }): EmergencyOpeningState =>
        changed(slice, body.opening_id, { words: body.words }),
    }),
    emergency_reviewed: factKind({
      version: 1,
      // How a colleague acted is for who protects and who leads, not for every reader of the file.
      compartment: 'protection',
      body: reviewEmergency,
      apply: (slice: EmergencyOpeningState, fact): EmergencyOpeningState => {
        const { opening_id, outcome, words = null } = fact.body;
        const review = { by: fact.actor.id, at: fact.recorded_at, outcome, words };
        return changed(slice, opening_id, { review });
      },
    }),
  },
  commands: {
    open_in_emergency: commandKind({
      body: openInEmergency,
      verb: 'open_in_emergency',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body: { words, ...body } }, { actor, model, now }) => {
        const { opening_id } = body;
        if (state.emergency_opening.openings[opening_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (actor.kind !== 'account') return refuse('not_allowed');
        if (worksHere(state, actor.id)) return refuse('in_reach_already');
        if (heldBack(state)) return refuse('emergency_not_opened');
        const end = Date.parse(now) + emergencyHours(model) * 3_600_000;
        return accept(
          { kind: 'opened_in_emergency', body: { ...body, until: new Date(end).toISOString() } },
          { kind: 'emergency_words', body: { opening_id, words } },
        );
      },
    }),
    review_emergency: commandKind({
      body: reviewEmergency,
      verb: 'approve',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, { actor }) => {
        const known = state.emergency_opening.openings[body.opening_id];
        if (known === undefined) return refuse('emergency_unknown');
        if (known.review !== null) return { stale: { code: 'emergency_reviewed' } };
        if (known.opened_by === actor.id) return refuse('own_work');
        return accept({ kind: 'emergency_reviewed', body });
      },
    }),
  },
} as const satisfies Noun<'emergency_opening'>;

function changed(
  slice: EmergencyOpeningState,
  openingId: Id,
  change: Partial<EmergencyOpening>,
): EmergencyOpeningState {
  const known = slice.openings[openingId];
  if (known === undefined) return slice;
  return { openings: { ...slice.openings, [openingId]: { ...known, ...change } } };
}
