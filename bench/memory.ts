import { setTimeout as wait } from 'node:timers/promises';
import type { ServerChild } from '../test/setup/server-child.ts';

const EVERY_MS = 50;
const IDLE_MS = 2_000;

/** Resident memory in MB of a server that has nothing to do. */
export async function idleMemory(server: ServerChild): Promise<number> {
  await wait(IDLE_MS);
  return server.memory();
}

/** Resident memory in MB at its highest while `work` runs, threads of the process included. */
export async function peakMemory(server: ServerChild, work: () => Promise<void>): Promise<number> {
  let peak = 0;
  let running = true;
  const watching = (async () => {
    while (running) {
      peak = Math.max(peak, await server.memory());
      await wait(EVERY_MS);
    }
  })();
  try {
    await work();
  } finally {
    running = false;
    await watching;
  }
  return peak;
}
