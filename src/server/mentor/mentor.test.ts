import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PEOPLE } from '../seed/accounts.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';
import { DEMO_ORGANISATIONS } from '../seed/organisations.ts';

const database = await testDatabase();
const server = await testServer(database);
const superuser = database.pool('superuser');
const [sanobar, jasur, sherzod] = await Promise.all([
  signIn(server, 'sanobar'),
  signIn(server, 'jasur'),
  signIn(server, 'sherzod'),
]);
const file = await openFile(server, 'aziza');

const DAY = '2099-01-01';
const meeting = (mentoring_id: string, what: string) => ({
  ...{ activity_id: uuid(), mentoring_id, what, on: DAY, at: '10:30' },
  meeting_place: 'The library',
});

function sqlAs(caller: Caller, text: string): Promise<unknown[]> {
  return server.deps.database.as({ kind: 'account', id: caller.id }, async ({ client }) => {
    const { rows } = await client.query(text);
    return rows as unknown[];
  });
}

describe('a mentor', () => {
  // Broken once to see it fail: `mentorProjection` that does not hear of `mentoring_ended`.
  it('sees what was agreed, when and where, and nothing else; at the person’s word not even that', async () => {
    const mentoring_id = uuid();
    const told = await file.tell('choose_mentor', {
      ...{ mentoring_id, account_id: DEMO_PEOPLE.sanobar.id, called: 'Zuzu' },
      chosen_by_person: true,
    });
    expect(told.answer).toBe('applied');
    const wrong = await file.tell('choose_mentor', {
      ...{ mentoring_id: uuid(), account_id: DEMO_PEOPLE.farida.id, called: 'Zuzu' },
      chosen_by_person: true,
    });
    expect(wrong.problem?.code).toBe('mentor_there_already');
    const market = meeting(mentoring_id, 'Market day');
    expect((await file.tell('agree_activity', market)).answer).toBe('applied');
    const cinema = meeting(mentoring_id, 'Cinema');
    await file.tell('agree_activity', cinema);
    await file.tell('cancel_activity', { activity_id: cinema.activity_id });
    const reply = await sanobar.request('GET', '/api/meetings');
    const mine = (body: { meetings: { called: string }[] }) =>
      body.meetings.filter(({ called }) => called === 'Zuzu');
    expect(mine(reply.json())).toEqual([
      {
        ...{ id: market.activity_id, called: 'Zuzu', what: 'Market day', on: DAY, at: '10:30' },
        meeting_place: 'The library',
      },
    ]);
    for (const path of [`/api/cases/${file.case_id}`, '/api/cases', '/api/tasks', '/api/packets']) {
      const other = await sanobar.request('GET', path);
      expect(other.body).not.toMatch(new RegExp(`${file.case_id}|${file.person_id}`));
    }
    for (const table of ['person', 'case_file', 'fact', 'safe_contact', 'household', 'mentoring']) {
      expect(await sqlAs(sanobar, `select * from ${table}`)).toEqual([]);
    }
    const rows = `select * from mentor_activity where called = 'Zuzu'`;
    expect(JSON.stringify(await sqlAs(sanobar, rows))).not.toMatch(
      new RegExp(`${file.case_id}|${file.person_id}`),
    );
    // Somebody else's mentor, and other roles, see nothing of it.
    expect((await jasur.request('GET', '/api/meetings')).statusCode).toBe(404);
    await file.tell('end_mentoring', { mentoring_id, said_by: 'person' });
    expect(mine((await sanobar.request('GET', '/api/meetings')).json())).toEqual([]);
    expect(await sqlAs(sanobar, rows)).toEqual([]);
    expect((await superuser.query(rows)).rows).toEqual([]);
  });
});

describe('a body of the neighbourhood', () => {
  const mahalla = DEMO_ORGANISATIONS.find((one) => one.kind === 'neighbourhood_body')?.id ?? '';
  const district = placeId(DEMO_PLACES.district);

  it('is given no account, no role, no service and no other name', async () => {
    const grant = { role: 'partner', organisation_id: mahalla, place_id: district };
    const invited = await sherzod.request('POST', '/api/invitations', {
      ...{ id: uuid(), name: 'The committee', locale: 'uz', grant, means: { by: 'code' } },
    });
    expect(invited.json()).toMatchObject({
      ...{ code: 'neighbourhood_body' },
      fields: [{ path: 'body.grant.organisation_id' }],
    });
    const address = `/api/accounts/${DEMO_PEOPLE.olim.id}/role`;
    expect((await sherzod.request('PUT', address, grant)).json().code).toBe('neighbourhood_body');
    const service = await jasur.request('POST', '/api/services', {
      ...{ id: uuid(), organisation_id: mahalla, name: { en: 'Advice' }, need_domain: 'community' },
      ...{ purpose: 'community_support', place_id: null, languages: [], active: true },
    });
    expect(service.json().code).toBe('neighbourhood_body');
    const named = await jasur.request('POST', '/api/organisations', {
      ...{ id: uuid(), code: 'friends', name: { en: 'Mahalla council 3' }, kind: 'community' },
      place_id: null,
    });
    expect(named.json()).toMatchObject({
      ...{ code: 'neighbourhood_body', fields: [{ path: 'body.kind' }] },
    });
    const school = DEMO_ORGANISATIONS.find((one) => one.code === 'school');
    const turned = await jasur.request('PUT', `/api/organisations/${school?.id}`, {
      ...{ code: 'school', name: school?.name, kind: 'neighbourhood_body', place_id: null },
      version: 1,
    });
    expect(turned.json().code).toBe('neighbourhood_body');
  });

  // Broken once to see it fail: without the three foreign keys on (id, receives).
  it('and the database refuses it too, whoever asks', async () => {
    const refused = async (text: string, values: unknown[]) => {
      await expect(superuser.query(text, values)).rejects.toMatchObject({
        constraint: expect.stringMatching(/receiver|neighbourhood_body/),
      });
    };
    await refused(
      `insert into role_grant (id, account_id, role, organisation_id, granted_at)
       values ($1, $2, 'partner', $3, now())`,
      [uuid(), uuid(), mahalla],
    );
    await refused(
      `insert into role_grant (id, account_id, role, organisation_id, organisation_receives, granted_at)
       values ($1, $2, 'partner', $3, false, now())`,
      [uuid(), uuid(), mahalla],
    );
    await refused('update service set organisation_id = $1', [mahalla]);
    await refused('update role_grant set organisation_id = $1 where organisation_id is not null', [
      mahalla,
    ]);
    await refused(
      `update organisation set kind = 'neighbourhood_body'
       where id in (select organisation_id from service) and id <> $1`,
      [mahalla],
    );
    const { rows } = await superuser.query<{ keys: number }>(
      `select count(*)::int as keys from pg_constraint where confrelid = 'organisation'::regclass
         and conname in ('role_grant_of_a_receiver', 'service_of_a_receiver', 'packet_for_a_receiver')`,
    );
    expect(rows[0]?.keys).toBe(3);
  });
});
