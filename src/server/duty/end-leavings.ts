import { dayAt } from '#domain/zone.ts';
import { setDisabled } from '../account/account-rows.ts';
import type { Deps } from '../deps.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';

/** Acts of the clock, not of a person; the same id in every log. */
const CLOCK = { kind: 'job', id: '01900000-0000-7000-8000-000000000001' } as const;
const EVERY_MS = 600_000;

/**
 * Ends the way in of everybody whose last day is over: the account and its sessions first, then role,
 * devices and rota. Broken off anywhere, the next run goes on.
 */
export async function endLeavings(deps: Deps): Promise<void> {
  const now = deps.clock();
  const model = await deps.database.as(CLOCK, newestModel);
  const today = dayAt(now.toISOString(), model?.time_zone ?? 'UTC');
  const { pool } = deps.database;
  const { rows } = await pool.query<{ id: string; account_id: string }>(
    'select id, account_id from due_leavings($1)',
    [today],
  );
  for (const { id, account_id } of rows) {
    // One that cannot be ended now keeps nobody else's way in open.
    try {
      await setDisabled(deps.accounts, account_id, true, now);
      await pool.query('select end_leaving($1, $2)', [id, now]);
    } catch (error) {
      deps.log.warn({ err: error }, 'a leaving not ended');
    }
  }
}

/** At the start and every ten minutes; a database that is away is tried again next time. */
export function endLeavingsRegularly(app: ServerApp, deps: Deps): void {
  const end = () =>
    void endLeavings(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'leavings not ended'),
    );
  const timer = setInterval(end, EVERY_MS);
  timer.unref();
  app.addHook('onReady', async () => end());
  app.addHook('onClose', async () => clearInterval(timer));
}
