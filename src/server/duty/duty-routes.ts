import { sql } from 'kysely';
import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import type { Role } from '#domain/access/role.ts';
import { DUTY_DAYS, DUTY_ROLES, duties, keepDuty, type listedDuty } from '#domain/duty/duty.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';

const params = z.object({ id });
const PAGE = 50;

/** The rota of a place: read by all who work there, kept by the supervisor and by specialists. */
export function addDutyRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/duties', { schema: { response: { 200: duties } } }, async (request, reply) => {
    const now = deps.clock();
    const found = await deps.database.as(request.actor, async (acting) => {
      if (acting.role === null || !may(acting.role, 'read', 'general')) return null;
      const keeps = mayKeep(acting);
      const listed = await rota(acting, now, keeps);
      return { duties: listed, abilities: keeps ? (['keep'] as const).slice() : [] };
    });
    return found ?? sendProblem(reply, { code: 'gone' });
  });

  app.put(
    '/api/duties/:id',
    { schema: { params, body: keepDuty, response: { 200: z.object({ id }) } } },
    async (request, reply) => {
      const now = deps.clock();
      const problem = await deps.database.as(request.actor, async (acting) =>
        mayKeep(acting) ? keep(acting, request.params.id, request.body, now) : gone,
      );
      return problem === null ? { id: request.params.id } : sendProblem(reply, problem);
    },
  );

  app.delete(
    '/api/duties/:id',
    { schema: { params, response: { 200: z.object({ id }) } } },
    async (request, reply) => {
      const now = deps.clock();
      const ended = await deps.database.as(request.actor, async (acting) => {
        if (!mayKeep(acting)) return 0n;
        const { numUpdatedRows } = await acting.tx
          .updateTable('duty')
          .set({ ended_by: acting.actor.id, ended_at: now })
          .where('id', '=', request.params.id)
          .where('ended_at', 'is', null)
          .where('until_at', '>', now)
          .executeTakeFirstOrThrow();
        return numUpdatedRows;
      });
      return ended === 1n ? { id: request.params.id } : sendProblem(reply, gone);
    },
  );
}

const gone: Problem = { code: 'gone' };

function mayKeep({ role, place_id }: Acting): boolean {
  return role !== null && place_id !== null && may(role, 'keep_duty', 'general');
}

/** What is going on and what lies ahead, the nearest first. */
async function rota(
  acting: Acting,
  now: Date,
  keeps: boolean,
): Promise<z.infer<typeof listedDuty>[]> {
  const rows = await acting.tx
    .selectFrom('duty')
    .leftJoin('auth.account', 'auth.account.id', 'duty.account_id')
    .leftJoin(
      sql<{ account_id: string; role: string }>`colleagues()`.as('colleague'),
      'colleague.account_id',
      'duty.account_id',
    )
    .select(['duty.id', 'duty.place_id', 'duty.account_id', 'duty.from_at', 'duty.until_at'])
    .select(['auth.account.name', 'colleague.role'])
    .where('duty.ended_at', 'is', null)
    .where('duty.until_at', '>', now)
    .orderBy('duty.from_at')
    .orderBy('duty.id')
    .limit(PAGE)
    .execute();
  return rows.map(({ from_at, until_at, role, ...row }) => ({
    ...{ ...row, role: role as Role | null, now: from_at <= now },
    ...{ from_at: from_at.toISOString(), until_at: until_at.toISOString() },
    abilities: keeps && row.place_id === acting.place_id ? (['end'] as const).slice() : [],
  }));
}

/** Writes one line of the rota, or says why not; the same line again is the same. */
async function keep(
  acting: Acting,
  duty_id: string,
  { account_id, from_at, until_at }: z.infer<typeof keepDuty>,
  now: Date,
): Promise<Problem | null> {
  const place_id = acting.place_id ?? '';
  const [from, until] = [new Date(from_at), new Date(until_at)];
  if (until <= now) return { code: 'moment_in_the_past' };
  if (until.getTime() - from.getTime() > DUTY_DAYS * 86_400_000) {
    return { code: 'duty_too_long', details: { days: DUTY_DAYS } };
  }
  if (!(await answersHere(acting, account_id))) return { code: 'not_a_specialist_here' };
  // Two who keep the same rota at once wait for each other.
  await sql`select pg_advisory_xact_lock(hashtext('duty'), hashtext(${place_id}))`.execute(
    acting.tx,
  );
  const taken = await acting.tx
    .selectFrom('duty')
    .select(['id', 'account_id', 'from_at', 'until_at'])
    .where('place_id', '=', place_id)
    .where('ended_at', 'is', null)
    .where('from_at', '<', until)
    .where('until_at', '>', from)
    .executeTakeFirst();
  if (taken !== undefined) {
    const same = taken.id === duty_id && taken.account_id === account_id;
    const when = +taken.from_at === +from && +taken.until_at === +until;
    return same && when ? null : { code: 'duty_taken' };
  }
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('duty')
    .values({
      ...{ id: duty_id, place_id, account_id, from_at: from, until_at: until },
      ...{ kept_by: acting.actor.id, kept_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? null : { code: 'already_so' };
}

/** Whether the account may look into a worry, and holds that role here, above or below. */
async function answersHere(acting: Acting, account_id: string): Promise<boolean> {
  const { rows } = await sql<{ role: Role }>`
    select c.role from colleagues() c join auth.account a on a.id = c.account_id
    where c.account_id = ${account_id} and c.active and a.disabled_at is null`.execute(acting.tx);
  return rows.some(({ role }) => DUTY_ROLES.includes(role));
}
