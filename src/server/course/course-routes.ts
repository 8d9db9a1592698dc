import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Role } from '#domain/access/role.ts';
import { type Course, changedCourse, course, courseRow } from '#domain/course/course.ts';
import { id } from '#domain/id.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { isStorable } from '#domain/text.ts';
import { day } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { asAnybody } from '../directory/coordinator.ts';
import { changedMeanwhile, gone, placeProblem } from '../directory/organisation-routes.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { occupationUnits } from '../work/occupations.ts';
import { columnsOf, courseById, courseRows } from './course-rows.ts';
import { type BroughtIn, bringInCourses, readCourseFile } from './import-courses.ts';

/** Who keeps courses; the database asks the same. */
const KEEPERS: readonly (Role | 'job' | null)[] = ['coordinator', 'administrator'];
const params = z.object({ id });
const pages = z.object({ rows: z.array(courseRow), next: id.nullable() });
const wanted = z.object({
  text: z.string().max(100).refine(isStorable).optional(),
  place: id.optional(),
  open_on: day.optional(),
  after: id.optional(),
});
const brought = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });

/** Courses: whoever works with people reads them, the coordinator and the administrator keep them. */
export function addCourseRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/courses',
    { schema: { querystring: wanted, response: { 200: pages } } },
    async (request, reply) => {
      const found = await asAnybody(deps, request, (acting) => courseRows(acting, request.query));
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/courses/:id',
    { schema: { params, response: { 200: courseRow } } },
    async (request, reply) => {
      const found = await asAnybody(deps, request, async (acting) => ({
        one: await courseById(acting, request.params.id),
      }));
      if ('code' in found) return sendProblem(reply, found);
      return found.one ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/courses',
    { schema: { body: course, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const problem = await asKeeper(deps, request, async (acting) => {
        const wrong = await courseProblem(acting, request.body);
        if (wrong !== null) return wrong;
        const { id: courseId, ...row } = request.body;
        const { numInsertedOrUpdatedRows } = await acting.tx
          .insertInto('course')
          .values({ ...columnsOf(row), id: courseId })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) return null;
        return (await courseById(acting, courseId)) === null ? codeTaken : idTaken;
      });
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: request.body.id });
    },
  );

  app.put(
    '/api/courses/:id',
    { schema: { params, body: changedCourse, response: { 200: z.object({ version: z.int() }) } } },
    async (request, reply) => {
      const { version, ...row } = request.body;
      const problem = await asKeeper(deps, request, async (acting) => {
        const known = await acting.tx
          .selectFrom('course')
          .select(['id', 'code'])
          .where((where) =>
            where.or([where('id', '=', request.params.id), where('code', '=', row.code)]),
          )
          .execute();
        if (!known.some((one) => one.id === request.params.id)) return gone;
        if (known.length > 1) return codeTaken;
        const wrong = await courseProblem(acting, row);
        if (wrong !== null) return wrong;
        const { numUpdatedRows } = await acting.tx
          .updateTable('course')
          .set({ ...columnsOf(row), version: version + 1 })
          .where('id', '=', request.params.id)
          .where('version', '=', version)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n ? null : changedMeanwhile;
      });
      return problem === null ? { version: version + 1 } : sendProblem(reply, problem);
    },
  );

  // One answer for the whole file: every row goes in, or none does and each wrong cell is named.
  app.post(
    '/api/courses/import',
    { schema: { consumes: ['multipart/form-data'], response: { 200: brought } } },
    async (request, reply) => {
      const may = await asKeeper<Problem | null>(deps, request, async () => null);
      if (may !== null) return sendProblem(reply, may);
      const read = await readCourseFile(request);
      if ('problem' in read) return sendProblem(reply, read.problem);
      const done = await asKeeper<BroughtIn | Problem>(deps, request, (acting) =>
        bringInCourses(acting, read.rows, deps.newId),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

const codeTaken: Problem = {
  code: 'already_so',
  fields: [{ path: 'body.code', code: 'taken' }],
};
const idTaken: Problem = { code: 'already_so', fields: [{ path: 'body.id', code: 'taken' }] };

/** Runs `work` where the actor keeps courses; others are told that their role may not. */
async function asKeeper<Result>(
  deps: Deps,
  request: FastifyRequest,
  work: (acting: Acting) => Promise<Result>,
): Promise<Result | Problem> {
  return deps.database.as<Result | Problem>(request.actor, async (acting) =>
    KEEPERS.includes(acting.role) ? work(acting) : { code: 'not_allowed' },
  );
}

/** What a course names that is not there: its provider, its place, its occupation. */
async function courseProblem(acting: Acting, row: Omit<Course, 'id'>): Promise<Problem | null> {
  const fields: FieldProblem[] = [];
  const provider = await acting.tx
    .selectFrom('organisation')
    .select('receives')
    .where('id', '=', row.organisation_id)
    .executeTakeFirst();
  const path = 'body.organisation_id';
  if (provider === undefined) fields.push({ path, code: 'unknown' });
  else if (provider.receives !== true)
    return { code: 'neighbourhood_body', fields: [{ path, code: 'neighbourhood_body' }] };
  fields.push(...((await placeProblem(acting, row.place_id))?.fields ?? []));
  if (row.occupation !== null && !occupationUnits().has(row.occupation))
    fields.push({ path: 'body.occupation', code: 'unknown' });
  return fields.length > 0 ? { code: 'invalid_input', fields } : null;
}
