import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { caseNumber } from '#domain/case/row.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { DEMO_PEOPLE, type DemoName } from '../seed/accounts.ts';
import { masked, namesToMask } from './masked.ts';
import { personFile } from './person-file.ts';
import { personPage } from './person-page.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const mother = await openFile(server, 'aziza');
const aunt = await openFile(server, 'aziza');
await owner.query(
  `update person set name = '{"given": "Munisa", "family": "Tursunova"}' where id = $1`,
  [aunt.person_id],
);
const household = uuid();
await owner.query('insert into household (id, created_by, created_at) values ($1, $2, now())', [
  ...[household, DEMO_PEOPLE.aziza.id],
]);
for (const { person_id } of [mother, aunt]) {
  await owner.query(
    `insert into household_member (id, household_id, person_id, relation, from_day)
     values ($1, $2, $3, 'other', '2026-11-01')`,
    [uuid(), household, person_id],
  );
}
await mother.tell('add_note', {
  ...{ note_id: uuid(), words: 'Lives at Munisa’s. <b>Warm</b>', compartment: 'general' },
});
await mother.tell('add_note', {
  ...{ note_id: uuid(), words: 'secret-plum', compartment: 'protection' },
});

const exported = (by: DemoName, asked: string) =>
  server.deps.database.as({ kind: 'account', id: DEMO_PEOPLE[by].id }, (acting) =>
    personFile(acting, asked, server.deps.clock()),
  );

it('holds what the person may see, with third persons masked and readers by role', async () => {
  const file = await exported('gulnora', caseNumber(mother.case_id));
  const text = JSON.stringify(file);
  expect(file?.person).toMatchObject({ name: { given: 'Zuhra' } });
  expect(file?.facts.map((fact) => fact.kind)).toContain('note_added');
  expect(text).toContain('Lives at ▮▮▮’s. <b>Warm</b>');
  expect(text).not.toMatch(/secret-plum|Munisa|Tursunova/);
  expect(text).not.toContain(aunt.person_id);
  // Workers by role: no name and no account.
  expect(text).not.toMatch(/Aziza|Gulnora/);
  for (const { id } of Object.values(DEMO_PEOPLE)) expect(text).not.toContain(id);
  expect(file?.read_by).toContainEqual(expect.objectContaining({ role: 'supervisor' }));
  const { rows } = await owner.query(
    `select actor_id from read_log where action = 'exported' and case_id = $1`,
    [mother.case_id],
  );
  expect(rows).toEqual([{ actor_id: DEMO_PEOPLE.gulnora.id }]);
});

it('is one page that names nobody in its title and runs nothing that was typed', async () => {
  const file = await exported('aziza', mother.case_id);
  const page = file === null ? '' : personPage(file);
  expect(page).toContain('&lt;b&gt;Warm&lt;/b&gt;');
  expect(page).toMatch(new RegExp(`<title>${caseNumber(mother.case_id)}</title>`));
  expect(page).not.toMatch(/<script|https?:|src=/);
});

it('is not there for whoever does not reach the file', async () => {
  for (const name of ['kamola', 'otabek', 'farida', 'malika', 'jasur', 'sherzod'] as const) {
    expect(await exported(name, mother.case_id), name).toBe(null);
  }
});

it('masks names as whole words in any ending, never the own one', () => {
  const names = namesToMask(
    [{ given: 'Карим', family: 'Азизов' }, { given: 'Zuhra' }, { single: 'Al' }],
    [{ given: 'Zuhra' }],
  );
  expect(names).toEqual(['Азизов', 'Карим']);
  expect(masked({ words: 'С Каримом и Zuhra, у Азизовых', person_id: 'x' }, 'x', names)).toEqual({
    ...{ words: 'С ▮▮▮ и Zuhra, у ▮▮▮', person_id: 'self' },
  });
});
