import { z } from 'zod';
import { compartment } from '../access/role.ts';
import type { Id } from '../id.ts';
import { prose } from '../text.ts';
import type { Instant } from '../time.ts';
import { asItStands } from './as-it-stands.ts';
import { accept, commandKind, type Noun, refuse, type Situation } from './command.ts';
import { correctedBody } from './corrected-body.ts';
import { type Fact, factKind } from './fact.ts';
import { dueAfter } from './health.ts';

export const correctFact = z.strictObject({
  fact_id: z.uuid(),
  /** The compartment in which the fact lies: a right there is needed. */
  compartment,
  /** Why it is corrected. */
  reason: prose,
  /** The whole body as it should have been said. */
  body: z.record(z.string(), z.unknown()),
});

const factCorrected = z.strictObject({
  fact_id: z.uuid(),
  kind: z.string(),
  /** The version of the kind's body, so that it can be brought up later like the fact itself. */
  version: z.int(),
  reason: prose,
  body: z.record(z.string(), z.unknown()),
});

export interface CorrectionState {
  /** By the corrected fact: the facts that corrected it, oldest first. */
  readonly corrected: Readonly<Record<Id, readonly { readonly by: Id; readonly at: Instant }[]>>;
}

/** What the file holds under this id as it stands now, in the compartment that the command named. */
function target(situation: Situation, factId: Id, held: string): Fact | undefined {
  return asItStands(situation.facts ?? []).find(
    (fact) => fact.id === factId && fact.compartment === held,
  );
}

/**
 * A correction is a later fact that names the earlier one and says why. From then on the state is that
 * of the corrected words (`as-it-stands.ts`); what was said first stays in the file and stays readable.
 */
export const correction = {
  slice: 'correction',
  initial: { corrected: {} } as CorrectionState,
  facts: {
    fact_corrected: factKind({
      version: 1,
      compartment: 'general',
      body: factCorrected,
      apply: (slice: CorrectionState, fact): CorrectionState => {
        const { fact_id } = fact.body;
        const entry = { by: fact.id, at: fact.recorded_at };
        const before = slice.corrected[fact_id] ?? [];
        return { corrected: { ...slice.corrected, [fact_id]: [...before, entry] } };
      },
    }),
  },
  commands: {
    correct_fact: commandKind({
      body: correctFact,
      verb: 'append',
      compartment: 'general',
      chosen: (body) => body.compartment,
      onClosed: true,
      decide: (state, { body: asked }, situation) => {
        const found = target(situation, asked.fact_id, asked.compartment);
        if (found === undefined) return refuse('fact_unknown');
        if (found.actor.id !== situation.actor.id && situation.role !== 'supervisor') {
          return refuse('not_allowed');
        }
        if (found.body === null) return refuse('fact_erased');
        const corrected = correctedBody(found.kind, found.body as object, asked.body, {
          situation,
          state,
        });
        if ('problem' in corrected) return { refused: corrected.problem };
        return accept(
          {
            kind: 'fact_corrected',
            compartment: found.compartment,
            body: {
              ...{ fact_id: found.id, kind: found.kind, version: corrected.version },
              ...{ reason: asked.reason, body: corrected.body },
            },
          },
          ...dueAfter(state, found, corrected.body, situation),
        );
      },
    }),
  },
} as const satisfies Noun<'correction'>;
