import { z } from 'zod';
import { type RoundDetail, type RoundRow, roundCourse } from '#domain/course/course-round.ts';
import type { Acting } from '../database.ts';

/** A page of the list. */
const PAGE = 50;
const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) => `to_char(${column} at time zone 'UTC', ${MOMENT})`;

const ROUND = `jsonb_build_object('id', c.id, 'title', c.title, 'courses', c.courses,
  'priorities', c.priorities, 'seed', c.seed, 'wishes_until', c.wishes_until, 'state', c.state,
  'made_by', c.made_by, 'made_at', ${moment('c.made_at')}, 'ran_by', r.ran_by,
  'ran_at', ${moment('r.ran_at')}, 'ended_by', c.ended_by, 'ended_at', ${moment('c.ended_at')},
  'words', c.words, 'version', c.version, 'people', case when r.round_id is null
    then (select count(*) from course_wish w where w.courses && c.courses)
    else (select count(*) from course_answer a where a.round_id = c.id) end)`;

/** Rounds of the actor's place, the newest first: all of a page, or one. */
export async function roundRows(acting: Acting, wanted: string | null): Promise<RoundRow[]> {
  const { rows } = await acting.client.query<{ row: RoundRow }>({
    name: 'course_rounds',
    text: `select ${ROUND} as row from course_round c
        left join course_round_run r on r.round_id = c.id
      where $1::uuid is null or c.id = $1
      order by c.made_at desc, c.id limit ${PAGE}`,
    values: [wanted],
  });
  return rows.map(({ row }) => row);
}

/** The seats of a course that no earlier round has given away. */
export const SEATS_LEFT = `greatest(0, k.seats - (select count(*) from course_seat s
  where s.course_id = k.id and s.state in ('offered', 'taken')
    and exists (select from course_round e where e.id = s.round_id and e.state = 'confirmed')))`;

const results = z.array(roundCourse);

/** A round with all that its result says, by the numbers of the files. */
export async function roundDetail(
  acting: Acting,
  round: RoundRow,
): Promise<Omit<RoundDetail, 'abilities'>> {
  const { rows } = await acting.client.query<{
    result: unknown;
    hashes: RoundDetail['hashes'];
    statistics: RoundDetail['statistics'];
  }>({
    name: 'course_round_detail',
    text: `select (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name,
        'seats', coalesce((select (one ->> 'seats')::integer
          from jsonb_array_elements(r.result::jsonb -> 'courses') one where one ->> 'id' = k.code),
          ${SEATS_LEFT}),
        'people', people.list, 'wished', coalesce(wished.times, 0),
        'wished_first', coalesce(wished.first, 0),
        'may_offer', c.state = 'confirmed' and people.waiting > 0 and people.held < coalesce((
          select (one ->> 'seats')::integer from jsonb_array_elements(r.result::jsonb -> 'courses') one
          where one ->> 'id' = k.code), 0)) order by k.code), '[]')
      from course k
        cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('number', s.number,
            'standing', s.standing, 'state', s.state) order by s.standing), '[]') as list,
          count(*) filter (where s.state in ('offered', 'taken')) as held,
          count(*) filter (where s.state = 'waiting') as waiting
          from course_seat s where s.round_id = c.id and s.course_id = k.id) people
        left join lateral (select count(*) as times,
            count(*) filter (where w.courses[1] = k.id) as first
          from course_wish w where r.round_id is null and k.id = any (w.courses)
          union all select count(*), count(*) filter (where at.nr = 1)
          from course_answer a, jsonb_array_elements(a.answers) with ordinality at(one, nr)
          where r.round_id is not null and a.round_id = c.id and at.one ->> 'course_id' = k.id::text
          order by 1 desc limit 1) wished on true
      where k.id = any (c.courses)) as result,
      case when r.round_id is not null then
        jsonb_build_object('input', r.input_hash, 'result', r.result_hash) end as hashes,
      case when r.round_id is not null then (select jsonb_build_object('people', count(*),
          'seated', count(*) filter (where a.answers @> '[{"answer": "seat"}]'),
          'first_wish', count(*) filter (where a.answers -> 0 ->> 'answer' = 'seat'),
          'without', count(*) filter (where not a.answers @> '[{"answer": "seat"}]'))
        from course_answer a where a.round_id = c.id) end as statistics
      from course_round c left join course_round_run r on r.round_id = c.id where c.id = $1`,
    values: [round.id],
  });
  const [row] = rows;
  return {
    ...round,
    result: results.parse(row?.result ?? []),
    hashes: row?.hashes ?? null,
    statistics: row?.statistics ?? null,
  };
}
