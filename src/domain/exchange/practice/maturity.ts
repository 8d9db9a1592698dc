import { z } from 'zod';

/** What FAO asks of a good practice, one by one. */
export const MATURITY_CRITERIA = [
  'effective',
  'sustainable',
  'gender_sensitive',
  'feasible',
  'participatory',
  'repeatable',
] as const;
export type MaturityCriterion = (typeof MATURITY_CRITERIA)[number];

export const maturityAnswers = z.strictObject({
  criteria: z.array(z.enum(MATURITY_CRITERIA)).max(MATURITY_CRITERIA.length),
  /** In how many places it was done, the first included. */
  places: z.int().min(0).max(10_000),
  /** A law, a standard or an order of a ministry stands on it. */
  in_a_norm: z.boolean(),
});
export type MaturityAnswers = z.infer<typeof maturityAnswers>;

/** FAO's stages, in their order. How mature a practice is says nothing about how well it was measured. */
export const MATURITIES = [
  'innovation',
  'promising',
  'good_practice',
  'institutionalised',
] as const;
export type Maturity = (typeof MATURITIES)[number];

/** The stage that the answers reach: each stage needs all of the one before. */
export function maturity({ criteria, places, in_a_norm }: MaturityAnswers): Maturity {
  const fulfilled = new Set(criteria);
  if (!fulfilled.has('effective') || places < 1) return 'innovation';
  if (fulfilled.size < MATURITY_CRITERIA.length || places < 2) return 'promising';
  return in_a_norm ? 'institutionalised' : 'good_practice';
}
