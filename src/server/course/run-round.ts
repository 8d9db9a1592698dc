import { Worker } from 'node:worker_threads';
import type { Problem } from '#domain/problem.ts';
import type { ReplayJob, RoundJob, RoundRan } from './round-thread.ts';

/** Heap of the thread in MB, and the seconds after which it is ended: 20,000 people take one or two. */
const HEAP = 512;
const SECONDS = 60;

/** Runs a round in a thread of its own: no request waits while it is worked out. */
export function runRound(job: RoundJob | ReplayJob): Promise<RoundRan | { problem: Problem }> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./round-thread.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    const late = setTimeout(() => void thread.terminate(), SECONDS * 1000);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(late);
      // After an answer this says nothing any more.
      reject(new Error('the round was cut off'));
    });
  });
}
