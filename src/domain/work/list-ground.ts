import { fold } from '../arrival/fold.ts';
import type { Labels } from '../text.ts';
import type { ShownOccupation } from './occupation.ts';

/** A place by which a list may call it. */
export interface ListPlace {
  readonly id: string;
  readonly code: string;
  readonly level: string;
  readonly name: Labels;
}

/** What a list is read against: places by code and name, occupations by code and title. */
export interface ListGround {
  /** The place, `null` where there is none of that name, `several` where there are more. */
  place(written: string): string | null | 'several';
  occupation(written: string): ShownOccupation | null;
}

/** Titles and codes must have been looked up before: `codes` and `titles` hold the answers. */
export function listGround(
  places: readonly ListPlace[],
  codes: ReadonlyMap<string, ShownOccupation>,
  titles: ReadonlyMap<string, ShownOccupation | null>,
): ListGround {
  const byCode = new Map(places.map(({ code, id }) => [code, id]));
  const byName = new Map<string, ListPlace[]>();
  for (const one of places) {
    for (const name of new Set(Object.values(one.name).map(fold)))
      byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return {
    place(written) {
      const known = byCode.get(written);
      if (known !== undefined) return known;
      const [first, ...more] = byName.get(fold(written)) ?? [];
      return first === undefined ? null : more.length > 0 ? 'several' : first.id;
    },
    occupation: (written) => codes.get(written) ?? titles.get(written) ?? null,
  };
}

/** Codes among what stands in a column of occupations; all else are titles. */
export function isCode(written: string): boolean {
  return /^\d{4}(\.\d{1,3}){0,4}$/.test(written);
}
