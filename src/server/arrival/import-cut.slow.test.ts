import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { carriedOut, oneList, upload, uploaded } from '#test/arrival-upload.ts';
import { lacksShared, sharedText } from '#test/data/names/read.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { verifyCases } from '../case/verify.ts';
import { openDatabase } from '../database.ts';
import { createLog } from '../log.ts';
import { createPool } from '../pool.ts';
import { withClient } from '../postgres/roles.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const dilnoza = await signIn(server, 'dilnoza');
const SPECTRUM = 'hostile/csv-spectrum';

/** People of one family each, a name of its own for every row. */
function manyPeople(rows: number): string {
  const letters = 'abdefghijklmnoprstuvxyz';
  const word = (seed: number) =>
    Array.from({ length: 7 }, (_, at) => letters[(seed * (at + 3) * 7919 + at * 31) % 23]).join('');
  const lines = Array.from(
    { length: rows },
    (_, row) => `${row >> 2};${word(row + 1)};${word(row * 5 + 2)}ov;f;${1950 + (row % 60)}-05-17`,
  );
  return `Family number;Given name;Surname;Sex;Date of birth\n${lines.join('\n')}\n`;
}

describe('an import that is cut', () => {
  it('goes on where it was and doubles nobody', { timeout: 150_000 }, async () => {
    const list = await uploaded(dilnoza, server.app, manyPeople(1_200));
    const people = async () =>
      (await owner.query('select count(*)::int as n from person')).rows[0].n as number;
    const before = await people();
    await carriedOut(dilnoza, list, 'check');
    const begun = await dilnoza.request('POST', `/api/arrival-lists/${list}/import`);
    expect(begun.statusCode).toBe(202);
    // The database connections of the thread are shot from behind as soon as something is written.
    for (let tries = 0; (await oneList(dilnoza, list)).rows_done === 0; tries += 1) {
      if (tries > 1_500) throw new Error('nothing was written');
      await wait(20);
    }
    let cut = await oneList(dilnoza, list);
    for (let tries = 0; cut.state === 'importing' && tries < 600; tries += 1) {
      await database.pool('superuser').query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
           and query ~ 'import_rows'`,
      );
      await wait(20);
      cut = await oneList(dilnoza, list);
    }
    expect(cut).toMatchObject({ state: 'interrupted', problem: { code: 'list_cut' } });
    expect(cut.abilities).toEqual(['import', 'undo']);
    const written = (await people()) - before;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(1_200);
    // Seen to fail with the rows that are done not passed over: the second run breaks on its first row.
    const done = await carriedOut(dilnoza, list, 'import', 90);
    expect(done).toMatchObject({ state: 'imported', rows_done: 1_200, problem: null });
    expect((await people()) - before).toBe(1_200);
    const households = await owner.query(
      `select count(distinct m.household_id)::int as n from household_member m
       join arrival_list_row r on r.person_id = m.person_id where r.list_id = $1`,
      [list],
    );
    expect(households.rows[0].n).toBe(300);
    const verified = await withClient(database.urls.owner, verifyCases);
    expect(verified.faults).toEqual([]);
  });
});

describe('an import that is cut after its last row', () => {
  it('does not say that it is done while its copy may be there, and ends when it goes on', async () => {
    const list = await uploaded(dilnoza, server.app, manyPeople(20));
    await carriedOut(dilnoza, list, 'check');
    const superuser = database.pool('superuser');
    await superuser.query(`
      create function cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$;
      create trigger cut before delete on arrival_file for each row execute function cut()`);
    // To see it fail: write the state before the key is forgotten, as two statements.
    const cut = await carriedOut(dilnoza, list, 'import');
    expect(cut).toMatchObject({
      state: 'interrupted',
      rows_done: 20,
      problem: { code: 'list_cut' },
    });
    await superuser.query('drop function cut cascade');
    const done = await carriedOut(dilnoza, list, 'import');
    expect(done).toMatchObject({
      state: 'imported',
      rows_done: 20,
      expires_at: null,
      problem: null,
    });
  });
});

describe('what only the database may decide', () => {
  it('lets nobody but an intake officer write or compare in bulk', async () => {
    const app = openDatabase(createPool(database.urls.app, createLog('silent'), 2));
    const refused = async (name: 'aziza' | 'jasur', query: string) =>
      app
        .as({ kind: 'account', id: DEMO_PEOPLE[name].id }, ({ client }) => client.query(query))
        .then(
          () => 'done',
          (error: Error) => error.message,
        );
    const matches = "select * from register_matches('{1}', '{x}', null)";
    expect(await refused('aziza', matches)).toContain('for intake officers');
    expect(await refused('jasur', "select write_people('{}')")).toContain('no right');
    expect(await refused('jasur', "select open_cases('{}')")).toContain('no right');
    const flag = "select flag_list_duplicates(gen_random_uuid(), '[]', now())";
    expect(await refused('aziza', flag)).toContain('no right');
    const { rows } = await owner.query<{ id: string }>('select id from arrival_list limit 1');
    const rowOf = `select note_arrival_rows('${rows[0]?.id}', '[]')`;
    expect(await refused('aziza', rowOf)).toContain('not being imported');
    expect(await refused('aziza', `select undo_rows('${rows[0]?.id}', 5, '{}')`)).toContain(
      'not begun',
    );
    // Somebody else's person, and a list that is not theirs.
    const person = await owner.query<{ id: string }>(
      'select id from person where created_by = $1 limit 1',
      [DEMO_PEOPLE.dilnoza.id],
    );
    const opening = JSON.stringify({ cases: [{ person_id: person.rows[0]?.id }] });
    expect(await refused('aziza', `select open_cases('${opening}')`)).toContain('somebody else');
    await app.end();
  });
});

describe.skipIf(lacksShared(`${SPECTRUM}/package.json`))(
  'hostile CSV through the whole door',
  () => {
    const folder = new URL(`../../../../shared/data/${SPECTRUM}/csvs/`, import.meta.url);
    const files = lacksShared(`${SPECTRUM}/package.json`) ? [] : readdirSync(folder);
    it.each(files)('%s is read or refused by name', { timeout: 90_000 }, async (file) => {
      const text = sharedText(`${SPECTRUM}/csvs/${file}`);
      const reply = await upload(dilnoza, server.app, text);
      if (reply.statusCode !== 201) {
        expect(reply.statusCode).toBeLessThan(500);
        return;
      }
      const { id } = reply.json() as { id: string };
      const columns = await dilnoza.request('GET', `/api/arrival-lists/${id}/columns`);
      expect(columns.statusCode, columns.body).toBeLessThan(500);
      const mapping = { columns: [{ column: 0, field: 'full_name' }], context: 'other' };
      const put = await dilnoza.request('PUT', `/api/arrival-lists/${id}/mapping`, { mapping });
      expect(put.statusCode, put.body).toBeLessThan(500);
      if (put.statusCode !== 200) return;
      const checked = await carriedOut(dilnoza, id, 'check');
      expect(['checked', 'open']).toContain(checked.state);
      if (!checked.abilities.includes('import')) return;
      expect((await carriedOut(dilnoza, id, 'import')).state).toBe('imported');
      expect((await carriedOut(dilnoza, id, 'undo')).state).toBe('undone');
    });
  },
);
