import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** What the databases of all lanes of `npm test` take together, several times over. */
const ENOUGH = 4 * 1024 ** 3;

/** Whether the machine has room for files that need no disk; containers may have 64 MB of it. */
export function roomInMemory(bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > bytes;
  } catch {
    return false;
  }
}

/**
 * Folder in memory for what the tests of the work tree `root` write, or `otherwise` where there is no room. A test
 * file's database is 800 files that are gone seconds later: some disks take a second of work for those.
 */
export function testFolder(root: string, otherwise: string): string {
  if (!roomInMemory(ENOUGH)) return otherwise;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = join(MEMORY, `homeward-${name}`);
  mkdirSync(folder, { recursive: true });
  // The database's own user passes through; nobody lists.
  chmodSync(folder, 0o711);
  return folder;
}
