import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import {
  answer,
  consent,
  dayOf,
  packet,
  problem,
  referral,
  referralIn,
  sent,
} from '#test/referral.ts';
import { waitsIn } from '#test/waits.ts';
import { signIn, tell } from '#test/world.ts';
import { verifyCases } from '../case/verify.ts';
import { fixedId } from '../seed/fixed-id.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const gulnora = await signIn(server, 'gulnora');
const farida = await signIn(server, 'farida');
const olim = await signIn(server, 'olim');

async function tasks(file: { case_id: string }): Promise<string[]> {
  const { rows } = await owner.query(
    'select kind, ref from task where case_id = $1 order by kind',
    [file.case_id],
  );
  return rows.map(({ kind, ref }) => (kind === 'timer' ? ref.split(':')[0] : kind));
}

describe('a referral', () => {
  it('goes to the clinic and comes back: accepted, seen, done, completed', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    expect(await tasks(file)).toContain('referral_silence');

    const inbox = (await farida.request('GET', '/api/packets')).json();
    expect(inbox.packets[0]).toMatchObject({ referral_id: id, status: 'requested' });
    const waiting = (await waitsIn(farida, 'packets')) ?? 0;
    expect(JSON.stringify(inbox)).not.toMatch(/Zuhra|Karimova|this month/);
    const opened = (await packet(farida, id)).json();
    expect(opened.content).toMatchObject({
      safe_contact: { words: 'Call in the morning', contacts: [] },
      interpreter: { needed: true, language: 'kaa' },
      sender: { code: 'social_services' },
      person: { name: { given: 'Zuhra' }, birth: { date: '1990-01-01', precision: 'year' } },
      request: { words: 'Please see her this month' },
    });
    expect(Object.keys(opened.content.person)).toEqual(['name', 'birth']);
    const { rows: reads } = await owner.query(
      'select action, person_id from read_log where actor_id = $1 order by at desc, id desc limit 1',
      [farida.id],
    );
    expect(reads).toEqual([{ action: 'packet_opened', person_id: file.person_id }]);

    const first = await answer(farida, file, id, { kind: 'accept', on: dayOf(server, 3) });
    expect(await waitsIn(farida, 'packets')).toBe(waiting - 1);
    expect(first.answer).toBe('applied');
    expect(await referralIn(database, file, id)).toMatchObject({
      status: 'accepted',
      next_on: dayOf(server, 3),
    });
    expect(await tasks(file)).toContain('referral_day');
    const { rows: told } = await owner.query(
      `select details from notification
       where kind = 'referral_answered' and account_id = $1 and details ->> 'case_id' = $2`,
      [fixedId('account:aziza'), file.case_id],
    );
    expect(told).toEqual([{ details: { case_id: file.case_id, referral_id: id } }]);

    const seen = { kind: 'seen', on: dayOf(server), next_on: dayOf(server, 20) };
    expect((await answer(farida, file, id, seen)).answer).toBe('applied');
    expect(await referralIn(database, file, id)).toMatchObject({
      status: 'in-progress',
      next_on: dayOf(server, 20),
    });
    const done = { kind: 'done', outcome: 'met', on: dayOf(server) };
    expect((await answer(farida, file, id, done)).answer).toBe('applied');
    expect(await referralIn(database, file, id)).toMatchObject({
      status: 'completed',
      outcome: 'met',
    });
    expect(await tasks(file)).toContain('referral_answered');
    const again = await answer(farida, file, id, done);
    expect([again.answer, problem(again)]).toEqual(['stale', 'referral_ended']);

    const completed = { referral_id: id, outcome: 'met', helpful: 'yes' };
    expect(await file.tell('complete_referral', completed)).toMatchObject({ answer: 'applied' });
    expect((await tasks(file)).filter((kind) => kind.startsWith('referral'))).toEqual([]);
  });

  // Broken once: without the rule in `endProblem` the worker's end and the call back went through.
  it('is declined with a reason and a barrier of the model, and ends unmet with one only', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    const wrong = { kind: 'decline', reason: 'no_capacity', barrier: 'no_such_barrier' };
    expect(problem(await answer(farida, file, id, wrong))).toBe('barrier_unknown');
    const none = { kind: 'decline', reason: 'no_capacity' };
    expect(problem(await answer(farida, file, id, none))).toBe('barrier_missing');
    const failed = { kind: 'done', on: dayOf(server), outcome: 'unreachable' };
    expect(problem(await answer(farida, file, id, failed))).toBe('barrier_missing');
    const onPaper = { referral_id: id, channel: 'paper', answer: none };
    expect(problem(await file.tell('record_answer', onPaper))).toBe('barrier_missing');
    const given = { kind: 'decline', reason: 'no_capacity', barrier: 'no_place' };
    expect((await answer(farida, file, id, given)).answer).toBe('applied');
    expect(await referralIn(database, file, id)).toMatchObject({ status: 'rejected' });
    // What the service has named need not be said again.
    const end = { referral_id: id, outcome: 'declined_by_provider', helpful: 'not_asked' };
    expect(await file.tell('complete_referral', end)).toMatchObject({ answer: 'applied' });

    const next = await sent(file);
    const unmet = { referral_id: next, outcome: 'not_met', helpful: 'no' };
    expect(problem(await file.tell('complete_referral', unmet))).toBe('barrier_missing');
    const other = { ...unmet, barrier: 'other' };
    expect(problem(await file.tell('complete_referral', other))).toBe('barrier_words_missing');
    const back = { referral_id: next, reason: 'declined_by_client' };
    expect(problem(await file.tell('cancel_referral', back))).toBe('barrier_missing');
    const named = { ...back, barrier: 'language' };
    expect(await file.tell('cancel_referral', named)).toMatchObject({ answer: 'applied' });
    expect(await referralIn(database, file, next)).toMatchObject({ barrier: 'language' });
    const draft = referral('clinic');
    await file.tell('refer', draft);
    const { referral_id } = draft;
    const unsent = { referral_id, reason: 'other_service' };
    expect(await file.tell('cancel_referral', unsent)).toMatchObject({ answer: 'applied' });
  });

  it('is accepted with several days, of which the worker picks one with the person', async () => {
    const file = await openFile(server, 'aziza');
    const consent_id = await consent(file, 'clinic');
    const id = await sent(file);
    const also = [dayOf(server, 5), dayOf(server, 3)];
    const past = { kind: 'accept', on: dayOf(server, 3), also: [dayOf(server, -1)] };
    expect(problem(await answer(farida, file, id, past))).toBe('day_in_the_past');
    const offer = { kind: 'accept', on: dayOf(server, 3), also };
    expect((await answer(farida, file, id, offer)).answer).toBe('applied');
    expect(await referralIn(database, file, id)).toMatchObject({ next_on: null });
    expect(await tasks(file)).toContain('referral_offer');
    const pick = (plus: number) =>
      file.tell('pick_day', { referral_id: id, on: dayOf(server, plus) });
    expect(problem(await pick(4))).toBe('day_not_offered');
    expect(await pick(5)).toMatchObject({ answer: 'applied' });
    expect(problem(await pick(3))).toBe('referral_not_asked');
    expect(await referralIn(database, file, id)).toMatchObject({ next_on: dayOf(server, 5) });
    expect(await tasks(file)).toContain('referral_day');
    const told = (await packet(farida, id)).json();
    expect(told.replies).toMatchObject([{ picked_on: dayOf(server, 5) }]);
    // Nothing more leaves when the consent is gone.
    const next = await sent(file);
    expect((await answer(farida, file, next, offer)).answer).toBe('applied');
    await file.tell('withdraw_consent', { consent_id, channel: 'phone' });
    const late = await file.tell('pick_day', { referral_id: next, on: dayOf(server, 5) });
    expect(problem(late)).toBe('consent_missing');
  });

  it('is answered by telephone, and the worker writes it down', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    const said = { kind: 'accept', on: dayOf(server, 1) };
    const body = { referral_id: id, channel: 'phone', answer: said };
    expect(await file.tell('record_answer', body)).toMatchObject({ answer: 'applied' });
    expect(await referralIn(database, file, id)).toMatchObject({
      status: 'accepted',
      answers: [{ channel: 'phone', answer: said }],
    });
    // The worker cannot say it in the service's name, nor the service in the worker's.
    const asService = { referral_id: id, answer: said };
    expect(problem(await file.tell('answer_referral', asService))).toBe('not_allowed');
    const asWorker = await tell(farida, file.case_id, 'record_answer', body, { id: uuid() });
    expect(problem(asWorker)).toBe('not_allowed');
  });

  it('is asked about, and answered; a clinic asks by codes alone', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    await consent(file, 'school');
    const clinic = await sent(file);
    const words = { kind: 'ask', question: 'other', words: 'Diagnosis F43' };
    expect(problem(await answer(farida, file, clinic, words))).toBe('words_not_taken');
    const school = await sent(file, 'school');
    const ask = { kind: 'ask', question: 'other', words: 'Which grade?' };
    expect((await answer(olim, file, school, ask)).answer).toBe('applied');
    expect(await tasks(file)).toContain('referral_question');
    const reply = { referral_id: school, words: 'The third' };
    expect(await file.tell('reply_to_referral', reply)).toMatchObject({ answer: 'applied' });
    expect((await packet(olim, school)).json()).toMatchObject({
      status: 'requested',
      replies: [{ words: 'The third' }],
    });
  });

  it('names a service that is there, of the same purpose, and fields of its template', async () => {
    const file = await openFile(server, 'aziza');
    const codes = [];
    for (const wrong of [
      { service_id: uuid() },
      { organisation_id: uuid() },
      { purpose: 'education', fields: [] },
      { purpose: 'learning_without_names' },
      { fields: ['return.arrived_on'] },
      { need_id: uuid() },
    ]) {
      codes.push(problem(await file.tell('refer', referral('clinic', wrong))));
    }
    expect(codes).toEqual([
      'service_unknown',
      'service_unknown',
      'service_of_other_purpose',
      'purpose_unknown',
      'field_not_in_packet',
      'need_unknown',
    ]);
  });
});

it('an outcome that a service reports may move the file on to its next stage', async () => {
  const file = await openFile(server, 'aziza');
  const done = async (kind: string, body: object) =>
    expect([kind, (await file.tell(kind, body)).answer]).toEqual([kind, 'applied']);
  const approve = async (kind: string) => {
    const approval_id = uuid();
    await done('propose_approval', { approval_id, kind });
    await tell(gulnora, file.case_id, 'approve', { approval_id }, { id: uuid() });
  };
  const stage = async () =>
    (await owner.query('select stage from case_file where id = $1', [file.case_id])).rows[0].stage;
  await consent(file, 'clinic');
  const { rows } = await owner.query('select document from programme_model');
  const domains: { code: string }[] = rows[0].document.need_domains;
  const answers = domains.map(({ code }) => ({ domain: code, value: 'none' }));
  await done('assess_needs', { answers });
  await approve('assessment');
  const step = { step_id: uuid(), what: 'Go', owner: 'person', sensitive: false };
  const goal = { goal_id: uuid(), domain: 'health', words: 'Well' };
  await done('agree_plan', {
    ...{ plan_id: uuid(), agreed_by_person: true, copy_given: true },
    goals: [{ ...goal, steps: [{ ...step, due_on: dayOf(server, 9) }] }],
  });
  await approve('plan');
  expect(await stage()).toBe('planned');
  const met = { kind: 'done', outcome: 'met', on: dayOf(server) };
  expect((await answer(farida, file, await sent(file), met)).answer).toBe('applied');
  expect(await stage()).toBe('in_service');
});

it('texts of every kind arrive as they were written', async () => {
  const file = await openFile(server, 'aziza');
  await consent(file, 'school');
  const texts = [
    "'; drop table person; --",
    '<img src=x onerror=alert(1)>',
    '‮abc',
    '𝕏🧕🏽',
    '{{7*7}}',
  ];
  for (const words of texts) {
    const id = await sent(file, 'school', { words, safe_contact: words });
    const ask = { kind: 'ask', question: 'other', words };
    expect((await answer(olim, file, id, ask)).answer).toBe('applied');
    expect((await packet(olim, id)).json()).toMatchObject({
      content: { safe_contact: { words }, request: { words } },
      answers: [{ answer: { words } }],
    });
  }
  for (const words of ['a\u0000b', '\ud800']) {
    const body = { commands: [{ ...envelope(file), body: referral('school', { words }) }] };
    const reply = await (await signIn(server, 'aziza')).request('POST', '/api/commands', body);
    expect(reply.statusCode).toBe(422);
  }
});

const envelope = (file: { case_id: string }) => ({
  ...{ id: uuid(), case_id: file.case_id, kind: 'refer' },
  said_at: '2026-11-24T08:00:00.000Z',
});

it('projections are what the facts say', async () => {
  const client = await owner.connect();
  try {
    const { faults, cases } = await verifyCases(client);
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(5);
    await client.query("update referral_packet set status = 'on-hold' where status = 'requested'");
    const broken = await verifyCases(client);
    expect(broken.faults.map((fault) => fault.what)).toContain('packets_differ');
  } finally {
    client.release();
  }
});
