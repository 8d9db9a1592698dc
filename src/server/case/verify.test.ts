import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { withClient } from '../postgres/roles.ts';
import { verifyCases } from './verify.ts';

const database = await testDatabase();
const server = await testServer(database);
const files = [await openFile(server, 'aziza'), await openFile(server, 'aziza')];
const ids = files.map(({ case_id }) => case_id);
const superuser = database.pool('superuser');

it('finds nothing in files that are as they were said', async () => {
  const verified = await withClient(database.urls.owner, (owner) => verifyCases(owner));
  expect(verified.faults).toEqual([]);
  expect(verified.cases).toBeGreaterThanOrEqual(files.length);
});

// Each guarantee broken on purpose, behind row-level security, and put right again.
const wrongs = [
  [
    'a changed byte of a body',
    `update fact_body set body = replace(body, 'own_request', 'own_requesT')`,
    'body_changed',
  ],
  // To see it fail, and with it the whole run: give linkHash a fact whose body is read.
  [
    'a changed byte after which a body is no JSON',
    `update fact_body set body = replace(body, '{', '<')`,
    'body_changed',
  ],
  [
    'a changed word beside the body',
    `update fact set role = 'supervisor' where kind = 'case_opened'`,
    'link_broken',
  ],
  ['a fact taken out', `delete from fact where kind = 'worker_assigned'`, 'head_differs'],
  [
    'a changed state',
    `update case_head set state = jsonb_set(state, '{stage,current}', '"closed"')`,
    'state_differs',
  ],
  [
    'a state that says it stands where it does not',
    `update case_head set state_at = coalesce(state_at, position) - 1`,
    'state_differs',
  ],
  ['a changed row of a list', `update case_file set urgent_needs = 9`, 'row_differs'],
  [
    'a reach that nobody gave',
    `insert into case_reach (case_id, person_id, key, compartment)
     select case_id, person_id, 'account:0', 'health' from case_head where case_id = '${ids[0]}'`,
    'reach_differs',
  ],
  [
    'a milestone that nobody reached',
    `insert into milestone (id, case_id, person_id, code, reached_on, recorded_at)
     select gen_random_uuid(), case_id, person_id, 'job_begun', '2026-01-01', now()
     from case_head where case_id = '${ids[0]}'`,
    'milestones_differ',
  ],
  [
    'an approval that nobody gave',
    `insert into approval (id, case_id, person_id, kind, pin, state, proposed_by, proposed_at)
     select gen_random_uuid(), case_id, person_id, 'plan', case_id, 'approved', case_id, now()
     from case_head where case_id = '${ids[0]}'`,
    'approvals_differ',
  ],
] as const;

it.each(wrongs)('names %s', async (_name, wrong, what) => {
  const client = await superuser.connect();
  try {
    await client.query(`begin; set local session_replication_role = replica; ${wrong}`);
    const { faults } = await verifyCases(client, ids);
    expect(faults.map((fault) => fault.what)).toContain(what);
    if (what === 'body_changed') expect(faults[0]?.fact_id).toBeDefined();
  } finally {
    await client.query('rollback');
    client.release();
  }
});
