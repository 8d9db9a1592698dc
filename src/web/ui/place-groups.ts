import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The parts of the programme's long menus, in the order in which they are shown. */
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

interface InGroup<P> {
  /** Null where the menu is short and not divided. */
  readonly heading: MessageDescriptor | null;
  readonly places: readonly P[];
}

/** The same places by their groups; a short menu is one group without a heading. */
export function groupsOf<G extends string, P extends { readonly group: G }>(
  names: Readonly<Record<G, MessageDescriptor>>,
  places: readonly P[],
  whole = places.length,
): readonly InGroup<P>[] {
  if (whole <= LONG) return [{ heading: null, places }];
  return (Object.keys(names) as G[])
    .map((group) => ({
      heading: names[group],
      places: places.filter((place) => place.group === group),
    }))
    .filter((one) => one.places.length > 0);
}
