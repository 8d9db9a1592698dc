import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { id } from '#domain/id.ts';
import { type AssignResult, readAssignTask } from '#domain/match/assign.ts';
import {
  helperRoundDetail,
  helperRoundRow,
  helperTask,
  inOrder,
  newHelperRound,
  setHelpersAside,
} from '#domain/match/helper-round.ts';
import { readHelperTable, type TableIssue } from '#domain/match/helper-table.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { readCourseFile } from '../course/import-courses.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile, gone } from '../directory/organisation-routes.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { assign } from './assign-work.ts';
import {
  helperCsv,
  helperDetail,
  type KeptHelperRound,
  keepHelperRound,
  keptHelperRounds,
  unknownNumbers,
} from './helper-round-rows.ts';
import { hashOf } from './worker-round-rows.ts';

const params = z.object({ id });
const version = z.strictObject({ version: z.int().min(1) });
const versioned = { 200: z.object({ version: z.int() }) };
const tableTask = helperTask.omit({ waiting_cost: true });
/** A proposal that is not proven within this time is none. */
const SECONDS = 20;
/** Wrong cells are told up to here: the rest of such a table is wrong in the same way. */
const TOLD = 200;

/**
 * Mentors and rides for many people at once, by numbers of files and codes of helpers: whoever coordinates brings the
 * table and has a proposal worked out, another one looks at it and confirms it. To others there are none.
 */
export function addHelperRoundRoutes(app: ServerApp, deps: Deps): void {
  const as = <Result>(
    request: FastifyRequest,
    work: (acting: Acting) => Promise<Result | Problem>,
  ): Promise<Result | Problem> =>
    deps.database.as<Result | Problem>(request.actor, async (acting) =>
      acting.role === 'coordinator' && acting.place_id !== null ? work(acting) : gone,
    );
  const one = async (acting: Acting, wanted: string): Promise<KeptHelperRound | Problem> =>
    (await keptHelperRounds(acting, wanted))[0] ?? gone;
  const read = (acting: Acting, action: 'listed' | 'exported', rows: number) =>
    logRead(acting, { action, details: { list: 'helper_round', rows } }, deps.clock());

  app.get(
    '/api/helper-rounds',
    { schema: { response: { 200: z.object({ rounds: z.array(helperRoundRow) }) } } },
    async (request, reply) => {
      const found = await as(request, async (acting) => ({
        rounds: (await keptHelperRounds(acting, null)).map(({ row }) => row),
      }));
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/helper-rounds/:id',
    { schema: { params, response: { 200: helperRoundDetail } } },
    async (request, reply) => {
      const found = await as(request, async (acting) => {
        const kept = await one(acting, request.params.id);
        if ('code' in kept) return kept;
        await read(acting, 'listed', kept.task.requests.length);
        return helperDetail(acting, kept);
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  // What went in, as `homeward assign` reads it: it gives the same result anywhere.
  app.get('/api/helper-rounds/:id/input', { schema: { params } }, async (request, reply) => {
    const found = await as(request, async (acting) => {
      const kept = await one(acting, request.params.id);
      if ('code' in kept) return kept;
      await read(acting, 'exported', kept.task.requests.length);
      return { input: kept.texts.input };
    });
    if ('code' in found) return sendProblem(reply, found);
    return reply.type('application/json; charset=utf-8').send(found.input);
  });

  app.get('/api/helper-rounds/:id/table', { schema: { params } }, async (request, reply) => {
    const found = await as(request, async (acting) => {
      const kept = await one(acting, request.params.id);
      if ('code' in kept) return kept;
      if (kept.row.state !== 'confirmed') return notConfirmed;
      await read(acting, 'exported', kept.task.requests.length);
      return { text: helperCsv(kept) };
    });
    if ('code' in found) return sendProblem(reply, found);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${request.params.id}.csv"`)
      .send(found.text);
  });

  // Reads a table and keeps nothing: every wrong cell is named by its row and column.
  app.post(
    '/api/helper-rounds/table',
    { schema: { consumes: ['multipart/form-data'], response: { 200: tableTask } } },
    async (request, reply) => {
      const may = await as<{ yes: true }>(request, async () => ({ yes: true }));
      if ('code' in may) return sendProblem(reply, may);
      const file = await readCourseFile(request);
      if ('problem' in file) return sendProblem(reply, file.problem);
      const table = readHelperTable(file.rows);
      if ('issues' in table) return sendProblem(reply, wrongCells(table.issues));
      const { task, rows } = table.value;
      const wrong = await as(request, async (acting) => ({
        unknown: await unknownNumbers(acting, task),
      }));
      if ('code' in wrong) return sendProblem(reply, wrong);
      const cells = wrong.unknown.map((at) => ({
        ...{ row: rows[at] ?? 0, column: 'number', code: 'no_open_file' },
      }));
      return cells.length === 0 ? task : sendProblem(reply, wrongCells(cells));
    },
  );

  app.post(
    '/api/helper-rounds',
    { schema: { body: newHelperRound, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const { task: said, ...named } = request.body;
      const task = inOrder(said);
      const faults = readAssignTask(said, 'body.task');
      if ('problems' in faults) {
        return sendProblem(reply, { code: 'invalid_input', fields: faults.problems });
      }
      const known = await as(request, async (acting) => ({
        fields: (await unknownNumbers(acting, said)).map(
          (at): FieldProblem => ({
            ...{ path: `body.task.requests.${at}.id`, code: 'no_open_file' },
          }),
        ),
      }));
      if ('code' in known) return sendProblem(reply, known);
      if (known.fields.length > 0) return sendProblem(reply, { code: 'invalid_input', ...known });
      // No transaction is open meanwhile, and no request waits.
      const result = await assign(task, SECONDS);
      const none = whyNone(result);
      if (none !== null) return sendProblem(reply, none);
      const problem = await as<null>(request, async (acting) =>
        (await keepHelperRound(acting, named, { task, result, at: deps.clock() }))
          ? null
          : { code: 'already_so' },
      );
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: named.id });
    },
  );

  // The same input again: the result must be the same, byte for byte.
  app.post(
    '/api/helper-rounds/:id/replay',
    { schema: { params, response: { 200: z.object({ same: z.boolean() }) } } },
    async (request, reply) => {
      const kept = await as(request, (acting) => one(acting, request.params.id));
      if ('code' in kept) return sendProblem(reply, kept);
      const again = JSON.stringify(await assign(kept.task, SECONDS));
      return { same: again === kept.texts.result && hashOf(again) === kept.hashes.result };
    },
  );

  app.post(
    '/api/helper-rounds/:id/confirm',
    { schema: { params, body: version, response: versioned } },
    async (request, reply) => {
      const { version: seen } = request.body;
      const problem = await as<null>(request, (acting) =>
        end(acting, request.params.id, seen, { state: 'confirmed' }, deps),
      );
      return problem === null ? { version: seen + 1 } : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/helper-rounds/:id/set-aside',
    { schema: { params, body: setHelpersAside, response: versioned } },
    async (request, reply) => {
      const { version: seen, words } = request.body;
      const problem = await as<null>(request, (acting) =>
        end(acting, request.params.id, seen, { state: 'set_aside', words }, deps),
      );
      return problem === null ? { version: seen + 1 } : sendProblem(reply, problem);
    },
  );
}

const notConfirmed: Problem = { code: 'round_not_confirmed' };

function wrongCells(issues: readonly TableIssue[]): Problem {
  const fields = issues
    .slice(0, TOLD)
    .map(({ row, column, code }) => ({ path: `rows.${row}.${column}`, code }));
  const details = { rows: new Set(issues.map(({ row }) => row)).size };
  return { code: 'invalid_input', details, fields };
}

/** Why there is no proposal: nobody can take one of them on, there is not room for all, or no proof in time. */
function whyNone({ status, without_helper }: AssignResult): Problem | null {
  if (status === 'optimal') return null;
  if (status === 'out_of_time') return { code: 'helpers_out_of_time' };
  return without_helper.length > 0
    ? { code: 'nobody_can_help', details: { numbers: without_helper.slice(0, 20).join(', ') } }
    : { code: 'helpers_not_enough' };
}

async function end(
  acting: Acting,
  wanted: string,
  seen: number,
  how: { state: 'confirmed' } | { state: 'set_aside'; words: string },
  deps: Pick<Deps, 'clock'>,
): Promise<null | Problem> {
  const [kept] = await keptHelperRounds(acting, wanted);
  if (kept === undefined) return gone;
  if (kept.row.state !== 'proposed') return { code: 'round_over' };
  if (how.state === 'confirmed' && kept.row.made_by === acting.actor.id) {
    return { code: 'round_of_your_own' };
  }
  const { numUpdatedRows } = await acting.tx
    .updateTable('helper_round')
    .set({ ...how, ended_by: acting.actor.id, ended_at: deps.clock(), version: seen + 1 })
    .where('id', '=', wanted)
    .where('version', '=', seen)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? null : changedMeanwhile;
}
