import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from './cluster.ts';
import { isAlive } from './lock.ts';
import { findPostmaster } from './postmaster.ts';
import { withClient } from './roles.ts';

const root = process.getuid?.() === 0;
let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'homeward cluster-'));
  chmodSync(base, 0o755);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const fresh = (name: string) => join(base, name, 'postgres');

/** A folder with the data of a cluster that was made once and stopped: for tests that prove no making. */
async function made(name: string): Promise<string> {
  const first = fresh('made');
  if (!existsSync(first)) await (await startCluster({ dir: first, durable: false })).stop();
  // Kept away from a folder that its user may not enter: then there is nothing here to copy.
  if (!existsSync(join(first, 'data'))) return fresh(name);
  mkdirSync(join(base, name));
  chmodSync(join(base, name), 0o755);
  execFileSync('cp', ['-a', first, fresh(name)]);
  return fresh(name);
}

async function value(cluster: Cluster, sql: string): Promise<unknown> {
  return withClient(cluster.urlFor('postgres', 'postgres'), async (client) => {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return (rows[0] as unknown[] | undefined)?.[0];
  });
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('a durable cluster, its path with a space', () => {
  let cluster: Cluster;
  const dir = () => fresh('a space');
  const secretsFile = () => join(base, 'a space', 'secrets.json');
  beforeAll(async () => {
    cluster = await startCluster({ dir: dir(), durable: true, secretsFile: secretsFile() });
  });
  afterAll(() => cluster.stop());

  it('keeps what it is told: flushed, with checksums, byte order, UTF-8, SCRAM', async () => {
    const wanted = {
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
      logging_collector: 'off',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: cluster.placement.data,
      log_error_verbosity: 'terse',
    };
    for (const [name, setting] of Object.entries(wanted)) {
      expect([name, await value(cluster, `show ${name}`)]).toEqual([name, setting]);
    }
    expect(
      await value(cluster, "select datcollate from pg_database where datname = 'postgres'"),
    ).toBe('C.UTF-8');
  });

  it('has random passwords in a private file, and none left over from its making', async () => {
    const known = JSON.parse(readFileSync(secretsFile(), 'utf8')) as Record<string, string>;
    expect(Object.values(known).every((secret) => secret.length >= 43)).toBe(true);
    expect(new Set(Object.values(known)).size).toBe(Object.keys(known).length);
    expect(statSync(secretsFile()).mode & 0o777).toBe(0o600);
    expect(existsSync(join(cluster.placement.data, '..', 'password'))).toBe(false);
  });

  // Broken on purpose: `trust` for the door `local` let the wrong passwords in.
  it.each(['password', 'postgres', ''])(
    'refuses the password "%s" at both doors',
    async (guess) => {
      const url = new URL(cluster.urlFor('postgres', 'postgres'));
      url.password = guess;
      await expect(withClient(url.href, async () => true)).rejects.toThrow(/password/i);
      url.searchParams.delete('host');
      await expect(withClient(url.href, async () => true)).rejects.toThrow(/password/i);
    },
  );

  it('is spoken to by its socket, in a folder that only its user may enter', async () => {
    expect(await value(cluster, 'select inet_server_addr()')).toBeNull();
    expect(statSync(cluster.placement.data).mode & 0o077).toBe(0);
  });

  it('runs as a user who is not root', async () => {
    const running = findPostmaster(cluster.placement.data);
    const { uid } = statSync(`/proc/${running?.pid}`);
    expect(uid === 0).toBe(false);
    expect(statSync(cluster.placement.data).mode & 0o777).toBe(0o700);
  });

  it('writes no failed statement and no value into its log', async () => {
    const secret = 'Nilufar-7731';
    await expect(value(cluster, `select '${secret}'::int`)).rejects.toThrow();
    await expect(
      value(
        cluster,
        `create temp table t (a text primary key); insert into t values
        ('${secret}'), ('${secret}')`,
      ),
    ).rejects.toThrow();
    const log = readFileSync(cluster.placement.log, 'utf8');
    expect(log).toContain('duplicate key');
    // PostgreSQL names a value that it cannot read as a number in the message itself; keys it does not.
    expect(
      log.split('\n').filter((row) => row.includes(secret) && /DETAIL|STATEMENT/.test(row)),
    ).toEqual([]);
  });

  it('comes back by itself, on the same port, after kill -9 of the server', async () => {
    const before = findPostmaster(cluster.placement.data);
    if (!before) throw new Error('no server');
    await value(cluster, 'create table kept as select 7 as id');
    const killedAt = Date.now();
    process.kill(before.pid, 'SIGKILL');
    await expect
      .poll(() => value(cluster, 'select id from kept').catch(() => null), { timeout: 10_000 })
      .toBe(7);
    expect(findPostmaster(cluster.placement.data)?.pid).not.toBe(before.pid);
    expect(Date.now() - killedAt).toBeLessThan(10_000);
  });

  it('is joined by a second caller, and stops only when the last one leaves', async () => {
    const second = await startCluster({ dir: dir(), durable: true, secretsFile: secretsFile() });
    expect(second.port).toBe(cluster.port);
    await second.stop();
    expect(await value(cluster, 'select 1')).toBe(1);
  });
});

describe('what an earlier process left behind', () => {
  it('an orphan of a killed Node is joined, with its data', async () => {
    const dir = await made('orphan');
    const script = `
      import { startCluster } from ${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)};
      const { port } = await startCluster({ dir: ${JSON.stringify(dir)}, durable: false });
      console.log(port);
      setInterval(() => {}, 1000);`;
    const node = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const [printed] = (await once(node.stdout, 'data')) as [Buffer];
    node.kill('SIGKILL');
    await once(node, 'exit');
    const cluster = await startCluster({ dir, durable: false });
    expect(cluster.port).toBe(Number(printed.toString().trim()));
    expect(await value(cluster, 'select 1')).toBe(1);
    const running = findPostmaster(cluster.placement.data);
    await cluster.stop();
    // Its pid file goes a moment before it does.
    await expect.poll(() => running && isAlive(running.pid), { timeout: 20_000 }).toBe(false);
  });

  // Seen to fail without the look at /proc: the other program (here the test itself) was told to end.
  it.each([
    ['a process that is gone', () => 4_194_000],
    ['another program that got the number', () => process.pid],
  ])('a stale pid file of %s does not stop the start', async (_, pid) => {
    const dir = await made(`stale ${pid()}`);
    const first = await startCluster({ dir, durable: false });
    const running = findPostmaster(first.placement.data);
    const pidFile = join(first.placement.data, 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await first.stop();
    if (running) await gone(running.pid);
    writeFileSync(pidFile, text.replace(/^\d+/, String(pid())));
    const second = await startCluster({ dir, durable: false });
    expect(await value(second, 'select 1')).toBe(1);
    await second.stop();
  });

  it('a lock of a process that is gone is taken over', async () => {
    const dir = await made('lock');
    writeFileSync(join(dir, 'lock'), '4194000');
    const cluster = await startCluster({ dir, durable: false });
    await cluster.stop();
    expect(readdirSync(dir)).not.toContain('lock');
  });

  it('a folder of a version without a socket gets one at the next start', async () => {
    const dir = await made('older');
    const first = await startCluster({ dir, durable: false });
    await first.stop();
    const doors = join(first.placement.data, 'pg_hba.conf');
    writeFileSync(doors, 'host all all 127.0.0.1/32 scram-sha-256\n');
    const second = await startCluster({ dir, durable: false });
    expect(await value(second, 'select inet_server_addr()')).toBeNull();
    await second.stop();
  });

  // Broken on purpose: with a socket for every path the server did not start.
  it('a path too long for a socket is served over the network of the machine', async () => {
    const cluster = await startCluster({ dir: await made('x'.repeat(90)), durable: false });
    expect(await value(cluster, 'select host(inet_server_addr())')).toBe('127.0.0.1');
    await cluster.stop();
  });

  it('a half-made data directory is made again', async () => {
    const dir = fresh('half');
    mkdirSync(join(dir, 'data.new', 'base'), { recursive: true });
    for (const folder of [join(dir, '..'), dir]) chmodSync(folder, 0o755);
    const cluster = await startCluster({ dir, durable: false });
    expect(await value(cluster, 'select 1')).toBe(1);
    await cluster.stop();
  });
});

it('four starts at once share one server', async () => {
  const dir = fresh('together');
  const clusters = await Promise.all([1, 2, 3, 4].map(() => startCluster({ dir, durable: false })));
  expect(new Set(clusters.map((cluster) => cluster.port)).size).toBe(1);
  for (const cluster of clusters) await cluster.stop();
  const data = clusters[0]?.placement.data;
  expect(data && findPostmaster(data)).toBeNull();
});

it.runIf(root)(
  'a clone under a home of mode 0700 keeps its data where the server may go',
  async () => {
    const home = join(base, 'home');
    mkdirSync(home, { mode: 0o700 });
    const away = join(base, 'away');
    const dir = join(home, 'homeward', 'var', 'postgres');
    const options = { dir, durable: false, away };
    const first = await startCluster(options);
    expect(first.placement.data.startsWith(away)).toBe(true);
    expect(readFileSync(join(dir, 'placed-at'), 'utf8').trim().startsWith(away)).toBe(true);
    await value(first, 'create table kept (id int)');
    await first.stop();
    const second = await startCluster(options);
    expect(await value(second, "select to_regclass('kept')::text")).toBe('kept');
    await second.stop();
  },
);
