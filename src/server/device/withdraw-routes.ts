import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type DeviceLine, deviceList, MOST_DEVICES, wipedReport } from '#domain/account/device.ts';
import { id } from '#domain/id.ts';
import { endSessions } from '../account/account-rows.ts';
import { asAdministrator } from '../account/administrator.ts';
import { tellOfficers } from '../account/role-grant.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

const own = z.object({ id });
const ofAccount = z.object({ id, device: id });

/**
 * A lost telephone: whoever has it sees the own devices and withdraws one; an administrator does so for
 * any account. From then on the device gets nothing, its next contact tells it to delete what it keeps, and
 * nobody stays signed in with the account elsewhere: which session ran on which device is not kept.
 */
export function addWithdrawRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/devices', { schema: { response: { 200: deviceList } } }, async (request) =>
    deps.database.as(request.actor, async (acting) => ({
      devices: await devicesOf(acting, request.actor.id),
    })),
  );

  app.delete('/api/devices/:id', { schema: { params: own } }, async (request, reply) => {
    const device = request.params.id;
    const done = await deps.database.as(request.actor, (acting) =>
      withdraw(deps, acting, { account: request.actor.id, device }, kept(request, device)),
    );
    return answered(reply, done);
  });

  app.get(
    '/api/accounts/:id/devices',
    { schema: { params: own, response: { 200: deviceList } } },
    async (request, reply) => {
      const devices = await asAdministrator(deps, request, (acting) =>
        devicesOf(acting, request.params.id),
      );
      return devices === undefined ? sendProblem(reply, { code: 'gone' }) : { devices };
    },
  );

  app.delete(
    '/api/accounts/:id/devices/:device',
    { schema: { params: ofAccount } },
    async (request, reply) => {
      const { id: account, device } = request.params;
      const keep = account === request.actor.id ? kept(request, device) : null;
      const done = await asAdministrator(deps, request, (acting) =>
        withdraw(deps, acting, { account, device }, keep),
      );
      return answered(reply, done ?? false);
    },
  );

  // Said by a device whose session has ended; its id is all that it has left, and all that is needed.
  app.post(
    '/api/devices/:id/wiped',
    { schema: { params: own, body: wipedReport }, config: { public: true } },
    async (request, reply) => {
      await deps.accounts.pool.query('select auth.note_wiped($1, $2, $3)', [
        ...[request.params.id, deps.clock(), request.body.unsent],
      ]);
      return reply.code(204).send();
    },
  );
}

/** The session that goes on: the one in which the withdrawing is said, unless on the device itself. */
function kept(request: FastifyRequest, device: string): string | null {
  const here = request.headers['x-homeward-device'] === device;
  return here ? null : (request.signedIn?.sessionId ?? null);
}

function answered(reply: FastifyReply, done: boolean): FastifyReply {
  return done ? reply.code(204).send() : sendProblem(reply, { code: 'gone' });
}

async function withdraw(
  deps: Deps,
  acting: Acting,
  { account, device }: { account: string; device: string },
  keep: string | null,
): Promise<boolean> {
  if (acting.role === null) return false;
  const now = deps.clock();
  const changed = await acting.tx
    .updateTable('device')
    .set({ revoked_at: now, revoked_by: acting.actor.id })
    .where('id', '=', device)
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return false;
  await tellOfficers(acting, 'device_withdrawn', account, deps.newId, now);
  await logRead(acting, { action: 'device_withdrawn', details: { device, account } }, now);
  await endSessions(deps.accounts, account, keep);
  return true;
}

async function devicesOf(acting: Acting, account: string): Promise<DeviceLine[]> {
  const rows = await acting.tx
    .selectFrom('device')
    .select(['id', 'name', 'registered_at', 'seen_at', 'revoked_at', 'wiped_at', 'wiped_unsent'])
    .where('account_id', '=', account)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(MOST_DEVICES)
    .execute();
  return rows.map(({ id: device, name, registered_at, seen_at, revoked_at, ...wiped }) => ({
    ...{ id: device, name, registered_at: registered_at.toISOString() },
    ...{ seen_at: seen_at.toISOString(), withdrawn_at: revoked_at?.toISOString() ?? null },
    ...{ wiped_at: wiped.wiped_at?.toISOString() ?? null, wiped_unsent: wiped.wiped_unsent },
  }));
}
