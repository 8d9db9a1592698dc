import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const superuser = database.pool('superuser');
const { case_id: theirs, person_id: about } = await openFile(server, 'baxtiyor');

// Rows about people, by an update that names none: what the policy for reading does not ask, that for
// writing must. With `homeward_may` alone every update below would go through every row of the programme.
const UPDATES = {
  person: `called = 'x'`,
  safe_contact: `contacts = '[]'`,
  homecoming: `from_country = 'x'`,
  homecoming_operation: `label = 'x'`,
  field_conflict: `settled_at = now()`,
  kinship: `kind = 'x'`,
  guardianship: `contested = true`,
  household: `family_number = 'x'`,
  household_member: `relation = 'x'`,
  person_name_key: `folded = 'x'`,
  person_block: `key = key || 'x'`,
} as const;
await plantRows(about);

/** One row in every table about people, for this person. */
async function plantRows(person: string): Promise<void> {
  const [household, home] = [uuid(), uuid()];
  await superuser.query(`
    insert into household (id, created_by, created_at) values ('${household}', '${household}', now());
    insert into household_member (id, household_id, person_id, relation, from_day)
      values (gen_random_uuid(), '${household}', '${person}', 'head', '2026-01-01');
    insert into homecoming (id, person_id, context) values ('${home}', '${person}', 'other');
    insert into homecoming_operation values ('${home}', 'operation');
    insert into safe_contact (person_id, contacts) values ('${person}', '[]');
    insert into kinship (id, person_id, kind) values (gen_random_uuid(), '${person}', 'aunt');
    insert into guardianship (id, child_id, institution, kind, from_day)
      values (gen_random_uuid(), '${person}', 'A home', 'x', '2026-01-01');
    insert into field_conflict (id, table_name, row_id, person_id, field, losing, said_by, said_at)
      values (gen_random_uuid(), 'person', '${person}', '${person}', 'called', '"x"', '${person}', now());
    insert into person_name_key values ('${person}', 0, 'x', '{}', '{}');
    insert into person_block values ('matrix', '${person}')`);
}

const INSERTS = {
  safe_contact: (of: string) => `(person_id, contacts) values ('${of}', '[]')`,
  homecoming: (of: string) =>
    `(id, person_id, context) values (gen_random_uuid(), '${of}', 'other')`,
  kinship: (of: string) => `(id, person_id, kind) values (gen_random_uuid(), '${of}', 'aunt')`,
  guardianship: (of: string) =>
    `(id, child_id, institution, kind) values (gen_random_uuid(), '${of}', 'A home', 'x')`,
  person_block: (of: string) => `values ('another', '${of}')`,
} as const;

/** What whoever reaches the file reads of the person and the family, and nobody else. */
const READ = [
  ...(['person', 'safe_contact', 'homecoming', 'kinship', 'guardianship'] as const),
  ...(['household', 'household_member'] as const),
];

describe('rows about people', () => {
  const worker = (to: 'district' | 'other_district' = 'other_district') =>
    server.as('caseworker', { place_id: placeId(DEMO_PLACES[to]) });
  const reach = (key: string, until: string | null) =>
    superuser.query(
      `insert into case_reach (case_id, person_id, key, compartment, until)
       values ($1, $2, $3, 'general', $4)`,
      [theirs, about, key, until],
    );
  const touched = (by: string, table: string, text: string) =>
    inSql(database, by, async (query) => (await query(text, [])).rowCount).catch(
      () => `refused: ${table}`,
    );

  it.each([
    { whose: 'own', until: null, read: 1, rows: 1 },
    { whose: 'ended', until: '2026-01-01', read: 0, rows: 0 },
    { whose: 'opened in an emergency', until: '2199-01-01', read: 1, rows: 0 },
    { whose: 'foreign', until: undefined, read: 0, rows: 0 },
  ])('$whose: read, and changed by an update that names none', async ({ until, read, rows }) => {
    const by = await worker();
    if (until !== undefined) await reach(`account:${by.id}`, until);
    // Broken once each: `in_reach` of kinship, of guardianship, of household and of household_member with `true`.
    for (const table of READ) {
      expect.soft(await touched(by.id, table, `select from ${table}`), table).toBe(read);
    }
    for (const [table, set] of Object.entries(UPDATES)) {
      expect(await touched(by.id, table, `update ${table} set ${set}`), table).toBe(rows);
    }
    for (const table of ['person_name_key', 'person_block']) {
      expect(await touched(by.id, table, `delete from ${table}`), table).toBe(rows);
    }
    await superuser.query('delete from safe_contact where person_id = $1', [about]);
    for (const [table, row] of Object.entries(INSERTS)) {
      const added = await touched(by.id, table, `insert into ${table} ${row(about)}`);
      expect(added, table).toBe(rows === 1 ? 1 : `refused: ${table}`);
    }
    await superuser.query(`insert into safe_contact (person_id, contacts) values ($1, '[]')`, [
      about,
    ]);
  });

  // Broken once each without sender_reads_what_was on person and on guardianship; on kinship it stands behind the former.
  it('the region that gave the file away reads no family as it is now, nor through a guardian', async () => {
    const by = await worker();
    const guardian = await openFile(server, 'baxtiyor');
    const reaches = (case_id: string, person_id: string, reads_to: string | null) =>
      superuser.query(
        `insert into case_reach (case_id, person_id, key, compartment, until, reads_to)
         values ($1, $2, $3, 'general', '2199-01-01', $4)`,
        [case_id, person_id, `account:${by.id}`, reads_to],
      );
    await reaches(theirs, about, '2026-01-01');
    await reaches(guardian.case_id, guardian.person_id, null);
    await superuser.query(
      `insert into guardianship (id, child_id, guardian_id, kind)
       values (gen_random_uuid(), $1, $2, 'authority')`,
      [about, guardian.person_id],
    );
    for (const table of ['kinship', 'guardianship']) {
      expect(await touched(by.id, table, `select from ${table}`), table).toBe(0);
    }
  });

  it('whoever registered somebody adds to them until there is a file', async () => {
    const by = await worker();
    const id = uuid();
    await superuser.query(
      `insert into person (id, name, sex, kind, created_by, created_at)
       values ($1, '{"given": "New"}', 'female', 'participant', $2, now())`,
      [id, by.id],
    );
    for (const [table, row] of Object.entries(INSERTS)) {
      expect(await touched(by.id, table, `insert into ${table} ${row(id)}`), table).toBe(1);
    }
  });
});
