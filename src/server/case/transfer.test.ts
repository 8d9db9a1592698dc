import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { answer, consent, dayOf, referral, sent } from '#test/referral.ts';
import { waitsIn } from '#test/waits.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const [aziza, gulnora, otabek, kamola, farida] = await Promise.all(
  (['aziza', 'gulnora', 'otabek', 'kamola', 'farida'] as const).map((name) => signIn(server, name)),
);
if (!aziza || !gulnora || !otabek || !kamola || !farida) throw new Error('no demo people');
const THERE = placeId(DEMO_PLACES.other_district);

const proposal = (more: object = {}) => ({
  ...{ transfer_id: uuid(), to_place_id: THERE, reason: 'safety', wished_on: dayOf(server, 7) },
  ...{ persons: 3, goes_along: ['original_papers'], ...more },
});
async function proposed(file: OpenedFile, more: object = {}): Promise<string> {
  const body = proposal(more);
  expect(await file.tell('propose_transfer', body)).toMatchObject({ answer: 'applied' });
  return body.transfer_id;
}
const answerTo = (by: Caller, id: string, body: object) =>
  by.request('POST', `/api/transfers/${id}/answer`, { command_id: uuid(), ...body });
const accept = (id: string, account_id?: string) =>
  answerTo(otabek, id, { answer: 'accept', ...(account_id === undefined ? {} : { account_id }) });
const waitingFor = async (by: Caller) => (await by.request('GET', '/api/transfers')).json();
const opens = (by: Caller, file: OpenedFile) => by.request('GET', `/api/cases/${file.case_id}`);
const kinds = async (by: Caller, file: OpenedFile): Promise<string[]> =>
  (await opens(by, file)).json().facts.map((fact: { kind: string }) => fact.kind);
const note = () => ({ note_id: uuid(), words: 'Came by', compartment: 'general' });
const say = (by: Caller, file: OpenedFile, kind: string, body: object) =>
  tell(by, file.case_id, kind, body, { id: uuid() });
const { faults } = database;
const tasks = async (by: Caller, kind: string) =>
  (await by.request('GET', '/api/tasks'))
    .json()
    .tasks.filter((task: { kind: string }) => task.kind === kind);

describe('a file goes to another region', () => {
  it('with an open referral, when that region says yes and not before', async () => {
    const file = await openFile(server, 'aziza');
    await file.tell('identify_need', {
      ...{ need_id: uuid(), domain: 'health', urgent: true, words: 'Her heart' },
    });
    const consent_id = await consent(file, 'clinic');
    const basis_id = uuid();
    await file.tell('record_legal_basis', {
      ...{ basis_id, code: 'schooling', article: 'art. 4', purposes: ['education'] },
      from: '2026-01-01',
    });
    const referral_id = await sent(file);
    await file.tell('add_note', note());
    const id = await proposed(file);

    // The other region is told a number and what it takes to decide; no name, no reason, no old place.
    const request = (await waitingFor(otabek)).transfers.find(
      (one: { id: string }) => one.id === id,
    );
    expect(request).toMatchObject({
      ...{ direction: 'incoming', case_id: null, persons: 3, needs: ['health'], urgent: true },
      ...{ languages: ['uz'], status: 'proposed', abilities: ['accept', 'ask', 'decline'] },
    });
    expect(await waitsIn(otabek, 'transfers')).toBe(1);
    // Whoever asked waits for an answer; nothing waits for her. Seen to fail: counted without that.
    expect(await waitsIn(gulnora, 'transfers')).toBe(0);
    const text = JSON.stringify(await waitingFor(otabek));
    for (const kept of ['Zuhra', 'Karimova', 'safety', file.case_id, file.person_id, 'heart']) {
      expect(text).not.toContain(kept);
    }
    expect(text).not.toContain(placeId(DEMO_PLACES.district));
    // The request opens the answer to it and nothing else. Seen to fail with load_case() not asking
    // for the kind of command.
    expect((await opens(otabek, file)).statusCode).toBe(404);
    expect((await say(otabek, file, 'add_note', note())).answer).toBe('gone');
    expect((await say(otabek, file, 'move_file', { place_id: THERE })).answer).toBe('gone');
    for (const url of ['/api/parked', '/api/tasks', '/api/cases', '/api/approvals']) {
      const listed = (await otabek.request('GET', url)).body;
      expect(listed).not.toContain(file.case_id);
    }
    const seen = await inSql(database, otabek.id, (query) =>
      query(
        `select (select count(*)::int from fact where case_id = $1) as facts,
          (select count(*)::int from person where id = $2) as persons,
          (select count(*)::int from read_log where case_id = $1 and actor_id <> $3) as log`,
        [file.case_id, file.person_id, otabek.id],
      ),
    );
    expect(seen.rows).toEqual([{ facts: 0, persons: 0, log: 0 }]);
    // Nobody but that region answers: not the sender's own supervisor, not the worker.
    expect((await answerTo(gulnora, id, { answer: 'accept' })).statusCode).toBe(403);
    expect((await answerTo(aziza, id, { answer: 'accept' })).statusCode).toBe(404);
    expect((await accept(id, aziza.id)).json().code).toBe('not_a_worker_here');

    const asked = await answerTo(otabek, id, { answer: 'ask', words: 'From which day on?' });
    expect(asked.statusCode).toBe(200);
    expect(await tasks(aziza, 'transfer_question')).toHaveLength(1);
    const reply = { transfer_id: id, words: 'From Monday on' };
    expect((await say(aziza, file, 'reply_about_transfer', reply)).answer).toBe('applied');

    expect((await opens(kamola, file)).statusCode).toBe(404);
    const yes = await accept(id, kamola.id);
    expect(yes.json()).toEqual({ answer: 'applied', case_id: file.case_id });
    const whole = (await opens(kamola, file)).json();
    expect(whole.row).toMatchObject({ place_id: THERE, worker_id: kamola.id });
    expect((await opens(otabek, file)).statusCode).toBe(200);

    // The partner's answer reaches the new worker, by the referral that was open all the while.
    expect(
      (await answer(farida, file, referral_id, { kind: 'accept', on: dayOf(server, 2) })).answer,
    ).toBe('applied');
    expect(await kinds(kamola, file)).toContain('referral_answered');
    const told = (await kamola.request('GET', '/api/notifications')).body;
    expect(told).toContain('referral_answered');

    // The consent to a clinic of the old region is asked for again; the law stays.
    expect((await tasks(kamola, 'consent_again')).map((one: { ref: string }) => one.ref)).toContain(
      consent_id,
    );
    const body = referral('clinic');
    expect((await say(kamola, file, 'refer', body)).answer).toBe('applied');
    const { referral_id: second } = body;
    const leaves = () => say(kamola, file, 'send_referral', { referral_id: second });
    expect((await leaves()).problem?.code).toBe('consent_missing');
    const anew = {
      ...file,
      tell: (kind: string, said: unknown) => say(kamola, file, kind, said as object),
    };
    await consent(anew, 'clinic');
    expect((await leaves()).answer).toBe('applied');
    expect(await tasks(kamola, 'consent_again')).toEqual([]);
    const { rows } = await owner.query(
      `select withdrawn, content is not null as filled from referral_packet where referral_id = $1`,
      [referral_id],
    );
    expect(rows).toEqual([{ withdrawn: false, filled: true }]);
    expect(await faults()).toEqual([]);
  });

  it('leaves its sender reading for thirty days what was in it, and writing nothing', async () => {
    const file = await openFile(server, 'aziza');
    await file.tell('add_note', note());
    await owner.query(
      `insert into safe_contact (person_id, contacts) values ($1, '[{"kind": "phone", "value": "901112233"}]')`,
      [file.person_id],
    );
    const late = { id: uuid(), kind: 'add_note', body: note() };
    await accept(await proposed(file), kamola.id);
    await say(kamola, file, 'add_note', { ...note(), words: 'Lives in the green house' });
    const given = await say(kamola, file, 'record_assistance', {
      ...{ assistance_id: uuid(), kind: 'rent', on: dayOf(server, 0), received: { who: 'person' } },
      ...{ payer: { name: 'An uncle' }, given: { as: 'goods', quantity: '2', unit: 'sack' } },
    });
    expect(given.answer).toBe('applied');

    for (const sender of [aziza, gulnora]) {
      const read = await opens(sender, file);
      expect(read.statusCode).toBe(200);
      // Seen to fail without the policy sender_reads_what_was, and without sender_finds_nobody.
      const found = ['Came by', 'green house', '901112233'].map((words) =>
        read.body.includes(words),
      );
      expect(found).toEqual([true, false, false]);
      expect((await sender.request('GET', '/api/tasks')).body).not.toContain(file.case_id);
      const log = await owner.query(
        `select count(*)::int as n from read_log where case_id = $1 and actor_id = $2 and action = 'opened'`,
        [file.case_id, sender.id],
      );
      expect(log.rows[0].n).toBe(1);
      expect((await say(sender, file, 'add_note', note())).answer).toBe('gone');
      expect((await say(sender, file, 'move_file', { place_id: THERE })).answer).toBe('gone');
      // The same by SQL: seen to fail without sender_writes_nothing.
      const insert = inSql(database, sender.id, (query) =>
        query(
          `insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id,
             role, said_at, recorded_at, body_hash, previous_hash, hash)
           values ($1, $2, 9000, 'note_added', 1, 'general', 'account', $3, $4, now(), now(), '', '', '')`,
          [uuid(), file.case_id, sender.id, sender === aziza ? 'caseworker' : 'supervisor'],
        ),
      );
      await expect(insert).rejects.toThrow(/row-level security/);
      // Seen to fail without the policy not_for_sender.
      const seen = await inSql(database, sender.id, (query) =>
        query('select from assistance where case_id = $1', [file.case_id]),
      );
      expect(seen.rowCount).toBe(0);
      const changed = await inSql(database, sender.id, (query) =>
        query(`update person set called = 'x' where id = $1`, [file.person_id]),
      );
      expect(changed.rowCount).toBe(0);
    }
    // What was said before it went and arrives late is kept for the supervisor who has the file now.
    expect((await tell(aziza, file.case_id, late.kind, late.body, { id: late.id })).answer).toBe(
      'gone',
    );
    expect((await otabek.request('GET', '/api/parked')).body).toContain(late.id);
    expect((await gulnora.request('GET', '/api/parked')).body).not.toContain(late.id);
    const team = (await gulnora.request('GET', '/api/team')).json().team;
    expect(team.some((one: { worker_id: string }) => one.worker_id === kamola.id)).toBe(false);

    const { rows } = await owner.query(
      `select extract(day from until - reads_to)::int as days from case_reach
       where case_id = $1 and reads_to is not null group by 1`,
      [file.case_id],
    );
    expect(rows).toEqual([{ days: 30 }]);
    await owner.query(
      `update case_reach set until = now() - interval '1 second' where case_id = $1 and reads_to is not null`,
      [file.case_id],
    );
    for (const sender of [aziza, gulnora]) {
      expect((await opens(sender, file)).json().code).toBe('gone');
    }
    expect((await opens(kamola, file)).statusCode).toBe(200);
    await owner.query(
      `update case_reach set until = reads_to + interval '30 days' where reads_to is not null`,
    );
  });

  it('comes to the supervisor alone where no worker is named yet, and to nobody of before', async () => {
    const file = await openFile(server, 'aziza');
    await accept(await proposed(file));
    expect((await opens(otabek, file)).json().row).toMatchObject({ worker_id: null });
    expect((await say(aziza, file, 'add_note', note())).answer).toBe('gone');
    const given = { account_id: kamola.id };
    expect((await say(otabek, file, 'assign_worker', given)).answer).toBe('applied');
    // And back again: who reads only then works with it as before.
    const back = proposal({ to_place_id: placeId(DEMO_PLACES.district) });
    expect((await say(kamola, file, 'propose_transfer', back)).answer).toBe('applied');
    const taken = await answerTo(gulnora, back.transfer_id, {
      ...{ answer: 'accept', account_id: DEMO_PEOPLE.aziza.id },
    });
    expect([taken.statusCode, taken.json().code]).toEqual([200, undefined]);
    expect((await say(aziza, file, 'add_note', note())).answer).toBe('applied');
    expect((await say(kamola, file, 'add_note', note())).answer).toBe('gone');
    expect(await faults()).toEqual([]);
  });

  it('stays where it is when declined, withdrawn, or asked for wrongly', async () => {
    const file = await openFile(server, 'aziza');
    const first = await proposed(file);
    const twice = await file.tell('propose_transfer', proposal());
    expect(twice.problem?.code).toBe('transfer_under_way');
    const no = await answerTo(otabek, first, { answer: 'decline', reason: 'no_room' });
    expect(no.statusCode).toBe(200);
    expect((await opens(otabek, file)).statusCode).toBe(404);
    expect((await waitingFor(otabek)).transfers.map((one: { id: string }) => one.id)).not.toContain(
      first,
    );
    expect((await aziza.request('GET', '/api/notifications')).body).toContain('transfer_declined');
    const second = await proposed(file);
    expect((await file.tell('withdraw_transfer', { transfer_id: second })).answer).toBe('applied');
    expect((await accept(second, kamola.id)).statusCode).toBe(404);
    const wrong = async (more: object) => {
      const { problem } = await file.tell('propose_transfer', proposal(more));
      return problem?.fields?.[0]?.path ?? problem?.code;
    };
    expect(await wrong({ to_place_id: placeId('DSSDK') })).toBe('same_region');
    expect(await wrong({ to_place_id: placeId(DEMO_PLACES.country) })).toBe('place_unknown');
    expect(await wrong({ to_place_id: uuid() })).toBe('place_unknown');
    expect(await wrong({ wished_on: dayOf(server, -2) })).toBe('day_in_the_past');
    expect(await wrong({ persons: 0 })).toBe('body.persons');
    expect(await wrong({ goes_along: ['the neighbour'] })).toBe('body.goes_along.0');
    const badly = await answerTo(otabek, second, { answer: 'decline' });
    expect([badly.statusCode, badly.json().fields?.[0]?.path]).toEqual([422, 'body.reason']);
    expect((await opens(aziza, file)).statusCode).toBe(200);
  });

  it('concerns one file: a sister who stays learns nothing of where the other went', async () => {
    const [goes, stays] = [await openFile(server, 'aziza'), await openFile(server, 'baxtiyor')];
    const household = uuid();
    await owner.query(
      `with h as (insert into household (id, created_by, created_at) values ($1, $2, now()))
       insert into household_member (id, household_id, person_id, relation, from_day)
       values ($3, $1, $4, 'self', '2026-01-01'), ($5, $1, $6, 'sibling', '2026-01-01')`,
      [household, aziza.id, uuid(), goes.person_id, uuid(), stays.person_id],
    );
    await accept(await proposed(goes), kamola.id);
    const baxtiyor = await signIn(server, 'baxtiyor');
    const before = (await opens(baxtiyor, stays)).json();
    expect(before.households[0].members).toHaveLength(2);
    expect(JSON.stringify(before)).not.toContain(THERE);
    expect(JSON.stringify(before)).not.toContain(kamola.id);
    const there = (await opens(kamola, goes)).json();
    expect(there.households[0].members).toHaveLength(2);
    expect(JSON.stringify(there.households)).not.toContain(placeId(DEMO_PLACES.district));
    expect((await opens(kamola, stays)).statusCode).toBe(404);
  });
});
