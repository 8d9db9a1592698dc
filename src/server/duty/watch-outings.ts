import { workOf } from '#domain/case/model-work.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';

const EVERY_MS = 30_000;

/** Tells of whoever did not come back by now, by this server's clock; the rows remember, not the process. */
export async function watchOutings(deps: Deps): Promise<void> {
  const { grace_minutes, keep_outing_days } = workOf({});
  await deps.database.pool.query('select watch_outings($1, $2, $3)', [
    ...[deps.clock(), grace_minutes, keep_outing_days],
  ]);
  const today = deps.clock().toISOString().slice(0, 10);
  await deps.database.pool.query('select forget_file_work($1)', [today]);
}

/** At the start, so that an hour that passed while nobody served is told, and then twice a minute. */
export function watchOutingsRegularly(app: ServerApp, deps: Deps): void {
  const watch = () =>
    void watchOutings(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'outings not watched'),
    );
  const timer = setInterval(watch, EVERY_MS);
  timer.unref();
  app.addHook('onReady', async () => watch());
  app.addHook('onClose', async () => clearInterval(timer));
}
