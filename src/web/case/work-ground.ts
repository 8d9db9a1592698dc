import type { Colleague } from '#domain/account/colleague.ts';
import type { Situation } from '#domain/case/command.ts';
import type { CourseRow } from '#domain/course/course.ts';
import type { GroupRow } from '#domain/group/group.ts';

/** The rows beside the files from which a device decides who may be given a file, and where it then lies. */
export type WorkGround = Required<Pick<Situation, 'places' | 'accounts'>> &
  Pick<Situation, 'groups' | 'courses'>;

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

/** Every place with its ancestors, every colleague with role and place, groups and courses where they are read. */
export function workGround(
  places: Places,
  colleagues: ReadonlyMap<string, Pick<Colleague, 'role' | 'place_id' | 'active'>>,
  groups?: ReadonlyMap<string, GroupRow>,
  courses?: ReadonlyMap<string, CourseRow>,
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
    ...(groups === undefined ? {} : { groups: groupSummaries(groups) }),
    ...(courses === undefined ? {} : { courses: Object.fromEntries(courses) }),
  };
}

function groupSummaries(groups: ReadonlyMap<string, GroupRow>): NonNullable<Situation['groups']> {
  return Object.fromEntries(
    [...groups].map(([id, group]) => {
      const { organisation_id, compartment, capacity, ended_on } = group;
      const sessions = Object.fromEntries(
        group.sessions.map((one) => [one.id, { on: one.on, state: one.state }]),
      );
      return [id, { organisation_id, compartment, capacity, ended_on, sessions }];
    }),
  );
}
