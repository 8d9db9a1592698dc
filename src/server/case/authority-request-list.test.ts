import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const [gulnora, malika] = [await signIn(server, 'gulnora'), await signIn(server, 'malika')];
const CANARY = 'quiet-orchard';

const file = await openFile(server, 'aziza');
const asked = (over: object = {}) => ({
  ...{ request_id: uuid(), asked_by: `An office ${CANARY}`, asked_on: '2026-10-20' },
  ...{ claimed_ground: `art. 7 ${CANARY}`, asked_for: CANARY, outcome: 'refused' },
  ...{ decided_by: `Head ${CANARY}`, decided_on: '2026-10-21', told_person: 'told' },
  ...over,
});
const write = async (over: object = {}) => {
  const said = asked(over);
  const told = await tell(gulnora, file.case_id, 'record_authority_request', said, { id: uuid() });
  expect(told.answer, JSON.stringify(told)).toBe('applied');
};
await write({ authority: 'police', outcome: 'limited', given: CANARY, told_person: 'not_yet' });
await write({ asked_on: '2026-09-01', decided_on: '2026-09-02' });
await write({ asked_on: '2026-11-02', decided_on: '2026-11-02', authority: 'court' });

const list = async (by: Caller, query = '') => {
  const reply = await by.request('GET', `/api/authority-requests${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  // Guards that no word of the fact comes with a row. Not yet broken on purpose.
  expect(reply.body).not.toContain(CANARY);
  expect(reply.body).not.toContain(file.person_id);
  return reply.json<{
    counts: Record<string, number>;
    requests: Record<string, unknown>[];
    next: string | null;
  }>();
};

it('shows when, which kind, how it ended and whether the person knows; the newest first', async () => {
  const { requests, counts } = await list(malika);
  expect(counts).toEqual({ refused: 2, limited: 1, given_on_paper: 0 });
  expect(
    requests.map((one) => [one.asked_on, one.authority, one.outcome, one.told_person]),
  ).toEqual([
    ['2026-11-02', 'court', 'refused', 'told'],
    ['2026-10-20', 'police', 'limited', 'not_yet'],
    ['2026-09-01', null, 'refused', 'told'],
  ]);
});

it('leads the supervisor to her own files, and the data protection officer to none', async () => {
  const own = await list(gulnora);
  expect(own.requests.every((one) => one.case_id === file.case_id)).toBe(true);
  const officer = await list(malika);
  expect(officer.requests.every((one) => one.case_id === null)).toBe(true);
  expect((await list(await signIn(server, 'otabek'))).requests).toEqual([]);
});

it('filters by outcome and time, naming a wrong field', async () => {
  const ids = async (query: string) =>
    (await list(malika, query)).requests.map((one) => one.asked_on);
  expect(await ids('?outcome=limited')).toEqual(['2026-10-20']);
  expect(await ids('?from=2026-10-01&until=2026-10-31')).toEqual(['2026-10-20']);
  expect((await list(malika, '?from=2026-10-01')).counts).toMatchObject({ refused: 1, limited: 1 });
  for (const [query, path] of [
    ['outcome=lost', 'query.outcome'],
    ['from=yesterday', 'query.from'],
    ['from=2026-10-02&until=2026-10-01', 'query.until'],
  ]) {
    const reply = await malika.request('GET', `/api/authority-requests?${query}`);
    expect([reply.statusCode, reply.json().fields[0].path]).toEqual([422, path]);
  }
});

it('answers at most 50 at once, and every one of them over the pages', async () => {
  const owner = database.pool('owner');
  await owner.query(
    `insert into authority_request (id, case_id, outcome, told_person, asked_on, recorded_by, recorded_at)
     select new_uuid_v7(), $1, 'refused', 'told', '2026-08-01', $2, now() from generate_series(1, 70)`,
    [file.case_id, gulnora.id],
  );
  const first = await list(malika);
  expect(first.requests).toHaveLength(50);
  const second = await list(malika, `?after=${first.next}`);
  expect(second.next).toBe(null);
  const all = [...first.requests, ...second.requests].map((one) => one.id);
  expect(new Set(all).size).toBe(73);
});
