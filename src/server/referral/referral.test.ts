import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { verifyCases } from '../case/verify.ts';
import { fixedId } from '../seed/fixed-id.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const gulnora = await signIn(server, 'gulnora');
const farida = await signIn(server, 'farida');
const olim = await signIn(server, 'olim');
const kamola = await signIn(server, 'kamola');

const DAY = 86_400_000;
const SERVICES = {
  clinic: ['family_doctor', 'polyclinic', 'health_care'],
  school: ['school_place', 'school', 'education'],
} as const;
type Place = keyof typeof SERVICES;

/** The day at the programme's place, some days from the server's now. */
const today = (plus = 0) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tashkent', dateStyle: 'short' }).format(
    new Date(server.deps.clock().getTime() + plus * DAY),
  );

const serviceId = (place: Place) => fixedId(`service:${SERVICES[place][0]}`);

async function consent(file: OpenedFile, place: Place, more: object = {}): Promise<string> {
  const consent_id = uuid();
  const said = await file.tell('record_consent', {
    ...{ consent_id, decision: 'given', purposes: [SERVICES[place][2]], recipient_ids: [] },
    ...{ withhold: [], said_by: { person_id: file.person_id, as: 'self' } },
    ...{ expression: 'spoken', language: 'uz', notice_version: '1', ...more },
  });
  expect(said).toMatchObject({ answer: 'applied' });
  return consent_id;
}

function referral(place: Place, more: object = {}) {
  const [, organisation, purpose] = SERVICES[place];
  return {
    ...{ referral_id: uuid(), service_id: serviceId(place), purpose, urgency: 'routine' },
    organisation_id: fixedId(`organisation:${organisation}`),
    fields: ['person.name', 'person.birth', 'referral.words'],
    ...{ interpreter: { needed: true, language: 'kaa' }, accompanied_by: 'worker' },
    ...{ words: 'Please see her this month', safe_contact: 'Call in the morning', ...more },
  };
}

/** A referral that has been sent on consent. */
async function sent(file: OpenedFile, place: Place = 'clinic', more: object = {}) {
  const body = referral(place, more);
  expect(await file.tell('refer', body)).toMatchObject({ answer: 'applied' });
  const { referral_id } = body;
  expect(await file.tell('send_referral', { referral_id })).toMatchObject({ answer: 'applied' });
  return referral_id;
}

const answer = (by: Caller, file: OpenedFile, referral_id: string, given: object) =>
  tell(by, file.case_id, 'answer_referral', { referral_id, answer: given }, { id: uuid() });
const packet = (by: Caller, id: string) => by.request('GET', `/api/packets/${id}`);
const problem = (reply: { problem?: { code: string } }) => reply.problem?.code;

async function state(file: OpenedFile, referralId: string) {
  const { rows } = await owner.query(
    "select state #> array['referral', 'referrals', $2] as referral from case_head where case_id = $1",
    [file.case_id, referralId],
  );
  return rows[0].referral;
}

async function tasks(file: OpenedFile): Promise<string[]> {
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

    const first = await answer(farida, file, id, { kind: 'accept', on: today(3) });
    expect(first.answer).toBe('applied');
    expect(await state(file, id)).toMatchObject({ status: 'accepted', next_on: today(3) });
    expect(await tasks(file)).toContain('referral_day');
    const { rows: told } = await owner.query(
      "select details from notification where kind = 'referral_answered' and account_id = $1",
      [fixedId('account:aziza')],
    );
    expect(told).toEqual([{ details: { case_id: file.case_id, referral_id: id } }]);

    const seen = { kind: 'seen', on: today(), next_on: today(20) };
    expect((await answer(farida, file, id, seen)).answer).toBe('applied');
    expect(await state(file, id)).toMatchObject({ status: 'in-progress', next_on: today(20) });
    const done = { kind: 'done', outcome: 'met', on: today() };
    expect((await answer(farida, file, id, done)).answer).toBe('applied');
    expect(await state(file, id)).toMatchObject({ status: 'completed', outcome: 'met' });
    expect(await tasks(file)).toContain('referral_answered');
    const again = await answer(farida, file, id, done);
    expect([again.answer, problem(again)]).toEqual(['stale', 'referral_ended']);

    const completed = { referral_id: id, outcome: 'met', helpful: 'yes' };
    expect(await file.tell('complete_referral', completed)).toMatchObject({ answer: 'applied' });
    expect((await tasks(file)).filter((kind) => kind.startsWith('referral'))).toEqual([]);
  });

  it('is declined with a reason and a barrier of the model', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    const wrong = { kind: 'decline', reason: 'no_capacity', barrier: 'no_such_barrier' };
    expect(problem(await answer(farida, file, id, wrong))).toBe('barrier_unknown');
    const given = { kind: 'decline', reason: 'no_capacity', barrier: 'no_place' };
    expect((await answer(farida, file, id, given)).answer).toBe('applied');
    expect(await state(file, id)).toMatchObject({ status: 'rejected' });
  });

  it('is answered by telephone, and the worker writes it down', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    const said = { kind: 'accept', on: today(1) };
    const body = { referral_id: id, channel: 'phone', answer: said };
    expect(await file.tell('record_answer', body)).toMatchObject({ answer: 'applied' });
    expect(await state(file, id)).toMatchObject({
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

describe('a packet leaves', () => {
  it('not without consent or law; a recorded law sends what the law needs', async () => {
    const file = await openFile(server, 'aziza');
    const body = referral('clinic', { words: 'CANARY-words' });
    await file.tell('refer', body);
    const { referral_id } = body;
    expect(problem(await file.tell('send_referral', { referral_id }))).toBe('consent_missing');
    const basis = await file.tell('record_legal_basis', {
      ...{ basis_id: uuid(), code: await lawFor('health_care'), article: 'Art. 24' },
      ...{ purposes: ['health_care'], from: today() },
    });
    expect(basis).toMatchObject({ answer: 'applied' });
    expect(await file.tell('send_referral', { referral_id })).toMatchObject({ answer: 'applied' });
    const opened = await packet(farida, referral_id);
    expect(opened.body).toContain('Zuhra');
    expect(opened.body).not.toContain('CANARY-words');
  });

  it("on a supervisor's word with a reason, and on nobody else's", async () => {
    const file = await openFile(server, 'aziza');
    const body = referral('clinic');
    await file.tell('refer', body);
    const { referral_id } = body;
    const override = { referral_id, reason: 'vital_interest', words: 'She is unconscious' };
    expect(problem(await file.tell('override_referral', override))).toBe('not_allowed');
    const unsaid = { referral_id, reason: 'vital_interest' };
    const say = (what: object) =>
      tell(gulnora, file.case_id, 'override_referral', what, { id: uuid() });
    expect(problem(await say(unsaid))).toBe('invalid_input');
    expect((await say(override)).answer).toBe('applied');
    const opened = await packet(farida, referral_id);
    expect(opened.json().content.person.name.given).toBe('Zuhra');
    // Why it was sent is not told to whom it was sent.
    expect(opened.body).not.toMatch(/unconscious|override|vital/);
  });

  it('not against a child who says no, unless it is urgent', async () => {
    const file = await openFile(server, 'aziza', new Date().getFullYear() - 12);
    const parent = { person_id: file.person_id, as: 'legal_guardian' };
    await consent(file, 'clinic', { said_by: parent, own_agreement: 'no' });
    const routine = referral('clinic');
    const urgent = referral('clinic', { urgency: 'urgent' });
    const asked = referral('clinic', { own_agreement: 'yes' });
    const answers = [];
    for (const body of [routine, urgent, asked]) {
      await file.tell('refer', body);
      const { referral_id } = body;
      const said = await file.tell('send_referral', { referral_id });
      answers.push(problem(said) ?? said.answer);
    }
    expect(answers).toEqual(['child_said_no', 'applied', 'applied']);
  });

  it('as it was shown before: the preview is the packet', async () => {
    const file = await openFile(server, 'aziza');
    const aziza = await signIn(server, 'aziza');
    await consent(file, 'clinic', {
      withhold: [{ from: 'my brother', what: 'where I live', reason: 'fear_of_harm' }],
    });
    const body = referral('clinic', {});
    await file.tell('refer', body);
    const at = `/api/cases/${file.case_id}/referrals/preview`;
    const shown = await aziza.request('GET', `${at}?referral_id=${body.referral_id}`);
    expect(shown.json()).toMatchObject({
      ground: 'consent',
      withhold: [{ from: 'my brother', what: 'where I live' }],
    });
    await file.tell('send_referral', { referral_id: body.referral_id });
    const opened = (await packet(farida, body.referral_id)).json();
    expect(opened.content).toEqual(shown.json().content);
    const draft = await aziza.request('GET', `${at}?service_id=${serviceId('school')}`);
    expect(draft.json()).toMatchObject({ ground: null, content: { person: { sex: 'female' } } });
    // Somebody beyond reach is told what somebody asking for nothing is told.
    const hidden = await kamola.request('GET', `${at}?referral_id=${body.referral_id}`);
    const missing = await kamola.request(
      'GET',
      `/api/cases/${uuid()}/referrals/preview?referral_id=${body.referral_id}`,
    );
    expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body]);
    expect((await farida.request('GET', `${at}?referral_id=${body.referral_id}`)).body).toBe(
      missing.body,
    );
  });
});

async function lawFor(purpose: string): Promise<string> {
  const { rows } = await owner.query('select document from programme_model');
  const laws: { code: string; purposes: string[] }[] = rows[0].document.legal_bases;
  return laws.find((law) => law.purposes.includes(purpose))?.code ?? '';
}

describe('a receiving service', () => {
  // Broken once: without `organisation_id = homeward_organisation()` in the policy and the route's own
  // filter, the school read the packet of the clinic.
  it('of another organisation finds nothing, by HTTP and by SQL', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    await consent(file, 'school');
    const id = await sent(file);
    // The school has a packet of the same file: its reach must not open the clinic's.
    const school = await sent(file, 'school');
    const missing = await packet(olim, uuid());
    expect([(await packet(olim, id)).body, missing.statusCode]).toEqual([missing.body, 404]);
    const done = { kind: 'done', outcome: 'met', on: today() };
    const foreign = await answer(olim, file, id, done);
    const none = await answer(olim, file, uuid(), done);
    expect(foreign).toEqual({ ...none, command_id: expect.anything() });
    expect(problem(foreign)).toBe('referral_unknown');
    const seen = await server.deps.database.as({ kind: 'account', id: olim.id }, ({ tx }) =>
      tx.selectFrom('referral_packet').select('referral_id').execute(),
    );
    expect(seen.map((row) => row.referral_id)).toContain(school);
    expect(seen.map((row) => row.referral_id)).not.toContain(id);
  });

  it('reaches no person, no fact and no file, only what was sent', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    await sent(file);
    expect((await farida.request('GET', `/api/cases/${file.case_id}`)).statusCode).toBe(404);
    expect((await farida.request('GET', '/api/cases')).json().cases).toEqual([]);
    const rows = await server.deps.database.as(
      { kind: 'account', id: farida.id },
      async (acting) => {
        const counts = [];
        for (const table of ['person', 'fact', 'fact_body', 'case_file', 'safe_contact', 'task']) {
          const found = await acting.client.query(`select count(*)::int as n from ${table}`);
          counts.push([table, found.rows[0].n]);
        }
        return counts;
      },
    );
    expect(rows.filter(([, n]) => n !== 0)).toEqual([]);
  });

  it('is the only role with an inbox', async () => {
    for (const name of ['aziza', 'gulnora', 'jasur', 'malika', 'sherzod', 'dilnoza'] as const) {
      const reply = await (await signIn(server, name)).request('GET', '/api/packets');
      expect([name, reply.statusCode]).toEqual([name, 404]);
    }
  });

  it('gets its inbox in pages of 50, the newest first', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'school');
    for (let count = 0; count < 52; count++) await sent(file, 'school');
    const first = (await olim.request('GET', '/api/packets')).json();
    const rest = (await olim.request('GET', `/api/packets?after=${first.next}`)).json();
    const ids = [...first.packets, ...rest.packets].map(
      (row: { referral_id: string }) => row.referral_id,
    );
    expect([first.packets.length, new Set(ids).size]).toEqual([50, ids.length]);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(rest.packets.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a packet vanishes', () => {
  it('30 days after the answer by the clock of the server', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    const said = { kind: 'decline', reason: 'not_our_service' };
    expect((await answer(farida, file, id, said)).answer).toBe('applied');
    server.advance(29 * DAY);
    try {
      const young = await signIn(server, 'farida');
      expect((await packet(young, id)).statusCode).toBe(200);
      server.advance(1 * DAY + 1000);
      const later = await signIn(server, 'farida');
      expect((await packet(later, id)).statusCode).toBe(404);
      expect((await later.request('GET', '/api/packets')).body).not.toContain(id);
    } finally {
      server.advance(-30 * DAY - 1000);
    }
  });

  // Broken once: without `vanishes_at > now()` in the policy the row came back.
  it('for the database too, and with it the way to answer', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    server.advance(-31 * DAY);
    let id: string;
    try {
      id = await sent(file);
      await file.tell('record_answer', {
        ...{ referral_id: id, channel: 'phone' },
        answer: { kind: 'done', outcome: 'unreachable', on: today() },
      });
    } finally {
      server.advance(31 * DAY);
    }
    const seen = await server.deps.database.as({ kind: 'account', id: farida.id }, ({ tx }) =>
      tx.selectFrom('referral_packet').select('referral_id').execute(),
    );
    expect(seen.map((row) => row.referral_id)).not.toContain(id);
    const late = await answer(farida, file, id, { kind: 'accept', on: today(1) });
    expect(late.answer).toBe('gone');
  });
});

describe('consent withdrawn', () => {
  it('takes back what the packet holds, stops what would follow, and a new yes gives it again', async () => {
    const file = await openFile(server, 'aziza');
    const consent_id = await consent(file, 'school');
    const id = await sent(file, 'school');
    const ask = { kind: 'ask', question: 'which_papers' };
    await answer(olim, file, id, ask);
    await file.tell('withdraw_consent', { consent_id, channel: 'phone' });
    const stopped = await packet(olim, id);
    expect(stopped.json()).toMatchObject({ withdrawn: true, content: null });
    expect(stopped.body).not.toContain('Zuhra');
    const { rows } = await owner.query(
      'select content from referral_packet where referral_id = $1',
      [id],
    );
    expect(rows).toEqual([{ content: null }]);
    const reply = { referral_id: id, words: 'Birth certificate' };
    expect(problem(await file.tell('reply_to_referral', reply))).toBe('consent_missing');
    const next = referral('school');
    await file.tell('refer', next);
    const { referral_id } = next;
    expect(problem(await file.tell('send_referral', { referral_id }))).toBe('consent_missing');

    await consent(file, 'school');
    expect((await packet(olim, id)).json()).toMatchObject({
      withdrawn: false,
      content: { person: { name: { given: 'Zuhra' } } },
    });
  });

  it('a cancelled referral is empty for the service', async () => {
    const file = await openFile(server, 'aziza');
    await consent(file, 'clinic');
    const id = await sent(file);
    await file.tell('cancel_referral', { referral_id: id, reason: 'not_needed' });
    expect((await packet(farida, id)).json()).toMatchObject({ status: 'cancelled', content: null });
  });
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

const envelope = (file: OpenedFile) => ({
  ...{ id: uuid(), case_id: file.case_id, kind: 'refer' },
  said_at: '2026-11-24T08:00:00.000Z',
});

it('projections are what the facts say', async () => {
  const client = await owner.connect();
  try {
    const { faults, cases } = await verifyCases(client);
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(10);
    await client.query("update referral_packet set status = 'on-hold' where status = 'requested'");
    const broken = await verifyCases(client);
    expect(broken.faults.map((fault) => fault.what)).toContain('packets_differ');
  } finally {
    client.release();
  }
});
