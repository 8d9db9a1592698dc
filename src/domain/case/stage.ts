import { z } from 'zod';
import type { Instant } from '../time.ts';
import type { Noun } from './command.ts';
import { factKind } from './fact.ts';
import type { ProgrammeModel } from './model.ts';

const code = z.string().min(1).max(60);
/** The phase goes with it, so that a state says what it means without its model. */
const stageEntered = z.strictObject({ stage: code, phase: code });

export interface StageState {
  readonly current: string | null;
  /** The phase of the current stage in the model; `closed` takes no ordinary command. */
  readonly phase: string | null;
  readonly since: Instant | null;
  /** Every stage with the moment it was entered, oldest first. */
  readonly history: readonly {
    readonly stage: string;
    readonly phase: string;
    readonly at: Instant;
  }[];
}

/**
 * Where the case stands in the programme model. Nobody sets a stage by hand: `workflow.ts` adds
 * `stage_entered` when a command fulfils what the model asks for; a stage never falls back by itself,
 * only reopening goes back.
 */
export const stage = {
  slice: 'stage',
  initial: { current: null, phase: null, since: null, history: [] } as StageState,
  facts: {
    stage_entered: factKind({
      version: 1,
      compartment: 'general',
      body: stageEntered,
      apply: (slice: StageState, fact): StageState => ({
        current: fact.body.stage,
        phase: fact.body.phase,
        since: fact.recorded_at,
        history: [...slice.history, { ...fact.body, at: fact.recorded_at }],
      }),
    }),
  },
  commands: {},
} as const satisfies Noun<'stage'>;

type Stages = ProgrammeModel['stages'];

/** The fact that a case enters a stage of its model. */
export function entering(model: ProgrammeModel, wanted: string) {
  const phase = model.stages.find((entry) => entry.code === wanted)?.phase ?? wanted;
  return { kind: 'stage_entered', body: { stage: wanted, phase } };
}

/** Where completing begins: the first stage that waits for its approval; the end where none does. */
export function closingIndex(stages: Stages): number {
  const at = stages.findIndex((entry) => entry.leave.includes('closure_approved'));
  return at === -1 ? stages.length : at;
}
