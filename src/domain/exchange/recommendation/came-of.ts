import { z } from 'zod';
import { id } from '../../id.ts';
import { wording } from '../wording.ts';

/** What may come of a recommendation. */
export const OUTCOME_KINDS = ['practice', 'model'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What came of it: a practice of the library or a programme model; null takes the link away. */
export const cameOf = z.strictObject({
  of: z.strictObject({ kind: z.enum(OUTCOME_KINDS), id }).nullable(),
});

/** A practice or model that readers may open; a model stands under its slug. */
export const outcome = z.object({
  ...{ kind: z.enum(OUTCOME_KINDS), id: z.uuid(), title: wording },
  slug: z.string().nullable(),
});
export type Outcome = z.infer<typeof outcome>;

/** A published practice from which something came. */
export const sourcePractice = z.object({ id: z.uuid(), title: wording });
export type SourcePractice = z.infer<typeof sourcePractice>;

/** An adopted recommendation that something came of. */
export const sourceRecommendation = z.object({
  ...{ id: z.uuid(), edition: z.string(), number: z.int(), text: wording },
});
export type SourceRecommendation = z.infer<typeof sourceRecommendation>;

/** Everything to which a recommendation may be linked. */
export const outcomeChoices = z.object({ outcomes: z.array(outcome) });

/** The address of what came of it, for readers. */
export function outcomePath({ kind, id: of, slug }: Outcome): string {
  return kind === 'model' ? `/models/${slug}` : `/practices/${of}`;
}
