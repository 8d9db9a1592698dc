import { msg } from '@lingui/core/macro';
import type { Place } from './place.ts';

/** The parts of a long menu, in the order in which they are shown; the first has no heading. */
export const PLACE_GROUPS = {
  daily: msg`Daily work`,
  people: msg`People`,
  safety: msg`Safety`,
  others: msg`With others`,
  programme: msg`Programme`,
  own: msg`For you`,
} as const;
export type PlaceGroup = keyof typeof PLACE_GROUPS;

/** A menu of more places than this is divided into its groups. */
const LONG = 8;

/** The same places by their groups; a short menu is one group without a heading. */
export function groupsOf(
  places: readonly Place[],
  whole = places.length,
): readonly { readonly group: PlaceGroup | null; readonly places: readonly Place[] }[] {
  if (whole <= LONG) return [{ group: null, places }];
  return (Object.keys(PLACE_GROUPS) as PlaceGroup[])
    .map((group) => ({ group, places: places.filter((place) => place.group === group) }))
    .filter((one) => one.places.length > 0);
}
