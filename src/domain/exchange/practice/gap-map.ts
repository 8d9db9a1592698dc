import { z } from 'zod';
import { text } from '../../text.ts';
import {
  DESIGNS,
  type Design,
  DIRECTIONS,
  INTERVENTIONS,
  type Intervention,
  OUTCOMES,
  type Outcome,
} from './vocabulary.ts';

/** One look at results, as the card tells it. */
export const study = z.strictObject({
  intervention: z.enum(INTERVENTIONS),
  outcome: z.enum(OUTCOMES),
  design: z.enum(DESIGNS),
  direction: z.enum(DIRECTIONS),
  /** How many people were looked at; a group under 5 is no result and betrays people. */
  people: z.int().min(5).max(1_000_000),
  year: z.int().min(1950).max(2100),
  source: text(500),
});
export type Study = z.infer<typeof study>;

export interface GapCell {
  intervention: Intervention;
  outcome: Outcome;
  studies: number;
  practices: number;
  /** The strongest design among them: the colour of the bubble. */
  strongest: Design | null;
}

/**
 * The evidence gap map: every intervention against every outcome, also where nothing is known, because
 * the empty cells say where a pilot is worth commissioning.
 */
export function gapMap(practices: readonly { id: string; studies: readonly Study[] }[]): GapCell[] {
  return INTERVENTIONS.flatMap((intervention) =>
    OUTCOMES.map((outcome) => {
      const here = practices.flatMap(({ id, studies }) =>
        studies
          .filter((one) => one.intervention === intervention && one.outcome === outcome)
          .map((one) => ({ id, design: DESIGNS.indexOf(one.design) })),
      );
      const strongest = Math.max(-1, ...here.map((one) => one.design));
      return {
        intervention,
        outcome,
        studies: here.length,
        practices: new Set(here.map((one) => one.id)).size,
        strongest: DESIGNS[strongest] ?? null,
      };
    }),
  );
}
