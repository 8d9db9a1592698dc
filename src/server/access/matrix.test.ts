import { v7 as uuid } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { may, VERBS } from '#domain/access/rights.ts';
import { COMPARTMENTS, type Compartment, ROLES, type Role } from '#domain/access/role.ts';
import { caseNumber } from '#domain/case/row.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';
import { DEMO_PLACES, placeId } from '../seed/world.ts';

// Three ways to the same answer: the declared table, HTTP, and SQL as the application's own role.
// Broken once to see it fail: a second policy `using (true)` on fact and fact_body failed every cell
// of the SQL leg in which the declared table gives nothing.
// `emergency`: a file of elsewhere that was opened by its number, for as long as that lasts.

const RELATIONS = ['own', 'foreign', 'ended', 'emergency'] as const;
type Relation = (typeof RELATIONS)[number];

const database = await testDatabase();
const server = await testServer(database);
const superuser = database.pool('superuser');
const { person_id } = await openFile(server, 'aziza');

const { case_id } = await openFile(server, 'aziza');
for (const compartment of COMPARTMENTS) await plantFact(compartment);
const { case_id: theirs, person_id: about } = await openFile(server, 'baxtiyor');
await plantRows(about);

/** The key and compartments by which a role reaches a file that is its own to work on. */
function ownReach(role: Role, accountId: string): { key: string; compartments: Compartment[] } {
  const key = `account:${accountId}`;
  const special = role.startsWith('specialist_') ? [role.slice(11) as Compartment] : [];
  if (role === 'supervisor') {
    return {
      key: `supervisor:${placeId(DEMO_PLACES.district)}`,
      compartments: ['general', 'protection'],
    };
  }
  if (role === 'intake_officer') return { key, compartments: ['general'] };
  if (role === 'caseworker' || special.length > 0) {
    return { key, compartments: ['general', ...special] };
  }
  return { key, compartments: [] };
}

async function plantFact(compartment: Compartment): Promise<void> {
  const id = uuid();
  await superuser.query(
    `insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id, role,
       said_at, recorded_at, body_hash, previous_hash, hash)
     select $1, $2, least(min(position), 0) - 1, 'visit_words', 1, $3, 'account', $4, 'caseworker',
       now(), now(), '\\x', '\\x', '\\x' from fact where case_id = $2`,
    [id, case_id, compartment, DEMO_PEOPLE.aziza.id],
  );
  await superuser.query(
    `insert into fact_body (fact_id, case_id, compartment, body, salt)
     values ($1, $2, $3, $4, '\\x')`,
    [id, case_id, compartment, JSON.stringify({ visit_id: id, words: `canary-${compartment}` })],
  );
}

async function actorFor(
  role: Role,
  relation: Relation,
): Promise<{ caller: Caller; reach: Compartment[] }> {
  const here = role === 'supervisor' && relation !== 'own' ? 'other_district' : 'district';
  const caller = await server.as(role, { place_id: placeId(DEMO_PLACES[here]) });
  if (relation === 'foreign') return { caller, reach: [] };
  if (relation === 'emergency') {
    const opened = await openByNumber(caller);
    expect(opened).toBe(may(role, 'open_in_emergency', 'general'));
    return { caller, reach: opened ? ['general'] : [] };
  }
  const { key, compartments } = ownReach(role, caller.id);
  const mine =
    relation === 'ended'
      ? key.replace(placeId(DEMO_PLACES.district), placeId(DEMO_PLACES[here]))
      : key;
  for (const compartment of compartments) {
    await superuser.query(
      `insert into case_reach (case_id, person_id, key, compartment, until)
       values ($1, (select person_id from case_head where case_id = $1), $2, $3, $4)
       on conflict do nothing`,
      [case_id, mine, compartment, relation === 'ended' ? new Date(0) : null],
    );
  }
  return { caller, reach: relation === 'own' ? compartments : [] };
}

async function openByNumber(caller: Caller): Promise<boolean> {
  const asked = { command_id: uuid(), opening_id: uuid(), number: caseNumber(case_id) };
  const why = { reason: 'at_the_door', words: 'She stands here' };
  const reply = await caller.request('POST', '/api/emergency-openings', { ...asked, ...why });
  return reply.statusCode === 200;
}

/** What the application's role sees by SQL alone, by compartment. */
async function readBySql(accountId: string): Promise<Compartment[]> {
  const { rows } = await inSql(accountId, async (query) =>
    query(
      `select f.compartment from fact f join fact_body b on b.fact_id = f.id where f.case_id = $1`,
      [case_id],
    ),
  );
  return [...new Set(rows.map((row) => row.compartment as Compartment))];
}

async function appendsBySql(accountId: string, role: Role, compartment: Compartment) {
  try {
    await inSql(accountId, (query) =>
      query(
        `insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id,
           role, said_at, recorded_at, body_hash, previous_hash, hash)
         values ($1, $2, $5, 'visit_words', 1, $3, 'account', $4, $6, now(), now(), '', '', '')`,
        [uuid(), case_id, compartment, accountId, 1000 + Math.trunc(Math.random() * 1e8), role],
      ),
    );
    return true;
  } catch {
    return false;
  }
}

type Query = (
  text: string,
  values: unknown[],
) => Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;

/** Runs as the application's role and as this actor, and leaves nothing behind. */
async function inSql<T>(accountId: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await database.pool('app').connect();
  try {
    await client.query('begin');
    await client.query(`select begin_actor('account', $1)`, [accountId]);
    return await work((text, values) => client.query(text, values));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function readByHttp(caller: Caller): Promise<Compartment[]> {
  const reply = await caller.request('GET', `/api/cases/${case_id}`);
  if (reply.statusCode === 404) return [];
  const { facts } = reply.json<{ facts: { compartment: Compartment }[] }>();
  return [...new Set(facts.map((fact) => fact.compartment))];
}

/** Says a visit whose words go to a compartment; a refusal for want of right is what is looked for. */
async function appendsByHttp(caller: Caller, compartment: Compartment): Promise<boolean> {
  const body = {
    visit_id: uuid(),
    kind: 'home_visit',
    on: '2026-01-02',
    met: true,
    words: 'x',
    compartment,
  };
  const { answer } = await tell(caller, case_id, 'record_visit', body, { id: uuid() });
  return answer === 'applied';
}

let cells = 0;
afterAll(() => expect(cells).toBe(ROLES.length * RELATIONS.length * COMPARTMENTS.length));

describe.each(ROLES)('%s', (role) => {
  it.each(RELATIONS)('%s file', async (relation) => {
    const { caller, reach } = await actorFor(role, relation);
    const declared = {
      read: reach.filter((compartment) => may(role, 'read', compartment)).sort(),
      append: COMPARTMENTS.filter(
        (compartment) => reach.length > 0 && may(role, 'append', compartment),
      ),
    };
    const appends = { http: [] as Compartment[], sql: [] as Compartment[] };
    const writes = COMPARTMENTS.filter(
      (compartment) =>
        reach.length > 0 && VERBS.some((verb) => verb !== 'read' && may(role, verb, compartment)),
    );
    for (const compartment of COMPARTMENTS) {
      cells += 1;
      if (await appendsByHttp(caller, compartment)) appends.http.push(compartment);
      if (await appendsBySql(caller.id, role, compartment)) appends.sql.push(compartment);
    }
    expect((await readBySql(caller.id)).sort()).toEqual(declared.read);
    expect((await readByHttp(caller)).sort()).toEqual(declared.read);
    expect(appends.http).toEqual(declared.append);
    expect(appends.sql).toEqual(writes);
  });
});

it('without a named actor the application sees nothing at all', async () => {
  const app = database.pool('app');
  for (const table of [
    'person',
    'fact',
    'fact_body',
    'case_file',
    'case_reach',
    'household',
    'read_log',
    'task',
  ]) {
    expect((await app.query(`select count(*)::int as n from ${table}`)).rows[0].n, table).toBe(0);
  }
  expect((await app.query('select load_case($1) as loaded', [case_id])).rows[0]?.loaded).toBeNull();
  await expect(app.query('select * from case_head')).rejects.toThrow(/permission denied/);
  expect(person_id).toBeDefined();
});

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
    inSql(by, async (query) => (await query(text, [])).rowCount).catch(() => `refused: ${table}`);

  it.each([
    { whose: 'own', until: null, rows: 1 },
    { whose: 'ended', until: '2026-01-01', rows: 0 },
    { whose: 'opened in an emergency', until: '2199-01-01', rows: 0 },
    { whose: 'foreign', until: undefined, rows: 0 },
  ])('$whose: changed by an update that names none', async ({ until, rows }) => {
    const by = await worker();
    if (until !== undefined) await reach(`account:${by.id}`, until);
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
