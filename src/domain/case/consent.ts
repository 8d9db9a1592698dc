import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { giverProblem } from './consent-giver.ts';
import { factKind } from './fact.ts';

const code = z.string().min(1).max(60);

/**
 * A consent is a record, not a tick (practice.md 0.5, 1.2; PublicSchema's ConsentRecord): what for,
 * to whom, what to keep from whom, said by whom, how, in which language, on which notice, until when.
 * Authorities are never a recipient: that is a request of its own (`authority.ts`).
 */
export const recordConsent = z
  .strictObject({
    consent_id: id,
    decision: z.enum(['given', 'refused']),
    /** Codes of `consent_purposes` in the model. */
    purposes: z.array(code).min(1).max(40),
    /** Organisations that may receive; empty = any service that serves these purposes. */
    recipient_ids: z.array(id).max(100),
    withhold: z
      .array(
        z.strictObject({
          from: line,
          what: line,
          reason: z.enum(['fear_of_harm', 'wants_to_tell_themselves', 'other']),
        }),
      )
      .max(20),
    said_by: z.strictObject({
      person_id: id,
      /** With the authority, `person_id` is the child's own: no person said it. */
      as: z.enum([
        ...(['self', 'parent', 'legal_guardian', 'authorised_representative'] as const),
        'guardianship_authority',
      ]),
    }),
    /** The decision of the guardianship authority that stands in place of a guardian's word. */
    authority: z.strictObject({ body: line, number: line, on: day }).optional(),
    /** The child's own yes or no, where the person is a child who can say it. */
    own_agreement: z.enum(['yes', 'no', 'not_asked']).optional(),
    expression: z.enum(['signed', 'spoken', 'witnessed', 'thumbprint']),
    language: z.string().min(2).max(20),
    notice_version: line,
    expires_on: day.optional(),
  })
  // The authority's word is its paper, and nobody else's word is one.
  .refine((said) => said.said_by.as !== 'guardianship_authority' || said.authority !== undefined, {
    ...{ path: ['authority'], error: 'required' },
  })
  .refine((said) => said.said_by.as === 'guardianship_authority' || said.authority === undefined, {
    ...{ path: ['authority'], error: 'unknown_field' },
  });

export const withdrawConsent = z.strictObject({
  consent_id: id,
  channel: z.enum(['in_person', 'phone', 'paper', 'community_worker', 'other']),
  words: prose.optional(),
});

/**
 * Given to others, elsewhere, or by somebody who cannot decide for the child now: it is asked again, and until
 * then they stand for nothing new.
 */
export const consentsToAskAgain = z.strictObject({
  transfer_id: id.optional(),
  consent_ids: z.array(id).min(1).max(500),
});

export interface Consent extends z.infer<typeof recordConsent> {
  readonly recorded_at: Instant;
  readonly withdrawn_at: Instant | null;
  /** Since when it is to be asked again. What left before stays where it is. */
  readonly ask_again_since?: Instant;
}

export interface ConsentState {
  readonly records: Readonly<Record<Id, Consent>>;
}

/** The purpose under which a worker may read what a specialist writes: the person's own choice. */
export const SPECIALIST_TO_WORKER = 'specialist_to_worker';

/** Whether a consent holds for a purpose and a receiving organisation on a day. */
export function consents(
  state: ConsentState,
  purpose: string,
  organisationId: Id | null,
  today: Day,
): Consent | null {
  const latest = givenFor(state, purpose, organisationId);
  return latest?.expires_on !== undefined && latest.expires_on < today ? null : latest;
}

/** The consent that holds for a purpose until it expires; null where the last word was no. */
export function givenFor(
  state: ConsentState,
  purpose: string,
  organisationId: Id | null = null,
): Consent | null {
  const fits = Object.values(state.records)
    .filter((consent) => consent.purposes.includes(purpose))
    .filter(
      (consent) =>
        organisationId === null ||
        consent.recipient_ids.length === 0 ||
        consent.recipient_ids.includes(organisationId),
    )
    .sort((a, b) => (a.recorded_at < b.recorded_at ? 1 : -1));
  // The newest word on a purpose counts: a later refusal takes an earlier yes back.
  const latest = fits[0];
  const holds =
    latest?.decision === 'given' &&
    latest.withdrawn_at === null &&
    latest.ask_again_since === undefined;
  return holds ? latest : null;
}

/** Whether a transfer makes it a question again: it names, or leaves open, recipients who stay behind. */
export function isToAskAgain(one: Consent, recipientsThere: readonly Id[]): boolean {
  if (one.decision !== 'given' || one.withdrawn_at !== null) return false;
  if (one.ask_again_since !== undefined) return false;
  if (one.recipient_ids.length === 0 || one.purposes.includes(SPECIALIST_TO_WORKER)) return true;
  return one.recipient_ids.some((recipient) => !recipientsThere.includes(recipient));
}

/** A yes of a parent or guardian that nobody took back; a child's own and the authority's are none. */
export function saidByFamily({ decision, withdrawn_at, said_by: { as } }: Consent): boolean {
  const family = as !== 'self' && as !== 'guardianship_authority';
  return decision === 'given' && withdrawn_at === null && family;
}

/** The consents of parents and guardians that stand now. */
export function givenByFamily({ records }: ConsentState): readonly Consent[] {
  return Object.values(records).filter(
    (one) => saidByFamily(one) && one.ask_again_since === undefined,
  );
}

/** The consents that nobody has asked for again: neither a yes nor a no to one of their purposes since. */
export function toAskAgain({ records }: ConsentState): readonly Consent[] {
  const all = Object.values(records);
  return all.filter(
    ({ ask_again_since: since, purposes }) =>
      since !== undefined &&
      !all.some(
        (later) =>
          later.ask_again_since === undefined &&
          later.recorded_at >= since &&
          purposes.every((code) => later.purposes.includes(code)),
      ),
  );
}

/** As consents stood before a transfer made them a question again: what was sent then was sent rightly. */
export function asWhenSent({ records }: ConsentState): ConsentState {
  return {
    records: Object.fromEntries(
      Object.entries(records).map(([key, { ask_again_since: _since, ...one }]) => [key, one]),
    ),
  };
}

export const consent = {
  slice: 'consent',
  initial: { records: {} } as ConsentState,
  facts: {
    consent_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: recordConsent,
      apply: (slice: ConsentState, fact): ConsentState => ({
        records: {
          ...slice.records,
          [fact.body.consent_id]: {
            ...fact.body,
            recorded_at: fact.recorded_at,
            withdrawn_at: null,
          },
        },
      }),
    }),
    consents_to_ask_again: factKind({
      version: 1,
      compartment: 'general',
      body: consentsToAskAgain,
      apply: (slice: ConsentState, fact): ConsentState => ({
        records: Object.fromEntries(
          Object.entries(slice.records).map(([key, one]) =>
            fact.body.consent_ids.includes(key)
              ? [key, { ...one, ask_again_since: fact.recorded_at }]
              : [key, one],
          ),
        ),
      }),
    }),
    consent_withdrawn: factKind({
      version: 1,
      compartment: 'general',
      body: withdrawConsent,
      apply: (slice: ConsentState, fact): ConsentState => {
        const given = slice.records[fact.body.consent_id];
        if (given === undefined) return slice;
        return {
          records: {
            ...slice.records,
            [fact.body.consent_id]: { ...given, withdrawn_at: fact.recorded_at },
          },
        };
      },
    }),
  },
  commands: {
    record_consent: commandKind({
      body: recordConsent,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) => {
        const { body } = command;
        if (state.consent.records[body.consent_id] !== undefined) return refuse('already_recorded');
        const known = new Set(situation.model.consent_purposes.map((purpose) => purpose.code));
        const unknown = body.purposes.filter((purpose) => !known.has(purpose));
        if (unknown.length > 0) return refuse('purpose_unknown', { purposes: unknown });
        if (body.expires_on !== undefined && body.expires_on < situation.today) {
          return refuse('expiry_in_the_past');
        }
        if (body.said_by.as === 'self' && body.said_by.person_id !== situation.person.id) {
          return refuse('consent_not_by_person');
        }
        const problem = giverProblem(state, body, situation);
        if (problem !== null) return problem;
        return accept({ kind: 'consent_recorded', body });
      },
    }),
    withdraw_consent: commandKind({
      body: withdrawConsent,
      verb: 'append',
      compartment: 'general',
      // A yes can be taken back at any time, also after the support has ended.
      onClosed: true,
      decide: (state, command) => {
        const given = state.consent.records[command.body.consent_id];
        if (given === undefined) return refuse('consent_unknown');
        if (given.withdrawn_at !== null) return refuse('already_withdrawn');
        return accept({ kind: 'consent_withdrawn', body: command.body });
      },
    }),
  },
} as const satisfies Noun<'consent'>;
