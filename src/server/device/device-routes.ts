import { z } from 'zod';
import { openings } from '#domain/case/said.ts';
import { id } from '#domain/id.ts';
import { line } from '#domain/text.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { type Cursor, pullPage } from './feed.ts';

/** Rows a page: some 200 kB of facts, a few seconds on a bad line. */
const PAGE = 500;
const SEEN_AGAIN_MS = 60_000;
const cursor = z.object({
  epoch: z.uuid(),
  after: z.string().regex(/^\d{1,20}$/),
  upper: z
    .string()
    .regex(/^\d{1,20}$/)
    .nullable(),
  source: z.int().min(0).max(50),
  last: z.uuid(),
});
const headers = z.object({ 'x-homeward-device': id });

/** Devices: registered by their account, then pull what the account reaches, and say what was opened. */
export function addDeviceRoutes(app: ServerApp, deps: Deps): void {
  app.put(
    '/api/devices/:id',
    { schema: { params: z.object({ id }), body: z.strictObject({ name: line }) } },
    async (request, reply) => {
      const known = await deps.database.as(request.actor, (acting) =>
        register(acting, request.params.id, request.body.name, deps.clock()),
      );
      return known ? reply.code(204).send() : sendProblem(reply, { code: 'gone' });
    },
  );

  app.get(
    '/api/pull',
    { schema: { headers, querystring: z.object({ cursor: z.string().max(400).optional() }) } },
    async (request, reply) => {
      const given = decode(request.query.cursor);
      const device = request.headers['x-homeward-device'];
      const page = await deps.database.as(request.actor, async (acting) => {
        // Whoever has no role any more: the device registers anew, is told no, and deletes what it keeps.
        if (acting.role === null) return null;
        if (!(await isRegistered(acting, device, deps.clock()))) return null;
        await acting.client.query('select tell_ended_reach()');
        const found = await pullPage(acting, given, PAGE);
        // A pull that brought nothing read nothing.
        if (found.rows.length > 0) {
          const details = { device, rows: found.rows.length };
          await logRead(acting, { action: 'pulled', details }, deps.clock());
        }
        return found;
      });
      if (page === null) return sendProblem(reply, { code: 'device_unknown' });
      return {
        epoch: page.cursor.epoch,
        cursor: encode(page.cursor),
        more: page.more,
        // Every change below it is on the device now.
        ...(page.more ? {} : { known: { below: page.cursor.after, next: page.next } }),
        rows: page.rows,
      };
    },
  );

  // What was opened on the device while the line was away, one row each; repeating is harmless.
  app.post('/api/openings', { schema: { body: openings } }, async (request, reply) => {
    await deps.database.as(request.actor, async (acting) => {
      for (const opening of request.body.openings) {
        const details = { on_device_at: opening.opened_at };
        const { id: logId, case_id, action } = opening;
        await logRead(acting, { id: logId, action, case_id, details }, deps.clock());
      }
    });
    return reply.code(204).send();
  });
}

async function register(acting: Acting, device: string, name: string, now: Date): Promise<boolean> {
  if (acting.role === null) return false;
  const row = { id: device, account_id: acting.actor.id, name, registered_at: now, seen_at: now };
  await acting.tx
    .insertInto('device')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return isRegistered(acting, device, now);
}

async function isRegistered(acting: Acting, device: string, now: Date): Promise<boolean> {
  const { rows } = await acting.client.query<{ seen_at: Date }>({
    name: 'device_seen',
    text: `select seen_at from device
      where id = $1 and account_id = homeward_actor() and revoked_at is null`,
    values: [device],
  });
  const seen = rows[0]?.seen_at;
  // A device asks every few seconds: written down at most once a minute, so that asking is no writing.
  if (seen !== undefined && Math.abs(now.getTime() - seen.getTime()) > SEEN_AGAIN_MS) {
    await acting.tx.updateTable('device').set({ seen_at: now }).where('id', '=', device).execute();
  }
  return seen !== undefined;
}

function encode(given: Cursor): string {
  return Buffer.from(JSON.stringify(given)).toString('base64url');
}

/** A cursor that is not one of ours starts over: the device loses nothing. */
function decode(given: string | undefined): Cursor | null {
  if (given === undefined) return null;
  try {
    const parsed = cursor.safeParse(JSON.parse(Buffer.from(given, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
