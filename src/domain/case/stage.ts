import { z } from 'zod';
import type { Instant } from '../time.ts';
import type { Noun } from './command.ts';
import { factKind } from './fact.ts';

const stageEntered = z.strictObject({ stage: z.string().min(1).max(60) });

export interface StageState {
  readonly current: string | null;
  readonly since: Instant | null;
  /** Every stage with the moment it was entered, oldest first. */
  readonly history: readonly { readonly stage: string; readonly at: Instant }[];
}

/**
 * Where the case stands in the programme model. Nobody sets a stage by hand: `workflow.ts` adds
 * `stage_entered` when a command fulfils what the model asks for; a stage never falls back by itself.
 */
export const stage = {
  slice: 'stage',
  initial: { current: null, since: null, history: [] } as StageState,
  facts: {
    stage_entered: factKind({
      version: 1,
      compartment: 'general',
      body: stageEntered,
      apply: (slice: StageState, fact): StageState => ({
        current: fact.body.stage,
        since: fact.recorded_at,
        history: [...slice.history, { stage: fact.body.stage, at: fact.recorded_at }],
      }),
    }),
  },
  commands: {},
} as const satisfies Noun<'stage'>;
