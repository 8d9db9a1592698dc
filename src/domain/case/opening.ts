import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import { line } from '../text.ts';
import type { Instant } from '../time.ts';
import { accept, commandKind, type Noun } from './command.ts';
import { factKind } from './fact.ts';

export const openCase = z.strictObject({
  person_id: id,
  place_id: id,
  /** The programme model that the case is pinned to. */
  model_id: id,
  /** How the person came to the programme: arrival list, own request, a partner, a relative. */
  origin: z.enum(['arrival_list', 'own_request', 'partner', 'relative', 'other']),
  /** What is urgent on the first day, in the words of whoever received the person. */
  safety_asked: z.boolean(),
  first_words: line.optional(),
});

const caseOpened = openCase.extend({
  place_path: z.array(id),
  /** Whether the person was, or may have been, a child on that day: whose timers run. */
  child: z.boolean(),
});

export interface OpeningState {
  readonly case_id: Id | null;
  readonly person_id: Id | null;
  readonly place_id: Id | null;
  readonly place_path: readonly Id[];
  readonly model_id: Id | null;
  readonly opened_at: Instant | null;
  /** Who opened it: reaches the file until a worker is chosen. Absent in heads of before. */
  readonly opened_by?: Id | null;
  readonly safety_asked: boolean;
  readonly child: boolean;
}

/** A file begins when somebody opens it for a person; the same person may have several cases. */
export const opening = {
  slice: 'opening',
  initial: {
    case_id: null,
    person_id: null,
    place_id: null,
    place_path: [],
    model_id: null,
    opened_at: null,
    safety_asked: false,
    child: false,
  } as OpeningState,
  facts: {
    case_opened: factKind({
      version: 1,
      compartment: 'general',
      body: caseOpened,
      apply: (_slice: OpeningState, fact): OpeningState => ({
        case_id: fact.case_id,
        person_id: fact.body.person_id,
        place_id: fact.body.place_id,
        place_path: fact.body.place_path,
        model_id: fact.body.model_id,
        opened_at: fact.recorded_at,
        opened_by: fact.actor.kind === 'account' ? fact.actor.id : null,
        safety_asked: fact.body.safety_asked,
        child: fact.body.child,
      }),
    }),
  },
  commands: {
    open_case: commandKind({
      body: openCase,
      verb: 'open',
      compartment: 'general',
      begins: true,
      decide: (_state, command, { place_path, person, today }) => {
        // Who may be a child is treated as one (Committee on the Rights of the Child, GC 6).
        const child = adulthood(person.birth ?? undefined, today) !== 'adult';
        return accept({ kind: 'case_opened', body: { ...command.body, place_path, child } });
      },
    }),
  },
} as const satisfies Noun<'opening'>;
