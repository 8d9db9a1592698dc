import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { type FrozenTable, monthAfter } from '#domain/evidence/frozen-number.ts';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { consent, dayOf, sent, serviceId } from '#test/referral.ts';
import { signIn } from '#test/world.ts';
import type { DemoName } from '../seed/accounts.ts';
import { DEMO_ORGANISATIONS } from '../seed/organisations.ts';

const database = await testDatabase();
const server = await testServer(database);

/** The month in which the files of this test are opened; what the demo world holds stands beside them. */
const month = `${new Date().toISOString().slice(0, 7)}-01`;

const answers = (domain: string, value: string) => ({ answers: [{ domain, value }] });
const files: OpenedFile[] = [];
for (let count = 0; count < 14; count += 1) files.push(await openFile(server, 'aziza'));
for (const [index, file] of files.entries()) {
  await file.tell('assess_needs', answers('papers', index < 12 ? 'some' : 'none'));
}
await files[0]?.tell('assess_needs', answers('community', 'urgent'));
const POLYCLINIC = DEMO_ORGANISATIONS[0]?.id;
/** So many of the files get so much of a kind; by a named payer where there is no organisation. */
async function gives(kind: string, to: number, amount: string, organisation_id?: string) {
  for (const file of files.slice(0, to)) {
    const said = await file.tell('record_assistance', {
      ...{ assistance_id: uuid(), kind, on: '2026-01-20', received: { who: 'person' } },
      payer: organisation_id === undefined ? { name: 'Canary uncle' } : { organisation_id },
      given: { as: 'money', paid: { amount, currency: 'XAF' } },
      // There is no limit in this currency: it did not wait for the supervisor.
      ...{ urgent: true, request_id: uuid() },
    });
    expect(said).toMatchObject({ answer: 'applied' });
  }
}
await gives('rent', 14, '7001', POLYCLINIC);
await gives('food', 12, '502', POLYCLINIC);
await gives('medicine', 3, '11', POLYCLINIC);
await gives('rent', 9, '33');
// Nobody has found this person for months: known to who works with the file, and to nobody else.
const silent = await files[2]?.tell('prepare_closure', {
  ...{ closure_id: uuid(), reason: 'lost_contact', summary: 'No word since spring' },
  ...{ feedback_offered: false, check_ins: [] },
});

/** Helped by the clinic 20 days after the need was named; a second try was declined. */
for (const [index, file] of files.slice(0, 13).entries()) {
  const need_id = uuid();
  await file.tell('identify_need', { need_id, domain: 'health', urgent: false, words: 'A doctor' });
  await database.pool('owner').query(
    `update fact set recorded_at = recorded_at - interval '20 days'
     where case_id = $1 and kind = 'need_identified'`,
    [file.case_id],
  );
  await consent(file, 'clinic');
  const barrier = index < 2 ? 'cost' : 'refused';
  for (const answer of [
    { kind: 'done', outcome: 'met', on: dayOf(server) },
    { kind: 'decline', reason: 'not_entitled', barrier },
  ]) {
    const told = { referral_id: await sent(file, 'clinic', { need_id }), channel: 'phone', answer };
    expect(await file.tell('record_answer', told)).toMatchObject({ answer: 'applied' });
  }
}
server.advance(32 * 86_400_000);
const jasur = await signIn(server, 'jasur');

const freeze = (by: Caller, first: string) =>
  by.request('POST', '/api/numbers/freeze', { month: first });

async function tables(): Promise<FrozenTable[]> {
  const reply = await jasur.request('GET', '/api/numbers');
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json().tables.filter((one: FrozenTable) => one.month === month);
}

describe('numbers of the country', () => {
  it('are frozen once for a month that is over, and never computed again', async () => {
    const first = await freeze(jasur, month);
    expect([first.statusCode, first.json()], first.body).toEqual([200, { month, state: 'frozen' }]);
    const before = await tables();
    expect(before.map((one) => one.subject)).toEqual([
      ...['stage', 'school', 'need_domain', 'group_kind'],
    ]);
    expect(before.find((one) => one.subject === 'stage')?.total).toBeGreaterThanOrEqual(10);
    const need = { need_id: uuid(), domain: 'papers', urgent: true, words: 'No birth certificate' };
    const baxtiyor = await openFile(server, 'baxtiyor');
    await baxtiyor.tell('identify_need', need);
    expect((await freeze(jasur, month)).json()).toEqual({ month, state: 'already' });
    expect(await tables()).toEqual(before);
  });

  it('never tell of anybody that contact was lost, and no list of the coordinator does', async () => {
    expect(silent).toMatchObject({ answer: 'applied' });
    const urls = ['/api/numbers', '/api/commission/unanswered', '/api/services', '/api/places'];
    const told = await Promise.all(
      [...urls, '/api/cases', '/api/tasks', '/api/notifications', '/api/team'].map((url) =>
        jasur.request('GET', url),
      ),
    );
    for (const { body } of told) expect(body).not.toMatch(/lost_contact|No word since spring/);
    const subjects = new Set((await tables()).map(({ subject }) => subject));
    expect([...subjects].toSorted()).toEqual(['group_kind', 'need_domain', 'school', 'stage']);
    const gulnora = await signIn(server, 'gulnora');
    const own = await gulnora.request('GET', `/api/cases/${files[2]?.case_id}`);
    expect(own.body).toContain('No word since spring');
  });

  // Broken by answering with what was counted: one urgent need of one person stood there.
  it('show no cell under ten', async () => {
    const found = await tables();
    // The demo world is small enough that something has to be hidden.
    expect(found.some(({ rows }) => rows.some((row) => row.people === null))).toBe(true);
    for (const { rows, method } of found) {
      expect(method).toEqual({ smallest_cell: 10, smallest_households: 3, rounded_to: 5 });
      for (const { people } of rows) expect(people ?? 10).toBeGreaterThanOrEqual(10);
    }
  });

  it('name stages and need domains, and nothing else', async () => {
    const text = JSON.stringify(await tables());
    for (const file of files) expect(text).not.toContain(file.person_id.slice(0, 13));
    expect(new Set((await tables()).flatMap((one) => Object.keys(one)))).toEqual(
      new Set(['month', 'subject', 'rows', 'total', 'method', 'made_at']),
    );
  });

  it('are not made of a month that is not over, nor of one before the first file', async () => {
    for (const [first, code] of [
      [monthAfter(monthAfter(month)), 'month_not_over'],
      ['1990-01-01', 'nothing_to_count'],
      ['2026-10-02', 'not_a_month'],
    ]) {
      const reply = await freeze(jasur, first ?? '');
      expect(reply.statusCode, reply.body).toBe(422);
      expect(reply.json().fields).toEqual([{ path: 'body.month', code }]);
    }
  });

  // Broken by leaving out the question for the role in the route: the policies still gave nothing.
  it('are there for the coordinator only', async () => {
    const others: DemoName[] = ['aziza', 'gulnora', 'farida', 'malika', 'sherzod', 'dilnoza'];
    for (const name of others) {
      const caller = await signIn(server, name);
      expect((await caller.request('GET', '/api/numbers')).json().code, name).toBe('gone');
      expect((await freeze(caller, month)).json().code, name).toBe('gone');
    }
  });

  it('cannot be counted, changed or deleted by the application as anybody else', async () => {
    const as = (role: DemoName, text: string) =>
      signIn(server, role).then(({ id }) =>
        server.deps.database.as({ kind: 'account', id }, ({ client }) => client.query(text)),
      );
    await expect(as('gulnora', 'select * from count_people(now())')).rejects.toThrow('not allowed');
    await expect(as('jasur', 'update frozen_number set total = 1')).rejects.toThrow('denied');
    await expect(as('jasur', 'delete from frozen_number')).rejects.toThrow('denied');
    expect((await as('gulnora', 'select from frozen_number')).rowCount).toBe(0);
    expect((await as('jasur', 'select from fact')).rowCount).toBe(0);
  });
});

describe('unhindered access', () => {
  const path = '/api/numbers/access';
  interface Cell {
    readonly code: string;
    readonly people: number | null;
  }

  // Broken once by answering with what was counted: two people stood under `cost`.
  it('tells the middle of the days from need to service and what stood in the way, of enough people', async () => {
    const { months } = (await jasur.request('GET', path)).json();
    const { rows } = months.find((one: { month: string }) => one.month === month);
    const clinic = rows.services.find(({ code }: Cell) => code === serviceId('clinic'));
    expect(rows.all.people).toBeGreaterThanOrEqual(10);
    // The rest of everybody is a small cell, so that the clinic's is hidden too, or it shows its days.
    expect([null, 20]).toContain(clinic.days);
    const line = (code: string) => rows.barriers.find((one: Cell) => one.code === code);
    expect([line('refused').total, line('cost').total]).toEqual([10, null]);
    const cells: Cell[] = rows.barriers.flatMap((one: { regions: Cell[] }) => one.regions);
    for (const one of [...rows.services, ...rows.regions, ...cells]) {
      expect(one.people ?? 10).toBeGreaterThanOrEqual(10);
    }
  });

  it('counts by when it was written down, and only from the time that was asked for', async () => {
    const counted = async (since: string) => {
      const { rows } = await server.deps.database.as(
        { kind: 'account', id: jasur.id },
        ({ client }) =>
          client.query("select * from count_access($1, '2100-01-01', 'Asia/Tashkent')", [since]),
      );
      return rows.find((one) => one.code === serviceId('clinic'));
    };
    expect(await counted('2020-01-01')).toMatchObject({ subject: 'service', days: 20 });
    expect(await counted('2099-01-01')).toBeUndefined();
  });

  it('stays as it was frozen, and is for the coordinator alone', async () => {
    const before = (await jasur.request('GET', path)).body;
    expect(before).not.toMatch(/case_id|person_id/);
    expect((await freeze(jasur, month)).json()).toEqual({ month, state: 'already' });
    expect((await jasur.request('GET', path)).body).toBe(before);
    for (const name of ['aziza', 'gulnora', 'malika', 'sherzod', 'farida'] as const) {
      const by = await signIn(server, name);
      expect((await by.request('GET', path)).statusCode, name).toBe(404);
      const direct = server.deps.database.as({ kind: 'account', id: by.id }, ({ client }) =>
        client.query("select * from count_access('2020-01-01', '2030-01-01', 'UTC')"),
      );
      await expect(direct, name).rejects.toThrow('not allowed');
    }
  });
});

describe('assistance in a month', () => {
  const path = '/api/numbers/assistance';
  const row = (payer_id: string | null) => async () => {
    const { months } = (await jasur.request('GET', path)).json();
    const found = months.find((one: { month: string }) => one.month === month);
    return found.rows.find(
      (one: { payer_id: string | null; currency: string }) =>
        one.payer_id === payer_id && one.currency === 'XAF',
    );
  };

  // Broken once by hiding the small cell alone: 104071 - 98014 - 6024 was what three people got.
  it('hides what few were given, and one more beside it', async () => {
    expect(await row(POLYCLINIC ?? '')()).toEqual({
      ...{ payer_id: POLYCLINIC, given_as: 'money', currency: 'XAF' },
      cells: [
        { kind: 'food', people: null, amount: null },
        { kind: 'medicine', people: null, amount: null },
        { kind: 'rent', people: 15, amount: '98014' },
      ],
      total: { people: 15, amount: '104071' },
    });
    const named = await row(null)();
    expect(named).toMatchObject({
      cells: [{ kind: 'rent', people: null, amount: null }],
      total: null,
    });
  });

  it('says no name, stays as it was frozen, and is for the coordinator alone', async () => {
    const before = (await jasur.request('GET', path)).body;
    expect(before).not.toMatch(/Canary|case_id|person_id/);
    await database.pool('owner').query("update assistance set amount = '9' where currency = 'XAF'");
    expect((await freeze(jasur, month)).json()).toEqual({ month, state: 'already' });
    expect((await jasur.request('GET', path)).body).toBe(before);
    for (const name of ['aziza', 'gulnora', 'malika', 'sherzod', 'farida'] as const) {
      const by = await signIn(server, name);
      expect((await by.request('GET', path)).statusCode, name).toBe(404);
      const direct = server.deps.database.as({ kind: 'account', id: by.id }, ({ client }) =>
        client.query("select * from count_assistance('2020-01-01', '2030-01-01')"),
      );
      await expect(direct, name).rejects.toThrow('not allowed');
    }
    const rows = await server.deps.database.as({ kind: 'account', id: jasur.id }, ({ client }) =>
      client.query('select id from assistance'),
    );
    expect(rows.rows).toEqual([]);
  });
});
