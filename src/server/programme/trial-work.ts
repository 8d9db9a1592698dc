import { Worker } from 'node:worker_threads';
import type { Deps } from '../deps.ts';
import { COUNTER } from './model-trial.ts';
import { claimTrial, giveBackTrial, putOffTrial } from './trial-rows.ts';
import type { TrialTask } from './trial-thread.ts';

/** Heap of the thread in MB: a few files at a time, and the sets of whom was counted. */
const HEAP = 120;
const LOOK_MS = 30_000;

export interface TrialWork {
  /** Takes up the next trial that waits, unless one runs; for every server and after every restart. */
  look(): Promise<void>;
  /** Ends the thread as a crash would. */
  cut(): Promise<void>;
  /** Ends what runs: it waits for whichever server looks next. */
  close(): Promise<void>;
}

/** Runs the dry runs of drafts that wait, one after the other, in a thread of their own. */
export function trialWork(deps: Deps): TrialWork {
  let thread: Worker | undefined;
  let under: Promise<void> | undefined;
  let wanted = false;
  let closing = false;

  const takeUp = async () => {
    while (wanted && !closing) {
      wanted = false;
      const trialId = await deps.database.as(COUNTER, (acting) => claimTrial(acting, deps.clock()));
      if (trialId === null) continue;
      // Another one may wait behind it, and somebody may ask meanwhile.
      wanted = true;
      const done = await run(trialId);
      if (done) continue;
      const giveBack = closing ? putOffTrial : giveBackTrial;
      await deps.database.as(COUNTER, (acting) => giveBack(acting, trialId));
    }
  };
  const run = (trialId: string) =>
    new Promise<boolean>((resolve) => {
      if (closing) return resolve(false);
      const workerData: TrialTask = {
        trialId,
        databaseUrl: deps.database.pool.options.connectionString ?? '',
        clockOffset: deps.clock().getTime() - Date.now(),
      };
      let done = false;
      thread = new Worker(new URL('./trial-thread.ts', import.meta.url), {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 8 },
      });
      thread.on('message', () => {
        done = true;
      });
      thread.on('error', (error) => deps.log.error({ err: error }, 'trial cut'));
      thread.on('exit', () => {
        thread = undefined;
        resolve(done);
      });
    });
  const look = () => {
    wanted = true;
    under ??= takeUp()
      // The database is away, or another server was faster: the next look tries again.
      .catch((error: unknown) => deps.log.warn({ err: error }, 'trials not taken up'))
      .finally(() => {
        under = undefined;
      });
    return under;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    look,
    async cut() {
      await thread?.terminate();
    },
    async close() {
      closing = true;
      clearInterval(timer);
      await thread?.terminate();
      await under;
    },
  };
}
