import { GIVE_UP_AFTER, PAUSE_AFTER, secondsUntilNextTry } from '#domain/webhook/webhook.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';
import type { Resolve } from './allowed-address.ts';
import { isTaken, post } from './post.ts';
import { secretOf } from './webhook-secret.ts';

/** Acts of the clock, not of a person; the same id in every log. */
const CLOCK = { kind: 'job', id: '01900000-0000-7000-8000-000000000002' } as const;
const EVERY_MS = 5_000;
const AT_ONCE = 10;
/** While one server sends it, no other does. */
const LEASE_SECONDS = 60;
const KEPT_DAYS = 30;

interface Due {
  readonly id: string;
  readonly webhook_id: string;
  readonly event: string;
  readonly task_id: string | null;
  readonly attempts: number;
  readonly url: string;
  readonly generation: number;
}

/** Sends what is due; answers with how many messages were tried. */
export async function deliverWebhooks(
  deps: Deps,
  options: { resolve?: Resolve; random?: () => number } = {},
): Promise<number> {
  const due = await deps.database.as(CLOCK, (acting) => claim(acting, deps.clock()));
  await Promise.all(due.map((one) => deliver(deps, one, options)));
  return due.length;
}

/** What is due, taken for a minute: a server that dies in between leaves it to the next. */
async function claim(acting: Acting, now: Date): Promise<Due[]> {
  const { rows } = await acting.client.query<Due>(
    `update webhook_delivery d set attempts = d.attempts + 1, tried_at = $1,
       next_at = $1::timestamptz + make_interval(secs => $2)
     from webhook w where w.id = d.webhook_id and d.id in (
       select q.id from webhook_delivery q join webhook h on h.id = q.webhook_id
       where q.state = 'waiting' and q.next_at <= $1 and h.withdrawn_at is null
         and (h.paused_at is null or q.event = 'test')
       order by q.next_at limit $3 for update of q skip locked)
     returning d.id, d.webhook_id, d.event, d.task_id, d.attempts, w.url, w.generation`,
    [now, LEASE_SECONDS, AT_ONCE],
  );
  return rows;
}

async function deliver(
  deps: Deps,
  due: Due,
  { resolve, random = Math.random }: { resolve?: Resolve; random?: () => number },
): Promise<void> {
  const { config } = deps;
  const answer = await post({
    ...{ url: due.url, secret: secretOf(deps.accounts, due.webhook_id, due.generation) },
    ...{ message: due, now: deps.clock(), mode: config.mode, resolve },
  });
  const taken = isTaken(answer);
  const now = deps.clock();
  const last = due.attempts >= GIVE_UP_AFTER || due.event === 'test';
  const state = taken ? 'delivered' : last ? 'given_up' : 'waiting';
  const next = new Date(now.getTime() + secondsUntilNextTry(due.attempts, random()) * 1000);
  await deps.database.as(CLOCK, async ({ client }) => {
    await client.query(
      `update webhook_delivery set state = $2, answer = $3, next_at = $4 where id = $1`,
      [due.id, state, answer, next],
    );
    // What is paused stays so until a person looks at it; a test that works says that it may go on.
    await client.query(
      `update webhook set failures = case when $2 then 0 else failures + 1 end,
         paused_at = case when $2 then null
           when failures + 1 >= $3 then coalesce(paused_at, $4) else paused_at end
       where id = $1`,
      [due.webhook_id, taken, PAUSE_AFTER, now],
    );
  });
}

/** Removes what was delivered or given up long ago. */
export async function forgetDeliveries(deps: Deps): Promise<void> {
  const before = new Date(deps.clock().getTime() - KEPT_DAYS * 86_400_000);
  await deps.database.as(CLOCK, ({ client }) =>
    client.query(`delete from webhook_delivery where state <> 'waiting' and created_at < $1`, [
      before,
    ]),
  );
}

/** Looks for what is due every few seconds; one round at a time. */
export function deliverWebhooksRegularly(app: ServerApp, deps: Deps): void {
  let busy = false;
  let rounds = 0;
  const round = async () => {
    if (busy) return;
    busy = true;
    try {
      await deliverWebhooks(deps);
      if (rounds % 720 === 0) await forgetDeliveries(deps);
      rounds += 1;
    } catch (error) {
      deps.log.warn({ err: error }, 'webhooks not delivered');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void round(), EVERY_MS);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
