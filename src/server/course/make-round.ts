import { randomBytes } from 'node:crypto';
import type { NewRound } from '#domain/course/course-round.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Day } from '#domain/time.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { newestModel } from '../programme/newest-model.ts';
import { courseSummaries } from './course-rows.ts';

/** Writes a round down with its seed, and its last day for wishes on its courses. */
export async function makeRound(
  acting: Acting,
  body: NewRound,
  deps: Pick<Deps, 'clock'>,
): Promise<null | Problem> {
  const today = await todayOf(acting, deps);
  if (body.wishes_until < today) return wrong('wishes_until', 'in_the_past');
  const known = await courseSummaries(acting, body.courses);
  const taken = await acting.client.query<{ course: string }>(
    `select unnest(courses) as course from course_round where state in ('open', 'run')`,
  );
  const elsewhere = new Set(taken.rows.map(({ course }) => course));
  const fields = body.courses.flatMap((course, at): FieldProblem[] => {
    const path = `body.courses.${at}`;
    const one = known[course];
    if (one === undefined) return [{ path, code: 'unknown' }];
    if (!one.open) return [{ path, code: 'course_closed' }];
    if (one.starts_on < body.wishes_until) return [{ path, code: 'course_begins_before' }];
    return elsewhere.has(course) ? [{ path, code: 'in_another_round' }] : [];
  });
  if (fields.length > 0) return { code: 'invalid_input', fields };
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('course_round')
    .values({
      ...body,
      place_id: acting.place_id ?? '',
      // Nobody chooses it, and it stands before anybody knows who takes part.
      seed: randomBytes(12).toString('hex'),
      made_by: acting.actor.id,
      made_at: deps.clock(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return { ...wrong('id', 'taken'), code: 'already_so' };
  await acting.client.query(
    `update course set wishes_until = $2, version = version + 1
      where id = any ($1) and wishes_until is distinct from $2`,
    [body.courses, body.wishes_until],
  );
  return null;
}

function wrong(field: string, code: string): Problem {
  return { code: 'invalid_input', fields: [{ path: `body.${field}`, code }] };
}

/** The day it is where the programme is. */
export async function todayOf(acting: Acting, deps: Pick<Deps, 'clock'>): Promise<Day> {
  return dayAt(deps.clock(), (await newestModel(acting))?.time_zone ?? 'UTC');
}
