import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type Family, familyOf, givenTo } from '#test/household.ts';
import { type Caller, testServer } from '#test/http.ts';
import { newcomer, tellRegister } from '#test/people.ts';
import { pulledBy } from '#test/pulled.ts';
import { signIn } from '#test/world.ts';
import { personFile } from '../export/person-file.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
// Two workers of one district, who do not reach each other's files.
const [aziza, bobur] = await Promise.all([signIn(server, 'aziza'), server.as('caseworker')]);
const gulnora = await signIn(server, 'gulnora');

const ON = '2026-05-03';

interface Member {
  readonly id: string;
  readonly person_id: string;
  readonly until_day: string | null;
  readonly reason: string | null;
}

const family = () => familyOf(aziza);
const apart = (of: Family) => givenTo(database, of.brother, bobur.id);

const mover = (one: { person_id: string; member_id: string }, relation: 'head' | 'parent') => ({
  ...{ person_id: one.person_id, leaves: one.member_id, member_id: uuid(), relation },
});
const split = (of: Family, over: object = {}) => ({
  ...{ household_id: of.household_id, new_household_id: uuid(), on: ON },
  ...{ reason: 'moved_out' as const, movers: [mover(of.brother, 'head')] },
  ...over,
});

/** What the application's own role reads for somebody, whatever the routes say. */
function sqlAs<Row>(caller: Caller, text: string, values: unknown[]): Promise<Row[]> {
  return server.deps.database.as({ kind: 'account', id: caller.id }, async (acting) => {
    const { rows } = await acting.client.query(text, values);
    return rows as Row[];
  });
}

async function household(caller: Caller, case_id: string): Promise<Member[][]> {
  const reply = await caller.request('GET', `/api/cases/${case_id}`);
  expect(reply.statusCode).toBe(200);
  return reply.json().households.map((one: { members: Member[] }) => one.members);
}

const pulled = async (caller: Caller) => (await pulledBy(database, caller)).bodies;

describe('leaving a household', () => {
  it('keeps the day and an ordinary reason, and takes no other words', async () => {
    const one = await family();
    const { person_id, member_id } = one.granny;
    const left = { person_id, member_id, until: ON, reason: 'to_relatives' as const };
    const wordy = { ...left, words: 'she quarrelled with everybody' };
    expect(await tellRegister(aziza, 'leave_household', wordy)).toMatchObject({
      problem: { code: 'invalid_input', fields: [{ path: 'body.words' }] },
    });
    const tomorrow = new Date(server.deps.clock().getTime() + 3 * 86_400_000);
    const early = { ...left, until: tomorrow.toISOString().slice(0, 10) };
    expect((await tellRegister(aziza, 'leave_household', early)).problem?.code).toBe(
      'day_in_the_future',
    );
    expect((await tellRegister(aziza, 'leave_household', left)).answer).toBe('applied');
    const [members = []] = await household(aziza, one.mother.case_id);
    expect(members.find((member) => member.person_id === person_id)).toMatchObject({
      ...{ until_day: ON, reason: 'to_relatives' },
    });
  });

  // Guards: the second leaving never takes the place of the first. Not yet broken on purpose.
  it('keeps both words where two say it differently, and a human settles it', async () => {
    const { brother, mother } = await family();
    const { person_id, member_id, case_id } = brother;
    const say = (by: Caller, until: string, reason: 'married' | 'moved_out') =>
      tellRegister(by, 'leave_household', { person_id, member_id, until, reason });
    expect((await say(aziza, ON, 'moved_out')).answer).toBe('applied');
    expect((await say(gulnora, ON, 'moved_out')).answer).toBe('stale');
    expect((await say(gulnora, '2026-05-10', 'married')).answer).toBe('conflict');
    expect((await say(gulnora, '2025-05-10', 'married')).problem?.code).toBe('ends_before_start');
    const file = (await aziza.request('GET', `/api/cases/${case_id}`)).json();
    const [conflict] = file.person.conflicts;
    expect(conflict).toMatchObject({
      ...{ field: 'household', losing: { until: '2026-05-10', reason: 'married' } },
    });
    const settle = { person_id, conflict_id: conflict.id, keep: 'other' as const };
    expect((await tellRegister(aziza, 'settle_conflict', settle)).answer).toBe('applied');
    const [members = []] = await household(aziza, mother.case_id);
    expect(members.find((one) => one.person_id === person_id)).toMatchObject({
      ...{ until_day: '2026-05-10', reason: 'married' },
    });
  });
});

describe('moving to another household', () => {
  it('is one act: it ends here and begins there, or nothing is written', async () => {
    const [here, there] = [await family(), await family()];
    const { person_id, member_id: leaves } = here.brother;
    const move = {
      ...{ person_id, leaves, reason: 'married' as const, member_id: uuid(), from: ON },
      ...{ household_id: there.household_id, begins: false, relation: 'child_in_law' as const },
    };
    const nowhere = { ...move, household_id: uuid() };
    expect((await tellRegister(aziza, 'move_household', nowhere)).answer).toBe('gone');
    expect((await household(aziza, here.brother.case_id)).length).toBe(1);
    expect((await tellRegister(aziza, 'move_household', move)).answer).toBe('applied');
    expect((await tellRegister(aziza, 'move_household', move)).answer).toBe('stale');
    const [members = []] = await household(aziza, here.brother.case_id);
    expect(members.map((one) => one.person_id)).toContain(there.mother.person_id);
  });
});

describe('whoever comes to a household', () => {
  // Broken once by leaving out the day of joining in `members_in_reach()`; nothing else had shown it.
  it('brings nobody into view who had left it before', async () => {
    const [here, there] = [await family(), await family()];
    const { person_id, member_id } = there.granny;
    const left = { person_id, member_id, until: '2026-02-01', reason: 'to_relatives' as const };
    expect((await tellRegister(aziza, 'leave_household', left)).answer).toBe('applied');
    const move = {
      ...{ person_id: here.brother.person_id, leaves: here.brother.member_id, from: ON },
      ...{ reason: 'married' as const, member_id: uuid(), household_id: there.household_id },
      ...{ begins: false, relation: 'child_in_law' as const },
    };
    expect((await tellRegister(aziza, 'move_household', move)).answer).toBe('applied');
    await apart(here);
    const seen = async (of: string) =>
      (await sqlAs(bobur, 'select from household_member where person_id = $1', [of])).length;
    expect(await seen(there.mother.person_id), 'who lives there').toBe(1);
    expect(await seen(person_id), 'who lived there').toBe(0);
    const file = await bobur.request('GET', `/api/cases/${here.brother.case_id}`);
    expect(file.body).toContain(there.mother.person_id);
    for (const text of [file.body, await pulled(bobur)]) expect(text).not.toContain(person_id);
  });
});

describe('joining a household', () => {
  // Broken once each by leaving out the questions of `joinHousehold`: who is reached, and whether they live there.
  it('is refused of somebody beyond reach as of nobody, and of whoever lives there already', async () => {
    const [here, there] = [await family(), await family()];
    const join = (person_id: string) =>
      tellRegister(aziza, 'join_household', {
        ...{ person_id, household_id: there.household_id, member_id: uuid() },
        ...{ begins: false, relation: 'other_relative' as const, from: ON },
      });
    expect(await join(there.granny.person_id)).toMatchObject({
      ...{ answer: 'refused', problem: { code: 'already_so' } },
    });
    await apart(here);
    const [hidden, missing] = [await join(here.brother.person_id), await join(uuid())];
    expect(hidden.answer).toBe('gone');
    expect(hidden).toEqual({ ...missing, command_id: expect.anything() });
    const { rowCount } = await owner.query('select from household_member where household_id = $1', [
      there.household_id,
    ]);
    expect(rowCount).toBe(3);
  });
});

describe('a split', () => {
  it('begins a household of some, and keeps the other as it was', async () => {
    const one = await family();
    const said = split(one, { movers: [mover(one.brother, 'head'), mover(one.granny, 'parent')] });
    expect((await tellRegister(aziza, 'split_household', said)).answer).toBe('applied');
    const [ours = []] = await household(aziza, one.mother.case_id);
    const [theirs = []] = await household(aziza, one.brother.case_id);
    expect(ours.filter((member) => member.until_day === null)).toHaveLength(1);
    expect(ours).toHaveLength(3);
    expect(theirs.map((member) => member.person_id).sort()).toEqual(
      [one.brother.person_id, one.granny.person_id].sort(),
    );
    const { rows } = await owner.query(
      `select count(distinct kind) as kinds from person_change where command_id in (
         select command_id from person_change where person_id = $1 and kind = 'split_household')`,
      [one.granny.person_id],
    );
    expect(Number(rows[0].kinds)).toBe(1);
  });

  it('of relatives alone is refused, as nobody could read it', async () => {
    const one = await family();
    const said = split(one, { movers: [mover(one.granny, 'head')] });
    expect(await tellRegister(aziza, 'split_household', said)).toMatchObject({
      ...{ answer: 'refused', problem: { code: 'household_without_file' } },
    });
  });

  // Broken once each by leaving out the day on which they parted, in `members_in_reach()` and in `household_members()`.
  // Not yet broken on purpose: the reason in its own table.
  it('tells nobody who reaches one side where the other lives now, by HTTP or by SQL', async () => {
    const one = await family();
    const said = split(one, {
      reason: 'work_or_study',
      movers: [mover(one.brother, 'head'), mover(one.granny, 'parent')],
    });
    await apart(one);
    // Whoever reaches one side only cannot move the other along.
    expect((await tellRegister(aziza, 'split_household', said)).answer).toBe('gone');
    expect((await tellRegister(bobur, 'split_household', said)).answer).toBe('applied');
    const wife = { ...newcomer({ kind: 'relative' }) };
    const from = '2026-06-01';
    const to = { household_id: said.new_household_id, begins: false, from };
    const joined = {
      ...wife,
      household: { ...to, member_id: uuid(), relation: 'spouse' as const },
    };
    expect((await tellRegister(bobur, 'register_person', joined)).answer).toBe('applied');
    const address = 'Canary street 7';
    const contact = { channel: 'address' as const, value: address };
    const change = {
      ...{ person_id: one.granny.person_id, before: null },
      after: { ...contact, safe: { times: [], do_not_contact: false, letter_or_message: false } },
    };
    await tellRegister(bobur, 'change_contact', change as never);

    const hidden = [said.new_household_id, wife.person.id, address, '"work_or_study"'];
    const file = (await aziza.request('GET', `/api/cases/${one.mother.case_id}`)).body;
    const found = (await aziza.request('GET', '/api/search?text=Zuhra')).body;
    // Prints and the drawn family are made of the file and of the device; the person's own copy is not.
    const own = await server.deps.database.as({ kind: 'account', id: aziza.id }, (acting) =>
      personFile(acting, one.mother.case_id, server.deps.clock()),
    );
    expect(own?.household).toHaveLength(3);
    for (const text of [file, found, JSON.stringify(own), await pulled(aziza)]) {
      for (const secret of hidden) expect(text).not.toContain(secret);
    }
    const read = (text: string, value: string) => sqlAs(aziza, text, [value]);
    const moved = said.new_household_id;
    expect(await read('select from household where id = $1', moved)).toEqual([]);
    expect(await read('select from household_member where household_id = $1', moved)).toEqual([]);
    const granny = one.granny.person_id;
    expect(await read('select from safe_contact where person_id = $1', granny)).toEqual([]);
    expect(await read('select from household_leaving where person_id = $1', granny)).toEqual([]);
    expect(
      (await read('select household_members($1) as members', moved))[0],
      'asked by its id',
    ).toEqual({ members: [] });
    // That they lived together stays known, with its last day.
    const [members = []] = await household(aziza, one.mother.case_id);
    expect(members.find((member) => member.person_id === granny)?.until_day).toBe(ON);
    // And the other way: who comes to the mother later is not seen from the brother's side.
    const guest = { ...newcomer({ kind: 'relative' }) };
    const here = { household_id: one.household_id, begins: false, from, member_id: uuid() };
    const came = { ...guest, household: { ...here, relation: 'spouse' as const } };
    expect((await tellRegister(aziza, 'register_person', came)).answer).toBe('applied');
    expect(await pulled(bobur)).not.toContain(guest.person.id);
    expect(
      await sqlAs(bobur, 'select from household_member where person_id = $1', [guest.person.id]),
    ).toEqual([]);
    // Nor can the brother be put back to look.
    const back = { ...here, member_id: uuid(), relation: 'sibling' as const, from: '2026-07-01' };
    const { person_id } = one.brother;
    expect((await tellRegister(bobur, 'join_household', { person_id, ...back })).answer).toBe(
      'gone',
    );
  });
});

describe('a merge', () => {
  // Broken once by not asking whether all were named.
  it('moves all of one household into another, and keeps the ended one as history', async () => {
    const [here, there] = [await family(), await family()];
    const merge = {
      ...{ household_id: here.household_id, into_id: there.household_id, on: ON },
      movers: [mover(here.mother, 'parent'), mover(here.brother, 'parent')],
    };
    expect(await tellRegister(aziza, 'merge_households', merge)).toMatchObject({
      ...{ answer: 'stale', problem: { code: 'household_changed' } },
    });
    const all = { ...merge, movers: [...merge.movers, mover(here.granny, 'parent')] };
    // Broken once by not asking which household each one leaves: somebody of a third one was moved along.
    const third = await family();
    const more = { ...all, movers: [...all.movers, mover(third.granny, 'parent')] };
    expect((await tellRegister(aziza, 'merge_households', more)).answer).toBe('gone');
    const stays = await owner.query(
      'select from household_member where household_id = any($1) and until_day is null',
      [[here.household_id, third.household_id]],
    );
    expect(stays.rowCount).toBe(6);
    expect((await tellRegister(aziza, 'merge_households', all)).answer).toBe('applied');
    const [members = []] = await household(aziza, here.mother.case_id);
    expect(members).toHaveLength(6);
    const { rows } = await owner.query(
      'select until_day from household_member where household_id = $1',
      [here.household_id],
    );
    expect(rows.every((row) => row.until_day !== null)).toBe(true);
    const twice = { ...all, movers: [all.movers[0], all.movers[0]] };
    expect(await tellRegister(aziza, 'merge_households', twice as never)).toMatchObject({
      problem: { code: 'invalid_input', fields: [{ path: 'body.movers', code: 'twice' }] },
    });
  });
});
