import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { arrive, newcomer, tellRegister } from '#test/people.ts';
import { consent, dayOf, sent } from '#test/referral.ts';
import { signIn, tell } from '#test/world.ts';
import { personFile } from '../export/person-file.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const THERE = placeId(DEMO_PLACES.other_district);
const say = async (by: string, case_id: string, kind: string, body: object) =>
  tell(await signIn(server, by as 'aziza'), case_id, kind, body, { id: uuid() });

// What one noun opens and another must not. Seen to fail without each of the policies not_for_sender and
// sender_reads_what_was, and without as_given_away().
it('shows the region that gave a file away nothing of what became of it', async () => {
  const file = await openFile(server, 'aziza');
  const household = uuid();
  await owner.query(
    `with h as (insert into household (id, created_by, created_at) values ($1, $2, now()))
     insert into household_member (id, household_id, person_id, relation, from_day)
     values ($3, $1, $4, 'self', '2026-01-01')`,
    [household, (await signIn(server, 'aziza')).id, uuid(), file.person_id],
  );
  const stage = (
    await (await signIn(server, 'aziza')).request('GET', `/api/cases/${file.case_id}`)
  ).json().row.stage;
  const first = {
    ...{ transfer_id: uuid(), to_place_id: THERE, reason: 'safety', wished_on: dayOf(server, 7) },
    ...{ persons: 1, goes_along: [] },
  };
  expect((await file.tell('propose_transfer', first)).answer).toBe('applied');
  const otabek = await signIn(server, 'otabek');
  const kamola = await signIn(server, 'kamola');
  const yes = await otabek.request('POST', `/api/transfers/${first.transfer_id}/answer`, {
    ...{ command_id: uuid(), answer: 'accept', account_id: kamola.id },
  });
  expect(yes.statusCode).toBe(200);

  const there = {
    ...file,
    tell: (kind: string, body: unknown) => say('kamola', file.case_id, kind, body as object),
  };
  await there.tell('identify_need', {
    ...{ need_id: uuid(), domain: 'health', urgent: true, words: 'Her heart' },
  });
  await consent(there, 'clinic');
  const referral_id = await sent(there);
  const elsewhere = uuid();
  await owner.query(
    `with h as (insert into household (id, created_by, created_at) values ($1, $2, now()))
     insert into household_member (id, household_id, person_id, relation, from_day)
     values ($3, $1, $4, 'self', '2026-11-01')`,
    [elsewhere, kamola.id, uuid(), file.person_id],
  );
  await owner.query(
    `insert into kinship (id, person_id, kind, parent_state) values ($1, $2, 'mother', 'present')`,
    [uuid(), file.person_id],
  );
  const back = { ...first, transfer_id: uuid(), to_place_id: placeId('GSXQ2') };
  expect((await there.tell('propose_transfer', back)).answer).toBe('applied');
  await database.settled();
  const sees = async (by: string, table: string, column: string, value: string) =>
    (
      await inSql(database, (await signIn(server, by as 'aziza')).id, (query) =>
        query(`select from ${table} where ${column} = $1`, [value]),
      )
    ).rowCount;
  for (const name of ['aziza', 'gulnora'] as const) {
    const sender = await signIn(server, name);
    expect.soft(await sees(name, 'referral_packet', 'referral_id', referral_id), name).toBe(0);
    expect.soft(await sees(name, 'household', 'id', elsewhere), name).toBe(0);
    expect.soft(await sees(name, 'household', 'id', household), name).toBe(1);
    expect.soft(await sees(name, 'kinship', 'person_id', file.person_id), name).toBe(0);
    expect.soft(await sees(name, 'transfer_request', 'id', first.transfer_id), name).toBe(1);
    expect.soft(await sees(name, 'transfer_request', 'id', back.transfer_id), name).toBe(0);
    const opened = (await sender.request('GET', `/api/cases/${file.case_id}`)).json();
    expect.soft(opened.row).toMatchObject({
      ...{
        worker_id: null,
        open_needs: 0,
        urgent_needs: 0,
        last_met_on: null,
        place_id: THERE,
        stage,
      },
    });
    const cases = (await sender.request('GET', '/api/cases')).json().cases;
    const listed = cases.find((one: { id: string }) => one.id === file.case_id);
    if (listed !== undefined) expect.soft(listed).toMatchObject({ worker_id: null, open_needs: 0 });
  }
  expect.soft(await sees('kamola', 'referral_packet', 'referral_id', referral_id)).toBe(1);
  expect.soft(await sees('kamola', 'household', 'id', elsewhere)).toBe(1);
  const whole = (await kamola.request('GET', `/api/cases/${file.case_id}`)).json();
  expect.soft(whole.row).toMatchObject({ worker_id: kamola.id, open_needs: 1 });
});

/** Everything that comes to an empty device of this account. */
async function pulled(caller: Caller): Promise<string> {
  await database.settled();
  const device = uuid();
  await caller.request('PUT', `/api/devices/${device}`, { name: 'phone' });
  const headers = { 'x-homeward-device': device };
  const parts: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await caller.request('GET', `/api/pull${cursor}`, undefined, headers);
    parts.push(page.body);
    if (page.json().more !== true) return parts.join();
    cursor = `?cursor=${encodeURIComponent(page.json().cursor)}`;
  }
}

// A row that changes in place cannot tell what it was. Seen to fail without the policy sender_reads_what_was on
// person, with the household_members() of before, and with search not asking for the name as it was.
it('shows it the person, the family and the household as they stood', async () => {
  const aziza = await signIn(server, 'aziza');
  const otabek = await signIn(server, 'otabek');
  const kamola = await signIn(server, 'kamola');
  const gulnora = await signIn(server, 'gulnora');
  const household_id = uuid();
  const lives = (relation: 'head' | 'child' | 'parent' | 'spouse', from: string) => ({
    household: { member_id: uuid(), household_id, begins: relation === 'head', relation, from },
  });
  const [mine, hers] = [lives('head', '2026-01-01'), lives('parent', '2026-01-01')];
  const paper = { kind: 'passport', state: 'held', number: 'AA1234567' } as const;
  const name = { kind: 'current', given: 'Mohigul', family: 'Yoqubova' } as const;
  const mother = await arrive(aziza, { name, papers: [paper] }, mine);
  const granny = { ...newcomer({ kind: 'relative', name: { ...name, given: 'Oyxon' } }), ...hers };
  expect((await tellRegister(aziza, 'register_person', granny)).answer).toBe('applied');
  const { case_id, person_id } = mother;
  const given = { account_id: aziza.id };
  expect((await say('gulnora', case_id, 'assign_worker', given)).answer).toBe('applied');
  const proposal = {
    ...{ transfer_id: uuid(), to_place_id: THERE, reason: 'safety', wished_on: dayOf(server, 7) },
    ...{ persons: 1, goes_along: [] },
  };
  expect((await say('aziza', case_id, 'propose_transfer', proposal)).answer).toBe('applied');
  const read = (by: Caller) => by.request('GET', `/api/cases/${case_id}`);
  const stood = (await read(aziza)).json();
  const yes = await otabek.request('POST', `/api/transfers/${proposal.transfer_id}/answer`, {
    ...{ command_id: uuid(), answer: 'accept', account_id: kamola.id },
  });
  expect(yes.statusCode).toBe(200);

  // There she takes another name and papers, a man moves in, the grandmother goes, and he becomes kin.
  const changed = { name: { ...name, given: 'Newname', family: 'Yoqubova' } };
  const now = (await read(kamola)).json().person.version;
  const renamed = { person_id, seen_version: now, changes: changed };
  expect((await tellRegister(kamola, 'change_person', renamed)).answer).toBe('applied');
  const card = { kind: 'identity_card', state: 'held', number: 'KA777' } as const;
  const added = { person_id, before: null, after: card };
  expect((await tellRegister(kamola, 'change_paper', added)).answer).toBe('applied');
  const man = {
    ...newcomer({ kind: 'relative', name: { ...name, given: 'Newcomer' } }),
    ...lives('spouse', '2026-11-20'),
  };
  expect((await tellRegister(kamola, 'register_person', man)).answer).toBe('applied');
  const leaves = { person_id: granny.person.id, member_id: hers.household.member_id };
  const left = { ...leaves, until: '2026-11-21', reason: 'to_relatives' as const };
  expect((await tellRegister(kamola, 'leave_household', left)).answer).toBe('applied');
  const tie = { person_id, id: uuid(), relative_id: man.person.id, kind: 'spouse' as const };
  expect((await tellRegister(kamola, 'record_kinship', tie)).answer).toBe('applied');
  expect((await read(kamola)).body).toMatch(/Newname.*Newcomer/s);

  const hidden = ['Newname', 'KA777', man.person.id, 'Newcomer', 'to_relatives'];
  for (const sender of [aziza, gulnora]) {
    const file = (await read(sender)).json();
    expect(file.person).toEqual({ ...stood.person, contacts: null });
    expect(file.households).toEqual(stood.households);
    const own = await server.deps.database.as({ kind: 'account', id: sender.id }, (acting) =>
      personFile(acting, case_id, server.deps.clock()),
    );
    expect(own?.person).toMatchObject({ name: { given: 'Mohigul' }, contacts: [] });
    expect(own?.household).toHaveLength(2);
    const readers = JSON.stringify(own?.read_by);
    const found = await sender.request('GET', '/api/search?text=Newname');
    expect(found.json().people).toEqual([]);
    const listed = (await sender.request('GET', '/api/cases')).body;
    // A supervisor's device carries the files of the district, and so this one, as it stood.
    const device = await pulled(sender);
    expect(device).toContain('Mohigul');
    for (const text of [JSON.stringify(file), JSON.stringify(own), listed, device]) {
      for (const secret of hidden) expect(text).not.toContain(secret);
    }
    expect(readers).not.toContain(String(kamola.id));
    const bare = await inSql(database, sender.id, async (query) => {
      const rows = [];
      for (const text of [
        `select * from person where id = $1`,
        `select * from kinship where person_id = $1`,
        `select * from household_member where person_id = '${man.person.id}' and $1::uuid is not null`,
        `select * from person_name_key where person_id = $1`,
        `select * from person_change where person_id = $1`,
      ]) {
        rows.push(...(await query(text, [person_id])).rows);
      }
      return rows;
    });
    expect(bare).toEqual([]);
  }
  expect(await database.faults()).toEqual([]);
  // And verify tells a copy that is gone, and more that is read than was there.
  const superuser = database.pool('superuser');
  const faults = async () => (await database.faults()).map(({ what }) => what);
  await superuser.query(
    'update case_reach set reads_up_to = reads_up_to + 9 where case_id = $1 and reads_to is not null',
    [case_id],
  );
  expect(await faults()).toEqual(['reach_differs']);
  await superuser.query(
    'update case_reach set reads_up_to = reads_up_to - 9 where case_id = $1 and reads_to is not null',
    [case_id],
  );
  await superuser.query('delete from person_as_given where case_id = $1', [case_id]);
  expect(await faults()).toEqual(['reach_differs']);
});

it('opens to whoever stands in no talk about the work, no complaint, no account and no other place', async () => {
  const neighbour = await server.as('supervisor', { place_id: placeId('DSSDK') });
  const gulnora = await signIn(server, 'gulnora');
  const aziza = await signIn(server, 'aziza');
  const at = (hours: number) =>
    new Date(server.deps.clock().getTime() + hours * 3_600_000).toISOString();
  const asked = await gulnora.request('PUT', `/api/stand-ins/${uuid()}`, {
    ...{ account_id: neighbour.id, from_at: at(-1), until_at: at(72) },
  });
  expect(asked.statusCode).toBe(200);
  const talk = { with_account_id: aziza.id, on: '2026-11-20', hours: 1, topics: ['workload'] };
  expect((await gulnora.request('PUT', `/api/supervision/${uuid()}`, talk)).statusCode).toBe(200);
  await server.stranger().request('POST', '/api/say', {
    ...{ sending: uuid(), about: 'worker', came_by: 'self', words: 'Late', language: 'uz' },
    ...{ answer_way: 'code', anonymous: false, about_child: false },
  });
  const elsewhere = await arrive(await signIn(server, 'kamola'), {}, {}, 'other_district');
  const { rows } = await inSql(database, neighbour.id, (query) =>
    query(
      `select (select count(*)::int from supervision_session) as talks,
        (select count(*)::int from complaint) as complaints,
        (select count(*)::int from case_file where id = $1) as elsewhere,
        (select count(*)::int from person where id = $2) as persons`,
      [elsewhere.case_id, elsewhere.person_id],
    ),
  );
  expect(rows).toEqual([{ talks: 0, complaints: 0, elsewhere: 0, persons: 0 }]);
  for (const url of ['/api/complaints', '/api/accounts']) {
    expect([403, 404]).toContain((await neighbour.request('GET', url)).statusCode);
  }
});

it('is told apart by verify where a row of what was given or asked is changed behind it', async () => {
  const file = await openFile(server, 'aziza');
  const given = {
    ...{ assistance_id: uuid(), kind: 'rent', on: dayOf(server, 0), received: { who: 'person' } },
    ...{ payer: { name: 'An uncle' }, given: { as: 'goods', quantity: '2', unit: 'sack' } },
  };
  expect((await file.tell('record_assistance', given)).answer).toBe('applied');
  const proposal = {
    ...{ transfer_id: uuid(), to_place_id: THERE, reason: 'safety', wished_on: dayOf(server, 7) },
    ...{ persons: 1, goes_along: [] },
  };
  expect((await file.tell('propose_transfer', proposal)).answer).toBe('applied');
  const faults = async () =>
    (await database.faults()).filter(({ case_id }) => case_id === file.case_id);
  expect(await faults()).toEqual([]);
  const superuser = database.pool('superuser');
  await superuser.query(`update assistance set kind = 'food' where case_id = $1`, [file.case_id]);
  await superuser.query('update transfer_request set persons = 9 where case_id = $1', [
    file.case_id,
  ]);
  expect((await faults()).map(({ what }) => what)).toEqual([
    'assistance_differs',
    'transfers_differ',
  ]);
});
