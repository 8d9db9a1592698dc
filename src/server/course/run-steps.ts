import type { RoundRow } from '#domain/course/course-round.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import { changedMeanwhile } from '../directory/organisation-routes.ts';
import { isDuplicate } from '../pool.ts';
import { SEATS_LEFT } from './round-rows.ts';
import type { RoundJob, RoundRan } from './round-thread.ts';

/** What goes into a round, as texts: the published priorities of who waits, and the seats that are left. */
export async function inputOf(acting: Acting, round: RoundRow): Promise<RoundJob> {
  const { rows } = await acting.client.query<{ courses: string; waiting: string }>({
    name: 'round_input',
    text: `select
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'code', k.code, 'seats', ${SEATS_LEFT})),
        '[]') from course k where k.id = any ($1))::text as courses,
      (select coalesce(jsonb_agg(jsonb_build_object('case_id', w.case_id, 'number', w.number,
          'courses', w.courses, 'urgent', w.urgent, 'since', w.since)), '[]')
        from course_wish w where w.courses && $1
          -- Whoever is offered a seat and has not answered yet asks for no other.
          and not exists (select from course_seat s join course_round e on e.id = s.round_id
            where s.case_id = w.case_id and s.state = 'offered' and e.state = 'confirmed'))::text as waiting`,
    values: [round.courses],
  });
  const { seed, priorities, wishes_until } = round;
  return {
    published: { seed, priorities, wishes_until },
    courses: rows[0]?.courses ?? '[]',
    waiting: rows[0]?.waiting ?? '[]',
  };
}

/** Records what went in and came out, once; what was written down never changes. */
export async function keepRun(
  acting: Acting,
  round: string,
  seen: number,
  ran: RoundRan,
  now: Date,
): Promise<null | Problem> {
  await acting.client.query('savepoint before_run');
  try {
    await acting.client.query(
      `insert into course_round_run (round_id, input, input_hash, result, result_hash, ran_by, ran_at)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[round, ran.input, ran.input_hash, ran.result, ran.result_hash],
        ...[acting.actor.id, now],
      ],
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await acting.client.query('rollback to savepoint before_run');
    return { code: 'round_ran_already' };
  }
  // Whose file was erased meanwhile is told nothing.
  await acting.client.query(
    `insert into course_seat (round_id, course_id, case_id, number, standing, state)
      select $1, s.course_id, s.case_id, s.number, s.standing, s.state
      from jsonb_to_recordset($2::jsonb) s(course_id uuid, case_id uuid, number text, standing integer,
        state text) where exists (select from course_wish w where w.case_id = s.case_id)`,
    [round, ran.seats],
  );
  await acting.client.query(
    `insert into course_answer (round_id, case_id, answers)
      select $1, a.case_id, a.answers
      from jsonb_to_recordset($2::jsonb) a(case_id uuid, answers jsonb)
      where exists (select from course_wish w where w.case_id = a.case_id)`,
    [round, ran.answers],
  );
  const { rowCount } = await acting.client.query(
    `update course_round set state = 'run', version = $2 + 1 where id = $1 and version = $2
      and state = 'open'`,
    [round, seen],
  );
  if (rowCount === 1) return null;
  await acting.client.query('rollback to savepoint before_run');
  return changedMeanwhile;
}

/** The next who waits for a course gets the seat that came free. */
export async function offerNext(
  acting: Acting,
  round: string,
  course: string,
  now: Date,
): Promise<{ number: string } | Problem> {
  // Two clicks at once give away one seat.
  await acting.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    round + course,
  ]);
  const { rows } = await acting.client.query<{ free: boolean; next: string | null }>(
    `select (select (one ->> 'seats')::integer from course_round_run r,
          jsonb_array_elements(r.result::jsonb -> 'courses') one, course k
        where r.round_id = $1 and k.id = $2 and one ->> 'id' = k.code)
        > count(*) filter (where s.state in ('offered', 'taken')) as free,
      (array_agg(s.case_id order by s.standing) filter (where s.state = 'waiting'))[1] as next
    from course_seat s where s.round_id = $1 and s.course_id = $2`,
    [round, course],
  );
  const { free, next = null } = rows[0] ?? {};
  if (free !== true) return { code: 'no_seat_free' };
  if (next === null) return { code: 'nobody_waits' };
  const { rows: offered } = await acting.client.query<{ number: string }>(
    `update course_seat set state = 'offered', offered_by = $4, offered_at = $5
      where round_id = $1 and course_id = $2 and case_id = $3 and state = 'waiting' returning number`,
    [round, course, next, acting.actor.id, now],
  );
  const [one] = offered;
  if (one === undefined) return { code: 'nobody_waits' };
  await acting.client.query('select tell_course_seat($1, $2, $3)', [round, next, now]);
  return one;
}
