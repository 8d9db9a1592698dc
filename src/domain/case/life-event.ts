import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { labels, line, prose } from '../text.ts';
import { day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';
import type { ProgrammeModel } from './model.ts';

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });

/** What in a life asks for another look at the plan; a model from before this was written down has none. */
export const lifeEventsOfModel = z.strictObject({
  events: z
    .array(
      z.strictObject({
        code,
        labels,
        /** So many days after it was written down the plan is to be looked at again. */
        review_days: z.int().min(1).max(180),
        /** Said by itself where the file moves to another place. */
        file_moved: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(20),
  /** The same after a worry about somebody's safety; only those who look into worries are told. */
  concern_days: z.int().min(1).max(180).optional(),
  source_citation: line,
  verified: z.boolean(),
});

export const recordLifeEvent = z.strictObject({
  event_id: id,
  code: z.string().min(1).max(60),
  on: day,
  words: prose.optional(),
});

type LifeEvent = z.infer<typeof recordLifeEvent> & { readonly recorded_at: Instant };
export interface LifeEventState {
  readonly events: Readonly<Record<Id, LifeEvent>>;
}

/** That the file moved, as something that happened in a life; nothing where the model does not ask. */
export function moveAsEvent(model: ProgrammeModel, event_id: Id, on: string) {
  const known = model.life_events?.events.find(({ file_moved }) => file_moved === true);
  return known === undefined
    ? []
    : [{ kind: 'life_event_recorded', body: { event_id, code: known.code, on } }];
}

/** A birth, a move, a loss: what happened, so that the plan is looked at again. */
export const lifeEvent = {
  slice: 'life_event',
  initial: { events: {} } as LifeEventState,
  facts: {
    life_event_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: recordLifeEvent,
      apply: (slice: LifeEventState, { body, recorded_at }): LifeEventState => ({
        events: { ...slice.events, [body.event_id]: { ...body, recorded_at } },
      }),
    }),
  },
  commands: {
    record_life_event: commandKind({
      body: recordLifeEvent,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, { model, today }) => {
        if (state.life_event.events[body.event_id] !== undefined) return refuse('already_recorded');
        if (!model.life_events?.events.some((one) => one.code === body.code)) {
          return refuse('life_event_unknown');
        }
        if (body.on > today) return refuse('day_in_the_future');
        return accept({ kind: 'life_event_recorded', body });
      },
    }),
  },
} as const satisfies Noun<'life_event'>;
