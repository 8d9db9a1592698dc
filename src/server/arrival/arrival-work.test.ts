import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atRest, uploaded } from '#test/arrival-upload.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { arrivalWork } from './arrival-work.ts';
import { moveOn } from './list-rows.ts';

const server = await testServer(await testDatabase());
const dilnoza = await signIn(server, 'dilnoza');
const officer = { kind: 'account', id: dilnoza.id } as const;
const LIST = 'Given name;Surname;Sex;Date of birth\nNodira;Sodiqova;f;1988-05-17\n';

/** Threads that began during this file, and whether each has ended. */
const threads: { ended: boolean }[] = [];
const watch = (thread: Worker) => {
  const one = { ended: false };
  threads.push(one);
  thread.once('exit', () => {
    one.ended = true;
  });
};
beforeAll(() => void process.on('worker', watch));
afterAll(() => void process.off('worker', watch));

/** A list that waits to be checked. */
async function waiting(): Promise<string> {
  const list = await uploaded(dilnoza, server.app, LIST);
  await server.deps.database.as(officer, (acting) =>
    moveOn(acting, list, ['open'], 'checking', server.deps.clock()),
  );
  return list;
}

// Broken on purpose: with a thread that is not kept, with one that is kept for good, with an idle one that is not ended
// when the server stops, and with a list that is begun after that, one of these failed each time.
it('one thread serves the next list too, ends when none comes, and another begins for the one after', async () => {
  const work = arrivalWork(server.deps, 400);
  const [first, second, third] = [await waiting(), await waiting(), await waiting()];
  for (const list of [first, second]) work.start('check', list, officer);
  for (const list of [first, second]) {
    expect(await atRest(dilnoza, list)).toMatchObject({ state: 'checked', problem: null });
  }
  expect(threads).toHaveLength(1);
  await expect.poll(() => threads[0]?.ended, { timeout: 10_000 }).toBe(true);
  work.start('check', third, officer);
  expect(await atRest(dilnoza, third)).toMatchObject({ state: 'checked', problem: null });
  expect(threads).toHaveLength(2);
  await work.close();
});

it('a thread that waits for the next list ends with the server, and no list begins one more', async () => {
  threads.length = 0;
  const work = arrivalWork(server.deps, 600_000);
  const [list, late] = [await waiting(), await waiting()];
  work.start('check', list, officer);
  expect((await atRest(dilnoza, list)).state).toBe('checked');
  // To cut a list that nobody works on is to wait until all are done: the thread is idle now.
  await work.cut(late);
  expect(threads).toEqual([{ ended: false }]);
  await work.close();
  expect(threads).toEqual([{ ended: true }]);
  work.start('check', late, officer);
  await work.close();
  expect(threads).toHaveLength(1);
});
