import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';

// One woman's file: a plan for when it gets dangerous, a psychologist, urgent worries on and off duty. Who
// may not know of a thing finds nothing of it anywhere.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const saodat = await signIn(server, 'saodat');
const nargiza = await signIn(server, 'nargiza');
const timur = await signIn(server, 'timur');
const HOUR = 3_600_000;
const at = (hours: number) => new Date(server.deps.clock().getTime() + hours * HOUR).toISOString();
const dayAt = (days: number) => at(days * 24).slice(0, 10);

const file = await openFile(server, 'aziza');
const say = (by: Caller, kind: string, body: unknown) =>
  tell(by, file.case_id, kind, body, { id: uuid() });
const done = async (by: Caller, kind: string, body: unknown) =>
  expect(await say(by, kind, body)).toMatchObject({ answer: 'applied' });
const refused = async (by: Caller, kind: string, body: unknown) =>
  (await say(by, kind, body)).problem?.code;
/** The facts of a file as somebody gets them; the programme model beside them names every kind. */
const read = async (by: Caller, case_id = file.case_id) =>
  JSON.stringify((await by.request('GET', `/api/cases/${case_id}`)).json().facts ?? []);
const myTasks = async (by: Caller) => (await by.request('GET', '/api/tasks')).json().tasks;
/** Every task of the file that this reader sees, by kind. */
async function taskKinds(by: Caller): Promise<string[]> {
  const kinds: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const url: string = `/api/tasks?scope=team${after === '' ? '' : `&after=${after}`}`;
    const page = (await by.request('GET', url)).json();
    const own = page.tasks.filter((one: { case_id: string }) => one.case_id === file.case_id);
    kinds.push(...own.map((one: { kind: string }) => one.kind));
    after = page.next;
  }
  return kinds;
}
const assign = (name: 'nargiza' | 'timur' | 'saodat', compartment: string) =>
  done(gulnora, 'assign_specialist', { account_id: DEMO_PEOPLE[name].id, compartment });
const release = (name: 'nargiza' | 'timur' | 'saodat') =>
  done(gulnora, 'release_specialist', { account_id: DEMO_PEOPLE[name].id });

async function pulled(by: Caller): Promise<string> {
  const device = uuid();
  await by.request('PUT', `/api/devices/${device}`, { name: 'phone' });
  await database.settled();
  const texts: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const url = cursor === undefined ? '/api/pull' : `/api/pull?cursor=${cursor}`;
    const page = await by.request('GET', url, undefined, { 'x-homeward-device': device });
    texts.push(page.body);
    cursor = page.json().cursor;
    if (page.json().more !== true) return texts.join('\n');
  }
}

const plan = (compartment: string, words: string) => ({
  ...{ plan_id: uuid(), compartment, warning_signs: words, what_helps: words, whom_to_call: words },
  ...{ safe_places: words, worker_does: words, made_with: 'person', copy: 'not_safe' },
});

describe('a safety plan', () => {
  // Broken once: with `compartment: 'general'` in `agree_safety_plan` all three words were pulled.
  it('is read by those who protect, or by the psychologist, and by nobody on a device', async () => {
    await assign('timur', 'health');
    await done(aziza, 'agree_safety_plan', plan('protection', 'plum-by-the-gate'));
    await assign('nargiza', 'psychosocial');
    await done(aziza, 'agree_safety_plan', plan('psychosocial', 'quiet-lantern'));
    const seen = async (by: Caller) => {
      const text = await read(by);
      return ['plum-by-the-gate', 'quiet-lantern'].map((word) => text.includes(word));
    };
    expect(await seen(gulnora)).toEqual([true, false]);
    expect(await seen(nargiza)).toEqual([false, true]);
    for (const by of [aziza, timur]) expect(await seen(by)).toEqual([false, false]);
    for (const by of [aziza, gulnora]) {
      const all = await pulled(by);
      expect(all).toContain(file.case_id);
      expect(all).not.toMatch(/plum-by-the-gate|quiet-lantern|safety_plan/);
    }
    expect(await taskKinds(gulnora)).toContain('safety_plan_review');
    for (const by of [aziza, timur, nargiza]) {
      const kinds = await taskKinds(by);
      expect(kinds).toContain('apart_review');
      expect(kinds).not.toContain('safety_plan_review');
    }
  });
});

describe('psychosocial support', () => {
  const session = (patch: object = {}) => ({
    ...{ session_id: uuid(), form: 'family', on: dayAt(-1), attended: false },
    ...{ next_on: dayAt(14), ...patch },
  });

  // Broken once: `session_recorded` in `general` showed the missed session to worker and supervisor.
  it('shows the worker a next date, and more only by consent', async () => {
    await done(nargiza, 'record_session', session());
    expect(await refused(timur, 'record_session', session())).toBe('not_allowed');
    expect(await refused(aziza, 'record_session', session())).toBe('not_allowed');
    for (const by of [aziza, gulnora, timur]) {
      const text = await read(by);
      expect(text).toContain(`{"next_on": "${dayAt(14)}"}`.replaceAll(' ', ''));
      expect(text).not.toMatch(/session_recorded|attended/);
    }
    const consent_id = uuid();
    const said_by = { person_id: file.person_id, as: 'self' };
    await done(aziza, 'record_consent', {
      ...{ consent_id, decision: 'given', purposes: ['specialist_to_worker'], recipient_ids: [] },
      ...{ withhold: [], said_by, expression: 'spoken', language: 'uz', notice_version: '1' },
    });
    expect(await read(aziza)).toContain('session_recorded');
    expect(await read(gulnora)).not.toContain('session_recorded');
    await done(aziza, 'withdraw_consent', { consent_id, channel: 'in_person' });
    expect(await read(aziza)).not.toContain('session_recorded');
    expect(await myTasks(nargiza)).toContainEqual(expect.objectContaining({ kind: 'session' }));
  });

  // Broken once: without `arrived_on` in the context the woman of sixty days ago was refused too.
  it('screens nobody within thirty days of arrival', async () => {
    const screening = () => ({ screening_id: uuid(), on: dayAt(0), result: 'no_support_wished' });
    const early = await say(nargiza, 'record_screening', screening());
    expect(early).toMatchObject({ problem: { code: 'screened_too_early', details: { days: 30 } } });
    const arrived = async (days: number) =>
      owner.query(
        `insert into homecoming (id, person_id, context, arrived_on) values ($1, $2, 'conflict_zone', $3)`,
        [uuid(), file.person_id, dayAt(days)],
      );
    await arrived(-60);
    await done(nargiza, 'record_screening', screening());
    await arrived(-29);
    expect(await refused(nargiza, 'record_screening', screening())).toBe('screened_too_early');
  });

  it('ends for a specialist with the work', async () => {
    await release('nargiza');
    expect((await nargiza.request('GET', `/api/cases/${file.case_id}`)).statusCode).toBe(404);
    expect((await say(nargiza, 'record_session', session())).answer).toBe('gone');
  });
});

describe('who is on duty', () => {
  const duty = (patch: object = {}) => ({
    ...{ account_id: DEMO_PEOPLE.nargiza.id, from_at: at(-1), until_at: at(8), ...patch },
  });
  const put = async (by: Caller, body: object, id = uuid()) => {
    const reply = await by.request('PUT', `/api/duties/${id}`, body);
    return reply.statusCode === 200 ? 'kept' : reply.json().title;
  };

  it('is kept by the supervisor or a specialist, and read by all who work there', async () => {
    const id = uuid();
    const line = duty();
    expect(await put(aziza, line)).toBe('gone');
    expect(await put(timur, line)).toBe('gone');
    const backwards = duty({ until_at: at(-2) });
    const wrong = await gulnora.request('PUT', `/api/duties/${id}`, backwards);
    expect(wrong.json()).toMatchObject({
      title: 'invalid_input',
      fields: [{ path: 'body.until_at' }],
    });
    expect(await put(gulnora, duty({ from_at: at(-9), until_at: at(-8) }))).toBe(
      'moment_in_the_past',
    );
    expect(await put(gulnora, duty({ until_at: at(24 * 32) }))).toBe('duty_too_long');
    expect(await put(gulnora, duty({ account_id: DEMO_PEOPLE.aziza.id }))).toBe(
      'not_a_specialist_here',
    );
    expect(await put(gulnora, line, id)).toBe('kept');
    expect(await put(gulnora, line, id)).toBe('kept');
    expect(await put(gulnora, duty({ account_id: DEMO_PEOPLE.saodat.id }))).toBe('duty_taken');
    const listed = (await aziza.request('GET', '/api/duties')).json();
    expect(listed).toMatchObject({
      duties: [{ id, name: 'Nargiza Umarova', now: true, abilities: [] }],
      abilities: [],
    });
    expect((await gulnora.request('GET', '/api/duties')).json().abilities).toEqual(['keep']);
    const elsewhere = await signIn(server, 'otabek');
    expect((await elsewhere.request('GET', '/api/duties')).json().duties).toEqual([]);
    expect((await elsewhere.request('DELETE', `/api/duties/${id}`)).statusCode).toBe(404);
    const outside = await signIn(server, 'malika');
    expect((await outside.request('GET', '/api/duties')).statusCode).toBe(404);
  });

  const worry = (about: object = { who: 'household_member' }) => ({
    ...{ concern_id: uuid(), about, urgency: 'now', words: 'He waits at the gate: amber-kite' },
  });
  const given = async (concern_id: string) => {
    const rows = (await gulnora.request('GET', '/api/concerns')).json().concerns;
    return rows.find((one: { id: string }) => one.id === concern_id)?.given_to;
  };

  // Broken once: without the restrictive policy of fact, or of fact_body, the safety plan came along.
  it('gets an urgent worry as their own task, reads no more than it, and is in no log of the person', async () => {
    const said = worry();
    await done(aziza, 'raise_concern', said);
    const mine = await myTasks(nargiza);
    const task = mine.find((one: { ref: string }) => one.ref === said.concern_id);
    expect(task).toMatchObject({ kind: 'concern', account_id: nargiza.id });
    expect(Date.parse(task.due_at)).toBeLessThanOrEqual(Date.parse(at(3)));
    expect((await nargiza.request('GET', '/api/notifications')).body).toContain(said.concern_id);
    expect(await given(said.concern_id)).toBe('Nargiza Umarova');
    const text = await read(nargiza);
    expect(text).toContain('amber-kite');
    expect(text).not.toMatch(/plum-by-the-gate|quiet-lantern|safety_plan|session_recorded/);
    expect(await taskKinds(nargiza)).not.toContain('safety_plan_review');
    const bodies = await inSql(database, nargiza.id, (query) =>
      query('select body from fact_body where case_id = $1', [file.case_id]),
    );
    expect(JSON.stringify(bodies.rows)).toContain('amber-kite');
    expect(JSON.stringify(bodies.rows)).not.toContain('plum-by-the-gate');
    expect(await read(aziza)).not.toMatch(/concern_/);
    const closing = {
      concern_id: said.concern_id,
      outcome: 'help_arranged',
      words: 'At her aunt’s',
    };
    await done(nargiza, 'close_concern', closing);
    expect((await nargiza.request('GET', `/api/cases/${file.case_id}`)).statusCode).toBe(404);
  });

  // Broken once: without `specialist_assigned` in readings_of the role stood in the log.
  it('leaves nothing in the log that a guardian may see', async () => {
    const other = await openFile(server, 'aziza', 2012);
    expect(await other.tell('raise_concern', worry())).toMatchObject({ answer: 'applied' });
    for (const by of [nargiza, gulnora])
      expect(await read(by, other.case_id)).toContain('amber-kite');
    const log = (await aziza.request('GET', `/api/cases/${other.case_id}/readings`)).json()
      .readings;
    expect(log.map((one: { role: string }) => one.role)).toEqual(['supervisor']);
  });

  // Broken once: without `about.account_id` in `onDuty` the accused was given the worry.
  it('never gets a worry about themselves or their own; off duty it is the supervisor’s', async () => {
    const hers = worry({ who: 'colleague', account_id: nargiza.id });
    await done(aziza, 'raise_concern', hers);
    expect(await given(hers.concern_id)).toBe('Gulnora Rahimova');
    const [line] = (await gulnora.request('GET', '/api/duties')).json().duties;
    expect((await gulnora.request('DELETE', `/api/duties/${line.id}`)).statusCode).toBe(200);
    expect((await gulnora.request('DELETE', `/api/duties/${line.id}`)).statusCode).toBe(404);
    const late = worry();
    await done(aziza, 'raise_concern', late);
    expect(await given(late.concern_id)).toBe('Gulnora Rahimova');
    await done(saodat, 'take_concern', { concern_id: late.concern_id });
    expect(await given(late.concern_id)).toBe('Saodat Mirzayeva');
    for (const { concern_id } of [hers, late]) {
      const closing = { concern_id, outcome: 'safety_agreed', words: 'Looked into' };
      const on_word_of = { who: 'somebody_else', person_id: file.person_id };
      const problem = await refused(gulnora, 'close_concern', { ...closing, on_word_of });
      expect(problem).toBe('concern_word_not_taken');
      await done(gulnora, 'close_concern', closing);
    }
  });
});

// Broken once: with `given_to` left out of concernRows the rows were called different.
it('stands in the lists as the facts say', async () => {
  const faults = await database.faults();
  expect(faults).toEqual([]);
});
