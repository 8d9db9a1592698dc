import type { Id } from '#domain/id.ts';
import { fold } from './fold.ts';

interface NamedPlace {
  readonly id: Id;
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * What a list may call each place: its code, or its name in any language we have. A word that means two
 * places means neither.
 */
export function placeWords(places: readonly NamedPlace[]): ReadonlyMap<string, Id> {
  const found = new Map<string, Id>();
  const twice = new Set<string>();
  for (const place of places) {
    for (const word of new Set([place.code, ...Object.values(place.names)].map(fold))) {
      if (found.has(word)) twice.add(word);
      found.set(word, place.id);
    }
  }
  for (const word of twice) found.delete(word);
  return found;
}
