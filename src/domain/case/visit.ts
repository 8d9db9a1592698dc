import { z } from 'zod';
import { type Compartment, compartment } from '../access/role.ts';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind, type NewFact } from './fact.ts';

export const recordVisit = z.strictObject({
  visit_id: id,
  /** A code of `visit_kinds` in the model: home visit, office, phone call, at a service … */
  kind: z.string().min(1).max(60),
  on: day,
  /** Whether the person was met or reached. */
  met: z.boolean(),
  /** What I saw, what was said, what we agreed. */
  words: prose.optional(),
  /** Who may read the words; the visit itself is always general. */
  compartment,
  next_on: day.optional(),
});

const visitRecorded = recordVisit.omit({ compartment: true });
const visitWords = z.strictObject({ visit_id: id, words: prose });

export interface Visit {
  readonly kind: string;
  readonly on: Day;
  readonly met: boolean;
  readonly words: string | null;
  /** The compartments that hold words about this visit. */
  readonly held_in: readonly Compartment[];
  readonly recorded_at: Instant;
}
export interface VisitState {
  readonly visits: Readonly<Record<Id, Visit>>;
  readonly last_met_on: Day | null;
  readonly next_on: Day | null;
}

/** A visit or another contact with the person; no place is recorded and nothing is tracked. */
export const visit = {
  slice: 'visit',
  initial: { visits: {}, last_met_on: null, next_on: null } as VisitState,
  facts: {
    visit_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: visitRecorded,
      apply: (slice: VisitState, fact): VisitState => {
        const { visit_id, kind, on, met, words, next_on } = fact.body;
        const recorded: Visit = {
          kind,
          on,
          met,
          words: words ?? null,
          held_in: words === undefined ? [] : ['general'],
          recorded_at: fact.recorded_at,
        };
        const later = met && (slice.last_met_on === null || on > slice.last_met_on);
        return {
          visits: { ...slice.visits, [visit_id]: recorded },
          last_met_on: later ? on : slice.last_met_on,
          next_on:
            next_on ?? (slice.next_on !== null && slice.next_on <= on ? null : slice.next_on),
        };
      },
    }),
    visit_words: factKind({
      version: 1,
      compartment: 'psychosocial',
      body: visitWords,
      apply: (slice: VisitState, fact): VisitState => {
        const known = slice.visits[fact.body.visit_id];
        if (known === undefined) return slice;
        const held_in = [...known.held_in, fact.compartment];
        return {
          ...slice,
          visits: { ...slice.visits, [fact.body.visit_id]: { ...known, held_in } },
        };
      },
    }),
  },
  commands: {
    record_visit: commandKind({
      body: recordVisit,
      verb: 'append',
      compartment: 'general',
      chosen: (body) => body.compartment,
      decide: (state, command, situation) => {
        const { compartment: held, words, ...rest } = command.body;
        if (state.visit.visits[rest.visit_id] !== undefined) return refuse('already_recorded');
        if (!situation.model.visit_kinds.some((kind) => kind.code === rest.kind)) {
          return refuse('visit_kind_unknown');
        }
        if (rest.on > situation.today) return refuse('day_in_the_future');
        const general: NewFact = {
          kind: 'visit_recorded',
          body: held === 'general' && words !== undefined ? { ...rest, words } : rest,
        };
        if (held === 'general' || words === undefined) return accept(general);
        return accept(general, {
          kind: 'visit_words',
          compartment: held,
          body: { visit_id: rest.visit_id, words },
        });
      },
    }),
  },
} as const satisfies Noun<'visit'>;
