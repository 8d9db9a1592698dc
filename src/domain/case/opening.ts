import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import { line } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';
import { moveAsEvent } from './life-event.ts';
import { schoolAge } from './model-schooling.ts';

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
  /** Between which days a child is to be in school, as the birth date and the model say. */
  school_age: z.strictObject({ from: day, until: day }).optional(),
});

export const moveFile = z.strictObject({ place_id: id });

const placeChanged = z.strictObject({ place_id: id, place_path: z.array(id).min(1).max(20) });

export const changeModel = z.strictObject({ model_id: id });

/** With the numbers of both versions, so that the file says it without the documents. */
const modelChanged = z.strictObject({ model_id: id, from: z.int().min(1), to: z.int().min(1) });

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
  readonly school_age?: { readonly from: Day; readonly until: Day };
}

/** The fact that a file lies elsewhere from now on; the first of the path is the place itself. */
export function placeChange(place_path: readonly Id[]) {
  return { kind: 'place_changed', body: { place_id: place_path[0], place_path } };
}

/**
 * The place below the country that a path goes through: the region. Paths are nearest first and end in
 * the country; a file that lies at the country itself is in no region yet.
 */
export function regionOf(path: readonly Id[]): Id | undefined {
  return path.at(-2);
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
        ...(fact.body.school_age === undefined ? {} : { school_age: fact.body.school_age }),
      }),
    }),
    place_changed: factKind({
      version: 1,
      compartment: 'general',
      body: placeChanged,
      apply: (slice: OpeningState, fact): OpeningState => ({
        ...slice,
        place_id: fact.body.place_id,
        place_path: fact.body.place_path,
      }),
    }),
    model_changed: factKind({
      version: 1,
      compartment: 'general',
      body: modelChanged,
      apply: (slice: OpeningState, fact): OpeningState => ({
        ...slice,
        model_id: fact.body.model_id,
      }),
    }),
  },
  commands: {
    open_case: commandKind({
      body: openCase,
      verb: 'open',
      compartment: 'general',
      begins: true,
      decide: (_state, command, { place_path, person, today, model }) => {
        // Who may be a child is treated as one (Committee on the Rights of the Child, GC 6).
        const child = adulthood(person.birth ?? undefined, today) !== 'adult';
        const school_age = child ? schoolAge(model, person.birth) : undefined;
        const body = { ...command.body, place_path, child };
        return accept({
          kind: 'case_opened',
          body: school_age === undefined ? body : { ...body, school_age },
        });
      },
    }),
    /** Somebody moves house. Who works with the person stays until somebody else is chosen. */
    move_file: commandKind({
      body: moveFile,
      verb: 'assign',
      compartment: 'general',
      decide: ({ opening: now }, { id: command, body }, { places, model, today }) => {
        if (body.place_id === now.place_id) return refuse('already_so');
        // Without the tree of places nothing can be said here: the server decides.
        if (places === undefined) return accept();
        const path = places[body.place_id] ?? [];
        if (path.length === 0) return refuse('place_unknown');
        const region = regionOf(now.place_path);
        if (region !== undefined && !path.includes(region)) return refuse('other_region');
        return { facts: [], last: [placeChange(path), ...moveAsEvent(model, command, today)] };
      },
    }),
    /**
     * A file follows the version it was opened with until somebody who has read the differences moves it
     * to a newer one. What was said stays; what is due and what comes next follow the newer version.
     */
    change_model: commandKind({
      body: changeModel,
      verb: 'change_model',
      compartment: 'general',
      decide: ({ opening: now, stage: { current } }, { body: { model_id } }, situation) => {
        if (model_id === now.model_id) return refuse('already_so');
        // Without the documents nothing can be said here: the server decides.
        if (situation.models === undefined) return accept();
        const model = situation.models[model_id];
        if (model === undefined) return refuse('model_unknown');
        const { code, version } = situation.model;
        if (model.code !== code) return refuse('model_of_other_programme');
        if (model.version < version) return refuse('model_newer');
        if (!model.stages.some((entry) => entry.code === current)) {
          return refuse('model_without_stage');
        }
        const body = { model_id, from: version, to: model.version };
        return { facts: [{ kind: 'model_changed', body }], model };
      },
    }),
  },
} as const satisfies Noun<'opening'>;
