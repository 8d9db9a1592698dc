import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  roundDetail as detailOf,
  newRound,
  type RoundDetail,
  type RoundRow,
  roundRow,
  setAside,
} from '#domain/course/course-round.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Day } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile, gone } from '../directory/organisation-routes.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { endRound, isOwn, roundOf } from './end-round.ts';
import { makeRound, todayOf } from './make-round.ts';
import { roundDetail, roundRows } from './round-rows.ts';
import type { RoundRan } from './round-thread.ts';
import { runRound } from './run-round.ts';
import { inputOf, keepRun, offerNext } from './run-steps.ts';

const params = z.object({ id });
const version = z.object({ version: z.int().min(1) });
const versioned = { 200: z.object({ version: z.int() }) };

/**
 * Rounds of allocation: whoever coordinates makes and runs one, by numbers of files and never by names; another
 * one looks at it and confirms it. To others they do not exist.
 */
export function addRoundRoutes(app: ServerApp, deps: Deps): void {
  const as = <Result>(
    request: FastifyRequest,
    work: (acting: Acting) => Promise<Result | Problem>,
  ): Promise<Result | Problem> => asCoordinator(deps, request, work);

  app.get(
    '/api/course-rounds',
    { schema: { response: { 200: z.object({ rounds: z.array(roundRow) }) } } },
    async (request, reply) => {
      const found = await as(request, async (acting) => ({
        rounds: await roundRows(acting, null),
      }));
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/course-rounds/:id',
    { schema: { params, response: { 200: detailOf } } },
    async (request, reply) => {
      const found = await as<RoundDetail>(request, async (acting) => {
        const round = await roundOf(acting, request.params.id);
        if (round === null) return gone;
        const abilities = abilitiesOf(round, acting, await todayOf(acting, deps));
        const detail = await roundDetail(acting, round);
        const rows = detail.result.reduce((all, one) => all + one.people.length, 0);
        const details = { list: 'course_round', rows };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return { ...detail, abilities };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  // What went in, as `homeward match` reads it: it gives the same result anywhere.
  app.get('/api/course-rounds/:id/input', { schema: { params } }, async (request, reply) => {
    const found = await as(request, async (acting) => {
      const input = await recorded(acting, request.params.id);
      if (input === null) return gone;
      const details = { list: 'course_round' };
      await logRead(acting, { action: 'exported', details }, deps.clock());
      return { input: input.input };
    });
    if ('code' in found) return sendProblem(reply, found);
    return reply.type('application/json; charset=utf-8').send(found.input);
  });

  app.post(
    '/api/course-rounds',
    { schema: { body: newRound, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const problem = await as<null>(request, (acting) => makeRound(acting, request.body, deps));
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: request.body.id });
    },
  );

  app.post(
    '/api/course-rounds/:id/run',
    { schema: { params, body: version, response: versioned } },
    async (request, reply) => {
      const job = await as(request, async (acting) => {
        const round = await roundOf(acting, request.params.id);
        if (round === null) return gone;
        if (round.state !== 'open') return ranAlready;
        if (round.version !== request.body.version) return changedMeanwhile;
        if ((await todayOf(acting, deps)) < round.wishes_until) return stillOpen;
        return inputOf(acting, round);
      });
      if ('code' in job) return sendProblem(reply, job);
      // No transaction is open meanwhile, and no request waits.
      const ran = await runRound(job);
      if ('problem' in ran) return sendProblem(reply, ran.problem);
      const problem = await as<null>(request, (acting) =>
        keepRun(acting, request.params.id, request.body.version, ran, deps.clock()),
      );
      if (problem !== null) return sendProblem(reply, problem);
      return { version: request.body.version + 1 };
    },
  );

  // The same input again: the result must be the same, byte for byte.
  app.post(
    '/api/course-rounds/:id/replay',
    {
      schema: {
        params,
        response: { 200: z.object({ same: z.boolean(), result_hash: z.string() }) },
      },
    },
    async (request, reply) => {
      const before = await as(request, async (acting) => {
        return (await recorded(acting, request.params.id)) ?? gone;
      });
      if ('code' in before) return sendProblem(reply, before);
      const ran = await runRound({ input: before.input });
      if ('problem' in ran) return sendProblem(reply, ran.problem);
      const same = ran.result === before.result && ran.input_hash === before.input_hash;
      return { same, result_hash: ran.result_hash };
    },
  );

  app.post(
    '/api/course-rounds/:id/confirm',
    { schema: { params, body: version, response: versioned } },
    async (request, reply) => {
      const problem = await as<null>(request, (acting) =>
        endRound(acting, request.params.id, request.body.version, { state: 'confirmed' }, deps),
      );
      if (problem !== null) return sendProblem(reply, problem);
      return { version: request.body.version + 1 };
    },
  );

  app.post(
    '/api/course-rounds/:id/set-aside',
    { schema: { params, body: setAside, response: versioned } },
    async (request, reply) => {
      const { version: seen, words } = request.body;
      const problem = await as<null>(request, (acting) =>
        endRound(acting, request.params.id, seen, { state: 'set_aside', words }, deps),
      );
      return problem === null ? { version: seen + 1 } : sendProblem(reply, problem);
    },
  );

  // A seat that is free again goes to the next who waits: by a human's word, and it is written down whose.
  app.post(
    '/api/course-rounds/:id/offer',
    {
      schema: {
        params,
        body: z.strictObject({ course_id: id }),
        response: { 200: z.object({ number: z.string() }) },
      },
    },
    async (request, reply) => {
      const offered = await as(request, async (acting) => {
        const round = await roundOf(acting, request.params.id);
        if (round === null) return gone;
        if (round.state !== 'confirmed') return notConfirmed;
        return offerNext(acting, round.id, request.body.course_id, deps.clock());
      });
      return 'code' in offered ? sendProblem(reply, offered) : offered;
    },
  );
}

const ranAlready: Problem = { code: 'round_ran_already' };
const stillOpen: Problem = { code: 'round_still_open' };
const notConfirmed: Problem = { code: 'round_not_confirmed' };

/** Runs `work` where the actor coordinates; to others there are no rounds. */
async function asCoordinator<Result>(
  deps: Deps,
  request: FastifyRequest,
  work: (acting: Acting) => Promise<Result | Problem>,
): Promise<Result | Problem> {
  return deps.database.as<Result | Problem>(request.actor, async (acting) =>
    acting.role === 'coordinator' && acting.place_id !== null ? work(acting) : gone,
  );
}

function abilitiesOf(round: RoundRow, acting: Acting, today: Day): RoundDetail['abilities'] {
  return {
    run: round.state === 'open' && today >= round.wishes_until,
    confirm: round.state === 'run' && !isOwn(round, acting),
    set_aside: round.state === 'open' || round.state === 'run',
  };
}

async function recorded(
  acting: Acting,
  round: string,
): Promise<Pick<RoundRan, 'input' | 'input_hash' | 'result'> | null> {
  const row = await acting.tx
    .selectFrom('course_round_run')
    .select(['input', 'input_hash', 'result'])
    .where('round_id', '=', round)
    .executeTakeFirst();
  return row ?? null;
}
