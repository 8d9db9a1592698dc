import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ROLES } from '#domain/access/role.ts';
import { caseNumber } from '#domain/case/row.ts';
import { testDatabase } from '#test/database.ts';
import { type OpenedFile, openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

// Kamola works in another district. A woman stands at her door, with a paper of her programme in her
// hand and a fever; her file is Aziza's. Kamola opens it by its number, helps, and then it is over.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const superuser = database.pool('superuser');
const kamola = await signIn(server, 'kamola');
const aziza = await signIn(server, 'aziza');
const gulnora = await signIn(server, 'gulnora');
const malika = await signIn(server, 'malika');
const file = await openFile(server, 'aziza');
const CANARY = 'fever-of-the-swallow';

const ask = (by: Caller, number: string, over: object = {}) =>
  by.request('POST', '/api/emergency-openings', {
    ...{ command_id: uuid(), opening_id: uuid(), number, reason: 'urgent_medical' },
    ...{ words: `She has a high fever. ${CANARY}`, ...over },
  });
const numberOf = ({ case_id }: OpenedFile) => caseNumber(case_id);
const open = (by: Caller, what: OpenedFile = file) =>
  by.request('GET', `/api/cases/${what.case_id}`);
const say = (by: Caller, kind: string, body: object, what: OpenedFile = file) =>
  tell(by, what.case_id, kind, body, { id: uuid() });
const bell = async (by: Caller): Promise<{ kind: string; details: Record<string, string> }[]> =>
  (await by.request('GET', '/api/notifications')).json().notifications;
const told = async (by: Caller, kind: string, caseId: string) =>
  (await bell(by)).filter((one) => one.kind === kind && one.details.case_id === caseId).length;

/** A new caseworker of another district, with tries of their own. */
const stranger = () => server.as('caseworker', { place_id: placeId(DEMO_PLACES.other_district) });

/** As if the hours had passed: the database looks at its own clock. */
async function timeIsOver(what: OpenedFile): Promise<void> {
  await superuser.query(
    `update case_reach set until = now() - interval '1 second' where case_id = $1 and until is not null`,
    [what.case_id],
  );
}

describe('a number that opens nothing', () => {
  const shape = (reply: { statusCode: number; body: string; headers: object }) => ({
    status: reply.statusCode,
    body: reply.body,
    headers: Object.keys(reply.headers).sort(),
  });

  // The child lives with her: the address is the same.
  it('answers the same for no file and for one that is held back, and calls its supervisor', async () => {
    const worried = await openFile(server, 'aziza');
    const about = { who: 'household_member' };
    await worried.tell('raise_concern', { concern_id: uuid(), about, urgency: 'now', words: 'x' });
    const hiding = await openFile(server, 'aziza');
    const yes = await hiding.tell('record_consent', {
      ...{ consent_id: uuid(), decision: 'given', purposes: ['health_care'], recipient_ids: [] },
      withhold: [{ from: 'my husband', what: 'where I live', reason: 'fear_of_harm' }],
      ...{ said_by: { person_id: hiding.person_id, as: 'self' }, expression: 'spoken' },
      ...{ language: 'uz', notice_version: '1' },
    });
    expect(yes.answer).toBe('applied');
    const child = await openFile(server, 'aziza', 2015);
    await asOneHousehold(child, worried);
    // Seen to fail where only the stored state was asked: the fear was said after it was stored.
    const hidden = await openFile(server, 'aziza', 2016);
    await asOneHousehold(hidden, hiding);
    const by = await stranger();
    const none = shape(await ask(by, caseNumber(uuid())));
    expect(none.status).toBe(422);
    for (const held of [worried, hiding, child, hidden]) {
      expect(shape(await ask(by, numberOf(held)))).toEqual(none);
      expect((await open(by, held)).statusCode).toBe(404);
      expect(await told(gulnora, 'emergency_asked', held.case_id)).toBe(1);
      expect(await told(gulnora, 'opened_in_emergency', held.case_id)).toBe(0);
      const { in_vain } = (await gulnora.request('GET', '/api/emergency-openings')).json();
      const asked = { number: numberOf(held), name: 'Test caseworker' };
      expect(in_vain).toContainEqual(expect.objectContaining(asked));
      const { rows } = await superuser.query(
        `select count(*)::int as n from case_reach where case_id = $1 and until is not null`,
        [held.case_id],
      );
      expect(rows[0].n).toBe(0);
    }
  });

  // The own log is everybody's to see, and a row of it would name the file; an id that was taken is
  // looked at only where there is a file.
  it('gives no sign by an id that was taken, nor by the log of whoever asked', async () => {
    const there = await openFile(server, 'aziza');
    const by = await server.as('supervisor', { place_id: placeId(DEMO_PLACES.other_district) });
    const own = await openFile(server, 'aziza');
    const taken = { command_id: uuid(), opening_id: uuid() };
    expect((await ask(by, numberOf(own), taken)).statusCode).toBe(200);
    const { rows } = await owner.query('select id from fact where case_id = $1 limit 1', [
      own.case_id,
    ]);
    const none = shape(await ask(by, caseNumber(uuid()), taken));
    for (const ids of [taken, { command_id: rows[0].id }]) {
      expect(shape(await ask(by, numberOf(there), ids))).toEqual(none);
    }
    expect(await told(gulnora, 'emergency_asked', there.case_id)).toBe(2);
    const list = (await by.request('GET', '/api/emergency-openings')).json();
    expect(list.in_vain).toEqual([]);
    const actor = { kind: 'account', id: by.id } as const;
    const seen = await server.deps.database.as(actor, ({ client }) =>
      client.query(`select action from read_log where action = 'emergency_denied'`),
    );
    expect(seen.rows).toEqual([]);
  });

  it('is written down, also where there is no such file', async () => {
    const by = await stranger();
    const number = caseNumber(uuid());
    await ask(by, number);
    const log = (await malika.request('GET', `/api/read-log?number=${number}`)).json();
    expect(log.entries).toMatchObject([{ action: 'emergency_denied', number, account_id: by.id }]);
  });

  // Twenty at once: the row of the tries is also the lock.
  it('may be tried five times an hour; then the data protection officer knows', async () => {
    const by = await stranger();
    const tries = await Promise.all(Array.from({ length: 20 }, () => ask(by, caseNumber(uuid()))));
    expect(tries.filter((one) => one.statusCode === 422)).toHaveLength(5);
    expect(tries.filter((one) => one.statusCode === 429)).toHaveLength(15);
    // Also not with the right number.
    expect((await ask(by, numberOf(file))).statusCode).toBe(429);
    const notices = (await bell(malika)).filter(
      (one) => one.kind === 'emergency_tries' && one.details.account === by.id,
    );
    expect(notices).toHaveLength(1);
    await superuser.query(
      `update emergency_try set since = since - interval '61 minutes' where actor_id = $1`,
      [by.id],
    );
    expect((await ask(by, numberOf(file))).statusCode).toBe(200);
  });

  it('is told which field is wrong where it is no number, and nothing is counted', async () => {
    const by = await stranger();
    for (const wrong of [{ number: 'K7P3' }, { words: '' }, { reason: 'curious' }]) {
      const reply = await ask(by, numberOf(file), wrong);
      expect(reply.statusCode).toBe(422);
      expect(reply.json().fields[0].path).toBe(`body.${Object.keys(wrong)[0]}`);
    }
  });
});

describe('who may', () => {
  const MAY = ROLES.filter(
    (role) => role === 'caseworker' || role === 'supervisor' || role.startsWith('spec'),
  );

  it.each(ROLES)('%s', async (role) => {
    const fresh = await openFile(server, 'aziza');
    const by = await server.as(role, { place_id: placeId(DEMO_PLACES.other_district) });
    const reply = await ask(by, numberOf(fresh));
    expect(reply.statusCode).toBe(MAY.includes(role) ? 200 : 403);
    expect((await open(by, fresh)).statusCode).toBe(MAY.includes(role) ? 200 : 404);
    if (role !== 'supervisor') return;
    // Her rights as a supervisor stay where she is one.
    const erase = {
      fact_ids: [],
      whole_person: true,
      reason: 'asked_by_person',
      legal_ground: 'x',
    };
    for (const [kind, body] of [
      ['erase_content', erase],
      ['assign_worker', { account_id: kamola.id }],
    ] as const) {
      expect((await say(by, kind, body, fresh)).problem?.code).toBe('not_in_emergency');
    }
  });

  it('whose file it is anyhow is led to it, and nobody is told', async () => {
    for (const by of [aziza, gulnora]) {
      const own = await openFile(server, 'aziza');
      const reply = await ask(by, numberOf(own));
      expect(reply.json()).toEqual({ case_id: own.case_id, until: null });
      expect(await told(malika, 'opened_in_emergency', own.case_id)).toBe(0);
    }
  });

  it('the same request again opens nothing anew', async () => {
    const fresh = await openFile(server, 'aziza');
    const by = await stranger();
    const same = { command_id: uuid(), opening_id: uuid() };
    const first = await ask(by, numberOf(fresh), same);
    expect(first.statusCode).toBe(200);
    await timeIsOver(fresh);
    await ask(by, numberOf(fresh), same);
    expect((await open(by, fresh)).statusCode).toBe(404);
  });
});

async function asOneHousehold(...files: readonly OpenedFile[]): Promise<void> {
  const household = uuid();
  await owner.query('insert into household (id, created_by, created_at) values ($1, $2, now())', [
    household,
    aziza.id,
  ]);
  for (const { person_id } of files) {
    await owner.query(
      `insert into household_member (id, household_id, person_id, relation, from_day)
       values ($1, $2, $3, 'head', '2026-11-01')`,
      [uuid(), household, person_id],
    );
  }
}
