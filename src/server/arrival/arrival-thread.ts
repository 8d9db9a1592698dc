import { rm } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { Problem } from '#domain/problem.ts';
import { type Database, openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { examineList } from './examine-list.ts';
import { closeImport, importList } from './import-list.ts';
import { groundOf } from './list-ground.ts';
import { fileKey, listById, saveCompared, saveFailure, saveReport } from './list-rows.ts';
import { sealedFile } from './sealed-file.ts';

/** What the thread is given; it reads everything else from the database, as the intake officer. */
export interface ArrivalTask {
  readonly task: 'check' | 'import';
  readonly listId: string;
  readonly accountId: string;
  readonly databaseUrl: string;
  readonly path: string;
  /** The server's clock beside the machine's, in milliseconds. */
  readonly clockOffset: number;
}

// One task after the other. What is thrown ends the thread, with its connections: the list was cut.
parentPort?.on('message', async (given: ArrivalTask) => {
  const database = openDatabase(createPool(given.databaseUrl, createLog('silent'), 2, 20_000));
  const problem = await work(database, given);
  if (problem !== undefined) {
    await database.as(actorOf(given), (acting) => saveFailure(acting, given.listId, problem));
  }
  await database.end();
  parentPort?.postMessage('done');
});

const actorOf = ({ accountId }: ArrivalTask) => ({ kind: 'account', id: accountId }) as const;

async function work(database: Database, given: ArrivalTask): Promise<Problem | undefined> {
  const clock = () => new Date(Date.now() + given.clockOffset);
  const actor = actorOf(given);
  const { listId } = given;
  const { list, key, ground } = await database.as(actor, async (acting) => ({
    list: await listById(acting, listId, clock()),
    key: await fileKey(acting, listId, clock()),
    ground: await groundOf(acting, clock()),
  }));
  if (list?.plan == null || ground === null) return { code: 'gone' };
  if (key === null) return { code: 'list_file_gone' };
  const file = sealedFile(given.path, key);
  const { plan } = list;
  if (given.task === 'import') {
    const removeCopy = () => rm(given.path, { force: true });
    const wanted = { database, listId, file, plan, ground, clock, removeCopy };
    // Cut between its last row and its end: the copy may be gone already.
    if (list.imported_at !== null) return closeImport(wanted).then(() => undefined);
    const done = await importList(wanted);
    return 'problem' in done ? done.problem : undefined;
  }
  const onProgress = (rows_read: number) =>
    database.as(actor, (acting) => saveCompared(acting, listId, rows_read, clock()));
  const examined = await examineList({
    ...{ database, file, plan, ground, listId, now: clock(), onProgress },
  });
  if ('problem' in examined) return examined.problem;
  await database.as(actor, (acting) => saveReport(acting, listId, examined.report));
  return undefined;
}
