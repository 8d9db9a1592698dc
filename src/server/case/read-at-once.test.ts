import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { chance } from '../../../seed/chance.ts';
import type { Acting } from '../database.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const luck = chance(31);

const COMPARTMENTS = ['general', 'general', 'health', 'psychosocial', 'protection', 'legal'];
const DAY = "interval '1 day'";

await openFile(server, 'aziza');
// Keys as no rule of ours gives them out: ended ones, ones that look back, several for one person.
const { rows: files } = await owner.query<{ id: string; person_id: string }>(
  'select id, person_id from case_file order by id',
);
const people = Object.values(DEMO_PEOPLE);
for (let drawn = 0; drawn < 300; drawn += 1) {
  const [file, person] = [luck.pick(files), luck.pick(people)];
  const until = luck.pick(['null', `now() - ${DAY}`, `now() + ${DAY}`]);
  const reads_to = luck.pick(['null', 'null', `now() + ${DAY}`]);
  await owner.query(
    `insert into case_reach (case_id, person_id, key, compartment, until, reads_to, reads_up_to)
     values ($1, $2, $3, $4, ${until}, ${reads_to}, case when ${reads_to} is null then null else 4 end)
     on conflict do nothing`,
    [file.id, file.person_id, `account:${person.id}`, luck.pick(COMPARTMENTS)],
  );
}
// What only protection says, in files whose protection a psychosocial specialist on duty has a key to.
const specialists = await owner.query<{ id: string }>(
  `select account_id as id from role_grant where role = 'specialist_psychosocial' and revoked_at is null`,
);
await owner.query(
  `with said as (
     insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id, role, said_at,
         recorded_at, body_hash, previous_hash, hash)
       select gen_random_uuid(), case_id, 1000 + position, kind, version, 'protection', actor_kind, actor_id, role,
         said_at, recorded_at, body_hash, previous_hash, hash from fact where position < 3 returning *)
   insert into fact_body (fact_id, case_id, compartment, body, salt)
     select id, case_id, compartment, '{"words":"kept"}', '' from said`,
);
await owner.query(
  `insert into case_reach (case_id, person_id, key, compartment)
   select c.id, c.person_id, 'account:' || a.id, kept from case_file c, unnest($1::uuid[]) as a(id),
     unnest(array['general', 'protection']) as kept on conflict do nothing`,
  [specialists.rows.map(({ id }) => id)],
);

const as = <T>(account: string, work: (acting: Acting) => Promise<T>) =>
  server.deps.database.as({ kind: 'account', id: account }, work);

// Broken once, each by itself: without `bool_and(r.reads_to is null)` in beside_person, without the line of
// protection in facts_in_reach, and without the end of a key in page_of_files.
it('what is asked once of a file is what its policies say of each row', async () => {
  let plain = 0;
  for (const { id: account } of people) {
    const rows = await as(account, async ({ client }) => {
      // Planned once for all files, as `open_file()` does.
      await client.query('set local plan_cache_mode = force_generic_plan');
      const told = await client.query<{ id: string; same: boolean | null }>(
        `select c.id, (select each.told = once.told from told_as_given(c.id) each)
             and facts_in_reach(c.id) = facts_as_given(c.id) as same
           from unnest($1::uuid[]) as c(id) join lateral told_in_reach(c.id) once on true limit 20`,
        [files.map(({ id }) => id).sort(() => luck.between(0, 1) - 0.5)],
      );
      return told.rows;
    });
    plain += rows.length;
    expect(
      rows.filter(({ same }) => same !== true),
      account,
    ).toEqual([]);
  }
  expect(plain).toBeGreaterThan(50);
});

it('what is asked once of a page is what its policies say of each row', async () => {
  let listed = 0;
  for (const { id: account } of people) {
    const [once, each] = await as(account, async ({ client }) => {
      const page = await client.query(
        `select p.id, coalesce(p.listed, listed_as_given(p.id))::jsonb as row, p.listed is null as given
         from page_of_files(null) p order by p.id`,
      );
      const rows = await client.query(
        'select c.id, listed_as_given(c.id)::jsonb as row from case_file c order by c.id limit 50',
      );
      listed += page.rows.filter((row) => !row.given).length;
      return [page.rows.map(({ id, row }) => ({ id, row })), rows.rows];
    });
    expect(once, account).toEqual(each);
  }
  expect(listed).toBeGreaterThan(50);
});

it('nobody is named on a connection that has read at once', async () => {
  const statement = {
    name: 'list_files',
    text: 'select * from list_files($1, $2, $3, $4, $5)',
    values: ['account', DEMO_PEOPLE.aziza.id, null, server.deps.newId(), server.deps.clock()],
  };
  const [page] = await server.deps.database.once<{ files: number }>(statement);
  expect(page?.files).toBeGreaterThan(0);
  const { rows } = await server.deps.database.pool.query(
    "select nullif(current_setting('homeward.actor', true), '') as actor, (select count(*)::int from case_file) as files",
  );
  expect(rows).toEqual([{ actor: null, files: 0 }]);
});
