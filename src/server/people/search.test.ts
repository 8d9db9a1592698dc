import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { caseNumber } from '#domain/case/row.ts';
import { nameKeys } from '#domain/people/name.ts';
import { placeId } from '#server/seed/demo-places.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { arrive, newcomer, tellRegister } from '#test/people.ts';
import { waitsIn } from '#test/waits.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('superuser');
const [aziza, kamola, dilnoza, malika, jasur, otabek] = await Promise.all([
  signIn(server, 'aziza'),
  signIn(server, 'kamola'),
  signIn(server, 'dilnoza'),
  signIn(server, 'malika'),
  signIn(server, 'jasur'),
  signIn(server, 'otabek'),
]);

const born = { date: '1991-04-17', precision: 'day', estimated: false } as const;
const name = {
  kind: 'current',
  given: 'Шаҳноза',
  patronymic: 'Рустам қизи',
  family: 'Юсупова',
} as const;
const there = await arrive(aziza, { name, birth: born });
await arrive(aziza, { name: { kind: 'current', given: 'Dilorom', family: 'Qodirova' } });

async function search(by: typeof aziza, text: string) {
  const reply = await by.request('GET', `/api/search?text=${encodeURIComponent(text)}`);
  return { status: reply.statusCode, body: reply.body, people: reply.json().people ?? [] };
}
const found = async (by: typeof aziza, text: string) =>
  (await search(by, text)).people.map((one: { person_id: string }) => one.person_id);

/** One and the same name. */
const SPELLINGS = {
  'Uzbek Cyrillic': 'Шаҳноза Юсупова',
  'Russian Cyrillic': 'Шахноза Юсупова',
  'Uzbek Latin': 'Shahnoza Yusupova',
  'another Latin': 'Shakhnoza Yusupova',
  'Arabic script': 'شهنوزا يوسفوفا',
  'other order': 'Yusupova Shahnoza',
  'with patronymic': 'Юсупова Шахноза Рустамовна',
  'a letter missing': 'Shahnza Yusupva',
  'a wrong consonant': 'Shatnoza Yusupova',
  'family name alone': 'Юсупова',
  'an initial': 'Yusupova Sh',
};

describe('search', () => {
  it.each(Object.entries(SPELLINGS))('finds the person by %s', async (_what, text) => {
    expect((await found(aziza, text))[0]).toBe(there.person_id);
  });

  // Seen to fail with the word compared with the whole name.
  it('finds one word with a letter missing inside a name of three parts', async () => {
    expect(await found(aziza, 'Yusupva')).toContain(there.person_id);
    expect(await found(kamola, 'Yusupva')).not.toContain(there.person_id);
  });

  it('finds the file by its number', async () => {
    const number = caseNumber(there.case_id);
    expect(await found(aziza, number.toLowerCase().replace('-', ''))).toEqual([there.person_id]);
  });

  // To see it fail: the `exists (… case_reach …)` of search_people taken out: the hidden person's row
  // then came back, emptied by row-level security but counted in the log.
  it('never finds somebody beyond reach, and answers as where there is nobody', async () => {
    const empty = await server.as('supervisor', { place_id: placeId('DSSDK') });
    for (const text of [...Object.values(SPELLINGS), caseNumber(there.case_id)]) {
      // Kamola has somebody of her own whose father bears the name.
      expect(await found(kamola, text)).not.toContain(there.person_id);
      const hidden = await search(empty, text);
      expect(hidden).toEqual({ ...(await search(empty, 'Zzyzx Qwrtp')), status: 200 });
      expect(hidden.people).toEqual([]);
    }
    const { rows } = await owner.query(
      "select distinct details from read_log where action = 'searched' and actor_id = $1",
      [empty.id],
    );
    expect(rows).toEqual([{ details: { rows: 0 } }]);
  });

  it('is written down with its count and without its text', async () => {
    const before = await logged();
    await search(aziza, 'Canarova');
    const after = await logged();
    expect(after.length - before.length).toBe(1);
    expect(JSON.stringify(after)).not.toMatch(/canar/i);
    async function logged() {
      const sql =
        "select to_jsonb(l) as l from read_log l where action = 'searched' and actor_id = $1";
      return (await owner.query(sql, [aziza.id])).rows;
    }
  });

  it('is not for roles without names', async () => {
    for (const by of [jasur, malika]) expect((await search(by, 'Yusupova')).status).toBe(403);
  });

  it('finds a relative without a file through the household', async () => {
    const household_id = uuid();
    const from = '2026-11-20';
    const member = { household_id, from };
    const mother = await arrive(
      aziza,
      {},
      { household: { ...member, member_id: uuid(), begins: true, relation: 'head' } },
    );
    const aunt = newcomer({
      kind: 'relative',
      name: { kind: 'current', given: 'Hafiza', family: 'Boltayeva' },
    });
    await tellRegister(aziza, 'register_person', {
      ...aunt,
      household: { ...member, member_id: uuid(), begins: false, relation: 'aunt_or_uncle' },
    });
    const { people } = await search(aziza, 'Бўлтаева Ҳафиза');
    expect(people[0]).toMatchObject({
      person_id: aunt.person.id,
      case_id: mother.case_id,
      kind: 'relative',
    });
    expect(await found(kamola, 'Бўлтаева Ҳафиза')).toEqual([]);
  });

  it('never answers more than 50, and no operation label', async () => {
    const keys = nameKeys({ given: 'Massova' });
    for (let made = 0; made < 60; made += 1) {
      const [person, file] = [uuid(), uuid()];
      await owner.query(
        `insert into person (id, name, sex, kind, created_by, created_at)
         values ($1, '{"kind":"current","given":"Massova"}', 'female', 'participant', $1, now())`,
        [person],
      );
      await owner.query('insert into person_name_key values ($1, 0, $2, $3, $4)', [
        ...[person, keys.folded, keys.tokens, keys.phonetic],
      ]);
      await owner.query(
        "insert into case_reach (case_id, person_id, key, compartment) values ($1, $2, $3, 'general')",
        [file, person, `account:${aziza.id}`],
      );
    }
    const { people, body } = await search(aziza, 'Massova');
    expect(people).toHaveLength(50);
    expect(body).not.toContain('operation');
  });
});

describe('somebody who resembles a person beyond reach', () => {
  const again = { kind: 'current', given: 'Shahnoza', family: 'Yusupova' } as const;

  // To see it fail: `duplicate_candidates` limited to the actor's reach: nothing was noted.
  it('is told to intake officers only, and the worker is answered the same', async () => {
    const before = (await told(dilnoza.id)).length;
    const body = newcomer({ name: again, birth: born });
    const alike = await tellRegister(kamola, 'register_person', body);
    const unlike = await tellRegister(
      kamola,
      'register_person',
      newcomer({ name: { kind: 'current', given: 'Xyzzy' } }),
    );
    expect(alike).toEqual({ ...unlike, command_id: expect.anything() });
    expect((await told(dilnoza.id)).length).toBe(before + 1);
    for (const other of [kamola, aziza, malika]) expect(await told(other.id)).toEqual([]);
    const list = await dilnoza.request('GET', '/api/duplicates');
    const pair = list.json().pairs.at(-1);
    expect(await waitsIn(dilnoza, 'duplicates')).toBe(list.json().pairs.length);
    expect(await waitsIn(aziza, 'duplicates')).toBe(undefined);
    expect(pair).toMatchObject({ arrived: { name: again }, known: { name } });
    expect(pair.reasons).toContain('same_birth_date');
    for (const other of [kamola, aziza, malika]) {
      expect((await other.request('GET', '/api/duplicates')).statusCode).toBe(403);
      const settle = await other.request('POST', `/api/duplicates/${pair.id}/settle`, {
        as: 'same',
      });
      expect(settle.statusCode).toBe(404);
    }
    const settle = (as: string) =>
      dilnoza.request('POST', `/api/duplicates/${pair.id}/settle`, { as });
    expect((await settle('same')).statusCode).toBe(204);
    expect((await settle('different')).statusCode).toBe(409);
    expect((await dilnoza.request('GET', '/api/duplicates')).json().pairs).not.toContainEqual(pair);
  });

  it('is shown before saving, with reasons, only where that person is in reach', async () => {
    const { id, former_names, sex, citizenships, papers } = newcomer().person;
    const body = { id, former_names, sex, citizenships, papers, name: again, birth: born };
    const mine = await aziza.request('POST', '/api/people/resembling', body);
    expect(mine.json().people[0]).toMatchObject({ person_id: there.person_id });
    expect(mine.json().people[0].reasons).toContain('same_birth_date');
    const hidden = await otabek.request('POST', '/api/people/resembling', body);
    expect(hidden.json()).toEqual({ people: [] });
  });

  async function told(account: string) {
    const sql = "select id from notification where account_id = $1 and kind = 'likely_duplicate'";
    return (await owner.query(sql, [account])).rows;
  }
});

describe('searching more than is usual', () => {
  it('tells every data protection officer, once an hour for each reader, in codes only', async () => {
    const many = await server.as('caseworker');
    const told = async () =>
      (
        await owner.query(
          `select details from notification where account_id = $1 and kind = 'reading_above_usual'
           and details ->> 'account' = $2`,
          [malika.id, many.id],
        )
      ).rows;
    const { rows } = await owner.query(
      "select (document -> 'thresholds' ->> 'searches_per_hour')::int as n from programme_model",
    );
    const allowed = rows[0].n as number;
    for (let times = 0; times < allowed; times += 1) await search(many, 'Secretova');
    expect(await told()).toEqual([]);
    await search(many, 'Secretova');
    await search(many, 'Secretova');
    expect(await told()).toEqual([
      { details: { account: many.id, role: 'caseworker', action: 'searched', more_than: allowed } },
    ]);
    server.advance(61 * 60_000);
    const later = await server.signedInAs(many.id);
    for (let times = 0; times <= allowed; times += 1) await search(later, 'Secretova');
    expect(await told()).toHaveLength(2);
  });
});
