import type { Colleague } from '#domain/account/colleague.ts';
import type { Situation } from '#domain/case/command.ts';

/** The rows beside the files from which a device decides who may be given a file, and where it then lies. */
export type WorkGround = Required<Pick<Situation, 'places' | 'accounts'>>;

type Places = ReadonlyMap<string, { readonly parent_id: string | null }>;

/** Every place with its ancestors, nearest first. */
export function placePaths(places: Places): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...places.keys()].map((id) => [id, pathOf(places, id)]));
}

function pathOf(places: Places, id: string | null): readonly string[] {
  const path: string[] = [];
  for (let at = id; at !== null && places.has(at) && !path.includes(at); ) {
    path.push(at);
    at = places.get(at)?.parent_id ?? null;
  }
  return path;
}

/** Every place with its ancestors, and every colleague with role and place. */
export function workGround(
  places: Places,
  colleagues: ReadonlyMap<string, Pick<Colleague, 'role' | 'place_id' | 'active'>>,
): WorkGround {
  const active = [...colleagues].filter(([, one]) => one.active);
  return {
    places: placePaths(places),
    accounts: Object.fromEntries(
      active.map(([id, { role, place_id }]) => [
        id,
        { role, place_path: pathOf(places, place_id) },
      ]),
    ),
  };
}
