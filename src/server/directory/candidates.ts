import type { Wanted } from '#domain/directory/directory.ts';
import { type Parents, placesAround } from '#domain/directory/reasons.ts';
import type { Acting } from '../database.ts';
import type { OpenNow } from './open-now.ts';

/**
 * The services that fit a question by what stands in columns, the best first, `most` of them and how many there are.
 * The same wishes and the same order as `reasonsFor` and `order`: of 20,000 services only what is shown is read whole.
 */
export async function candidates(
  acting: Acting,
  asked: Wanted,
  parents: Parents,
  open: OpenNow | null,
  most: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { text, place } = asked;
  const around = place === undefined ? null : placesAround(place, parents);
  const { rows } = await acting.client.query<{ id: string; total: number }>(
    `with clock as materialized (select id, coalesce(place_time_zone(id), $12) as zone from place where $10::jsonb[] is not null),
       open as materialized (select * from unnest($10::jsonb[], $11::text[]) as one (hours, zone))
     select s.id, (count(*) over ())::int as total
     from service s left join service_capacity c on c.service_id = s.id
       left join clock on clock.id = s.place_id
     where s.active and ($1::text is null or s.need_domain = $1)
       and ($2::uuid[] is null or s.place_id is null or s.place_id = any ($2) or s.place_id = any ($3))
       and ($4::text is null or exists (
         select from unnest(s.languages) spoken where split_part(spoken, '-', 1) = $4))
       and ($5::text is null or s.staff in ('both', $5))
       and (not $6 or s.childcare) and (not $7 or c.places_free > 0)
       and ($8::text is null or s.words like lower($8)
         or s.organisation_id in (select o.id from organisation o where o.words like lower($8)))
       and ($10::jsonb[] is null
         or (s.hours, coalesce(clock.zone, $12)) in (select hours, zone from open)
         or (s.id, coalesce(clock.zone, $12)) in (
           select n.service_id, open.zone from service_at_location n join open on open.hours = n.hours))
     order by case when s.place_id = any ($2) then 0 when s.place_id = any ($3) then 1 else 2 end,
       coalesce(c.waiting_days, 3651), c.assured_on desc nulls last, s.id
     limit $9`,
    [
      ...[asked.need ?? null, around?.within ?? null, around?.above ?? null],
      ...[asked.language?.split('-')[0] ?? null, asked.staff ?? null],
      ...[asked.childcare === true, asked.free === true],
      text === undefined ? null : `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`,
      ...[most, open?.hours ?? null, open?.zones ?? null, open?.programme ?? null],
    ],
  );
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}
