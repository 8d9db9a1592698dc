import { z } from 'zod';
import { labels } from '../text.ts';

/** Where it is kept that somebody takes part: in the general part, or with the psychosocial specialist. */
export const GROUP_COMPARTMENTS = ['general', 'psychosocial'] as const;
export type GroupCompartment = (typeof GROUP_COMPARTMENTS)[number];

/** What kinds of groups a programme knows: sewing, language, sport … */
export const groupKinds = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' }),
      labels,
      compartment: z.enum(GROUP_COMPARTMENTS),
    }),
  )
  .max(30);
export type GroupKind = z.infer<typeof groupKinds>[number];

/** The kinds of a model; one from before groups has none, and no group is added by it. */
export function groupKindsOf(model: {
  readonly group_kinds?: readonly GroupKind[] | undefined;
}): readonly GroupKind[] {
  return model.group_kinds ?? [];
}
