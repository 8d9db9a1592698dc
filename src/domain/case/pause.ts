import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import { type Day, day } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

/** A time that does not count for the timers that list its reason: in hospital, away with relatives. */
export const startPause = z.strictObject({
  pause_id: id,
  /** A code of `pause_reasons` in the model. */
  reason: z.string().min(1).max(60),
  from: day,
  words: prose.optional(),
});
export const endPause = z.strictObject({ pause_id: id, on: day });

export interface PauseRecord {
  readonly pause_id: Id;
  readonly reason: string;
  readonly from: Day;
  /** The day from which time counts again; null = it goes on. */
  readonly until: Day | null;
}
export interface PauseState {
  readonly pauses: readonly PauseRecord[];
}

/** Why the timers of a case stand still for a time. The stages and what must be done stay as they are. */
export const pause = {
  slice: 'pause',
  initial: { pauses: [] } as PauseState,
  facts: {
    pause_started: factKind({
      version: 1,
      compartment: 'general',
      body: startPause,
      apply: (slice: PauseState, fact): PauseState => {
        const { pause_id, reason, from } = fact.body;
        return { pauses: [...slice.pauses, { pause_id, reason, from, until: null }] };
      },
    }),
    pause_ended: factKind({
      version: 1,
      compartment: 'general',
      body: endPause,
      apply: (slice: PauseState, fact): PauseState => ({
        pauses: slice.pauses.map((one) =>
          one.pause_id === fact.body.pause_id ? { ...one, until: fact.body.on } : one,
        ),
      }),
    }),
  },
  commands: {
    start_pause: commandKind({
      body: startPause,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { model, today }) => {
        const { pause_id, reason, from } = command.body;
        const { pauses } = state.pause;
        if (pauses.some((one) => one.pause_id === pause_id)) return refuse('already_recorded');
        if (!model.pause_reasons.some((entry) => entry.code === reason)) {
          return refuse('pause_reason_unknown');
        }
        if (from > today) return refuse('day_in_the_future');
        const open = pauses.some((one) => one.reason === reason && one.until === null);
        if (open) return refuse('paused_already');
        return accept({ kind: 'pause_started', body: command.body });
      },
    }),
    end_pause: commandKind({
      body: endPause,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { today }) => {
        const { pause_id, on } = command.body;
        const found = state.pause.pauses.find((one) => one.pause_id === pause_id);
        if (found === undefined) return refuse('pause_unknown');
        if (found.until !== null) return { stale: { code: 'pause_ended' } };
        if (on > today) return refuse('day_in_the_future');
        if (on < found.from) return refuse('ends_before_start');
        return accept({ kind: 'pause_ended', body: command.body });
      },
    }),
  },
} as const satisfies Noun<'pause'>;
