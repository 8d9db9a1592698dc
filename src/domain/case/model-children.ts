import { z } from 'zod';
import { adulthood, ageOn, type Birth } from '../people/birth.ts';
import { line } from '../text.ts';
import type { Day } from '../time.ts';

const years = z.int().min(0).max(17);
const sourced = { source_citation: line, verified: z.boolean() };

/**
 * From which age (whole years) a child's own yes or no is asked for, from which nothing is shared
 * without it having been asked, and from which it is enough alone; null = never before full age.
 */
export const ownAgreementAges = z.strictObject({
  asked_from: years,
  needed_from: years,
  alone_from: years.nullable(),
  ...sourced,
});
export type OwnAgreementAges = z.infer<typeof ownAgreementAges>;

/** What a decision on a child's best interests asks for. */
export const bestInterestsRule = z.strictObject({
  /** At least so many disciplines decide together; never fewer than three. */
  disciplines: z.int().min(3).max(10),
  /** From this age the child is heard, by somebody whom the child trusts where not directly. */
  heard_from: years,
  ...sourced,
});
export type BestInterestsRule = z.infer<typeof bestInterestsRule>;

/** What holds where a model says nothing: the strictest. */
export const BEST_INTERESTS: Pick<BestInterestsRule, 'disciplines' | 'heard_from'> = {
  ...{ disciplines: 3, heard_from: 0 },
};

/** What the child's own word means for some purposes on a day. */
export interface OwnAgreement {
  readonly asked: boolean;
  readonly needed: boolean;
  readonly alone: boolean;
}

/**
 * What a child's own word means for all of these purposes together: asked for and needed as soon as it
 * is for one of them, enough alone only where it is for each. Where the age is not exactly known, the
 * child is asked as if older and decides alone as if younger. An adult decides alone.
 */
export function ownAgreement(
  purposes: readonly { readonly own_agreement?: OwnAgreementAges | undefined }[],
  birth: Birth | null,
  today: Day,
): OwnAgreement {
  const grown = adulthood(birth ?? undefined, today);
  if (grown === 'adult') return { asked: false, needed: false, alone: true };
  const age = birth === null ? undefined : ageOn(birth, today);
  const ages = purposes.flatMap(({ own_agreement }) => own_agreement ?? []);
  // Whose age nobody knows is not held up by a rule of ages; who may be of age speaks for themselves.
  if (age === undefined) return { asked: false, needed: false, alone: grown === 'unclear' };
  return {
    asked: ages.some(({ asked_from }) => asked_from <= age.most),
    needed: ages.some(({ needed_from }) => needed_from <= age.most),
    alone:
      grown === 'unclear' ||
      (purposes.length > 0 &&
        purposes.every(({ own_agreement }) => {
          const from = own_agreement?.alone_from ?? null;
          return from !== null && from <= age.least;
        })),
  };
}
