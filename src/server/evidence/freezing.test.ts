import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Deps } from '../deps.ts';
import { createLog } from '../log.ts';
import { keepFreezing } from './freezing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

// Seen to fail with an hour of waiting after every attempt: a server that began before a busy database told
// the coordinator for an hour that no month had been frozen.
it('what failed is tried again soon, what went well an hour later, and nothing once stopped', async () => {
  const as = vi.fn().mockRejectedValueOnce(new Error('the database is busy')).mockResolvedValue([]);
  const deps = { database: { as }, clock: () => new Date(), log: createLog('silent') };
  const stop = keepFreezing(deps as unknown as Deps);
  expect(as).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(as).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(as).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(as).toHaveBeenCalledTimes(3);
  stop();
  await vi.advanceTimersByTimeAsync(7_200_000);
  expect(as).toHaveBeenCalledTimes(3);
});
