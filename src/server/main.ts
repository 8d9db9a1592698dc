import { readConfig } from './config.ts';
import { createLog, type Log } from './log.ts';
import { type RunningServer, startServer } from './start.ts';

/** What `serve` tells whoever started it: a running server, or why there is none, in sentences. */
export type Served =
  | { readonly server: RunningServer; readonly log: Log; readonly problems?: never }
  | { readonly server?: never; readonly problems: readonly string[] };

/**
 * Reads `env` and serves. The database must be there and migrated: where `env` names none, the caller
 * starts the embedded one and passes its addresses as `embedded`.
 */
export async function serve(
  env: Readonly<Record<string, string | undefined>>,
  embedded?: { readonly app: string; readonly auth: string },
): Promise<Served> {
  const { config, problems } = readConfig(env);
  if (problems !== undefined) return { problems };
  const app = config.database.app ?? embedded?.app;
  const auth = config.database.auth ?? embedded?.auth;
  if (app === undefined) return { problems: ['DATABASE_URL: no database is named'] };
  if (auth === undefined) return { problems: ['DATABASE_AUTH_URL: no database is named'] };
  const log = createLog(config.logLevel);
  const started = await startServer(config, { app, auth }, log);
  if (started.refusals !== undefined) return { problems: started.refusals };
  return { server: started.server, log };
}

/** Stops `server` on Ctrl-C or when told to end: what is under way is answered first, at most 10 s. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      const limit = setTimeout(() => process.exit(1), 10_000);
      limit.unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
