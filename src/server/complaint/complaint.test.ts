import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { caseNumber } from '#domain/case/row.ts';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { waitsIn } from '#test/waits.ts';
import { signIn } from '#test/world.ts';
import { forgetComplaints } from './sweep-complaints.ts';

// Complaints are heard by somebody outside the line. Broken once each to see it fail: the number looked up
// (another answer), a read policy for supervisors, a notification to the worker, a note told by the code,
// the attempt given back before the code was looked up, a step that could be changed afterwards.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const file = await openFile(server, 'aziza');
const number = caseNumber(file.case_id);
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const zebo = await signIn(server, 'zebo');

const said = (over: Record<string, unknown> = {}) => ({
  sending: uuid(),
  ...{ about: 'worker', came_by: 'self', words: 'She shouted at my daughter canarycomplaint.' },
  ...{ wish: 'Another worker', language: 'uz', answer_way: 'code', anonymous: false },
  ...{ about_child: true, happened_on: '2026-11-20', number },
  ...over,
});
const say = (body: unknown) => server.stranger().request('POST', '/api/say', body);
const answer = (code: string) => server.stranger().request('POST', '/api/say/answer', { code });
async function codeOf(body: unknown): Promise<string> {
  const reply = await say(body);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json().code;
}
async function newest(by = zebo): Promise<string> {
  return (await by.request('GET', '/api/complaints')).json().complaints[0].id;
}
const act = (by: Caller, id: string, body: Record<string, unknown>) =>
  by.request('POST', `/api/complaints/${id}/acts`, { id: uuid(), ...body });

it('is said without an account; the code is kept as a hash, and the same sending is the same complaint', async () => {
  const body = said();
  const code = await codeOf(body);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(await codeOf(body)).toBe(code);
  expect(await codeOf(said({ number: 'ZZZZZ-99999' }))).not.toBe(code);
  const { rows } = await owner.query('select * from complaint where number = $1', [number]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
  expect(JSON.stringify(rows)).not.toContain(body.sending);
});

it('answers alike whether there is such a file, and to whoever is in its line', async () => {
  const shape = async (body: unknown) => {
    const { statusCode, headers, body: text } = await say(body);
    const { date: _date, 'x-request-id': _id, ...rest } = headers;
    const told = Object.entries(rest).filter(([name]) => !name.startsWith('ratelimit'));
    return { statusCode, told, text: text.replace(/[0-9A-Z]{4}/g, '----') };
  };
  const known = await shape(said());
  expect(await shape(said({ number: 'AAAAA-00000' }))).toEqual(known);
  const { number: _none, ...without } = said();
  expect(await shape(without)).toEqual(known);
});

it('nobody in the line gets any sign of it: every reply is the same, byte for byte', async () => {
  const device = { 'x-homeward-device': uuid() };
  await aziza.request('PUT', `/api/devices/${device['x-homeward-device']}`, { name: 'phone' });
  await database.settled();
  const { rows: before } = await owner.query('select id from read_log');
  const callers = { aziza, gulnora };
  // What the looking itself writes down would show among the readers: they are asked first.
  const readers = [`/api/cases/${file.case_id}/readers`, `/api/cases/${file.case_id}/readings`];
  const urls = [
    ...['/api/notifications', '/api/tasks', '/api/team', '/api/caseloads', '/api/approvals'],
    ...['/api/concerns', '/api/parked', '/api/emergency-openings', '/api/authority-requests'],
    ...['/api/cases', `/api/cases/${file.case_id}`, '/api/search?text=Zuhra', '/api/pull'],
    ...['/api/me', '/api/read-log', '/api/complaints', '/api/complaints/count', '/api/duties'],
  ];
  const look = async () => {
    const seen: Record<string, string> = {};
    for (const url of [...readers, ...urls]) {
      for (const [name, caller] of Object.entries(callers)) {
        const headers = url === '/api/pull' && name === 'aziza' ? device : {};
        const reply = await caller.request('GET', url, undefined, headers);
        // How far a pull has come is a transaction id: every write of anybody moves it on.
        const body = reply.body.replace(/"cursor":"[^"]*"|"known":\{[^}]*\}/g, '');
        seen[`${name} ${url}`] = `${reply.statusCode} ${body}`;
      }
    }
    await database
      .pool('superuser')
      .query('delete from read_log where id <> all ($1)', [before.map(({ id }) => id)]);
    return seen;
  };
  const first = await look();
  expect(Object.values(first).filter((line) => line.startsWith('200')).length).toBeGreaterThan(20);
  const code = await codeOf(said());
  const id = await newest();
  await act(zebo, id, { kind: 'acknowledged' });
  await zebo.request('GET', `/api/complaints/${id}`);
  await act(zebo, id, { kind: 'decided', outcome: 'upheld', words: 'Siz haqsiz.' });
  await answer(code);
  await database.settled();
  const then = await look();
  expect(Object.keys(first).filter((asked) => first[asked] !== then[asked])).toEqual([]);
  for (const caller of [aziza, gulnora]) {
    for (const url of ['/api/complaints', `/api/complaints/${id}`, '/api/complaints/count']) {
      expect((await caller.request('GET', url)).json().code, url).toBe('gone');
    }
    expect((await act(caller, id, { kind: 'noted', words: 'x' })).json().code).toBe('gone');
  }
});

it('is written down by any signed-in worker, who cannot read it afterwards', async () => {
  const farida = await signIn(server, 'farida');
  for (const caller of [aziza, farida, gulnora]) {
    const body = said({ came_by: 'paper', answer_way: 'telephone', answer_words: 'after six' });
    const reply = await caller.request('POST', '/api/complaints', body);
    expect(reply.json().code).toBeNull();
  }
  const { complaints } = (await zebo.request('GET', '/api/complaints')).json();
  expect(JSON.stringify(complaints)).not.toContain('canary');
  const whole = await zebo.request('GET', `/api/complaints/${complaints[0].id}`);
  expect(whole.json()).toMatchObject({ taken_role: 'supervisor', number, answer_way: 'telephone' });
  const { rows } = await owner.query(
    `select l.case_id, l.person_id, l.details from read_log l where l.action like 'complaint%'`,
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter((row) => row.case_id !== null || row.person_id !== null)).toEqual([]);
  const others = ['malika', 'sherzod', 'dilnoza', 'farida', 'saodat', 'aziza', 'gulnora'] as const;
  for (const name of others) {
    const other = await signIn(server, name);
    const found = await inSql(database, other.id, async (query) => [
      (await query('select * from complaint', [])).rowCount,
      (await query('select * from complaint_event', [])).rowCount,
      (await query('select * from complaint_recording', [])).rowCount,
      (await query('select * from complaint_steps()', [])).rowCount,
    ]);
    expect(found, name).toEqual([0, 0, 0, 0]);
  }
  // Steps are only ever added to, also by the officer.
  await inSql(database, zebo.id, async (query) => {
    await query('savepoint s', []);
    await expect(query(`update complaint_event set words = 'x'`, [])).rejects.toThrow(/permission/);
    await query('rollback to s', []);
    await expect(query('delete from complaint', [])).rejects.toThrow(/permission/);
  });
});

it('goes from hearing to an answer that the person reads, and again where they write once more', async () => {
  const code = await codeOf(said({ number: undefined }));
  const id = await newest();
  expect((await answer(code)).json()).toMatchObject({ standing: 'waiting', language: 'uz' });
  await act(zebo, id, { kind: 'acknowledged' });
  expect((await act(zebo, id, { kind: 'acknowledged' })).json().code).toBe('already_so');
  await act(zebo, id, { kind: 'asked', words: 'Qachon boʻldi?' });
  await act(zebo, id, { kind: 'noted', words: 'canarynote' });
  const reply = {
    code: code.toLowerCase().replaceAll('-', ' '),
    reply_id: uuid(),
    words: 'Kecha.',
  };
  for (let twice = 0; twice < 2; twice += 1) {
    expect((await server.stranger().request('POST', '/api/say/reply', reply)).statusCode).toBe(200);
  }
  const without = { kind: 'decided', outcome: 'passed_on', words: 'Boshqalarga' };
  expect((await act(zebo, id, without)).json().fields[0].path).toBe('body.agreed');
  const decision = { ...without, agreed: true };
  const waiting = (await waitsIn(zebo, 'complaints')) ?? 0;
  expect((await act(zebo, id, decision)).json()).toMatchObject({
    standing: 'answered',
    owes: null,
  });
  // Counted down by the answer, and up again when somebody writes after it. Seen to fail without the latter.
  expect(await waitsIn(zebo, 'complaints')).toBe(waiting - 1);
  expect(await waitsIn(gulnora, 'complaints')).toBe(undefined);
  const told = (await answer(code)).json();
  expect(told.steps.map((step: { kind: string }) => step.kind)).toEqual([
    ...['received', 'acknowledged', 'asked', 'replied', 'decided'],
  ]);
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`canarynote|${zebo.id}|${id}|Zebo`));
  expect((await act(zebo, id, { kind: 'asked', words: 'x' })).json().code).toBe(
    'complaint_answered',
  );
  const again = { code, reply_id: uuid(), words: 'Men rozi emasman.' };
  await server.stranger().request('POST', '/api/say/reply', again);
  expect((await zebo.request('GET', `/api/complaints/${id}`)).json()).toMatchObject({
    ...{ standing: 'heard', owes: 'answer', outcome: null },
  });
  expect(await waitsIn(zebo, 'complaints')).toBe(waiting);
});

it('takes a voice instead of words, seals it, and plays it to the officer alone, each time logged', async () => {
  const body = said({ came_by: 'recording', words: undefined, sending: uuid() });
  const code = await codeOf(body);
  const sound = Buffer.concat([Buffer.from('OggS'), Buffer.from('canaryvoice'.repeat(20))]);
  const send = (bytes: Buffer, sending: string, seconds = '12') => {
    const form = new FormData();
    form.append('sending', sending);
    form.append('seconds', seconds);
    form.append('voice', new Blob([new Uint8Array(bytes)]), 'x');
    const made = new Response(form);
    return made.arrayBuffer().then((payload) =>
      server.app.inject({
        ...{ method: 'POST', url: '/api/say/recording', payload: Buffer.from(payload) },
        headers: { 'content-type': made.headers.get('content-type') ?? '' },
      }),
    );
  };
  expect((await send(Buffer.from('<html>'), body.sending)).json().code).toBe('unsupported_media');
  expect((await send(Buffer.alloc(0), body.sending)).json().code).toBe('file_empty');
  expect((await send(Buffer.alloc(6_000_000, 'OggS'), body.sending)).json().code).toBe('too_large');
  expect((await send(sound, uuid())).json().code).toBe('code_unknown');
  expect((await send(sound, body.sending, '999')).json().fields[0].path).toBe('body.seconds');
  for (let twice = 0; twice < 2; twice += 1) {
    expect((await send(sound, body.sending)).json()).toEqual({ taken: true });
  }
  const { rows } = await owner.query('select sealed, seconds from complaint_recording');
  expect(rows).toHaveLength(1);
  expect(rows[0].sealed.includes(Buffer.from('canaryvoice'))).toBe(false);
  expect((await answer(code)).json().has_recording).toBe(true);
  const id = await newest();
  const url = `/api/complaints/${id}/recording`;
  const played = await zebo.request('GET', url);
  expect(played.headers['content-type']).toBe('audio/ogg');
  expect(played.rawPayload.equals(sound)).toBe(true);
  for (const caller of [aziza, gulnora]) {
    expect((await caller.request('GET', url)).json().code).toBe('gone');
  }
  const log = await owner.query(`select case_id from read_log where action = 'complaint_played'`);
  expect(log.rows).toEqual([{ case_id: null }]);
});

it('names the field that is wrong', async () => {
  const fieldOf = async (over: Record<string, unknown>) => {
    const reply = (await aziza.request('POST', '/api/complaints', said(over))).json();
    return reply.fields?.[0] === undefined
      ? reply.code
      : [reply.fields[0].path, reply.fields[0].code];
  };
  expect(await fieldOf({ words: undefined })).toEqual(['body.words', 'required']);
  expect(await fieldOf({ answer_way: 'telephone' })).toEqual(['body.answer_words', 'required']);
  expect(await fieldOf({ about: 'police' })).toEqual(['body.about', 'not_one_of']);
  expect(await fieldOf({ happened_on: '2126-01-01' })).toBe('day_in_the_future');
});

it('a code cannot be guessed, and one that is none answers like any other', async () => {
  server.advance(61 * 60_000);
  const wrong = [await answer('0000-0000-0000'), await answer('nothing at all')];
  const told = wrong.map((reply) => [reply.statusCode, reply.json().code]);
  expect(told).toEqual([
    [404, 'code_unknown'],
    [404, 'code_unknown'],
  ]);
  const statuses: number[] = [];
  for (let guess = 0; guess < 20; guess += 1) {
    statuses.push((await answer(`0000-0000-00${10 + guess}`)).statusCode);
  }
  expect(statuses.filter((status) => status === 404)).toHaveLength(18);
  expect(statuses.slice(-2)).toEqual([429, 429]);
  const many: number[] = [];
  for (let one = 0; one < 22; one += 1) many.push((await say(said())).statusCode);
  expect(many.slice(-2)).toEqual([429, 429]);
  server.advance(61 * 60_000);
});

it('is overdue by the days of the model; the coordinator gets a bare count; it leaves in its time', async () => {
  const jasur = await signIn(server, 'jasur');
  const count = async () => (await jasur.request('GET', '/api/complaints/count')).json();
  const before = await count();
  const code = await codeOf(said());
  const id = await newest(await signIn(server, 'zebo'));
  expect(await count()).toEqual({ open: before.open + 1, overdue: before.overdue });
  expect((await jasur.request('GET', '/api/complaints')).json().code).toBe('gone');
  server.advance(14 * 86_400_000);
  const late = await signIn(server, 'zebo');
  expect((await late.request('GET', `/api/complaints/${id}`)).json()).toMatchObject({
    ...{ owes: 'acknowledgement', overdue: true },
  });
  const later = await (await signIn(server, 'jasur')).request('GET', '/api/complaints/count');
  expect(later.json().overdue).toBeGreaterThan(before.overdue);
  await act(late, id, { kind: 'decided', outcome: 'not_upheld', words: 'Kechirasiz.' });
  server.advance(364 * 86_400_000);
  await forgetComplaints(server.deps);
  expect((await answer(code)).statusCode).toBe(200);
  server.advance(2 * 86_400_000);
  await forgetComplaints(server.deps);
  expect((await answer(code)).json().code).toBe('code_unknown');
  const open = await owner.query('select count(*)::int as left from complaint');
  expect(open.rows[0].left).toBeGreaterThan(0);
});
