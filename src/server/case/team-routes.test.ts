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
const otabek = await signIn(server, 'otabek');

interface Caseload {
  worker_id: string | null;
  [number: string]: unknown;
}

async function team(by: Caller): Promise<Caseload[]> {
  const reply = await by.request('GET', '/api/team');
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json().team;
}

const of = (list: readonly Caseload[], name: 'aziza' | 'baxtiyor') =>
  list.find((one) => one.worker_id === DEMO_PEOPLE[name].id);

describe('the team’s caseload', () => {
  it('counts open files, urgent ones, conflicts, overdue tasks and contact, by worker', async () => {
    const before = of(await team(gulnora), 'baxtiyor') ?? {
      ...{ open: 0, urgent: 0, conflicts: 0, overdue: 0, never_met: 0 },
    };
    const file = await openFile(server, 'baxtiyor');
    await openFile(server, 'baxtiyor');
    const urgent = { need_id: uuid(), domain: 'health', urgent: true, words: 'Insulin' };
    await file.tell('identify_need', urgent);
    const answers = (value: string) => ({ answers: [{ domain: 'papers', value }] });
    await file.tell('assess_needs', answers('some'));
    expect((await file.tell('assess_needs', answers('none'))).answer).toBe('conflict');
    await file.tell('record_visit', {
      ...{ visit_id: uuid(), kind: 'home_visit', on: '2026-11-20', met: true },
      compartment: 'general',
    });
    const after = of(await team(gulnora), 'baxtiyor');
    expect(after).toMatchObject({
      ...{ name: DEMO_PEOPLE.baxtiyor.name, open: Number(before.open) + 2 },
      ...{ urgent: Number(before.urgent) + 1, conflicts: Number(before.conflicts) + 1 },
      ...{ never_met: Number(before.never_met) + 1 },
    });
    expect(String(after?.last_met_on) >= '2026-11-20').toBe(true);
    server.advance(20 * 86_400_000);
    const late = of(await team(await signIn(server, 'gulnora')), 'baxtiyor');
    expect(Number(late?.overdue)).toBeGreaterThan(Number(after?.overdue));
    server.advance(-20 * 86_400_000);
  });

  // Broken on purpose: without the question for the right, a worker was answered.
  it('is the supervisor’s, of the own place, and without a name of a participant', async () => {
    await openFile(server, 'aziza');
    expect((await aziza.request('GET', '/api/team')).statusCode).toBe(404);
    expect(of(await team(otabek), 'aziza')).toBeUndefined();
    expect(JSON.stringify(await team(gulnora))).not.toContain('Zuhra');
  });
});
