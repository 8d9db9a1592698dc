import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { personFile } from '../export/person-file.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const saodat = await signIn(server, 'saodat');
const HOUR = 3_600_000;
const dayAt = (days: number) =>
  new Date(server.deps.clock().getTime() + days * 24 * HOUR).toISOString().slice(0, 10);

const file = await openFile(server, 'aziza');
const say = (by: Caller, kind: string, body: unknown) =>
  tell(by, file.case_id, kind, body, { id: uuid() });
const done = async (by: Caller, kind: string, body: unknown) =>
  expect(await say(by, kind, body)).toMatchObject({ answer: 'applied' });
const refused = async (by: Caller, kind: string, body: unknown) =>
  (await say(by, kind, body)).problem?.code;
const read = async (by: Caller) =>
  JSON.stringify((await by.request('GET', `/api/cases/${file.case_id}`)).json().facts ?? []);
const myTasks = async (by: Caller) => (await by.request('GET', '/api/tasks')).json().tasks;

describe('what her own log leaves out', () => {
  const said = (what: object) => ({
    ...{ withholding_id: uuid(), what, reason: 'fear_of_harm', words: 'He reads it: grey-heron' },
    review_on: dayAt(30),
  });
  const supervisorIn = async () => {
    const reply = await aziza.request('GET', `/api/cases/${file.case_id}/readings`);
    return reply.json().readings.some((one: { role: string }) => one.role === 'supervisor');
  };
  const copy = async () =>
    JSON.stringify(
      await server.deps.database.as({ kind: 'account', id: aziza.id }, (acting) =>
        personFile(acting, file.case_id, server.deps.clock()),
      ),
    );

  // Broken once: without `not exists (… withholding …)` in readings_of the supervisor still stood there.
  it('is withheld by child protection only, and stands again when that ends', async () => {
    const specialist = { account_id: DEMO_PEOPLE.saodat.id, compartment: 'protection' };
    await done(gulnora, 'assign_specialist', specialist);
    await read(gulnora);
    const note = { note_id: uuid(), words: 'Her sister’s new address: mint-door' };
    await done(aziza, 'add_note', { ...note, compartment: 'general' });
    const facts = JSON.parse(await read(saodat));
    const fact = facts.find((one: { body: typeof note }) => one.body?.note_id === note.note_id);
    const readings = said({ kind: 'readings', roles: ['supervisor'], from: dayAt(-40) });
    const entries = said({ kind: 'entries', fact_ids: [fact.id] });
    expect(await refused(gulnora, 'withhold_from_log', readings)).toBe('not_allowed');
    expect([await supervisorIn(), (await copy()).includes('mint-door')]).toEqual([true, true]);
    await done(saodat, 'withhold_from_log', readings);
    await done(saodat, 'withhold_from_log', entries);
    expect([await supervisorIn(), (await copy()).includes('mint-door')]).toEqual([false, false]);
    expect(await read(aziza)).not.toMatch(/grey-heron|log_withheld/);
    expect(await read(gulnora)).toContain('grey-heron');
    server.advance(31 * 24 * HOUR);
    const saodatLater = await signIn(server, 'saodat');
    const reviews = (await myTasks(saodatLater)).filter(
      (one: { kind: string }) => one.kind === 'withholding_review',
    );
    expect(reviews).toMatchObject([{ overdue: true }, { overdue: true }]);
    for (const { withholding_id } of [readings, entries]) {
      const ends = { withholding_id, outcome: 'ends', words: 'She lives alone now' };
      await done(saodatLater, 'review_withholding', ends);
    }
    const azizaLater = await signIn(server, 'aziza');
    const log = await azizaLater.request('GET', `/api/cases/${file.case_id}/readings`);
    expect(log.body).toContain('"supervisor"');
    expect(await copy()).toContain('mint-door');
  });
});
