import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** An operating system user by number, as `spawn` wants it. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user under whom PostgreSQL runs: null = the present one. PostgreSQL refuses to run as root, so
 * root drops to `postgres`, and creates it without a login where the machine has none.
 */
export function databaseUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const present = findUser('postgres');
  if (present) return present;
  execFileSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const created = findUser('postgres');
  if (!created) throw new Error('The user "postgres" could not be created; run as another user.');
  return created;
}

function findUser(name: string): OsUser | null {
  for (const row of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = row.split(':');
    if (user === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}
