import { Worker } from 'node:worker_threads';
import type { Actor } from '#domain/access/role.ts';
import type { Deps } from '../deps.ts';
import type { ArrivalTask } from './arrival-thread.ts';
import { saveFailure } from './list-rows.ts';
import { sealedPath } from './sealed-file.ts';

/** Heap of the thread in MB: 100,000 rows fit, and the server's own memory stays untouched. */
const HEAP = 120;
/** A thread that is done waits so long for the next list, in milliseconds: to begin one takes half a second. */
const PATIENCE = 5_000;

export interface ArrivalWork {
  /** Checks or imports a list in a thread of its own; lists of this process take turns. */
  start(task: ArrivalTask['task'], listId: string, actor: Actor): void;
  /** Runs `work` in this thread, counted as work under way so that the server waits for it. */
  follow(work: Promise<void>): void;
  /** Ends the thread that works on a list as a crash would. */
  cut(listId: string): Promise<void>;
  /** Ends what is under way; an import that is cut can be gone on with. */
  close(): Promise<void>;
}

/** `patience` is for a test that does not wait as long. */
export function arrivalWork(deps: Deps, patience = PATIENCE): ArrivalWork {
  const threads = new Map<string, Worker>();
  const following = new Set<Promise<void>>();
  let idle: { readonly thread: Worker; readonly end: NodeJS.Timeout } | undefined;
  let last: Promise<void> = Promise.resolve();
  let closing = false;

  const begin = (): Worker => {
    const thread = new Worker(new URL('./arrival-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 8 },
    });
    thread.on('error', (error) => deps.log.error({ err: error }, 'thread of a list ended'));
    return thread.on('exit', () => {
      if (idle?.thread === thread) idle = undefined;
    });
  };
  const take = (): Worker => {
    if (idle === undefined) return begin();
    const { thread, end } = idle;
    idle = undefined;
    clearTimeout(end);
    thread.ref();
    return thread;
  };
  const keep = (thread: Worker) => {
    const end = () => {
      if (idle?.thread === thread) idle = undefined;
      void thread.terminate();
    };
    if (closing) return end();
    thread.unref();
    idle = { thread, end: setTimeout(end, patience).unref() };
  };

  const run = (given: ArrivalTask, actor: Actor) =>
    new Promise<void>((resolve) => {
      if (closing) return resolve();
      const thread = take();
      threads.set(given.listId, thread);
      const leave = () => {
        threads.delete(given.listId);
        thread.off('message', done).off('exit', cut);
      };
      const done = () => {
        leave();
        keep(thread);
        resolve();
      };
      const cut = () => {
        leave();
        deps.database
          .as(actor, (acting) => saveFailure(acting, given.listId, { code: 'list_cut' }))
          .catch((error: unknown) => deps.log.warn({ err: error }, 'list cut'))
          .finally(resolve);
      };
      thread.on('message', done).on('exit', cut);
      thread.postMessage(given);
    });

  const follow = (work: Promise<void>) => {
    const told = work
      .catch((error: unknown) => deps.log.error({ err: error }, 'list cut'))
      .finally(() => following.delete(told));
    following.add(told);
  };
  return {
    follow,
    start(task, listId, actor) {
      const given: ArrivalTask = {
        ...{ task, listId, accountId: actor.id },
        databaseUrl: deps.database.pool.options.connectionString ?? '',
        path: sealedPath(deps.config.dataDirectory, listId),
        clockOffset: deps.clock().getTime() - Date.now(),
      };
      last = last.then(() => run(given, actor));
      follow(last);
    },
    async cut(listId) {
      await threads.get(listId)?.terminate();
      await last;
    },
    async close() {
      closing = true;
      await idle?.thread.terminate();
      for (const thread of threads.values()) await thread.terminate();
      await Promise.all(following);
    },
  };
}
