import { labelIn } from '../ui/format.ts';
import type { PlaceRow } from './use-directory.ts';

/** The tree of places as one list to choose from, indented, parents before their children. */
export function placeOptions(
  places: readonly Pick<PlaceRow, 'id' | 'parent_id' | 'name'>[],
  locale: string,
): { value: string; label: string }[] {
  const below = Map.groupBy(places, (row) => row.parent_id);
  const options = (parent: string | null, depth: number): { value: string; label: string }[] =>
    (below.get(parent) ?? [])
      .map((row) => ({ row, name: labelIn(locale, row.name) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, locale))
      .flatMap(({ row, name }) => [
        { value: row.id, label: `${'\u2003'.repeat(depth)}${name}` },
        ...options(row.id, depth + 1),
      ]);
  return options(null, 0);
}
