import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { seedWaiting } from './waiting.ts';

it('shows who is on duty, and a decision that waits for its answer', async () => {
  const database = await testDatabase();
  const server = await testServer(database);
  await seedWaiting(database.urls.app, server.deps.clock());
  const gulnora = await signIn(server, 'gulnora');
  const { duties } = (await gulnora.request('GET', '/api/duties')).json();
  expect(duties.map((one: { now: boolean }) => one.now)).toEqual([true, false, false]);
  const { waiting } = (await gulnora.request('GET', '/api/commission/unanswered')).json();
  expect(waiting).toMatchObject([{ agency: 'social_protection', days: 20 }]);
});
