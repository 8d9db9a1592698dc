import { z } from 'zod';
import { type leavings as answer, leavings, sayLeaving } from '#domain/duty/leaving.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { dayAt } from '#domain/zone.ts';
import { accountExists } from '../account/account-rows.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { notifyHolders } from '../notification/notify.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';
import { endLeavingsRegularly } from './end-leavings.ts';

const params = z.object({ id });
const written = z.object({ id });
const PAGE = 100;
const gone: Problem = { code: 'gone' };

/** Who leaves, and on which day: said by a supervisor or an administrator, seen by whoever leaves. */
export function addLeavingRoutes(app: ServerApp, deps: Deps): void {
  endLeavingsRegularly(app, deps);
  app.get('/api/leavings', { schema: { response: { 200: leavings } } }, async (request, reply) => {
    const found = await deps.database.as(request.actor, async (acting) =>
      acting.role === null ? null : { leavings: await listed(acting) },
    );
    return found ?? sendProblem(reply, gone);
  });

  app.put(
    '/api/leavings/:id',
    { schema: { params, body: sayLeaving, response: { 200: written } } },
    async (request, reply) => {
      const now = deps.clock();
      const { account_id } = request.body;
      const problem = await deps.database.as(request.actor, async (acting) =>
        (await mayLetGo(deps, acting, account_id))
          ? keep(acting, request.params.id, request.body, now)
          : gone,
      );
      return problem === null ? { id: request.params.id } : sendProblem(reply, problem);
    },
  );

  app.delete(
    '/api/leavings/:id',
    { schema: { params, response: { 200: written } } },
    async (request, reply) => {
      const now = deps.clock();
      const ended = await deps.database.as(request.actor, async (acting) => {
        if (!leads(acting)) return 0n;
        const { numUpdatedRows } = await acting.tx
          .updateTable('leaving')
          .set({ ended_at: now, ended_by: acting.actor.id })
          .where('id', '=', request.params.id)
          .where('ended_at', 'is', null)
          .where('done_at', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows;
      });
      return ended === 1n ? { id: request.params.id } : sendProblem(reply, gone);
    },
  );
}

function leads({ role, place_id }: Acting): boolean {
  return role === 'administrator' || (role === 'supervisor' && place_id !== null);
}

async function mayLetGo(deps: Deps, acting: Acting, account: string): Promise<boolean> {
  if (!leads(acting) || account === acting.actor.id) return false;
  if (acting.role === 'administrator') {
    return (await accountExists(deps.accounts, account)) !== undefined;
  }
  const { rows } = await acting.client.query<{ here: boolean }>({
    name: 'leaves_from_here',
    text: 'select leaves_from_here($1) as here',
    values: [account],
  });
  return rows[0]?.here === true;
}

type Listed = z.infer<typeof answer>['leavings'];

async function listed(acting: Acting): Promise<Listed> {
  const { rows } = await acting.client.query<Omit<Listed[number], 'abilities'>>({
    name: 'list_leavings',
    text: `select l.id, l.account_id, a.name, l.last_day, files_left(l.account_id) as files,
        l.account_id = $1 as own
      from leaving l left join auth.account a on a.id = l.account_id
      where l.ended_at is null and l.done_at is null order by l.last_day, l.id limit ${PAGE}`,
    values: [acting.actor.id],
  });
  const leader = leads(acting);
  return rows.map((row) => ({
    ...row,
    abilities: leader && !row.own ? (['take_back'] as const).slice() : [],
  }));
}

/** Writes the day, or says why not; the same again is the same. Whoever leaves is told. */
async function keep(
  acting: Acting,
  leaving_id: string,
  { account_id, last_day }: z.infer<typeof sayLeaving>,
  now: Date,
): Promise<Problem | null> {
  const model = await newestModel(acting);
  const today = dayAt(now.toISOString(), model?.time_zone ?? 'UTC');
  if (last_day < today) return { code: 'day_in_the_past' };
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('leaving')
    .values({ id: leaving_id, account_id, last_day, said_by: acting.actor.id, said_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) {
    const known = (await listed(acting)).find((one) => one.account_id === account_id);
    const same = known?.id === leaving_id && known.last_day === last_day;
    return same ? null : { code: 'already_so' };
  }
  const also = [account_id];
  await notifyHolders(acting, [], null, { kind: 'leaving_said', details: {}, now, also });
  return null;
}
