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
    async (request, reply) => {
      const read = async () => (await tellBy(deps, request.body.code)) ?? CODE_UNKNOWN;
      const found = await byCode(deps, request, read);
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/say/reply',
    { schema: { body: personReply, response: { 200: toldComplaint } }, config: { public: true } },
    async (request, reply) => {
      const found = await byCode(deps, request, async () => {
        const { code, reply_id, words } = request.body;
        const hash = hashOfCode(deps.accounts, code);
        const { rows } = await deps.database.pool.query<{ done: string }>(
          'select reply_to_complaint($1, $2, $3, $4) as done',
          [hash, reply_id, words, deps.clock()],
        );
        if (rows[0]?.done === 'full') return { code: 'written_often' } as const;
        return (await tellBy(deps, code)) ?? CODE_UNKNOWN;
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );
}

const CODE_UNKNOWN = { code: 'code_unknown' } as const;
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
export async function byCode<T extends object>(
  deps: Deps,
  request: FastifyRequest,
  work: () => Promise<T | Problem>,
): Promise<T | Problem> {
  const { accounts } = deps;
  if (!(await takeAttempt(accounts, CODES, request.ip, deps.clock()))) {
    return { code: 'too_many_requests' };
  }
  const told = await work();
  if (!('code' in told)) await giveBackAttempt(accounts, CODES, request.ip);
  return told;
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
