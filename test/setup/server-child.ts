import { type ChildProcess, fork } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { v7 as uuid } from 'uuid';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';

/** A server in a process of its own. */
export interface ServerChild {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): void;
}

const SCRIPT = fileURLToPath(new URL('./server-process.ts', import.meta.url));

/** Starts a server over `urls`; `port` 0 takes a free one. */
export async function startChild(
  urls: DatabaseUrls,
  options: { secret: string; dataDir: string; port?: number },
): Promise<ServerChild> {
  const child = fork(SCRIPT, {
    env: {
      ...process.env,
      PORT: String(options.port ?? 0),
      HOMEWARD_DATA_DIR: options.dataDir,
      HOMEWARD_SECRET: options.secret,
      HOMEWARD_REQUESTS_PER_MINUTE: '1000000',
      SERVER_APP_URL: urls.app,
      SERVER_AUTH_URL: urls.auth,
      SERVER_EXCHANGE_URL: urls.exchange,
    },
    // As the launcher starts it.
    execArgv: ['--max-semi-space-size=8', '--max-old-space-size=768'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    url,
    process: child,
    memory: () =>
      new Promise((resolve) => {
        child.once('message', (message) => resolve(Number(message)));
        child.send('memory');
      }),
    stop: () => child.kill('SIGTERM'),
  };
}

/** A session for an account, made without the cost of a password: the cookie header. */
export async function sessionCookie(
  urls: DatabaseUrls,
  accountId: string,
  secret: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await withClient(urls.owner, (owner) =>
    owner.query(
      `insert into auth.session (id, token, user_id, expires_at, last_active_at, created_at, updated_at)
       values ($1, $2, $3, now() + interval '12 hours', now(), now(), now())`,
      [uuid(), token, accountId],
    ),
  );
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `s.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
