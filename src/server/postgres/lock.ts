import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** True while a process of this number runs (one of another user counts, one that ended does not). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** An ended process keeps its number until its parent has asked for the result: some never ask. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  // number (name) state …: the name may hold anything, also brackets.
  const status = read(`/proc/${pid}/stat`) ?? '';
  return status.slice(status.lastIndexOf(')') + 2).startsWith('Z');
}

/**
 * Runs `work` while no other process (nor another caller in this one) holds the lock file. A lock
 * whose process is gone is taken over. Fails after `waitMs`.
 */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  waitMs = 120_000,
): Promise<Result> {
  const end = Date.now() + waitMs;
  while (!take(file)) {
    dropIfAbandoned(file);
    if (Date.now() > end) throw new Error(`Another process holds ${file} for too long.`);
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw problem;
  }
}

function dropIfAbandoned(file: string): void {
  const holder = read(file);
  if (holder === null) return;
  // Empty: its process is just writing its number into it, or was killed before it could.
  if (holder === '' ? !isOld(file) : isAlive(Number(holder))) return;
  // Only one of several waiters can move the file away; whoever moved a live lock puts it back.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) === holder) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isOld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > 5_000;
  } catch {
    return false;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
