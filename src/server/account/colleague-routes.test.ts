import { describe, expect, it } from 'vitest';
import type { Colleague } from '#domain/account/colleague.ts';
import { testDatabase } from '#test/database.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);

async function colleaguesOf(caller: Caller): Promise<Colleague[]> {
  const reply = await caller.request('GET', '/api/colleagues');
  expect(reply.statusCode).toBe(200);
  return reply.json().colleagues;
}

// Broken once by leaving out the place in `colleagues()`: Kamola of another district was listed.
describe('colleagues', () => {
  it('are the people of the own place, above and below it, by name and role', async () => {
    const known = await colleaguesOf(await signIn(server, 'aziza'));
    const ids = known.map((one) => one.id);
    for (const name of ['aziza', 'gulnora', 'timur', 'dilnoza', 'farida'] as const) {
      expect(ids).toContain(DEMO_PEOPLE[name].id);
    }
    expect(ids).not.toContain(DEMO_PEOPLE.kamola.id);
    expect(known.find((one) => one.id === DEMO_PEOPLE.gulnora.id)).toMatchObject({
      name: DEMO_PEOPLE.gulnora.name,
      role: 'supervisor',
      active: true,
    });
  });

  it('are told to nobody who does not read files', async () => {
    for (const name of ['jasur', 'sherzod', 'malika', 'farida'] as const) {
      expect(await colleaguesOf(await signIn(server, name))).toEqual([]);
    }
  });

  it('stay known by name when they have left', async () => {
    await database
      .pool('owner')
      .query('update role_grant set revoked_at = now() where account_id = $1', [
        DEMO_PEOPLE.baxtiyor.id,
      ]);
    const known = await colleaguesOf(await signIn(server, 'aziza'));
    expect(known.find((one) => one.id === DEMO_PEOPLE.baxtiyor.id)).toMatchObject({
      name: DEMO_PEOPLE.baxtiyor.name,
      active: false,
    });
  });
});
