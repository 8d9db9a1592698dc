import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCluster } from '#server/postgres/cluster.ts';
import { findPostmaster, freePort, stopPostmaster } from '#server/postgres/postmaster.ts';
import { withClient } from '#server/postgres/roles.ts';

const SCRIPT = fileURLToPath(new URL('./start.ts', import.meta.url));
/** Three starts of a database and one loading of the demo world, on a busy machine. */
const LONG = 240_000;

let folder: string;
let port: number;
const data = () => join(folder, 'postgres', 'data');
const launched: { readonly child: ChildProcess; readonly ended: Promise<unknown> }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'homeward-start-'));
  chmodSync(folder, 0o755);
  port = await freePort();
});
// Where a test failed, what it had begun keeps neither the port nor the database from the next one.
afterEach(async () => {
  for (const { child, ended } of launched.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  const left = findPostmaster(data());
  if (left) await stopPostmaster(data(), left.pid);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` without the launcher, in a folder and on a port of its own. */
function launch(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [SCRIPT], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOMEWARD_DATA_DIR: folder,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  launched.push({ child, ended });
  let text = '';
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        text += bytes.toString();
        if (text.includes('Stop with Ctrl-C')) resolve();
      });
    }
    // What has ended is waited for no longer.
    ended.then((code) => reject(new Error(`it ended with ${code}: ${text}`)));
  });
  // Some are not to get ready.
  ready.catch(() => undefined);
  return { child, text: () => text, ready, ended };
}

async function status(): Promise<number> {
  return fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
    (reply) => reply.status,
    () => 0,
  );
}

/** What the server's own role finds set in the database that it works on. */
async function settingOf(name: string): Promise<unknown> {
  const dir = join(folder, 'postgres');
  const secretsFile = join(folder, 'secrets.json');
  const cluster = await startCluster({ dir, durable: true, secretsFile });
  try {
    return await withClient(cluster.urlFor('homeward_app', 'homeward'), async (client) => {
      const { rows } = await client.query('select current_setting($1) as is', [name]);
      return rows[0].is;
    });
  } finally {
    await cluster.stop();
  }
}

describe('npm start', () => {
  it('begins, serves, tells the accounts, recovers, and stops all of it', {
    timeout: LONG,
  }, async () => {
    const first = launch();
    await first.ready;
    expect(first.text()).toContain(`http://127.0.0.1:${port}`);
    expect(first.text()).toContain('loading the demo world');
    expect(first.text()).toContain('Demo accounts');
    expect(await status()).toBe(200);
    // Seen to fail, and the run to go on at once, with the setting left under which the world was loaded
    // (`reset synchronous_commit` taken away in ground.ts).
    expect(await settingOf('synchronous_commit')).toBe('on');

    // kill -9 of the database server: connections that idle must not end the process (seen to, with
    // the pool's error listener taken away), and the same process serves again.
    const before = findPostmaster(data());
    if (before) process.kill(before.pid, 'SIGKILL');
    await expect.poll(status, { timeout: 30_000 }).toBe(200);
    expect(first.child.exitCode).toBeNull();

    const second = launch();
    expect(await second.ended).toBe(1);
    expect(second.text()).toContain(`port ${port} is in use`);

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(findPostmaster(data())).toBeNull();
  });

  it('goes on after kill -9 of the server, with what was there', { timeout: LONG }, async () => {
    const first = launch();
    await first.ready;
    expect(first.text()).not.toContain('loading the demo world');
    const orphan = findPostmaster(data());
    first.child.kill('SIGKILL');
    await first.ended;
    const second = launch();
    await second.ready;
    expect(findPostmaster(data())?.pid).toBe(orphan?.pid);
    expect(await status()).toBe(200);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(findPostmaster(data())).toBeNull();
  });

  it('live mode does not start on the bundled database and says all that is missing', async () => {
    const live = launch({ HOMEWARD_MODE: 'live' });
    expect(await live.ended).toBe(1);
    for (const name of ['HOMEWARD_URL', 'HOMEWARD_SECRET', 'DATABASE_URL']) {
      expect(live.text()).toContain(name);
    }
    expect(findPostmaster(data())).toBeNull();
  });

  it('names a wrong variable', async () => {
    const wrong = launch({ PORT: 'many' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.text()).toContain('PORT');
  });
});
