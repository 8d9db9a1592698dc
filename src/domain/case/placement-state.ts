import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';

/** Where a child may live, in the order in which it is looked for; residential care comes last. */
export const CARE_KINDS = ['parent', 'kin', 'guardian', 'foster', 'residential'] as const;
export type CareKind = (typeof CARE_KINDS)[number];

export const SUITABILITY = ['suitable', 'suitable_with_help', 'not_suitable'] as const;

/** Why a care arrangement ended, in ordinary words that tell nothing about anybody. */
export const PLACEMENT_ENDS = [
  'back_to_parents',
  'to_relatives',
  'to_another_family',
  'family_cannot_go_on',
  'child_wished',
  'of_age',
  'own_home',
  'authority_decided',
  'not_begun',
  'other',
] as const;

const named = { placement_id: id };

export const proposePlacement = z
  .strictObject({
    ...named,
    kind: z.enum(CARE_KINDS),
    /** The persons with whom the child would live, as far as they are written down. */
    person_ids: z.array(id).max(20),
    /** With whom, in words: "her grandmother", the name of a home. */
    with: line,
    siblings: z.enum(['together', 'apart', 'none']),
    /** Why brothers and sisters do not live together. */
    apart_reason: prose.optional(),
    /** Residential care only: why no family can take the child in now, and when it is looked at again. */
    no_family_reason: prose.optional(),
    review_on: day.optional(),
    /** What the child says about it. */
    child_words: prose.optional(),
  })
  .refine((said) => said.siblings !== 'apart' || said.apart_reason !== undefined, {
    ...{ path: ['apart_reason'], error: 'required' },
  })
  .refine((said) => said.kind !== 'residential' || said.no_family_reason !== undefined, {
    ...{ path: ['no_family_reason'], error: 'required' },
  })
  .refine((said) => said.kind !== 'residential' || said.review_on !== undefined, {
    ...{ path: ['review_on'], error: 'required' },
  });

export const assessFamily = z.strictObject({
  ...named,
  /** Name and office of whoever looked. */
  by: line,
  on: day,
  result: z.enum(SUITABILITY),
  /** The home: room, bed, a place to learn. */
  home: prose,
  /** Who is there for the child in the day. */
  care: prose,
  /** What the family asks for or needs. */
  help: prose.optional(),
});

export const familyConsents = z.strictObject({
  ...named,
  /** Who said yes for the family. */
  said_by: line,
  on: day,
  expression: z.enum(['signed', 'spoken', 'witnessed', 'thumbprint']),
});

export const authorityOnPlacement = z.strictObject({
  ...named,
  body: line,
  number: line,
  on: day,
  decision: z.enum(['agreed', 'refused']),
});

export const beginPlacement = z.strictObject({ ...named, on: day });
export const visitPlacement = z.strictObject({
  ...named,
  visit_id: id,
  /** Whether the child was spoken with alone. */
  child_alone: z.enum(['yes', 'no', 'too_young']),
});
export const reviewPlacement = z.strictObject({
  ...named,
  on: day,
  /** Why family care is still not possible. */
  words: prose,
  review_on: day,
});
export const endPlacement = z.strictObject({
  ...named,
  on: day,
  reason: z.enum(PLACEMENT_ENDS),
  words: prose.optional(),
});

type Without<T> = Omit<T, 'placement_id'>;
export interface Placement extends Without<z.infer<typeof proposePlacement>> {
  readonly proposed_at: Instant;
  readonly assessed: Without<z.infer<typeof assessFamily>> | null;
  readonly consented: Without<z.infer<typeof familyConsents>> | null;
  readonly decided: Without<z.infer<typeof authorityOnPlacement>> | null;
  readonly begun: { readonly on: Day; readonly at: Instant } | null;
  readonly visits: readonly (Without<z.infer<typeof visitPlacement>> & {
    readonly on: Day;
    readonly at: Instant;
  })[];
  readonly ended: (Without<z.infer<typeof endPlacement>> & { readonly at: Instant }) | null;
}

export interface PlacementState {
  readonly placements: Readonly<Record<Id, Placement>>;
}

/** Where the child lives now by what was decided; null where nothing has begun. */
export function runningPlacement(slice: PlacementState): [Id, Placement] | null {
  return (
    Object.entries(slice.placements).find(([, one]) => one.begun !== null && one.ended === null) ??
    null
  );
}
