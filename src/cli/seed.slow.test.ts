import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freezeWhatIsOver } from '#server/evidence/frozen-numbers.ts';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { commandHere, commandLine } from '#test/command-line.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';

const [empty, full] = [await testDatabase({ seeded: false }), await testDatabase()];
const folder = mkdtempSync(join(tmpdir(), 'homeward-seed-'));
const SECRET = 'a key of thirty-two characters or more, for a test';
const seed = (database: TestDatabase, args: string[] = [], more: Record<string, string> = {}) =>
  commandHere(database, folder, SECRET, more)('seed', ...args);
const accounts = async (database: TestDatabase) =>
  (await database.pool('owner').query('select id from auth.account')).rows.map((row) => row.id);

// Seen to fail with the mode not asked for: the world was loaded.
it('refuses live mode and a database that holds anything, naming why, and loads nothing', async () => {
  const live = await seed(empty, [], { HOMEWARD_MODE: 'live' });
  expect([live.code, live.stdout]).toEqual([1, '']);
  expect(live.stderr).toContain('live mode');
  expect(await accounts(empty)).toEqual([]);
  const before = await accounts(full);
  const again = await seed(full);
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain('the database is not empty');
  expect(await accounts(full)).toEqual(before);
  expect((await seed(empty, ['--force'])).code).toBe(2);
}, 120_000);

it('loads the demo world once and says what it loaded', async () => {
  // As an operator calls it.
  const loaded = await commandLine(empty, folder, SECRET)('seed', '--json');
  expect(loaded.code, loaded.stderr).toBe(0);
  const { loaded: counts } = JSON.parse(loaded.stdout);
  for (const what of ['accounts', 'places', 'services', 'people', 'files', 'arrival lists']) {
    expect(counts[what], what).toBeGreaterThan(0);
  }
  expect(await accounts(empty)).toContain(DEMO_PEOPLE.aziza.id);
  expect((await seed(empty)).code).toBe(1);
}, 240_000);

// Broken by opening every file today: the past months then had no number at all.
it('loads a world that has numbers of past months, counted from facts', async () => {
  const server = await testServer(empty);
  const jasur = await signIn(server, 'jasur');
  const actor = { kind: 'account', id: jasur.id } as const;
  const now = new Date();
  const months = await server.deps.database.as(actor, (acting) => freezeWhatIsOver(acting, now));
  expect(months.length).toBeGreaterThanOrEqual(6);
  const { tables } = (await jasur.request('GET', '/api/numbers')).json();
  const latest = tables.filter((one: { month: string }) => one.month === tables[0].month);
  for (const { subject, rows } of latest) {
    const shown = rows.filter((row: { people: number | null }) => row.people !== null);
    // In groups there are a handful of people, at school one child: no number may be shown of them, nor of the
    // children who are not at school yet, from which the one could be told.
    if (['group_kind', 'school'].includes(subject)) expect(shown, subject).toEqual([]);
    else expect(shown.length, subject).toBeGreaterThanOrEqual(4);
  }
}, 120_000);
