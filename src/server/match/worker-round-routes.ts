import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { factId, id } from '#domain/id.ts';
import type { AssignResult } from '#domain/match/assign.ts';
import {
  newWorkerRound,
  setWorkersAside,
  type WorkerGround,
  workerGround,
  workerRoundDetail,
  workerRoundRow,
  workerTask,
} from '#domain/match/worker-round.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile, gone } from '../directory/organisation-routes.ts';
import { say } from '../journal.ts';
import { notifyHolders } from '../notification/notify.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { assign } from './assign-work.ts';
import {
  confirmersOf,
  filesOfNobody,
  groundOf,
  hashOf,
  type KeptRound,
  keptRounds,
  roundDetail,
  workersHere,
} from './worker-round-rows.ts';

const params = z.object({ id });
const version = z.strictObject({ version: z.int().min(1) });
/** A proposal that is not found within this time is none. */
const SECONDS = 20;
const over: Problem = { code: 'round_over' };

/**
 * Files that nobody has, shared out by what each would cost with each worker. It proposes; nobody has a file
 * before a second supervisor has confirmed, and then by commands in that one's own name. To others there is none.
 */
export function addWorkerRoundRoutes(app: ServerApp, deps: Deps): void {
  const as = <Result>(
    request: FastifyRequest,
    work: (acting: Acting) => Promise<Result | Problem>,
  ): Promise<Result | Problem> =>
    deps.database.as<Result | Problem>(request.actor, async (acting) =>
      acting.role === 'supervisor' && acting.place_id !== null ? work(acting) : gone,
    );
  const one = async (acting: Acting, wanted: string): Promise<KeptRound | Problem> =>
    (await keptRounds(acting, wanted))[0] ?? gone;

  app.get(
    '/api/worker-rounds',
    {
      schema: {
        response: { 200: z.object({ rounds: z.array(workerRoundRow), ground: workerGround }) },
      },
    },
    async (request, reply) => {
      const found = await as(request, async (acting) => {
        const full = (await newestModel(acting))?.thresholds.caseload_full ?? 0;
        const workers = (await workersHere(acting)).map(({ account_id, files, locale }) => ({
          ...{ account_id, files, room: Math.max(0, full - files), locale },
        }));
        const waiting = (await filesOfNobody(acting)).length;
        const details = { list: 'worker_rounds', rows: waiting };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        const rounds = (await keptRounds(acting, null)).map(({ row }) => row);
        return { rounds, ground: { waiting, workers } };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/worker-rounds/:id',
    { schema: { params, response: { 200: workerRoundDetail } } },
    async (request, reply) => {
      const found = await as(request, async (acting) => {
        const kept = await one(acting, request.params.id);
        if ('code' in kept) return kept;
        const details = { list: 'worker_round', rows: kept.ground.files.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return roundDetail(acting, kept);
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/worker-rounds',
    { schema: { body: newWorkerRound, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const { body } = request;
      const ground = await as<WorkerGround>(request, async (acting) => {
        const found = await groundOf(acting, body);
        if ('unknown' in found) {
          const path = `body.workers.${found.unknown}.account_id`;
          return { code: 'invalid_input', fields: [{ path, code: 'unknown' }] };
        }
        return found.files.length === 0 ? { code: 'nothing_to_share_out' } : found;
      });
      if ('code' in ground) return sendProblem(reply, ground);
      // No transaction is open meanwhile, and no request waits.
      const result = await assign(workerTask(ground), SECONDS);
      if (result.status !== 'optimal') return sendProblem(reply, { code: 'no_proposal_found' });
      const texts = { input: JSON.stringify(ground), result: JSON.stringify(result) };
      const problem = await as<null>(request, async (acting) => {
        const { numInsertedOrUpdatedRows } = await acting.tx
          .insertInto('worker_round')
          .values({
            ...{ id: body.id, place_id: acting.place_id ?? '', ...texts },
            ...{ input_hash: hashOf(texts.input), result_hash: hashOf(texts.result) },
            weights: JSON.stringify(body.weights),
            ...{ made_by: acting.actor.id, made_at: deps.clock() },
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return { code: 'already_so' };
        await tellOthers(acting, body.id, deps.clock());
        return null;
      });
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: body.id });
    },
  );

  // The same input again: the result must be the same, byte for byte.
  app.post(
    '/api/worker-rounds/:id/replay',
    { schema: { params, response: { 200: z.object({ same: z.boolean() }) } } },
    async (request, reply) => {
      const kept = await as(request, (acting) => one(acting, request.params.id));
      if ('code' in kept) return sendProblem(reply, kept);
      const again = await assign(workerTask(kept.ground), SECONDS);
      return { same: JSON.stringify(again) === kept.result };
    },
  );

  app.post(
    '/api/worker-rounds/:id/set-aside',
    { schema: { params, body: setWorkersAside, response: { 200: version } } },
    async (request, reply) => {
      const { version: seen, words } = request.body;
      const problem = await as<null>(request, (acting) =>
        end(acting, request.params.id, seen, { state: 'set_aside', words }, deps),
      );
      return problem === null ? { version: seen + 1 } : sendProblem(reply, problem);
    },
  );

  /** Each file is given by a command of its own; said again after a cut line, nothing happens twice. */
  app.post(
    '/api/worker-rounds/:id/confirm',
    { schema: { params, body: version, response: { 200: workerRoundDetail } } },
    async (request, reply) => {
      const round = request.params.id;
      const ready = await as<KeptRound>(request, async (acting) => {
        const kept = await one(acting, round);
        if ('code' in kept) return kept;
        const { made_by, ended_by, state } = kept.row;
        if (made_by === acting.actor.id) return { code: 'share_out_of_your_own' };
        if (state === 'confirmed') return ended_by === acting.actor.id ? kept : over;
        const { version: seen } = request.body;
        return (await end(acting, round, seen, { state: 'confirmed' }, deps)) ?? kept;
      });
      if ('code' in ready) return sendProblem(reply, ready);
      const outcome: Awaited<ReturnType<typeof give>>[] = [];
      const { assigned } = JSON.parse(ready.result) as AssignResult;
      for (const [at, { request: number, helper }] of assigned.entries()) {
        outcome.push(await give(deps, request, { number, helper, command: factId(round, at) }));
      }
      const found = await as(request, async (acting) => {
        await acting.tx
          .updateTable('worker_round')
          .set({ outcome: JSON.stringify(outcome) })
          .where('id', '=', round)
          .where('outcome', 'is', null)
          .execute();
        const kept = await one(acting, round);
        return 'code' in kept ? kept : roundDetail(acting, kept);
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );
}

/** Whoever else leads the team is told that a proposal waits: whoever worked it out cannot confirm it. */
async function tellOthers(acting: Acting, round: string, now: Date): Promise<void> {
  const [kept] = await keptRounds(acting, round);
  const also = kept === undefined ? [] : await confirmersOf(acting, kept);
  await notifyHolders(acting, [], null, { kind: 'share_out_waits', details: {}, now, also });
}

interface Given {
  readonly number: string;
  readonly helper: string;
  readonly command: string;
}

/** Gives one file, unless somebody has it meanwhile or it is no longer in reach. */
async function give(deps: Deps, { actor }: FastifyRequest, { number, helper, command }: Given) {
  const now = deps.clock();
  const row = await deps.database.as(actor, ({ tx }) =>
    tx
      .selectFrom('case_file')
      .select(['id', 'worker_id'])
      .where('number', '=', number)
      .executeTakeFirst(),
  );
  if (row === undefined) return { number, answer: 'gone', code: 'gone' };
  if (row.worker_id !== null) {
    const same = row.worker_id === helper;
    return { number, answer: same ? 'already' : 'stale', code: same ? null : 'already_assigned' };
  }
  const said_at = now.toISOString();
  const body = { account_id: helper };
  const envelope = { id: command, case_id: row.id, kind: 'assign_worker', body, said_at };
  const told = await say(deps.database, envelope, { actor, device_id: null, now });
  return { number, answer: told.answer, code: told.problem?.code ?? null };
}

async function end(
  acting: Acting,
  wanted: string,
  seen: number,
  how: { state: 'confirmed' } | { state: 'set_aside'; words: string },
  deps: Deps,
): Promise<null | Problem> {
  const [kept] = await keptRounds(acting, wanted);
  if (kept === undefined) return gone;
  if (kept.row.state !== 'proposed') return over;
  const { numUpdatedRows } = await acting.tx
    .updateTable('worker_round')
    .set({ ...how, ended_by: acting.actor.id, ended_at: deps.clock(), version: seen + 1 })
    .where('id', '=', wanted)
    .where('version', '=', seen)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? null : changedMeanwhile;
}
