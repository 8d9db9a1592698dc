import { sql } from 'kysely';
import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { type listedSession, supervisionSessions, writeSession } from '#domain/duty/supervision.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';

const params = z.object({ id });
const PAGE = 50;
const gone: Problem = { code: 'gone' };

/** Talks about the work, between two colleagues: read by the two and by nobody else. */
export function addSupervisionRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/supervision',
    { schema: { response: { 200: supervisionSessions } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) =>
        works(acting) ? { sessions: await listed(acting) } : null,
      );
      return found ?? sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/supervision/:id',
    { schema: { params, body: writeSession, response: { 200: z.object({ id }) } } },
    async (request, reply) => {
      const problem = await deps.database.as(request.actor, async (acting) =>
        works(acting) ? write(acting, request.params.id, request.body, deps.clock()) : gone,
      );
      return problem === null ? { id: request.params.id } : sendProblem(reply, problem);
    },
  );
}

function works({ role }: Acting): boolean {
  return role !== null && may(role, 'append', 'general');
}

async function listed(acting: Acting): Promise<z.infer<typeof listedSession>[]> {
  const rows = await acting.tx
    .selectFrom('supervision_session as s')
    .leftJoin('auth.account as a', (join) =>
      join.on(
        'a.id',
        '=',
        sql`case when s.written_by = ${acting.actor.id} then s.with_account_id else s.written_by end`,
      ),
    )
    .select(['s.id', 's.on_day as on', 's.topics', 's.agreed', 's.written_by'])
    .select(['s.with_account_id', 'a.name as other', sql<number>`s.hours::float8`.as('hours')])
    .orderBy('s.on_day', 'desc')
    .orderBy('s.id', 'desc')
    .limit(PAGE)
    .execute();
  return rows;
}

/** Writes one talk, or says why not; the same once more is the same, and none is ever changed. */
async function write(
  acting: Acting,
  sessionId: string,
  { with_account_id, on, hours, topics, ...said }: z.infer<typeof writeSession>,
  now: Date,
): Promise<Problem | null> {
  const agreed = said.agreed ?? null;
  const zone = (await newestModel(acting))?.time_zone ?? 'UTC';
  if (on > dayAt(now.toISOString(), zone)) return { code: 'day_in_the_future' };
  if (with_account_id === acting.actor.id) return { code: 'not_a_colleague_here' };
  const { rows } = await sql`select from colleagues() c
    where c.account_id = ${with_account_id} and c.active`.execute(acting.tx);
  if (rows.length === 0) return { code: 'not_a_colleague_here' };
  const row = { with_account_id, on_day: on, hours: String(hours), topics, agreed };
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('supervision_session')
    .values({ ...row, id: sessionId, written_by: acting.actor.id, written_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return null;
  const known = await acting.tx
    .selectFrom('supervision_session')
    .select(['with_account_id', 'on_day', 'agreed'])
    .where('id', '=', sessionId)
    .where('written_by', '=', acting.actor.id)
    .executeTakeFirst();
  const same =
    known?.with_account_id === with_account_id && known.on_day === on && known.agreed === agreed;
  return same ? null : { code: 'already_so' };
}
