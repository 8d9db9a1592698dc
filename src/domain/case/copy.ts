import { z } from 'zod';
import type { Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

export const COPIES = ['plan', 'log'] as const;
export type CopyOf = (typeof COPIES)[number];

/** A copy that the person asked for was handed over: of the plan, or of who has opened the file. */
export const giveCopy = z.strictObject({
  what: z.enum(COPIES),
  /** A paper at home can be found: then it was read out. */
  how: z.enum(['paper', 'read_out']),
});

export interface CopyState {
  readonly given: readonly (z.infer<typeof giveCopy> & { readonly at: Instant })[];
}

/**
 * Copies on request. The copy of a plan that was just agreed is `plan_copy_given` (plan.ts): the programme
 * asks for that one; here stands what the person asks for.
 */
export const copy = {
  slice: 'copy',
  initial: { given: [] } as CopyState,
  facts: {
    copy_given: factKind({
      version: 1,
      compartment: 'general',
      body: giveCopy,
      apply: (slice: CopyState, { body, recorded_at: at }): CopyState => ({
        given: [...slice.given, { ...body, at }],
      }),
    }),
  },
  commands: {
    give_copy: commandKind({
      body: giveCopy,
      verb: 'append',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }) =>
        body.what === 'plan' && state.plan.plan === null
          ? refuse('plan_missing')
          : accept({ kind: 'copy_given', body }),
    }),
  },
} as const satisfies Noun<'copy'>;
