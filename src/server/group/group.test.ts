import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '#domain/access/role.ts';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import {
  begun,
  day,
  type GroupBody,
  groupBody,
  joining,
  organisationId,
  read,
} from '#test/group.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';
import { demoGroupId } from '../seed/groups.ts';

const database = await testDatabase();
const server = await testServer(database);
const superuser = database.pool('superuser');
const [aziza, baxtiyor, gulnora, nargiza, olim, farida, jasur] = await Promise.all([
  signIn(server, 'aziza'),
  signIn(server, 'baxtiyor'),
  signIn(server, 'gulnora'),
  signIn(server, 'nargiza'),
  signIn(server, 'olim'),
  signIn(server, 'farida'),
  signIn(server, 'jasur'),
]);
const file = await openFile(server, 'aziza');

describe('a group', () => {
  it('is of an organisation and a place; what is wrong is named, and nothing is half-written', async () => {
    const made = await begun(aziza);
    // The same again, after an answer that was lost.
    expect((await aziza.request('POST', '/api/groups', made)).statusCode).toBe(201);
    for (const [over, path] of [
      [{ person_id: uuid() }, 'body.person_id'],
      [{ kind: 'no_such_kind' }, 'body.kind'],
      [{ place_id: uuid() }, 'body.place_id'],
      [{ organisation_id: uuid() }, 'body.organisation_id'],
      [{ organisation_id: organisationId('mahalla') }, 'body.organisation_id'],
      [{ capacity: 1 }, 'body.capacity'],
      [{ sessions: [{ id: uuid(), on: day(1), at: '25:00' }] }, 'body.sessions.0.at'],
      [{ sessions: [] }, 'body.sessions'],
      [{ title: '' }, 'body.title'],
    ] as const) {
      const wrong = groupBody(over);
      const reply = await aziza.request('POST', '/api/groups', wrong);
      expect(reply.statusCode).toBeLessThan(500);
      expect(reply.json()).toMatchObject({ fields: [{ path }] });
      expect((await aziza.request('GET', `/api/groups/${wrong.id}`)).statusCode).toBe(404);
    }
    // A session of another group: no group is left without its day in silence.
    const borrowed = groupBody({ sessions: made.sessions.slice(0, 1) });
    expect((await aziza.request('POST', '/api/groups', borrowed)).json()).toMatchObject({
      fields: [{ path: 'body.sessions.0.id', code: 'taken' }],
    });
    expect((await aziza.request('GET', `/api/groups/${borrowed.id}`)).statusCode).toBe(404);
    const psychosocial = groupBody({ kind: 'psychosocial_group' });
    expect((await aziza.request('POST', '/api/groups', psychosocial)).statusCode).toBe(403);
    expect((await olim.request('POST', '/api/groups', psychosocial)).statusCode).toBe(403);
    const others = groupBody({ organisation_id: organisationId('polyclinic') });
    expect((await olim.request('POST', '/api/groups', others)).statusCode).toBe(403);
    const led = groupBody({ led_by_me: true });
    expect((await jasur.request('POST', '/api/groups', led)).statusCode).toBe(403);
    const mine = await read(aziza, made.id);
    expect(mine).toMatchObject({ title: made.title, members: null, abilities: { change: true } });
    expect(mine.sessions.map((one: { state: string }) => one.state)).toEqual(
      Array(3).fill('planned'),
    );
  });

  it('is changed by whoever keeps it, one at a time; what took place stays where it was', async () => {
    const made = await begun(aziza);
    const { id: _id, led_by_me: _led, ...fields } = made;
    const change = { ...fields, sessions: [], title: 'Sewing on Mondays', ended_on: null };
    const put = (by: Caller, version: number, over = {}) =>
      by.request('PUT', `/api/groups/${made.id}`, { ...change, version, ...over });
    expect((await put(baxtiyor, 1)).statusCode).toBe(403);
    expect((await put(farida, 1)).statusCode).toBe(404);
    expect((await put(gulnora, 1)).json()).toEqual({ version: 2 });
    expect((await put(aziza, 1)).json().code).toBe('version_conflict');
    expect((await put(olim, 2, { kind: 'psychosocial_group' })).statusCode).toBe(422);
    const away = { organisation_id: organisationId('polyclinic') };
    expect((await put(olim, 2, away)).json()).toMatchObject({
      fields: [{ path: 'body.organisation_id' }],
    });
    const [first, second] = made.sessions;
    const session = (version: number, which = second, over = {}) =>
      aziza.request('PUT', `/api/groups/${made.id}/sessions/${which?.id}`, {
        ...{ on: day(6), at: '16:00', state: 'planned', version, ...over },
      });
    expect((await session(2)).json()).toEqual({ version: 3 });
    expect((await session(2)).json().code).toBe('version_conflict');
    await count(aziza, made, first?.id ?? '', 5);
    expect((await session(3, first)).json().code).toBe('group_session_unknown');
    expect((await read(aziza, made.id)).sessions[0]).toMatchObject({
      state: 'held',
      neighbours: 5,
    });
  });
});

function count(by: Caller, made: GroupBody, group_session_id: string, neighbours: number) {
  const body = { group_id: made.id, group_session_id, neighbours };
  const command = { id: uuid(), kind: 'count_neighbours', body, said_at: new Date().toISOString() };
  return by.request('POST', '/api/commands', { commands: [command] });
}

/** Two who ask for the last place while it is being given: the second waits, and is told that it is full. */
async function oneLastPlace(): Promise<void> {
  const small = await begun(aziza, { capacity: 2 });
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => openFile(server, 'aziza')));
  await first?.tell('join_group', joining(small));
  const holder = await superuser.connect();
  await holder.query('begin');
  // Whoever writes the last line is held up just before it.
  await holder.query('lock table group_member in share mode');
  const both = [second, third].map((one) => one?.tell('join_group', joining(small)));
  await waitingFor(2);
  await holder.query('commit');
  holder.release();
  const answers = await Promise.all(both);
  expect(answers.map((one) => one?.problem?.code ?? one?.answer).toSorted()).toEqual([
    ...['applied', 'group_full'],
  ]);
}

/** Until so many sessions of this database wait for a lock. */
async function waitingFor(wanted: number): Promise<void> {
  for (;;) {
    const { rows } = await superuser.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.waiting ?? 0) >= wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('who takes part', () => {
  it('is in the file; the organisation reads a first name, and nothing leads from it to a file', async () => {
    const made = await begun(olim);
    const joined = joining(made);
    const { agreed_by_person: _agreed, ...asked } = joined;
    expect((await file.tell('join_group', asked)).problem?.fields?.[0]?.path).toBe(
      'body.agreed_by_person',
    );
    expect((await file.tell('join_group', joined)).answer).toBe('applied');
    expect((await file.tell('join_group', joining(made))).problem?.code).toBe('in_group_already');
    await oneLastPlace();
    const list = await olim.request('GET', `/api/groups/${made.id}`);
    expect(list.json().members).toEqual([
      { id: joined.participation_id, called: 'canarycalled', children: 1, came: {} },
    ]);
    expect(list.body).not.toMatch(new RegExp(`${file.case_id}|${file.person_id}|Zuhra|Karimova`));
    // Two reads of the list, two rows in the log.
    const { rows } = await superuser.query(
      `select details from read_log where actor_id = $1 and action = 'listed'`,
      [olim.id],
    );
    expect(rows).toContainEqual({ details: { list: 'group', rows: 1 } });
    for (const other of [aziza, baxtiyor, gulnora, nargiza, jasur]) {
      const seen = await other.request('GET', `/api/groups/${made.id}`);
      expect(seen.json(), seen.body).toMatchObject({ members: null });
      expect(seen.body).not.toContain('canarycalled');
    }
    expect((await farida.request('GET', `/api/groups/${made.id}`)).statusCode).toBe(404);
  });

  // Broken once to see it fail: `leader_reads` without the organisation.
  it('by role, over HTTP and in SQL: nobody who neither leads nor runs a group sees a name', async () => {
    const district = placeId(DEMO_PLACES.district);
    for (const role of ROLES) {
      const caller = await server.as(role, { place_id: district });
      const list = await caller.request('GET', '/api/groups');
      const staff = /caseworker|supervisor|intake|specialist|coordinator|partner/.test(role);
      expect([role, list.statusCode]).toEqual([role, staff ? 200 : 404]);
      expect(list.body).not.toContain('canarycalled');
      const names = await inSql(database, caller.id, (query) =>
        query('select * from group_member', []),
      );
      const files = await inSql(database, caller.id, (query) =>
        query('select * from group_membership', []),
      );
      expect([role, names.rows.length, files.rows.length]).toEqual([role, 0, 0]);
      const groups = await inSql(database, caller.id, (query) =>
        query('select id from community_group', []),
      );
      // A service without an organisation runs no group.
      expect([role, groups.rows.length > 0]).toEqual([role, staff && role !== ('partner' as Role)]);
    }
  });

  it('is said once a day by one tap, taken back by another; it is no task, no alarm and no rate', async () => {
    const made = await begun(aziza);
    const joined = joining(made);
    await file.tell('join_group', joined);
    const before = await standing();
    const [first, second, ahead] = made.sessions;
    const note = (which: typeof first, attended: boolean, over = {}) =>
      file.tell('note_attendance', {
        ...{ participation_id: joined.participation_id, compartment: 'general', attended },
        ...{ group_session_id: which?.id, on: which?.on, ...over },
      });
    expect((await note(first, false)).answer).toBe('applied');
    expect((await note(first, false)).answer).toBe('stale');
    expect((await note(first, true)).answer).toBe('applied');
    expect((await note(second, false)).answer).toBe('applied');
    expect((await note(ahead, true)).problem?.code).toBe('day_in_the_future');
    expect((await note(first, false, { on: day(10) })).problem?.code).toBe('group_session_unknown');
    expect(await standing()).toEqual(before);
    const { sessions } = await read(aziza, made.id);
    expect(sessions.map((one: { state: string }) => one.state)).toEqual([
      ...['held', 'planned', 'planned'],
    ]);
    const certificate = `/api/cases/${file.case_id}/groups/${joined.participation_id}/certificate`;
    expect((await aziza.request('GET', certificate)).json().code).toBe('group_not_over');
    const leave = { participation_id: joined.participation_id, compartment: 'general' };
    expect((await file.tell('leave_group', { ...leave, on: day(30) })).problem?.code).toBe(
      'day_before_joining',
    );
    expect((await file.tell('leave_group', { ...leave, on: day(0) })).answer).toBe('applied');
    expect((await file.tell('leave_group', { ...leave, on: day(0) })).answer).toBe('stale');
    expect((await aziza.request('GET', certificate)).json()).toEqual({
      ...{ title: made.title, organisation_id: made.organisation_id, place_id: made.place_id },
      ...{ from: day(20), until: day(0), sessions_held: 1, sessions_attended: null },
    });
    const told = await gulnora.request('GET', `${certificate}?attended=yes`);
    expect(told.json().sessions_attended).toBe(1);
    const { rows: printed } = await superuser.query(
      `select actor_id from read_log where action = 'printed' and case_id = $1 order by at`,
      [file.case_id],
    );
    expect(printed.map((row) => row.actor_id)).toEqual([aziza.id, gulnora.id]);
    for (const other of [baxtiyor, olim, jasur]) {
      expect((await other.request('GET', certificate)).statusCode).toBe(404);
    }
    const { rows } = await superuser.query('select from group_membership where id = $1', [
      joined.participation_id,
    ]);
    expect(rows).toEqual([]);
  });

  it('a full group, an ended one and one of another kind take nobody', async () => {
    const small = await begun(aziza, { capacity: 2 });
    const others = [await openFile(server, 'aziza'), await openFile(server, 'baxtiyor')];
    for (const other of others) await other.tell('join_group', joining(small));
    const third = await openFile(server, 'aziza');
    expect((await third.tell('join_group', joining(small))).problem?.code).toBe('group_full');
    const quiet = { id: demoGroupId('evenings'), organisation_id: organisationId('family_centre') };
    const wrong = joining(quiet);
    expect((await third.tell('join_group', wrong)).problem?.code).toBe('group_held_elsewhere');
    const { id: _id, led_by_me: _led, ...fields } = small;
    const ended = { ...fields, sessions: [], ended_on: day(0), version: 1 };
    expect((await aziza.request('PUT', `/api/groups/${small.id}`, ended)).statusCode).toBe(200);
    expect((await third.tell('join_group', joining(small))).problem?.code).toBe('group_ended');
    expect((await third.tell('join_group', joining(groupBody()))).problem?.code).toBe(
      'group_unknown',
    );
  });
});

/** What lists, tasks and reach of workers say of the file. */
async function standing() {
  const { rows } = await superuser.query(
    `select (select to_jsonb(c) - 'xid' from case_file c where c.id = $1) as row,
       (select jsonb_agg(to_jsonb(t) - 'xid' order by t.kind, t.ref) from task t
        where t.case_id = $1) as tasks`,
    [file.case_id],
  );
  return rows[0];
}

it('rows of groups name nobody, and the files verify', async () => {
  const { rows } = await superuser.query<{ at: string }>(
    `select table_name || '.' || column_name as at from information_schema.columns
     where table_name in ('community_group', 'group_session')`,
  );
  expect(rows.length).toBeGreaterThan(20);
  // To see it fail: `alter table group_session add column neighbour_names text[]`.
  expect(
    rows.filter(({ at }) => /person|case|household|name|member/.test(at.split('.')[1] ?? '')),
  ).toEqual([]);
  expect(await database.faults()).toEqual([]);
});
