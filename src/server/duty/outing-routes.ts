import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { workOf } from '#domain/case/model-work.ts';
import { closeAlert, type ListedOuting, outings } from '#domain/duty/outing.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';
import { watchOutingsRegularly } from './watch-outings.ts';

const params = z.object({ id });
const PAGE = 100;
const gone: Problem = { code: 'gone' };

/** Who is out and until when, and whom somebody looks for: of colleagues, and of no person. */
export function addOutingRoutes(app: ServerApp, deps: Deps): void {
  watchOutingsRegularly(app, deps);
  app.get('/api/outings', { schema: { response: { 200: outings } } }, async (request, reply) => {
    const now = deps.clock();
    const found = await deps.database.as(request.actor, async (acting) => {
      if (!goesOut(acting)) return null;
      const model = await newestModel(acting);
      return {
        ...{ outings: await listed(acting), told: await told(acting, now) },
        grace_minutes: workOf(model ?? {}).grace_minutes,
        abilities: (['go_out'] as const).slice(),
      };
    });
    return found ?? sendProblem(reply, gone);
  });

  app.post(
    '/api/outings/:id/close',
    { schema: { params, body: closeAlert, response: { 200: z.object({ id }) } } },
    async (request, reply) => {
      const now = deps.clock();
      const problem = await deps.database.as(request.actor, (acting) =>
        close(acting, request.params.id, request.body, now),
      );
      return problem === null ? { id: request.params.id } : sendProblem(reply, problem);
    },
  );
}

function goesOut({ role, place_id }: Acting): boolean {
  return role !== null && place_id !== null && may(role, 'append', 'general');
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) =>
  `to_char(o.${column} at time zone 'UTC', ${MOMENT}) as ${column}`;

/** One's own while it lasts; of others what the policies show; what is looked for stands on top. */
async function listed(acting: Acting): Promise<ListedOuting[]> {
  const { rows } = await acting.client.query<Omit<ListedOuting, 'abilities'>>({
    name: 'list_outings',
    text: `select o.id, o.account_id, a.name, o.second_account_id, second.name as second_name, o.words,
        $1 = o.account_id or $1 is not distinct from o.second_account_id as own, to_alert.name as alert_to,
        o.alert_to is not distinct from $1 as mine, closer.name as closed_by, o.outcome, o.found,
        ${['back_at', 'came_back_at', 'alert_at', 'closed_at'].map(moment).join(', ')}
      from outing o left join auth.account a on a.id = o.account_id
        left join auth.account second on second.id = o.second_account_id
        left join auth.account to_alert on to_alert.id = o.alert_to
        left join auth.account closer on closer.id = o.closed_by
      where o.came_back_at is null or ($1 <> o.account_id and $1 is distinct from o.second_account_id)
      order by (o.alert_at is not null and o.closed_at is null) desc, o.closed_at is not null, o.back_at, o.id
      limit ${PAGE}`,
    values: [acting.actor.id],
  });
  const closes = acting.role !== null && may(acting.role, 'keep_duty', 'general');
  return rows.map((row) => ({
    ...row,
    abilities: [
      ...(row.own && row.came_back_at === null ? (['come_back'] as const) : []),
      ...(closes && !row.own && row.alert_at !== null && row.closed_at === null
        ? (['close'] as const)
        : []),
    ],
  }));
}

/** Who would be told of whoever asks, by name; nobody where no supervisor is near. */
async function told(acting: Acting, now: Date): Promise<string[]> {
  const { rows } = await acting.client.query<{ name: string }>({
    name: 'outing_told',
    text: `select a.name from outing_answerers(place_path(homeward_place()), $1) t
      join auth.account a on a.id = t.account_id and a.disabled_at is null
      where t.account_id <> homeward_actor() order by t.rank, a.name`,
    values: [now],
  });
  return rows.map(({ name }) => name);
}

async function close(
  acting: Acting,
  outing_id: string,
  { outcome, found }: z.infer<typeof closeAlert>,
  now: Date,
): Promise<Problem | null> {
  if (acting.role === null) return gone;
  const known = await acting.tx
    .selectFrom('outing')
    .select(['account_id', 'second_account_id', 'alert_at', 'closed_at'])
    .where('id', '=', outing_id)
    .executeTakeFirst();
  if (known === undefined || known.alert_at === null) return gone;
  const own = [known.account_id, known.second_account_id].includes(acting.actor.id);
  if (own) return { code: 'outing_of_your_own' };
  if (!may(acting.role, 'keep_duty', 'general')) return gone;
  if (known.closed_at !== null) return { code: 'outing_alert_closed' };
  const { numUpdatedRows } = await acting.tx
    .updateTable('outing')
    .set({ closed_at: now, closed_by: acting.actor.id, outcome, found })
    .where('id', '=', outing_id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? null : { code: 'outing_alert_closed' };
}
