import type { Colleague } from '#domain/account/colleague.ts';
import type { Situation } from '#domain/case/command.ts';

/** The rows beside the files from which a device decides who may be given a file, and where it then lies. */
export type WorkGround = Required<Pick<Situation, 'places' | 'accounts'>>;

/** Every place with its ancestors, nearest first, and every colleague with role and place. */
export function workGround(
  places: ReadonlyMap<string, { readonly parent_id: string | null }>,
  colleagues: ReadonlyMap<string, Pick<Colleague, 'role' | 'place_id' | 'active'>>,
): WorkGround {
  const pathOf = (id: string | null): readonly string[] => {
    const path: string[] = [];
    for (let at = id; at !== null && places.has(at) && !path.includes(at); ) {
      path.push(at);
      at = places.get(at)?.parent_id ?? null;
    }
    return path;
  };
  const active = [...colleagues].filter(([, one]) => one.active);
  return {
    places: Object.fromEntries([...places.keys()].map((id) => [id, pathOf(id)])),
    accounts: Object.fromEntries(
      active.map(([id, { role, place_id }]) => [id, { role, place_path: pathOf(place_id) }]),
    ),
  };
}
