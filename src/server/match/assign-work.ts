import { Worker } from 'node:worker_threads';
import type { AssignResult, AssignTask } from '#domain/match/assign.ts';
import type { AssignJob } from './assign-thread.ts';

/** Heap of the thread in MB; the solver's own memory comes on top. */
const HEAP = 512;
/** So much longer than its own limit the solver may take before the thread is ended. */
const GRACE_SECONDS = 10;

/**
 * The best assignment there is, proven, in a thread of its own: no request waits while it is worked out.
 * `seconds` is the time after which it gives up, with `out_of_time`.
 */
export function assign(task: AssignTask, seconds: number): Promise<AssignResult> {
  return new Promise((resolve, reject) => {
    const workerData: AssignJob = { task, seconds };
    const thread = new Worker(new URL('./assign-thread.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    const late = setTimeout(() => void thread.terminate(), (seconds + GRACE_SECONDS) * 1000);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(late);
      // After an answer this says nothing any more.
      reject(new Error('the assignment was cut off'));
    });
  });
}
