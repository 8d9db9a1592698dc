import type { MergeKind } from '#domain/directory/merge.ts';
import type { Acting } from '../../database.ts';

/** What came along with an entry that was merged away, by id: what undoing takes back. */
export interface Moved {
  readonly services: readonly string[];
  readonly locations: readonly string[];
  readonly links: readonly string[];
  readonly courses: readonly string[];
  readonly vacancies: readonly string[];
}

/** Tables that belong to an organisation; what was sent to one, and who has an account there, stays where it is. */
const OWNED = {
  services: 'service',
  locations: 'location',
  courses: 'course',
  vacancies: 'vacancy',
} as const;
type Owned = keyof typeof OWNED;
const NOTHING: Moved = { services: [], locations: [], links: [], courses: [], vacancies: [] };

/** How much would come along. */
export async function countMoving(
  acting: Acting,
  kind: MergeKind,
  id: string,
): Promise<{ services: number; places: number; courses: number; vacancies: number }> {
  const { rows } = await acting.client.query<{
    services: number;
    places: number;
    courses: number;
    vacancies: number;
  }>(
    kind === 'service'
      ? `select 0 as services, count(*)::int as places, 0 as courses, 0 as vacancies
         from service_at_location where service_id = $1`
      : `select (select count(*)::int from service where organisation_id = $1 and merged_into is null) as services,
           (select count(*)::int from location where organisation_id = $1) as places,
           (select count(*)::int from course where organisation_id = $1) as courses,
           (select count(*)::int from vacancy where organisation_id = $1) as vacancies`,
    [id],
  );
  return rows[0] ?? { services: 0, places: 0, courses: 0, vacancies: 0 };
}

/** Lets what belongs to one entry belong to another, and says what that was. */
export async function move(
  acting: Acting,
  kind: MergeKind,
  from: string,
  to: string,
): Promise<Moved> {
  if (kind === 'service') {
    // Where both are given in one place, one line says so.
    const { rows } = await acting.client.query<{ id: string }>(
      `update service_at_location n set service_id = $2 where service_id = $1
         and not exists (select from service_at_location k
           where k.service_id = $2 and k.location_id = n.location_id)
       returning id`,
      [from, to],
    );
    return { ...NOTHING, links: rows.map(({ id }) => id) };
  }
  const moved: Record<Owned, string[]> = {
    services: [],
    locations: [],
    courses: [],
    vacancies: [],
  };
  for (const [key, table] of owned()) {
    const { rows } = await acting.client.query<{ id: string }>(
      `update ${table} set organisation_id = $2, version = version + 1 where organisation_id = $1 returning id`,
      [from, to],
    );
    moved[key] = rows.map(({ id }) => id);
  }
  return { ...NOTHING, ...moved };
}

/** Takes back what was moved and is still where it was moved to. */
export async function moveBack(
  acting: Acting,
  kind: MergeKind,
  moved: Moved,
  from: string,
  to: string,
): Promise<void> {
  if (kind === 'service') {
    await acting.client.query(
      'update service_at_location set service_id = $3 where id = any ($1) and service_id = $2',
      [moved.links, from, to],
    );
    return;
  }
  for (const [key, table] of owned()) {
    await acting.client.query(
      `update ${table} set organisation_id = $3, version = version + 1
       where id = any ($1) and organisation_id = $2`,
      [moved[key], from, to],
    );
  }
}

function owned(): (readonly [Owned, (typeof OWNED)[Owned]])[] {
  return Object.entries(OWNED) as [Owned, (typeof OWNED)[Owned]][];
}
