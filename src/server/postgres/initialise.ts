import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Placement } from './placement.ts';

/** PostgreSQL gets a small environment of its own: nothing of ours (keys, URLs) reaches it. */
export const SERVER_ENVIRONMENT = {
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
};

/**
 * Makes the data directory when there is none: UTF-8, byte-wise collation (the bundled ICU may change
 * under an index), checksums, SCRAM for everybody. Made beside its place and moved there when whole.
 */
export async function initialise(
  at: Placement,
  superuserPassword: string,
  durable: boolean,
): Promise<void> {
  if (existsSync(join(at.data, 'PG_VERSION'))) return;
  const half = `${at.data}.new`;
  const passwordFile = join(half, '..', 'password', 'superuser');
  rmSync(half, { recursive: true, force: true });
  privateFolder(half, at);
  privateFolder(dirname(passwordFile), at);
  try {
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    if (at.user) chownSync(passwordFile, at.user.uid, at.user.gid);
    await promisify(execFile)(
      join(at.native, 'bin', 'initdb'),
      [
        `--pgdata=${half}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--locale=C.UTF-8',
        '--encoding=UTF8',
        '--data-checksums',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { cwd: '/', env: SERVER_ENVIRONMENT, ...(at.user ?? {}) },
    );
  } finally {
    rmSync(dirname(passwordFile), { recursive: true, force: true });
  }
  renameSync(half, at.data);
}

function privateFolder(path: string, at: Placement): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (at.user) chownSync(path, at.user.uid, at.user.gid);
}
