import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_ENVIRONMENT } from './initialise.ts';
import { isAlive } from './lock.ts';
import type { Placement } from './placement.ts';

/** A running server as its own pid file describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Folder of its socket; null where it has none. */
  readonly socketFolder: string | null;
  readonly ready: boolean;
}

/** The server running over this data directory, or null; a stale pid file counts as none. */
export function findPostmaster(data: string): Postmaster | null {
  let rows: string[];
  try {
    rows = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  // pid, data directory, start, port, socket folder, address, shared memory, status
  const pid = Number(rows[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !worksIn(pid, data)) return null;
  const socketFolder = rows[4]?.trim() || null;
  return { pid, port: Number(rows[3]), socketFolder, ready: rows[7]?.trim() === 'ready' };
}

/** A pid is used again after a while: on Linux the process must stand in the data directory. */
function worksIn(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EACCES';
  }
}

const COMMON = {
  listen_addresses: '127.0.0.1',
  // With the collector on nothing more is heard on stderr; rotation is not worth that.
  logging_collector: 'off',
  log_destination: 'stderr',
  // A failed statement and its key values are personal data: the log gets the message only.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
  timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  jit: 'off',
};
const DURABLE = { max_connections: '100', shared_buffers: '128MB' };
const THROWAWAY = {
  max_connections: '300',
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

/** This machine, by password: the socket, and the network of the machine itself. */
const DOORS = 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n';

/**
 * Whether a socket fits into the data directory, which only the server's user may enter: a quarter of what a
 * query costs Node goes into TCP. The system takes about 100 bytes of path; a comma would begin another folder.
 */
function takesSocket(data: string): boolean {
  return process.platform !== 'win32' && !data.includes(',') && Buffer.byteLength(data) <= 80;
}

/** Starts the server and returns when it takes connections. Throws with the end of its log if it ends. */
export async function startPostmaster(
  at: Placement,
  port: number,
  durable: boolean,
): Promise<Postmaster> {
  // Proven stale by findPostmaster: PostgreSQL itself would refuse when the pid is in use again.
  rmSync(join(at.data, 'postmaster.pid'), { force: true });
  const settings = {
    ...COMMON,
    ...(durable ? DURABLE : THROWAWAY),
    port: String(port),
    unix_socket_directories: takesSocket(at.data) ? at.data : '',
  };
  // Written at each start: a folder of an earlier version knows no door by socket.
  writeFileSync(join(at.data, 'pg_hba.conf'), DOORS);
  const log = openSync(at.log, 'a', 0o600);
  if (at.user) chownSync(at.log, at.user.uid, at.user.gid);
  const server = spawn(
    join(at.native, 'bin', 'postgres'),
    [
      '-D',
      at.data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      // In a session of its own: Ctrl-C reaches us, and we stop it after the last request.
      detached: true,
      stdio: ['ignore', 'ignore', log],
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      ...(at.user ?? {}),
    },
  );
  closeSync(log);
  const end: { reason?: string } = {};
  server.on('error', (problem) => {
    end.reason = problem.message;
  });
  server.on('exit', (code, signal) => {
    end.reason = `it ended with ${code ?? signal}`;
  });
  server.unref();
  while (end.reason === undefined) {
    const found = findPostmaster(at.data);
    if (found?.ready) return found;
    await sleep(5);
  }
  throw new Error(`PostgreSQL did not start: ${end.reason}.\n${endOfLog(at.log)}`);
}

/** Asks the server to end (fast: sessions are cut, nothing is lost) and waits; insists after 20 s. */
export async function stopPostmaster(data: string, pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      if (!isAlive(pid) || findPostmaster(data)?.pid !== pid) return;
      await sleep(10);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) did not stop.`);
}

/** A port of 127.0.0.1 that nobody used a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

function endOfLog(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
}
