import { z } from 'zod';
import { prose } from '../../text.ts';
import { languageTag } from '../wording.ts';

/** How a country stands to the text. Not to have spoken is no position. */
export const STANCES = ['support', 'reservation', 'abstain'] as const;
export type Stance = (typeof STANCES)[number];

/** The position of a country, said by its delegate. */
export const newPosition = z
  .strictObject({
    stance: z.enum(STANCES),
    lang: languageTag,
    words: prose.nullable(),
    /** The revision of the text that the country speaks of. */
    seen: z.int().min(1).max(1_000_000),
  })
  .refine((one) => one.stance !== 'reservation' || one.words !== null, {
    error: 'required',
    path: ['words'],
  });
export type NewPosition = z.infer<typeof newPosition>;

export type PositionRefusal =
  | 'not_your_country'
  | 'recommendation_adopted'
  | 'text_changed_meanwhile';

/**
 * Whether a delegate may say this now: for the own country alone, before adoption, and of the text as it is.
 * A position may be changed until the text is adopted.
 */
export function positionRefusal(
  current: { readonly revision: number; readonly adopted: boolean },
  delegate: { readonly country: string | null },
  said: { readonly country: string; readonly seen: number },
): PositionRefusal | null {
  if (delegate.country === null || delegate.country !== said.country) return 'not_your_country';
  if (current.adopted) return 'recommendation_adopted';
  return said.seen === current.revision ? null : 'text_changed_meanwhile';
}

/** The countries by how they stand, in the order of their codes. */
export function byStance<One extends { readonly country: string; readonly stance: Stance }>(
  positions: readonly One[],
): Readonly<Record<Stance, readonly One[]>> {
  const of = (stance: Stance) =>
    positions
      .filter((one) => one.stance === stance)
      .toSorted((a, b) => (a.country < b.country ? -1 : 1));
  return { support: of('support'), reservation: of('reservation'), abstain: of('abstain') };
}

/** True where the country spoke of an earlier text: it is shown so, and asked to look again. */
export function isOfEarlierText(
  position: { readonly revision: number },
  text: { readonly revision: number },
): boolean {
  return position.revision < text.revision;
}
