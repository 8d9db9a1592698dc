import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { familyOf } from '#test/household.ts';
import { testServer } from '#test/http.ts';
import { arrive, tellRegister } from '#test/people.ts';
import { dayOf } from '#test/referral.ts';
import { signIn, tell } from '#test/world.ts';
import { DEMO_PEOPLE } from './seed/accounts.ts';
import { DEMO_PLACES, placeId } from './seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const [aziza, gulnora, otabek, jasur] = [
  await signIn(server, 'aziza'),
  await signIn(server, 'gulnora'),
  await signIn(server, 'otabek'),
  await signIn(server, 'jasur'),
];

// The same twice, and ids that are taken. Seen to fail: an attempt with a right code not given back (the
// address was locked out after 20), and 500 for an id of another file or of another goal.

it('a reply to a complaint that arrives many times at once is one reply, and no error', async () => {
  const body = {
    ...{ sending: uuid(), about: 'worker', came_by: 'self', words: 'Late again', language: 'uz' },
    ...{ answer_way: 'code', anonymous: false, about_child: false },
  };
  const takes = await Promise.all(
    Array.from({ length: 6 }, () => server.stranger().request('POST', '/api/say', body)),
  );
  expect(new Set(takes.map((one) => one.body)).size).toBe(1);
  const { code } = takes[0]?.json() ?? {};
  for (let round = 0; round < 9; round += 1) {
    const reply = { code, reply_id: uuid(), words: 'And again' };
    const replies = await Promise.all(
      Array.from({ length: 3 }, () => server.stranger().request('POST', '/api/say/reply', reply)),
    );
    expect.soft(replies.map((one) => one.statusCode)).toEqual([200, 200, 200]);
  }
  const told = await server.stranger().request('POST', '/api/say/answer', { code });
  expect(told.json().steps.filter((one: { kind: string }) => one.kind === 'replied')).toHaveLength(
    9,
  );
});

it('an id that is taken elsewhere is refused and no error', async () => {
  const file = await openFile(server, 'aziza');
  const used = uuid();
  const note = { note_id: uuid(), words: 'Came by', compartment: 'general' };
  await tell(aziza, file.case_id, 'add_note', note, { id: used });
  const transfer_id = uuid();
  const proposal = {
    ...{ transfer_id, to_place_id: placeId(DEMO_PLACES.other_district), reason: 'safety' },
    ...{ wished_on: dayOf(server, 7), persons: 1, goes_along: [] },
  };
  await file.tell('propose_transfer', proposal);
  const answer = (command_id: string) =>
    otabek.request('POST', `/api/transfers/${transfer_id}/answer`, {
      ...{ command_id, answer: 'accept', account_id: DEMO_PEOPLE.kamola.id },
    });
  expect.soft((await answer(used)).statusCode, 'transfer').toBeLessThan(500);
  const command_id = uuid();
  const both = await Promise.all([answer(command_id), answer(command_id)]);
  expect
    .soft(
      both.map((one) => one.statusCode),
      JSON.stringify(both.map((one) => one.body)),
    )
    .toEqual([200, 200]);

  const household_id = uuid();
  const member = {
    ...{ member_id: uuid(), household_id, begins: true },
    ...{ relation: 'head' as const, from: '2026-01-01' },
  };
  const birth = { date: '1990-02-02', precision: 'day' as const, estimated: false };
  const { person_id } = await arrive(aziza, { birth }, { household: member });
  const step = () => ({
    step_id: uuid(),
    what: 'Read',
    members: [person_id],
    owner_id: null,
    due_on: '2026-12-10',
  });
  const goal = (over: object = {}) => ({
    ...{ household_id, goal_id: uuid(), domain: 'education', words: 'Learn', steps: [step()] },
    ...{ agreed: [person_id], ...over },
  });
  const first = goal();
  const commands = (id: string, body: unknown) =>
    aziza.request('POST', '/api/commands', {
      commands: [{ id, kind: 'agree_family_goal', body, said_at: '2026-11-24T08:00:00.000Z' }],
    });
  const id = uuid();
  const twice = await Promise.all([commands(id, first), commands(id, first)]);
  expect.soft(twice.map((one) => one.json().answers?.[0]?.answer)).toContain('applied');
  for (const again of [
    first,
    goal({ steps: first.steps }),
    goal({ steps: [first.steps[0], first.steps[0]] }),
  ]) {
    const reply = await commands(uuid(), again);
    expect
      .soft([reply.statusCode, reply.json().answers?.[0]?.answer], reply.body)
      .toEqual([200, 'refused']);
  }
  const ends = await Promise.all(
    [uuid(), uuid()].map((one) =>
      tellRegister(
        aziza,
        'end_family_step',
        { step_id: first.steps[0]?.step_id ?? '', outcome: 'done' },
        { id: one },
      ),
    ),
  );
  expect.soft(ends.map((one) => one.answer).sort()).toEqual(['applied', 'stale']);
});

it('signs that no text has are refused in every new field', async () => {
  for (const words of ['a\u0000b', 'a\ud800b', 'x'.repeat(10_000_000)]) {
    const bodies: [typeof aziza, 'POST' | 'PUT', string, object][] = [
      [
        server.stranger(),
        'POST',
        '/api/say',
        {
          sending: uuid(),
          about: 'worker',
          came_by: 'self',
          words,
          language: 'uz',
          answer_way: 'code',
          anonymous: false,
          about_child: false,
        },
      ],
      [
        server.stranger(),
        'POST',
        '/api/say/reply',
        { code: 'AAAA-BBBB-CCCC', reply_id: uuid(), words },
      ],
      [server.stranger(), 'POST', '/api/say/answer', { code: words }],
      [
        gulnora,
        'PUT',
        `/api/supervision/${uuid()}`,
        {
          with_account_id: aziza.id,
          on: '2026-11-20',
          hours: 1,
          topics: ['workload'],
          agreed: words,
        },
      ],
      [
        jasur,
        'POST',
        '/api/community/readiness',
        { id: uuid(), place_id: placeId(DEMO_PLACES.district), words, on: '2026-11-20' },
      ],
      [
        otabek,
        'POST',
        `/api/transfers/${uuid()}/answer`,
        { command_id: uuid(), answer: 'ask', words },
      ],
    ];
    for (const [by, method, url, body] of bodies) {
      const reply = await by.request(method, url, body);
      expect
        .soft(reply.statusCode, `${url} ${words.slice(0, 3)} ${reply.body.slice(0, 200)}`)
        .toBeLessThan(500);
      expect
        .soft(reply.statusCode, `${url} ${words.slice(0, 3)} ${reply.body.slice(0, 200)}`)
        .toBeGreaterThanOrEqual(400);
    }
  }
});

// Seen to fail with 503: each waited for the household that the other had taken.
it('two households that move into each other at once are answered one after the other', async () => {
  const [one, other] = [await familyOf(aziza), await familyOf(aziza)];
  const merge = (from: typeof one, into: typeof one) =>
    tellRegister(aziza, 'merge_households', {
      ...{ household_id: from.household_id, into_id: into.household_id, on: '2026-10-01' },
      movers: [from.mother, from.brother, from.granny].map(({ person_id, member_id }) => ({
        ...{ person_id, leaves: member_id, member_id: uuid(), relation: 'sibling' as const },
      })),
    });
  const told = await Promise.all([merge(one, other), merge(other, one)]);
  expect(told.map(({ answer }) => answer).toSorted()).toEqual(['applied', 'stale']);
});
