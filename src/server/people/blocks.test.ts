import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';

// Search keys have no foreign key: it asked once for each key. What stands in its place holds the same.
// Seen to fail without each of the three triggers.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const file = await openFile(server, 'aziza');
const keys = async (id: string) =>
  (await owner.query('select key from person_block where person_id = $1', [id])).rows.length;
const person = uuid();
await owner.query(
  `insert into person (id, name, sex, languages, kind, created_by, created_at)
   select $1, name, sex, languages, kind, created_by, created_at from person where id = $2`,
  [person, file.person_id],
);
await owner.query(`insert into person_block values ('one', $1), ('two', $1)`, [person]);

it('lets no key stand without its person', async () => {
  const nobody = [uuid()];
  const added = owner.query(`insert into person_block values ('x', $1)`, nobody);
  await expect(added).rejects.toMatchObject({ code: '23503' });
  const moved = owner.query('update person_block set person_id = $1 where person_id = $2', [
    ...nobody,
    person,
  ]);
  await expect(moved).rejects.toMatchObject({ code: '23503' });
  expect(await keys(person)).toBe(2);
});

it('takes the keys along with the person', async () => {
  await owner.query('delete from person where id = $1', [person]);
  expect(await keys(person)).toBe(0);
});

// As a foreign key does: whoever writes keys holds their person until they are written.
it('waits for nobody to take the person away meanwhile', async () => {
  const other = uuid();
  await owner.query(
    `insert into person (id, name, sex, languages, kind, created_by, created_at)
     select $1, name, sex, languages, kind, created_by, created_at from person where id = $2`,
    [other, file.person_id],
  );
  const writer = await owner.connect();
  try {
    await writer.query('begin');
    await writer.query(`insert into person_block values ('one', $1)`, [other]);
    const gone = owner.query(
      `with waits as (select set_config('lock_timeout', '200', true)) delete from person
       using waits where id = $1`,
      [other],
    );
    await expect(gone).rejects.toMatchObject({ code: '55P03' });
  } finally {
    writer.release(true);
  }
});
