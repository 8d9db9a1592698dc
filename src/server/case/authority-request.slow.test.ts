import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ROLES } from '#domain/access/role.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { sideBySide } from '#test/side-by-side.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const gulnora = await signIn(server, 'gulnora');
const malika = await signIn(server, 'malika');

const CANARY = 'quiet-orchard';
const file = await openFile(server, 'aziza');
await database
  .pool('owner')
  .query(`update person set name = jsonb_build_object('given', $2::text) where id = $1`, [
    file.person_id,
    CANARY,
  ]);
await file.tell('add_note', { note_id: uuid(), words: CANARY, compartment: 'general' });

const request_id = uuid();
const command_id = uuid();
const request = {
  ...{ request_id, asked_by: `An office ${CANARY}`, asked_on: '2026-11-20' },
  ...{ claimed_ground: 'art. 7', asked_for: `The whole file ${CANARY}`, outcome: 'limited' },
  ...{ decided_by: 'Head', decided_on: '2026-11-21', given: `A letter ${CANARY}` },
  told_person: 'not_yet',
};

it('is written down by the supervisor alone', async () => {
  for (const name of ['aziza', 'dilnoza', 'saodat', 'malika', 'sherzod', 'farida'] as const) {
    const by = await signIn(server, name);
    const said = await tell(by, file.case_id, 'record_authority_request', request, { id: uuid() });
    expect(['refused', 'gone'], name).toContain(said.answer);
  }
  const said = await tell(gulnora, file.case_id, 'record_authority_request', request, {
    id: command_id,
  });
  expect(said.answer).toBe('applied');
});

/** Every route with the request's id in every place where an id may stand. */
async function askEveryRoute(by: Caller, id: string): Promise<[string, string][]> {
  const answers: [string, string][] = [];
  const body = { id, request_id: id, case_id: id, ids: [id], commands: [], text: id };
  const routes = server.routes.filter(
    ({ method, url }) =>
      url.startsWith('/api/') &&
      method !== 'HEAD' &&
      method !== 'OPTIONS' &&
      !/sign-out|logout|session/.test(url),
  );
  await sideBySide(routes, async ({ method, url }) => {
    const address = url.replace(/:\w+/g, id).replace(/\*$/, id);
    const sent = method === 'GET' ? undefined : body;
    const at = method === 'GET' ? `${address}?id=${id}&request_id=${id}` : address;
    const reply = await by.request(method as 'GET', at, sent);
    answers.push([`${method} ${at}`, reply.body]);
  });
  return answers;
}

describe('it releases nothing', () => {
  // Broken once: a route /api/authority-requests/:id that read the case's facts failed for the supervisor.
  it.each(ROLES)('to a %s, by any route that is asked with its id', async (role) => {
    const by = await server.as(role, { place_id: placeId(DEMO_PLACES.other_district) });
    for (const id of [request_id, command_id]) {
      for (const [address, text] of await askEveryRoute(by, id)) {
        expect(text, address).not.toContain(CANARY);
        expect(text, address).not.toContain(file.person_id);
        expect(text, address).not.toContain(file.case_id);
      }
    }
  });

  it('to a supervisor of the place, who opens the file by the file’s own id only', async () => {
    for (const [address, text] of await askEveryRoute(gulnora, request_id)) {
      // Lists of the own district hold the person as before; no route answers the request’s id.
      if (!address.includes(`/${request_id}`)) continue;
      expect(text, address).not.toContain(CANARY);
    }
    const opened = await gulnora.request('GET', `/api/cases/${file.case_id}`);
    expect(opened.body).toContain('authority_request_recorded');
  });
});

it('the data protection officer sees that it was and how it ended, and no more', async () => {
  const reply = await malika.request('GET', '/api/authority-requests');
  expect(reply.json()).toMatchObject({
    counts: { refused: 0, limited: 1, given_on_paper: 0 },
    requests: [{ id: request_id, outcome: 'limited', recorded_by: 'Gulnora Rahimova' }],
  });
  expect(reply.body).not.toContain(CANARY);
  expect(reply.body).not.toContain(file.case_id);
  const own = await (await signIn(server, 'otabek')).request('GET', '/api/authority-requests');
  expect(own.json().requests).toEqual([]);
  const aziza = await signIn(server, 'aziza');
  expect((await aziza.request('GET', '/api/authority-requests')).statusCode).toBe(404);
  expect((await aziza.request('GET', `/api/cases/${file.case_id}`)).body).not.toContain('art. 7');
});
