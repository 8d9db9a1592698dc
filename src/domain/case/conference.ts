import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { factKind } from './fact.ts';

export const DECISION_OWNERS = ['person', 'worker', 'family', 'service', 'supervisor'] as const;
/** How the person's own view came to the table. */
export const VIEW_WAYS = ['in_person', 'by_somebody_chosen', 'told_before', 'written'] as const;

const conferenceDecision = z.strictObject({
  decision_id: id,
  what: line,
  owner: z.enum(DECISION_OWNERS),
  due_on: day,
});
/** Several professions about one person (practice.md 1.3): who led, who sat there, what the person says. */
export const recordConference = z.strictObject({
  conference_id: id,
  on: day,
  /** Name and office of whoever led it. */
  chair: line,
  /** Codes of `commissions.disciplines` in the model. */
  disciplines: z.array(z.string().min(1).max(60)).min(1).max(20),
  /** The person's own view, never left out; and how it came to the table. */
  view: prose,
  view_by: z.enum(VIEW_WAYS),
  decisions: z.array(conferenceDecision).min(1).max(20),
});
export const endConferenceDecision = z.strictObject({
  decision_id: id,
  outcome: z.enum(['done', 'not_needed', 'not_done']),
  words: prose.optional(),
});

export interface ConferenceDecision extends z.infer<typeof conferenceDecision> {
  readonly outcome: z.infer<typeof endConferenceDecision>['outcome'] | null;
}
export interface Conference {
  readonly conference_id: Id;
  readonly on: Day;
  readonly chair: string;
  readonly disciplines: readonly string[];
  readonly view: string;
  readonly view_by: (typeof VIEW_WAYS)[number];
  readonly decisions: readonly ConferenceDecision[];
  readonly recorded_at: Instant;
}
export interface ConferenceState {
  readonly conferences: Readonly<Record<Id, Conference>>;
}

/** The conferences of a file, the latest day first. */
export function conferencesOf(slice: ConferenceState): readonly Conference[] {
  return Object.values(slice.conferences).toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

/** What conferences decided and nobody has ended yet. */
export function openDecisions(slice: ConferenceState): readonly ConferenceDecision[] {
  const all = Object.values(slice.conferences).flatMap(({ decisions }) => decisions);
  return all.filter(({ outcome }) => outcome === null);
}

/** A case conference: it never decides without the person's view, and each decision has an owner. */
export const conference = {
  slice: 'conference',
  initial: { conferences: {} } as ConferenceState,
  facts: {
    conference_held: factKind({
      version: 1,
      compartment: 'general',
      body: recordConference,
      apply: (slice: ConferenceState, { body, recorded_at }): ConferenceState => {
        const decisions = body.decisions.map((one) => ({ ...one, outcome: null }));
        const held = { ...body, decisions, recorded_at };
        return { conferences: { ...slice.conferences, [body.conference_id]: held } };
      },
    }),
    conference_decision_ended: factKind({
      version: 1,
      compartment: 'general',
      body: endConferenceDecision,
      apply: (slice: ConferenceState, { body }): ConferenceState => ({
        conferences: Object.fromEntries(
          Object.entries(slice.conferences).map(([key, held]) => [
            key,
            {
              ...held,
              decisions: held.decisions.map((one) =>
                one.decision_id === body.decision_id ? { ...one, outcome: body.outcome } : one,
              ),
            },
          ]),
        ),
      }),
    }),
  },
  commands: {
    record_conference: commandKind({
      body: recordConference,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model, today }) => {
        if (state.conference.conferences[body.conference_id] !== undefined) {
          return refuse('already_recorded');
        }
        const known = model.commissions?.disciplines ?? [];
        const there = new Set(body.disciplines);
        if (body.disciplines.some((one) => !known.some(({ code }) => code === one))) {
          return refuse('discipline_unknown');
        }
        const smallest = model.commissions?.smallest_conference ?? 1;
        if (there.size < smallest) return refuse('conference_too_small', { smallest });
        if (body.on > today) return refuse('day_in_the_future');
        const ids = body.decisions.map(({ decision_id }) => decision_id);
        const taken = Object.values(state.conference.conferences).flatMap((one) => one.decisions);
        if (new Set(ids).size < ids.length || taken.some((one) => ids.includes(one.decision_id))) {
          return refuse('same_id_twice');
        }
        return accept({ kind: 'conference_held', body });
      },
    }),
    end_conference_decision: commandKind({
      body: endConferenceDecision,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) => {
        const all = Object.values(state.conference.conferences).flatMap((one) => one.decisions);
        const known = all.find((one) => one.decision_id === body.decision_id);
        if (known === undefined) return refuse('decision_unknown');
        if (known.outcome !== null) return stale('decision_over');
        return accept({ kind: 'conference_decision_ended', body });
      },
    }),
  },
} as const satisfies Noun<'conference'>;
