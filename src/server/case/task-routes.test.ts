import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const kamola = await signIn(server, 'kamola');
const owner = database.pool('owner');

interface Listed {
  case_id: string;
  kind: string;
  ref: string;
  due_at: string;
  overdue: boolean;
  account_id: string | null;
}

async function list(by: Caller, query = ''): Promise<{ tasks: Listed[]; next: string | null }> {
  const reply = await by.request('GET', `/api/tasks${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
}

/** Every page of a list, two tasks at a time. */
async function all(by: Caller, scope: string): Promise<Listed[]> {
  const found: Listed[] = [];
  let after = '';
  for (;;) {
    const page = await list(by, `?scope=${scope}&limit=2${after}`);
    found.push(...page.tasks);
    if (page.next === null) return found;
    after = `&after=${page.next}`;
  }
}

describe('tasks', () => {
  it('are mine, my team’s or overdue, the earliest due first, page by page', async () => {
    const file = await openFile(server, 'aziza');
    const other = await openFile(server, 'baxtiyor');
    const mine = await all(aziza, 'mine');
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every((task) => task.account_id === DEMO_PEOPLE.aziza.id)).toBe(true);
    expect(mine.map((task) => task.due_at)).toEqual(mine.map((task) => task.due_at).sort());
    expect(new Set(mine.map((task) => `${task.case_id} ${task.kind} ${task.ref}`)).size).toBe(
      mine.length,
    );
    const team = await all(gulnora, 'team');
    const cases = new Set(team.map((task) => task.case_id));
    expect([cases.has(file.case_id), cases.has(other.case_id)]).toEqual([true, true]);
    const whole = await list(gulnora, '?scope=team');
    expect(team.slice(0, whole.tasks.length)).toEqual(whole.tasks);
    server.advance(20 * 86_400_000);
    const late = await all(await signIn(server, 'gulnora'), 'overdue');
    expect(late.every((task) => task.overdue)).toBe(true);
    expect(late.map((task) => task.case_id)).toContain(file.case_id);
    server.advance(-20 * 86_400_000);
  });

  it('of a file beyond reach do not exist', async () => {
    const file = await openFile(server, 'aziza');
    for (const scope of ['mine', 'team', 'overdue']) {
      const cases = (await all(kamola, scope)).map((task) => task.case_id);
      expect(cases).not.toContain(file.case_id);
    }
  });

  it('an approval that waits is on the supervisor’s list of the team', async () => {
    const file = await openFile(server, 'aziza');
    await file.tell('assess_needs', { answers: [{ domain: 'papers', value: 'some' }] });
    const approval_id = uuid();
    await file.tell('propose_approval', { approval_id, kind: 'assessment' });
    const found = (await all(gulnora, 'team')).filter((task) => task.ref === approval_id);
    expect(found).toMatchObject([{ kind: 'approval', account_id: null }]);
  });

  it('are logged as a list of people, and a wrong question is answered by its field', async () => {
    await list(aziza, '?limit=1');
    const { rows } = await owner.query(
      `select action, details from read_log where actor_id = $1 order by at desc, id desc limit 1`,
      [aziza.id],
    );
    expect(rows).toEqual([{ action: 'listed', details: { list: 'tasks_mine', rows: 1 } }]);
    for (const query of ['?limit=51', '?scope=everybody', '?after=abc', '?after=W10']) {
      const wrong = await aziza.request('GET', `/api/tasks${query}`);
      expect([query, wrong.statusCode]).toEqual([query, 422]);
    }
  });
});
