import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ROLES } from '#domain/access/role.ts';
import { caseIdTail, caseNumber } from '#domain/case/row.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const kamola = await signIn(server, 'kamola');
const malika = await signIn(server, 'malika');

const file = await openFile(server, 'aziza');
const number = caseNumber(file.case_id);
await aziza.request('GET', `/api/cases/${file.case_id}`);
await kamola.request('GET', `/api/cases/${file.case_id}`);

const search = async (query: string, by = malika) => {
  const reply = await by.request('GET', `/api/read-log?${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ entries: Record<string, unknown>[]; next: string | null }>();
};

describe('the read log for the data protection officer', () => {
  it('finds a file’s readers by its number, also those who tried in vain', async () => {
    const { entries } = await search(`number=${number.toLowerCase()}`);
    const seen = entries.map(({ name, role, action }) => ({ name, role, action }));
    expect(seen).toContainEqual({
      ...{ name: 'Aziza Karimova', role: 'caseworker', action: 'opened' },
    });
    expect(seen).toContainEqual({
      ...{ name: 'Kamola Ergasheva', role: 'caseworker', action: 'denied' },
    });
    expect(entries.every((entry) => entry.number === number)).toBe(true);
  });

  it('filters by time, account and action, and pages to the end', async () => {
    const account = DEMO_PEOPLE.kamola.id;
    const denied = await search(`account=${account}&action=denied`);
    expect(denied.entries).toHaveLength(1);
    const later = new Date(server.deps.clock().getTime() + 1000).toISOString();
    expect((await search(`from=${later}&account=${account}`)).entries).toEqual([]);
    const all: unknown[] = [];
    for (let after = ''; ; ) {
      const page = await search(`number=${number}&limit=1${after}`);
      all.push(...page.entries.map((entry) => entry.id));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(all).toHaveLength((await search(`number=${number}`)).entries.length);
    expect(new Set(all).size).toBe(all.length);
    for (const wrong of ['limit=51', 'number=nonsense', 'action=stared', 'from=yesterday']) {
      expect((await malika.request('GET', `/api/read-log?${wrong}`)).statusCode, wrong).toBe(422);
    }
  });

  it('names workers and never a participant, and says that it was looked at', async () => {
    const text = JSON.stringify(await search('limit=50'));
    expect(text).not.toMatch(/Zuhra|person_id/);
    expect(text).not.toContain(file.person_id);
    const own = await search(`account=${malika.id}&action=log_read`);
    expect(own.entries.length).toBeGreaterThan(0);
  });

  it('is nobody else’s', async () => {
    for (const role of ROLES.filter((one) => one !== 'data_protection_officer')) {
      const by = await server.as(role);
      expect((await by.request('GET', '/api/read-log')).statusCode, role).toBe(404);
    }
  });
});

describe('who has read a file', () => {
  it('is shown to its supervisor by name, and to nobody elsewhere', async () => {
    const at = `/api/cases/${file.case_id}/readers`;
    const { entries } = (await gulnora.request('GET', at)).json();
    expect(entries.map((one: { name: string }) => one.name)).toContain('Kamola Ergasheva');
    for (const name of ['aziza', 'otabek', 'malika', 'dilnoza'] as const) {
      const reply = await (await signIn(server, name)).request('GET', at);
      expect(reply.statusCode, name).toBe(404);
    }
  });

  it('is told to the person by role, organisation and day, without those who tried in vain', async () => {
    const at = `/api/cases/${file.case_id}/readings`;
    const { readings } = (await aziza.request('GET', at)).json();
    expect(readings).toContainEqual(
      expect.objectContaining({ role: 'caseworker', action: 'opened', times: 1 }),
    );
    expect(JSON.stringify(readings)).not.toMatch(/Aziza|Kamola|denied/);
    expect((await kamola.request('GET', at)).statusCode).toBe(404);
  });
});

it('a command about a file that is not there is written down like one that is forbidden', async () => {
  const say = (case_id: string) =>
    kamola.request('POST', '/api/commands', {
      commands: [
        {
          ...{ id: uuid(), case_id, kind: 'add_note', said_at: '2026-11-24T08:00:00.000Z' },
          body: { note_id: uuid(), words: 'x', compartment: 'general' },
        },
      ],
    });
  const missing = uuid();
  await say(missing);
  await say(file.case_id);
  for (const id of [missing, file.case_id]) {
    const { entries } = await search(`number=${caseNumber(id)}&action=denied`);
    expect(entries.length).toBeGreaterThan(0);
  }
});

it('the number of a case leads back to the end of its id', () => {
  for (const id of [file.case_id, uuid(), '019b0000-0000-7000-8000-000000000000']) {
    expect(caseIdTail(caseNumber(id))).toBe(id.replaceAll('-', '').slice(-10));
  }
  expect(caseIdTail('K7P3-Q2Z1')).toBe(null);
});
