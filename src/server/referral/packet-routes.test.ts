import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { answer, consent, DAY_MS, dayOf, packet, problem, sent } from '#test/referral.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const farida = await signIn(server, 'farida');
const olim = await signIn(server, 'olim');

describe('a receiving service', () => {
  // Broken once: without `organisation_id = homeward_organisation()` in the policy and the route's own
  // filter, the school read the packet of the clinic.
  it('of another organisation finds nothing, by HTTP and by SQL', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    await consent(file, 'school');
    const id = await sent(file);
    // The school has a packet of the same file: its reach must not open the clinic's.
    const school = await sent(file, 'school');
    const missing = await packet(olim, uuid());
    expect([(await packet(olim, id)).body, missing.statusCode]).toEqual([missing.body, 404]);
    const done = { kind: 'done', outcome: 'met', on: dayOf(server) };
    const foreign = await answer(olim, file, id, done);
    const none = await answer(olim, file, uuid(), done);
    expect(foreign).toEqual({ ...none, command_id: expect.anything() });
    expect(problem(foreign)).toBe('referral_unknown');
    const seen = await server.deps.database.as({ kind: 'account', id: olim.id }, ({ tx }) =>
      tx.selectFrom('referral_packet').select('referral_id').execute(),
    );
    expect(seen.map((row) => row.referral_id)).toContain(school);
    expect(seen.map((row) => row.referral_id)).not.toContain(id);
  });

  it('reaches no person, no fact and no file, only what was sent', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    await sent(file);
    expect((await farida.request('GET', `/api/cases/${file.case_id}`)).statusCode).toBe(404);
    expect((await farida.request('GET', '/api/cases')).json().cases).toEqual([]);
    const rows = await server.deps.database.as(
      { kind: 'account', id: farida.id },
      async (acting) => {
        const counts = [];
        for (const table of ['person', 'fact', 'fact_body', 'case_file', 'safe_contact', 'task']) {
          const found = await acting.client.query(`select count(*)::int as n from ${table}`);
          counts.push([table, found.rows[0].n]);
        }
        return counts;
      },
    );
    expect(rows.filter(([, n]) => n !== 0)).toEqual([]);
  });

  it('is the only role with an inbox', async () => {
    for (const name of ['aziza', 'gulnora', 'jasur', 'malika', 'sherzod', 'dilnoza'] as const) {
      const reply = await (await signIn(server, name)).request('GET', '/api/packets');
      expect([name, reply.statusCode]).toEqual([name, 404]);
    }
  });

  it('gets its inbox in pages of 50, the newest first', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'school');
    for (let count = 0; count < 52; count++) await sent(file, 'school');
    const first = (await olim.request('GET', '/api/packets')).json();
    const rest = (await olim.request('GET', `/api/packets?after=${first.next}`)).json();
    const ids = [...first.packets, ...rest.packets].map(
      (row: { referral_id: string }) => row.referral_id,
    );
    expect([first.packets.length, new Set(ids).size]).toEqual([50, ids.length]);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(rest.packets.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a packet vanishes', () => {
  it('30 days after the answer by the clock of the server', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    const said = { kind: 'decline', reason: 'not_our_service', barrier: 'refused' };
    expect((await answer(farida, file, id, said)).answer).toBe('applied');
    server.advance(29 * DAY_MS);
    try {
      const young = await signIn(server, 'farida');
      expect((await packet(young, id)).statusCode).toBe(200);
      server.advance(1 * DAY_MS + 1000);
      const later = await signIn(server, 'farida');
      expect((await packet(later, id)).statusCode).toBe(404);
      expect((await later.request('GET', '/api/packets')).body).not.toContain(id);
    } finally {
      server.advance(-30 * DAY_MS - 1000);
    }
  });

  // Broken once: without `vanishes_at > now()` in the policy the row came back.
  it('for the database too, and with it the way to answer', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    server.advance(-31 * DAY_MS);
    let id: string;
    try {
      id = await sent(file);
      await file.tell('record_answer', {
        ...{ referral_id: id, channel: 'phone' },
        answer: { kind: 'done', outcome: 'unreachable', on: dayOf(server), barrier: 'distance' },
      });
    } finally {
      server.advance(31 * DAY_MS);
    }
    const late = () => answer(farida, file, id, { kind: 'accept', on: dayOf(server, 1) });
    expect((await late()).answer).toBe('gone');
    // A newer packet of the same file opens the way again, to itself alone.
    const newer = await sent(file);
    const seen = await server.deps.database.as({ kind: 'account', id: farida.id }, ({ tx }) =>
      tx.selectFrom('referral_packet').select('referral_id').execute(),
    );
    const ids = seen.map((row) => row.referral_id);
    expect([ids.includes(newer), ids.includes(id)]).toEqual([true, false]);
    expect(problem(await late())).toBe('referral_unknown');
  });
});
