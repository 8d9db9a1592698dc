import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledPostgres } from './binaries.ts';
import { databaseUser, type OsUser } from './os-user.ts';

/** Where one cluster's files are, and under whom its server runs. */
export interface Placement {
  /** Folder with `bin`, `lib`, `share`. */
  readonly native: string;
  /** The data directory; exists after `initdb`. */
  readonly data: string;
  /** What the server writes to stderr. */
  readonly log: string;
  /** Locks, users and the private password file of `initdb`; belongs to the caller. */
  readonly desk: string;
  /** null = the present user. */
  readonly user: OsUser | null;
}

/** Folder for clusters of root whose own folder the database user cannot enter (a home of mode 0700). */
const AWAY = '/var/lib/homeward';

/**
 * Decides where a cluster lives and makes the folders. Usually all of it is in `dir`; when root's
 * clone stands where the database user may not enter, binaries and data go to `away`, under a name
 * made from `dir`, and `dir/placed-at` says so.
 */
export function place(dir: string, away: string = AWAY): Placement {
  makeFolder(dir);
  const desk = realpathSync(dir);
  const bundled = bundledPostgres();
  const keeper = ownerOf(join(desk, 'data'));
  const user = keeper ?? databaseUser();
  // Data that is there stays where it is, under its owner.
  if (user === null || keeper || mayEnter(desk)) {
    const native = user === null || mayUse(bundled, user) ? bundled : copyBinaries(bundled, away);
    return inFolder(desk, desk, native, user);
  }
  makeFolder(away);
  const home = join(
    realpathSync(away),
    createHash('sha256').update(desk).digest('hex').slice(0, 12),
  );
  makeFolder(home);
  writeFileSync(join(desk, 'placed-at'), `${home}\n`);
  return inFolder(desk, home, copyBinaries(bundled, away), user);
}

/** The user whose data is there, for root; null without data, or when it is our own. */
function ownerOf(data: string): OsUser | null {
  if (process.platform === 'win32' || !existsSync(data)) return null;
  const { uid, gid } = statSync(data);
  if (uid === process.getuid?.()) return null;
  if (process.getuid?.() === 0) return { uid, gid };
  throw new Error(
    `${data} belongs to another user (number ${uid}). Start Homeward as that user or as root.`,
  );
}

function inFolder(desk: string, home: string, native: string, user: OsUser | null): Placement {
  return { native, desk, user, data: join(home, 'data'), log: join(home, 'server.log') };
}

/** Makes a folder that others may pass through but not list. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  mkdirSync(dir, { recursive: true });
  if (process.platform !== 'win32') chmodSync(dir, 0o711);
}

/** True when every folder on the way to `path`, itself included, lets other users pass. */
export function mayEnter(path: string): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function mayUse(native: string, user: OsUser): boolean {
  const server = statSync(join(native, 'bin', 'postgres'));
  if (server.uid === user.uid) return true;
  return mayEnter(join(native, 'bin')) && (server.mode & 0o005) === 0o005;
}

/** Copies the binaries once per version to a place that every user may read. */
function copyBinaries(native: string, away: string): string {
  const manifest = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  makeFolder(away);
  const target = join(away, `postgresql-${manifest.version}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  openForReading(half);
  try {
    renameSync(half, target);
  } catch (problem) {
    rmSync(half, { recursive: true, force: true });
    // Another start was quicker: its copy is as good as ours.
    if (!existsSync(target)) throw problem;
  }
  return target;
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
