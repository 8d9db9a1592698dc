import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { verifyCases } from '../case/verify.ts';
import { withClient } from '../postgres/roles.ts';
import { seedRides } from './rides.ts';
import { seedWaiting } from './waiting.ts';
import { seedWorkAndTraining } from './work-and-training.ts';

it('shows who is on duty, who stands in, and a decision that waits for its answer', async () => {
  const database = await testDatabase();
  const server = await testServer(database);
  await seedWaiting(database.urls.app, server.deps.clock());
  const gulnora = await signIn(server, 'gulnora');
  const { duties } = (await gulnora.request('GET', '/api/duties')).json();
  expect(duties.map((one: { now: boolean }) => one.now)).toEqual([true, false, false]);
  // Who can confirm what she proposes.
  const shahnoza = await signIn(server, 'shahnoza');
  const { stand_ins } = (await shahnoza.request('GET', '/api/stand-ins')).json();
  expect(stand_ins).toMatchObject([{ own: true, now: true }]);
  const { waiting } = (await gulnora.request('GET', '/api/commission/unanswered')).json();
  expect(waiting).toMatchObject([{ agency: 'social_protection', days: 20 }]);
});

it('has rides that wait for the other coordinator', async () => {
  const database = await testDatabase();
  const server = await testServer(database);
  await seedRides(database.urls, server.deps.clock());
  const lobar = await signIn(server, 'lobar');
  const { rounds } = (await lobar.request('GET', '/api/helper-rounds')).json();
  expect(rounds).toMatchObject([{ kind: 'transport', state: 'proposed', given: 4, waiting: 0 }]);
  const one = (await lobar.request('GET', `/api/helper-rounds/${rounds[0].id}`)).json();
  expect(one.abilities.confirm).toBe(true);
});

it('fills the screens of work and training: figures, vacancies, a round that is over and one that is open', async () => {
  const database = await testDatabase();
  const server = await testServer(database);
  await seedWorkAndTraining(database.urls, server.deps.clock());
  const [jasur, aziza] = [await signIn(server, 'jasur'), await signIn(server, 'aziza')];
  const { occupations } = (await jasur.request('GET', '/api/demand?kind=need')).json();
  expect(occupations.length).toBeGreaterThan(8);
  const { rows: vacancies } = (await aziza.request('GET', '/api/vacancies')).json();
  expect(vacancies.length).toBeGreaterThan(10);
  const { rounds } = (await jasur.request('GET', '/api/course-rounds')).json();
  expect(rounds).toMatchObject([
    { state: 'open', people: 3 },
    { state: 'confirmed', people: 11 },
  ]);
  // One wish of the demo world is said by each of eleven people for seven seats; nobody sits twice.
  const over = (await jasur.request('GET', `/api/course-rounds/${rounds[1].id}`)).json();
  expect(over.statistics).toMatchObject({ people: 11, seated: 7, without: 4 });
  const again = await jasur.request('POST', `/api/course-rounds/${rounds[1].id}/replay`);
  expect(again.json().same).toBe(true);
  expect((await withClient(database.urls.owner, verifyCases)).faults).toEqual([]);
});
