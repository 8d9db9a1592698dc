import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { caseNumber } from '#domain/case/row.ts';
import type { AnsweredRound, RoundDetail } from '#domain/course/course-round.ts';
import { dayAt } from '#domain/zone.ts';
import { commandLine } from '#test/command-line.ts';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { personFile } from '../export/person-file.ts';
import { personPage } from '../export/person-page.ts';
import { demoCourseId } from '../seed/courses.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const jasur = await signIn(server, 'jasur');
const lobar = await signIn(server, 'lobar');
const aziza = await signIn(server, 'aziza');
const baxtiyor = await signIn(server, 'baxtiyor');
const kamola = await signIn(server, 'kamola');
const farida = await signIn(server, 'farida');
const gulnora = await signIn(server, 'gulnora');
const [sewing, baking, computer] = ['sewing', 'baking', 'computer'].map(demoCourseId);
const today = dayAt(server.deps.clock(), 'Asia/Tashkent');
const base = '/api/course-rounds';

const round = (more: object = {}) => ({
  ...{ id: uuid(), title: 'Spring', courses: [sewing, baking] },
  ...{ priorities: ['urgent', 'waited_days'], wishes_until: today, ...more },
});
const code = (reply: { json(): { code?: string } }) => reply.json().code;
const detail = async (caller: Caller, id: string): Promise<RoundDetail> =>
  (await caller.request('GET', `${base}/${id}`)).json();
const told = async (caller: Caller, file: OpenedFile): Promise<AnsweredRound[]> =>
  (await caller.request('GET', `/api/cases/${file.case_id}/course-answers`)).json().rounds;

/**
 * Five people, all dearest for the one seat of the first course: the urgent one gets it, and the first,
 * who wishes for nothing else, gets none, whatever the lot says about the others.
 */
await owner.query('update course set seats = 1 where id = $1', [sewing]);
const people: OpenedFile[] = [];
for (let at = 0; at < 5; at++) {
  const file = await openFile(server, at === 4 ? 'baxtiyor' : 'aziza');
  const courses = at === 0 ? [sewing] : [sewing, baking];
  await file.tell('wish_courses', { courses, agreed_by_person: true });
  people.push(file);
}
await people[3]?.tell('identify_need', {
  ...{ need_id: uuid(), domain: 'employment', urgent: true, words: 'Rent' },
});
const one = round();

describe('a round of allocation', () => {
  it('is made by a coordinator; to others there is none', async () => {
    for (const caller of [aziza, gulnora, farida]) {
      expect((await caller.request('POST', base, one)).statusCode).toBe(404);
      expect((await caller.request('GET', base)).statusCode).toBe(404);
    }
    const wrong = round({ courses: [uuid(), demoCourseId('welding')], wishes_until: '2020-01-01' });
    expect((await jasur.request('POST', base, wrong)).json().fields).toEqual([
      { path: 'body.wishes_until', code: 'in_the_past' },
    ]);
    const closed = await jasur.request('POST', base, { ...wrong, wishes_until: today });
    expect(closed.json().fields.map((field: { code: string }) => field.code)).toEqual([
      ...['unknown', 'course_closed'],
    ]);
    expect((await jasur.request('POST', base, one)).statusCode).toBe(201);
    expect((await jasur.request('POST', base, round())).json().fields).toEqual([
      { path: 'body.courses.0', code: 'in_another_round' },
      { path: 'body.courses.1', code: 'in_another_round' },
    ]);
    const later = round({ courses: [computer], wishes_until: '2099-01-01' });
    expect((await jasur.request('POST', base, later)).json().fields).toMatchObject([
      { code: 'course_begins_before' },
    ]);
  });

  // Broken on purpose, once each: one key more in what goes in, and another seed than that which stood before.
  it('runs once, on what was published and nothing else, by numbers', async () => {
    const before = await detail(jasur, one.id);
    expect(before).toMatchObject({ state: 'open', hashes: null, statistics: null, people: 5 });
    expect(before.abilities).toEqual({ run: true, confirm: false, set_aside: true });
    const reply = await jasur.request('POST', `${base}/${one.id}/run`, { version: 1 });
    expect(reply.json()).toEqual({ version: 2 });
    const again = await jasur.request('POST', `${base}/${one.id}/run`, { version: 2 });
    expect(code(again)).toBe('round_ran_already');
    const { rows } = await owner.query('select * from course_round_run');
    const input = JSON.parse(rows[0].input);
    expect(Object.keys(input)).toEqual(['seed', 'priorities', 'courses', 'people']);
    expect(input.seed).toBe(before.seed);
    expect(keysOf(input.courses)).toEqual(['id', 'seats']);
    expect(keysOf(input.people)).toEqual(['id', 'urgent', 'waited_days', 'wishes']);
    for (const { id } of input.people) expect(id).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const after = await detail(jasur, one.id);
    expect(after.statistics).toEqual({ people: 5, seated: 4, first_wish: 1, without: 1 });
    expect(after.result.map(({ code: course, people: list }) => [course, list.length])).toEqual([
      ...[
        ['baking', 3],
        ['sewing', 5],
      ],
    ]);
    const { rows: read } = await owner.query(
      `select details from read_log where action = 'listed' and details ->> 'list' = 'course_round'
        order by id desc limit 1`,
    );
    expect(read).toEqual([{ details: { list: 'course_round', rows: 8 } }]);
  });

  it('comes out the same again, byte for byte, here and on the command line', async () => {
    const replayed = (await jasur.request('POST', `${base}/${one.id}/replay`)).json();
    const { rows } = await owner.query('select * from course_round_run');
    expect(replayed).toEqual({ same: true, result_hash: rows[0].result_hash });
    const exported = (await jasur.request('GET', `${base}/${one.id}/input`)).body;
    expect(hashOf(exported)).toBe(rows[0].input_hash);
    const folder = mkdtempSync(join(tmpdir(), 'homeward-round-'));
    const file = join(folder, 'round.json');
    writeFileSync(file, exported);
    const { stdout } = await commandLine(database, folder)('match', '--json', file);
    expect(hashOf(stdout.trim())).toBe(rows[0].result_hash);
    await owner.query(`update course_round_run set result = replace(result, 'seat', 'none')`);
    expect((await jasur.request('POST', `${base}/${one.id}/replay`)).json().same).toBe(false);
    await owner.query('update course_round_run set result = $1', [rows[0].result]);
  });

  // Broken once each: without `isOwn` the database still refused, as an error; without the policy the
  // update below went through.
  it('is told to nobody and confirmed by somebody else, never by whoever made or ran it', async () => {
    for (const file of people.slice(0, 4)) expect(await told(aziza, file)).toEqual([]);
    const own = await jasur.request('POST', `${base}/${one.id}/confirm`, { version: 2 });
    expect([own.statusCode, code(own)]).toEqual([403, 'round_of_your_own']);
    const app = await database.pool('app').connect();
    await app.query('begin');
    await app.query('select begin_actor($1, $2)', ['account', jasur.id]);
    const behind = app.query(
      `update course_round set state = 'confirmed', ended_by = $2, ended_at = now() where id = $1`,
      [one.id, jasur.id],
    );
    await expect(behind).rejects.toThrow(/row-level security/);
    await app.query('rollback');
    app.release();
    expect((await detail(lobar, one.id)).abilities.confirm).toBe(true);
    const done = await lobar.request('POST', `${base}/${one.id}/confirm`, { version: 2 });
    expect(done.json()).toEqual({ version: 3 });
    const twice = await lobar.request('POST', `${base}/${one.id}/confirm`, { version: 3 });
    expect(code(twice)).toBe('round_over');
  });

  it('tells each person why this and why not that, and nobody who does not reach the file', async () => {
    const answers = await Promise.all(
      people.map((file, at) => told(at === 4 ? baxtiyor : aziza, file)),
    );
    const flat = answers.map(([first]) => first?.answers.map(({ answer }) => answer));
    expect(flat[3]).toEqual(['seat', 'not_needed']);
    expect(flat.map((list) => list?.includes('seat'))).toEqual([false, true, true, true, true]);
    expect(answers[0]?.[0]?.answers).toEqual([
      { ...{ course_id: sewing, answer: 'full', seats: 1 }, decided_by: expect.any(String) },
    ]);
    expect(
      (await kamola.request('GET', `/api/cases/${people[0]?.case_id}/course-answers`)).statusCode,
    ).toBe(404);
    expect(
      (await farida.request('GET', `/api/cases/${people[0]?.case_id}/course-answers`)).statusCode,
    ).toBe(404);
    // The same stands in the person's own copy, in words and without a number of anybody else.
    const copy = await server.deps.database.as({ kind: 'account', id: aziza.id }, (acting) =>
      personFile(acting, people[0]?.case_id ?? '', server.deps.clock()),
    );
    expect(copy?.rounds).toMatchObject([
      {
        title: 'Spring',
        wishes: [{ answer: 'full', seats: 1, course: { en: expect.any(String) } }],
      },
    ]);
    const page = copy === null ? '' : personPage(copy);
    expect(page).toMatch(/<li>[^<]+: All 1 seats are taken\. (Those who|Between people)/);
    expect(page).not.toContain(caseNumber(people[3]?.case_id ?? ''));
    const { rows } = await owner.query(
      `select account_id, count(*)::int as bells from notification where kind = 'course_answered'
        group by account_id`,
    );
    expect(new Map(rows.map((row) => [row.account_id, row.bells]))).toEqual(
      new Map([
        [aziza.id, 4],
        [baxtiyor.id, 1],
      ]),
    );
  });

  it('a declined seat goes to the next by a click, and whoever takes one leaves the other', async () => {
    const seated = people[3] as OpenedFile;
    const answer = { round_id: one.id, course_id: sewing };
    const offer = (caller: Caller) =>
      caller.request('POST', `${base}/${one.id}/offer`, { course_id: sewing });
    expect(code(await offer(lobar))).toBe('no_seat_free');
    expect(
      await seated.tell('answer_seat', { ...answer, course_id: baking, reply: 'taken' }),
    ).toMatchObject({
      problem: { code: 'seat_unknown' },
    });
    expect((await seated.tell('answer_seat', { ...answer, reply: 'declined' })).answer).toBe(
      'applied',
    );
    expect((await seated.tell('answer_seat', { ...answer, reply: 'taken' })).problem?.code).toBe(
      'seat_declined',
    );
    expect((await detail(lobar, one.id)).result.find(({ id }) => id === sewing)?.may_offer).toBe(
      true,
    );
    const next = (await offer(lobar)).json().number;
    expect(code(await offer(jasur))).toBe('no_seat_free');
    const { rows } = await owner.query(
      `select state, offered_by from course_seat where number = $1 and course_id = $2`,
      [next, sewing],
    );
    expect(rows).toEqual([{ state: 'offered', offered_by: lobar.id }]);
    const { rows: moved } = await owner.query<{ case_id: string }>(
      'select distinct case_id from course_seat where number = $1',
      [next],
    );
    const file = people.find(({ case_id }) => case_id === moved[0]?.case_id) as OpenedFile;
    await file.tell('answer_seat', { ...answer, reply: 'taken' });
    const states = (await told(file === people[4] ? baxtiyor : aziza, file))[0]?.seats;
    expect(states?.find(({ course_id }) => course_id === sewing)?.state).toBe('taken');
    for (const { course_id, state } of states ?? [])
      if (course_id === baking) expect(state).toBe('given_up');
    // Who has taken a seat waits for none.
    const waiting = await owner.query('select case_id from course_wish');
    expect(waiting.rows.map(({ case_id }) => case_id)).not.toContain(file.case_id);
  });

  it('that is set aside says why and stays in the list; its courses are free for another', async () => {
    const other = round({ courses: [computer] });
    await jasur.request('POST', base, other);
    const aside = { version: 1, words: 'A course was forgotten.' };
    expect((await jasur.request('POST', `${base}/${other.id}/set-aside`, aside)).statusCode).toBe(
      200,
    );
    expect((await jasur.request('POST', base, round({ courses: [computer] }))).statusCode).toBe(
      201,
    );
    const { rounds } = (await lobar.request('GET', base)).json();
    expect(rounds.map(({ state }: { state: string }) => state).toSorted()).toEqual([
      ...['confirmed', 'open', 'set_aside'],
    ]);
    const { result_hash } = (await lobar.request('POST', `${base}/${one.id}/replay`)).json();
    expect(result_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(code(await lobar.request('POST', `${base}/${other.id}/replay`))).toBe('gone');
  });
});

function keysOf(list: readonly object[]): string[] {
  return [...new Set(list.flatMap((entry) => Object.keys(entry)))].toSorted();
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
