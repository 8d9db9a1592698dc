import { parentPort, workerData } from 'node:worker_threads';
import { parseDraft } from '#domain/programme/draft-check.ts';
import { type Database, openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { COUNTER, tryModel } from './model-trial.ts';
import { beat, endTrial, triedDocument } from './trial-rows.ts';

/** What the thread is given; it reads everything else from the database, as the job that counts. */
export interface TrialTask {
  readonly trialId: string;
  readonly databaseUrl: string;
  /** The server's clock beside the machine's, in milliseconds. */
  readonly clockOffset: number;
}

const { trialId, databaseUrl, clockOffset } = workerData as TrialTask;
const clock = () => new Date(Date.now() + clockOffset);

const database = openDatabase(createPool(databaseUrl, createLog('silent'), 1, 20_000));
try {
  await run(database);
  parentPort?.postMessage('done');
} finally {
  await database.end();
}

async function run(opened: Database): Promise<void> {
  const { document, size } = await opened.as(COUNTER, async (acting) => ({
    document: await triedDocument(acting, trialId),
    size: await filesToTry(acting.client),
  }));
  const parsed = parseDraft(document);
  const result =
    'model' in parsed
      ? await tryModel({ database: opened, clock }, parsed.model, (tried) =>
          opened.as(COUNTER, async (acting) => {
            await beat(acting, trialId, tried / Math.max(size, tried), clock());
            return (await triedDocument(acting, trialId)) !== null;
          }),
        )
      : null;
  await opened.as(COUNTER, (acting) => endTrial(acting, trialId, result));
}

async function filesToTry(client: {
  query(text: string): Promise<{ readonly rows: readonly { readonly size: unknown }[] }>;
}): Promise<number> {
  const { rows } = await client.query('select model_trial_size() as size');
  return Number(rows[0]?.size ?? 0);
}
