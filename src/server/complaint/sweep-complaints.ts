import { complaintsOf } from '#domain/case/model-complaints.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';

const HOUR_MS = 3_600_000;

/** Removes what was answered so long ago that the model lets go of it: a voice first, then the whole. */
export async function forgetComplaints(deps: Deps): Promise<void> {
  const house = complaintsOf({});
  await deps.database.pool.query('select forget_complaints($1, $2, $3)', [
    ...[deps.clock(), house.keep_recording_days, house.keep_days],
  ]);
}

/** At the start and every hour; a database that is away is tried again next time. */
export function sweepComplaints(app: ServerApp, deps: Deps): void {
  const sweep = () =>
    void forgetComplaints(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'sweep'));
  const timer = setInterval(sweep, HOUR_MS);
  timer.unref();
  app.addHook('onReady', async () => sweep());
  app.addHook('onClose', async () => clearInterval(timer));
}
