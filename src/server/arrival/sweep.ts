import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';

/** How long the sealed copy of a list stays at most. */
export const COPY_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Forgets the keys of copies whose time is over, and removes what is as old on the disk. */
export async function sweepUploads(deps: Deps): Promise<void> {
  const now = deps.clock();
  await deps.database.pool.query('select expire_arrival_files($1)', [now]);
  const folder = join(deps.config.dataDirectory, 'uploads');
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now.getTime() }));
    if (now.getTime() - mtimeMs > COPY_HOURS * HOUR_MS) await rm(path, { force: true });
  }
}

/** Sweeps at the start and every quarter of an hour; a database that is away is tried again next time. */
export function sweepRegularly(app: ServerApp, deps: Deps): void {
  const sweep = () =>
    void sweepUploads(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'sweep'));
  const timer = setInterval(sweep, HOUR_MS / 4);
  timer.unref();
  app.addHook('onReady', async () => sweep());
  app.addHook('onClose', async () => clearInterval(timer));
}
