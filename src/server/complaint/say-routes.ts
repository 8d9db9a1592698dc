import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  complaintTaken,
  personReply,
  type SaidComplaint,
  saidComplaint,
  toldComplaint,
  type toldStep,
  typedCode,
} from '#domain/complaint/complaint.ts';
import { standingOf } from '#domain/complaint/standing.ts';
import type { Problem } from '#domain/problem.ts';
import { giveBackAttempt, type Limit, takeAttempt } from '../account/throttle.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { codeOf, hashOfCode } from './code.ts';

/** A shelter has one address: so many in an hour is a bad day there, and no flood. */
const SAID: Limit = { purpose: 'complaint-said', attempts: 20, seconds: 3600 };
/** Wrong codes by one address. */
const CODES: Limit = { purpose: 'complaint-code', attempts: 20, seconds: 3600 };

const told = z.object({
  language: z.string(),
  has_recording: z.boolean(),
  steps: z.array(z.custom<z.infer<typeof toldStep>>()),
});

/**
 * Complaining. Without an account by the page that everybody may open; with one, for somebody who asked
 * a worker to write it down. Either way nothing is answered but the code, whatever number was written.
 */
export function addSayRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/say',
    {
      schema: { body: saidComplaint, response: { 200: complaintTaken } },
      config: { public: true },
    },
    async (request, reply) => {
      const problem = await early(deps, request, request.body);
      if (problem !== null) return sendProblem(reply, problem);
      const code = codeOf(deps.accounts, request.body.sending);
      await deps.database.pool.query(RECEIVE, received(deps, code, request.body));
      return { code };
    },
  );

  app.post(
    '/api/complaints',
    { schema: { body: saidComplaint, response: { 200: complaintTaken } } },
    async (request, reply) => {
      const problem = inFuture(deps, request.body);
      if (problem !== null) return sendProblem(reply, problem);
      const code = codeOf(deps.accounts, request.body.sending);
      await deps.database.as(request.actor, ({ client }) =>
        client.query(RECEIVE, received(deps, code, request.body)),
      );
      return { code: request.body.answer_way === 'code' ? code : null };
    },
  );

  app.post(
    '/api/say/answer',
    { schema: { body: typedCode, response: { 200: toldComplaint } }, config: { public: true } },
    (request, reply) =>
      byCode(deps, request, async () => {
        const found = await tellBy(deps, request.body.code);
        return found === null ? sendProblem(reply, { code: 'code_unknown' }) : reply.send(found);
      }),
  );

  app.post(
    '/api/say/reply',
    { schema: { body: personReply, response: { 200: toldComplaint } }, config: { public: true } },
    (request, reply) =>
      byCode(deps, request, async () => {
        const { code, reply_id, words } = request.body;
        const hash = hashOfCode(deps.accounts, code);
        const { rows } = await deps.database.pool.query<{ done: string }>(
          'select reply_to_complaint($1, $2, $3, $4) as done',
          [hash, reply_id, words, deps.clock()],
        );
        if (rows[0]?.done === 'full') return sendProblem(reply, { code: 'written_often' });
        const found = await tellBy(deps, code);
        return found === null ? sendProblem(reply, { code: 'code_unknown' }) : reply.send(found);
      }),
  );
}

const RECEIVE = 'select receive_complaint($1, $2, $3, $4)';

function received(deps: Deps, code: string, { sending: _sending, ...said }: SaidComplaint) {
  return [deps.newId(), hashOfCode(deps.accounts, code), JSON.stringify(said), deps.clock()];
}

async function early(deps: Deps, request: FastifyRequest, said: SaidComplaint) {
  const free = await takeAttempt(deps.accounts, SAID, request.ip, deps.clock());
  return free ? inFuture(deps, said) : ({ code: 'too_many_requests' } as const);
}

/** East of Greenwich tomorrow has begun for some. */
function inFuture(deps: Deps, { happened_on }: SaidComplaint): Problem | null {
  const last = new Date(deps.clock().getTime() + 86_400_000).toISOString().slice(0, 10);
  return happened_on !== undefined && happened_on > last ? { code: 'day_in_the_future' } : null;
}

/**
 * Counts an attempt before the code is looked up, so that guessing is slow; one that was right is given
 * back. Also where a recording comes with its code.
 */
export async function byCode<R extends { statusCode: number }>(
  deps: Deps,
  request: FastifyRequest,
  work: () => Promise<R>,
): Promise<R> {
  const { accounts } = deps;
  if (!(await takeAttempt(accounts, CODES, request.ip, deps.clock()))) {
    throw Object.assign(new Error('too many codes'), { statusCode: 429 });
  }
  const reply = await work();
  if (reply.statusCode === 200) await giveBackAttempt(accounts, CODES, request.ip);
  return reply;
}

/** What the code tells, or null where it is none. */
async function tellBy(deps: Deps, code: string): Promise<z.infer<typeof toldComplaint> | null> {
  const { rows } = await deps.database.pool.query<{ told: unknown }>(
    'select complaint_by_code($1) as told',
    [hashOfCode(deps.accounts, code)],
  );
  const parsed = told.safeParse(rows[0]?.told);
  if (!parsed.success) return null;
  return { standing: standingOf(parsed.data.steps).standing, ...parsed.data };
}
