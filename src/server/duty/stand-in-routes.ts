import { z } from 'zod';
import { keepStandIn, type listedStandIn, STAND_IN_DAYS, standIns } from '#domain/duty/stand-in.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { notifyHolders } from '../notification/notify.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';

const params = z.object({ id });
const written = z.object({ id });
const PAGE = 50;
const gone: Problem = { code: 'gone' };

/** Who stands in for the supervisor of a place, from when until when: both see it. */
export function addStandInRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/stand-ins', { schema: { response: { 200: standIns } } }, async (request, reply) => {
    const now = deps.clock();
    const found = await deps.database.as(request.actor, async (acting) =>
      leads(acting)
        ? { stand_ins: await listed(acting, now), candidates: await candidates(acting) }
        : null,
    );
    return found ?? sendProblem(reply, gone);
  });

  app.put(
    '/api/stand-ins/:id',
    { schema: { params, body: keepStandIn, response: { 200: written } } },
    async (request, reply) => {
      const now = deps.clock();
      const problem = await deps.database.as(request.actor, async (acting) =>
        leads(acting) ? keep(acting, request.params.id, request.body, now) : gone,
      );
      return problem === null ? { id: request.params.id } : sendProblem(reply, problem);
    },
  );

  app.delete(
    '/api/stand-ins/:id',
    { schema: { params, response: { 200: written } } },
    async (request, reply) => {
      const now = deps.clock();
      const ended = await deps.database.as(request.actor, async (acting) =>
        leads(acting) ? end(acting, request.params.id, now) : false,
      );
      return ended ? { id: request.params.id } : sendProblem(reply, gone);
    },
  );
}

function leads({ role, place_id }: Acting): boolean {
  return role === 'supervisor' && place_id !== null;
}

/** What is going on and what lies ahead: of the own place, and where the account itself stands in. */
async function listed(acting: Acting, now: Date): Promise<z.infer<typeof listedStandIn>[]> {
  const rows = await acting.tx
    .selectFrom('stand_in')
    .leftJoin('auth.account', 'auth.account.id', 'stand_in.account_id')
    .select(['stand_in.id', 'place_id', 'account_id', 'from_at', 'until_at', 'auth.account.name'])
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .orderBy('from_at')
    .orderBy('stand_in.id')
    .limit(PAGE)
    .execute();
  return rows.map(({ from_at, until_at, ...row }) => ({
    ...{ ...row, now: from_at <= now, own: row.account_id === acting.actor.id },
    ...{ from_at: from_at.toISOString(), until_at: until_at.toISOString() },
    abilities: row.place_id === acting.place_id ? (['end'] as const).slice() : [],
  }));
}

async function candidates(acting: Acting) {
  const { rows } = await acting.client.query<z.infer<typeof standIns>['candidates'][number]>({
    name: 'stand_in_candidates',
    text: `select c.account_id, c.place_id, a.name from stand_in_candidates() c
      join auth.account a on a.id = c.account_id and a.disabled_at is null order by a.name, a.id`,
  });
  return rows;
}

/** Writes one line, or says why not; the same line again is the same. Whoever stands in is told. */
async function keep(
  acting: Acting,
  standInId: string,
  { account_id, from_at, until_at }: z.infer<typeof keepStandIn>,
  now: Date,
): Promise<Problem | null> {
  const [from, until] = [new Date(from_at), new Date(until_at)];
  if (until <= now) return { code: 'moment_in_the_past' };
  if (until.getTime() - from.getTime() > STAND_IN_DAYS * 86_400_000) {
    return { code: 'stand_in_too_long', details: { days: STAND_IN_DAYS } };
  }
  const near = await candidates(acting);
  if (!near.some((one) => one.account_id === account_id)) return { code: 'not_a_supervisor_near' };
  const place_id = acting.place_id ?? '';
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('stand_in')
    .values({
      ...{ id: standInId, place_id, account_id, from_at: from, until_at: until },
      ...{ kept_by: acting.actor.id, kept_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) {
    const known = await acting.tx
      .selectFrom('stand_in')
      .select(['account_id', 'from_at', 'until_at', 'ended_at'])
      .where('id', '=', standInId)
      .executeTakeFirst();
    const same = known?.account_id === account_id && known.ended_at === null;
    const when = +(known?.from_at ?? 0) === +from && +(known?.until_at ?? 0) === +until;
    return same && when ? null : { code: 'already_so' };
  }
  await tell(acting, account_id, 'stand_in_asked', now);
  return null;
}

async function end(acting: Acting, standInId: string, now: Date): Promise<boolean> {
  const ended = await acting.tx
    .updateTable('stand_in')
    .set({ ended_by: acting.actor.id, ended_at: now })
    .where('id', '=', standInId)
    .where('place_id', '=', acting.place_id)
    .where('ended_at', 'is', null)
    .where('until_at', '>', now)
    .returning('account_id')
    .executeTakeFirst();
  if (ended === undefined) return false;
  await tell(acting, ended.account_id, 'stand_in_ended', now);
  return true;
}

function tell(acting: Acting, account: string, kind: string, now: Date): Promise<void> {
  const details = { place_id: acting.place_id ?? '' };
  return notifyHolders(acting, [], null, { kind, details, now, also: [account] });
}
