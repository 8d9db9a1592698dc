import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sealedFile, sealFile } from '../arrival/sealed-file.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';

const HOUR = 3_600_000;

/** Where the sealed copy of a receipt lies. */
function receiptPath(deps: Pick<Deps, 'config'>, id: string): string {
  return join(folderOf(deps), `${id}.sealed`);
}

function folderOf({ config }: Pick<Deps, 'config'>): string {
  return join(config.dataDirectory, 'receipts');
}

/** Seals a receipt under its own key; plain bytes never touch the disk. */
export async function sealReceipt(deps: Deps, id: string, key: Buffer, bytes: Buffer) {
  // In pieces, as a stream would come: the seal is made for those.
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  }
  await sealFile(receiptPath(deps, id), key, pieces());
}

/** The receipt in plain; null where the copy is not on this server, or was tampered with. */
export async function unsealReceipt(deps: Deps, id: string, key: Buffer): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of sealedFile(receiptPath(deps, id), key).open()) pieces.push(piece);
    return Buffer.concat(pieces);
  } catch (error) {
    deps.log.error({ err: error, receipt: id }, 'receipt not readable');
    return null;
  }
}

export async function removeSealed(deps: Deps, id: string): Promise<void> {
  await rm(receiptPath(deps, id), { force: true });
}

/** Removes copies whose key is gone: erased with what was given, or with the file. */
export async function sweepReceipts(deps: Deps): Promise<void> {
  const ids: string[] = [];
  for (const name of await readdir(folderOf(deps)).catch(() => [])) {
    const id = name.replace(/\.sealed$/, '');
    const { mtimeMs } = await stat(join(folderOf(deps), name)).catch(() => ({ mtimeMs: Infinity }));
    // One that is being added has no row yet; files of any other name are not ours.
    if (/^[0-9a-f-]{36}$/.test(id) && Date.now() - mtimeMs > HOUR) ids.push(id);
  }
  if (ids.length === 0) return;
  const { rows } = await deps.database.pool.query<{ id: string }>(
    'select receipts_without_key($1::uuid[]) as id',
    [ids],
  );
  for (const { id } of rows) await removeSealed(deps, id);
}

/** Sweeps at the start and every quarter of an hour; a database that is away is tried again next time. */
export function sweepReceiptsRegularly(app: ServerApp, deps: Deps): void {
  const sweep = () =>
    void sweepReceipts(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'sweep'));
  const timer = setInterval(sweep, HOUR / 4);
  timer.unref();
  app.addHook('onReady', async () => sweep());
  app.addHook('onClose', async () => clearInterval(timer));
}
