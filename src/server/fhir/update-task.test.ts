import type { Task } from '@medplum/fhirtypes';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { clientOf } from '#test/client.ts';
import { testDatabase } from '#test/database.ts';
import { faults } from '#test/fhir.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { answer, consent, dayOf, packet, referralIn, sent } from '#test/referral.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const clinic = await clientOf(server, 'polyclinic');
const school = await clientOf(server, 'school');
const clinicToken = await clinic.token();
const schoolToken = await school.token();
const farida = await signIn(server, 'farida');
const file = await openFile(server, 'aziza');
await consent(file, 'clinic');
await consent(file, 'school');
const base = `${server.config.url}/fhir`;
const coding = (system: string, code: string) => ({ system: `${base}/CodeSystem/${system}`, code });
const on = (plus = 0) => dayOf(server, plus);

interface Said {
  readonly status: number;
  readonly task: Task;
  readonly etag: string;
  readonly body: string;
}
async function read(id: string, token = clinicToken): Promise<Said> {
  const reply = await clinic.request('GET', `/fhir/Task/${id}`, { token });
  const etag = String(reply.headers.etag ?? '');
  return { status: reply.statusCode, task: reply.json(), etag, body: reply.body };
}
async function put(id: string, change: object, etag: string, token = clinicToken) {
  const body = { resourceType: 'Task', id, intent: 'order', ...change };
  const headers: Record<string, string> = etag === '' ? {} : { 'if-match': etag };
  const reply = await clinic.request('PUT', `/fhir/Task/${id}`, { body, headers, token });
  expect(faults(reply.json()), reply.body).toEqual([]);
  return {
    status: reply.statusCode,
    task: reply.json(),
    etag: String(reply.headers.etag ?? ''),
    body: reply.body,
  };
}
const accepted = { status: 'accepted', executionPeriod: { start: on(3) } };

describe('a task that is sent back', () => {
  it('is the same answer as a partner’s: accepted, seen, asked, done, declined', async () => {
    const id = await sent(file);
    const { task, etag } = await read(id);
    let now = await put(id, { ...task, ...accepted }, etag);
    expect([now.status, now.task.status]).toEqual([200, 'accepted']);
    const question = { coding: [coding('question', 'interpreter')] };
    now = await put(id, { ...now.task, status: 'on-hold', statusReason: question }, now.etag);
    const next = { type: { coding: [coding('output', 'next-date')] }, valueDate: on(9) };
    const seen = { executionPeriod: { start: on() }, output: [next] };
    now = await put(id, { status: 'in-progress', ...seen }, now.etag);
    expect(now.task).toMatchObject({ status: 'in-progress', ...seen });
    const outcome = { coding: [coding('outcome', 'met')] };
    const done = { status: 'completed', executionPeriod: { end: on() }, businessStatus: outcome };
    now = await put(id, done, now.etag);
    expect(now.task).toMatchObject(done);
    const known = await referralIn(database, file, id);
    expect(known?.answers.map(({ channel, answer: one }) => [channel, one])).toEqual([
      ['system', { kind: 'accept', on: on(3) }],
      ['system', { kind: 'ask', question: 'interpreter' }],
      ['system', { kind: 'seen', on: on(), next_on: on(9) }],
      ['system', { kind: 'done', on: on(), outcome: 'met' }],
    ]);
    expect((await packet(farida, id)).json().status).toBe('completed');
    const { rows } = await owner.query(
      `select distinct actor_kind, actor_id from fact where case_id = $1 and kind = 'referral_answered'`,
      [file.case_id],
    );
    expect(rows).toEqual([{ actor_kind: 'client', actor_id: clinic.id }]);

    const other = await sent(file);
    const reasons = [coding('decline-reason', 'no_capacity'), coding('barrier', 'no_place')];
    const declined = { status: 'rejected', statusReason: { coding: reasons } };
    const said = await put(other, declined, (await read(other)).etag);
    expect([said.status, said.task.status]).toEqual([200, 'rejected']);
    const last = (await referralIn(database, file, other))?.answers.at(-1)?.answer;
    expect(last).toEqual({ kind: 'decline', reason: 'no_capacity', barrier: 'no_place' });

    const third = await sent(file);
    const type = { coding: [coding('output', 'also-date')] };
    const days = {
      ...accepted,
      output: [
        { type, valueDate: on(4) },
        { type, valueDate: on(6) },
      ],
    };
    const offered = await put(third, days, (await read(third)).etag);
    expect(offered.task).toMatchObject(days);
    const unmet = {
      ...done,
      status: 'failed',
      businessStatus: { coding: [coding('outcome', 'not_met')] },
    };
    const silent = await put(third, unmet, offered.etag);
    expect([silent.status, silent.task.issue[0].details.coding[0].code]).toEqual([
      422,
      'barrier_missing',
    ]);
    const stood = { statusReason: { coding: [coding('barrier', 'language')] } };
    expect((await put(third, { ...unmet, ...stood }, offered.etag)).task).toMatchObject({
      ...{ status: 'failed', ...stood },
    });
  });

  it('says nothing twice: repeated, at once, or by an old version', async () => {
    const id = await sent(file);
    const { task, etag } = await read(id);
    const same = await put(id, task, etag);
    expect([same.status, same.etag]).toEqual([200, etag]);
    const both = await Promise.all([put(id, accepted, etag), put(id, accepted, etag)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await put(id, accepted, etag)).status).toBe(200);
    expect((await referralIn(database, file, id))?.answers).toHaveLength(1);
    const two = await sent(file);
    const { etag: first } = await read(two);
    const days = [4, 5, 6].map((day) => ({
      status: 'accepted',
      executionPeriod: { start: on(day) },
    }));
    const told = await Promise.all(days.map((change) => put(two, change, first)));
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    expect((await referralIn(database, file, two))?.answers).toHaveLength(1);
    const later = { status: 'accepted', executionPeriod: { start: on(5) } };
    expect((await put(id, later, etag)).status).toBe(412);
    expect((await put(id, later, '')).status).toBe(428);
    expect((await put(id, later, both[0]?.etag ?? '')).status).toBe(200);
    // What is said on the screen is another version too.
    const { etag: third } = await read(id);
    await answer(farida, file, id, { kind: 'done', on: on(), outcome: 'partly' });
    expect((await put(id, accepted, third)).status).toBe(412);
    const ended = await put(id, accepted, (await read(id)).etag);
    expect([ended.status, ended.task.issue[0].details.coding[0].code]).toEqual([
      409,
      'referral_ended',
    ]);
  });

  it('of another organisation is not there, and nothing is written', async () => {
    const id = await sent(file);
    const { etag } = await read(id);
    const foreign = await put(id, accepted, etag, schoolToken);
    const missing = await put(uuid(), accepted, etag, schoolToken);
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    expect((await referralIn(database, file, id))?.answers).toEqual([]);
  });

  it('that asks for what there is not is refused by name, and nothing is written', async () => {
    const id = await sent(file);
    const { task, etag } = await read(id);
    const words = { text: 'CANARY diagnosis' };
    const outcome = { coding: [coding('outcome', 'met')] };
    const period = { end: on() };
    const wrong: [object, string][] = [
      [{ status: 'requested', executionPeriod: { start: on() } }, 'Task.status'],
      [{ status: 'cancelled' }, 'Task.status'],
      [{ status: 'ready' }, 'Task.status'],
      [{ status: 'accepted' }, 'Task.executionPeriod.start'],
      [{ status: 'accepted', executionPeriod: { start: '2026' } }, 'Task.executionPeriod.start'],
      [{ status: 'completed', executionPeriod: period }, 'Task.businessStatus'],
      [
        { status: 'failed', executionPeriod: period, businessStatus: outcome },
        'Task.businessStatus',
      ],
      [{ status: 'rejected', statusReason: { coding: [] } }, 'Task.statusReason'],
      [{ ...accepted, description: 'CANARY' }, 'Task.description'],
      [{ ...accepted, note: [words] }, 'Task.note'],
      [{ ...accepted, contained: [{ resourceType: 'Condition' }] }, 'Task.contained'],
      [{ ...accepted, businessStatus: words }, 'Task.businessStatus'],
      [{ ...accepted, for: { reference: 'Patient/1', display: 'CANARY' } }, 'Task.for'],
      [
        { status: 'in-progress', executionPeriod: { start: on(), extension: [] } },
        'Task.executionPeriod',
      ],
    ];
    for (const [change, expression] of wrong) {
      const reply = await put(id, change, etag);
      expect([reply.status, reply.task.issue[0].expression?.[0]], reply.body).toEqual([
        422,
        expression,
      ]);
      expect(reply.body).not.toContain('CANARY');
    }
    const told = { executionPeriod: period, businessStatus: { ...outcome, ...words } };
    const free = [
      await put(id, { status: 'completed', ...told }, etag),
      await put(
        id,
        {
          status: 'rejected',
          statusReason: { coding: [coding('decline-reason', 'other')], ...words },
        },
        etag,
      ),
      // A clinic asks by code; elsewhere a question may have its words.
      await put(
        id,
        { status: 'on-hold', statusReason: { coding: [coding('question', 'other')], ...words } },
        etag,
      ),
    ];
    expect(
      free.map(({ status, task: { issue } }) => [status, issue[0].details.coding[0].code]),
    ).toEqual(Array(3).fill([422, 'words_not_taken']));
    const past = await put(id, { status: 'accepted', executionPeriod: { start: on(-1) } }, etag);
    expect([past.status, past.task.issue[0].details.coding[0].code]).toEqual([
      422,
      'day_in_the_past',
    ]);
    for (const body of ['{', '[]', '{"resourceType":"Patient"}', '{"resourceType":"Task"}']) {
      const reply = await server.app.inject({
        ...{ method: 'PUT', url: `/fhir/Task/${id}`, payload: body },
        headers: {
          authorization: `Bearer ${clinicToken}`,
          'if-match': etag,
          'content-type': 'application/fhir+json',
        },
      });
      expect([reply.statusCode, faults(reply.json())], body).toEqual([400, []]);
    }
    expect((await put(uuid(), task, etag)).status).toBe(404);
    expect((await referralIn(database, file, id))?.answers).toEqual([]);
  });
});
