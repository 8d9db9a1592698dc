import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { editionId } from '../seed/editions.ts';
import { remindConference } from './remind-conference.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const nodira = await participant(server, 'nodira');
const lukas = await participant(server, 'lukas');
const EDITION = editionId('homecoming-2');

// Broken on purpose: with the reminders that stand already not left out, two servers wrote to everybody four times.
it('a reminder comes once, in time, to whom it concerns, in the workspace and by letter in his language', async () => {
  const { exchange, accounts } = server.deps.otherHalf;
  const deps = { ...server.deps, exchange, accounts };
  await remindConference(deps);
  expect(await remindConference(deps)).toBe(0);
  const inHours = (hours: number) =>
    new Date(server.deps.clock().getTime() + hours * 3_600_000).toISOString();
  const all = (hours: number) =>
    owner.query(
      "update exchange.session set starts_at = $1, state = 'published', kind = 'talk' where edition_id = $2",
      [inHours(hours), EDITION],
    );
  const count = async (sql: string) =>
    (await owner.query<{ n: number }>(`select count(*)::integer as n ${sql}`, [EDITION])).rows[0]
      ?.n ?? 0;
  await all(24);
  await owner.query("delete from exchange.reminder where kind like '%session%'");
  const both = await Promise.all([remindConference(deps), remindConference(deps)]);
  const seats = await count(
    "from exchange.registration where edition_id = $1 and state = 'approved'",
  );
  const parts = await count('from exchange.session_speaker where edition_id = $1');
  expect(both[0] + both[1]).toBe(seats + parts);
  // Whoever has an address is written to; the notice stands for all. The server at its start may still be writing
  // of contributions.
  const ofSessions = server.letters.filter(({ text }) => text.includes('/workspace/programme'));
  expect(ofSessions.length).toBeLessThanOrEqual(seats + parts);
  // An hour before: those who appear in a session, and whoever listens to the first of the day.
  await all(1);
  expect(await remindConference(deps)).toBeGreaterThanOrEqual(Math.max(seats, 1));
  expect(await remindConference(deps)).toBe(0);
  const told = async (who: typeof lukas) =>
    (await who.request('GET', '/api/exchange/notices'))
      .json()
      .rows.map(({ kind, details }: { kind: string; details: { workspace?: string } }) =>
        [kind, details.workspace].join(' '),
      );
  expect(await told(lukas)).toContain('remind_session_soon /workspace/programme');

  // A letter whose answer is due: the institution once, in the language of the letter.
  const due = await owner.query<{ id: string }>(
    `update exchange.invitation i set reply_by = $2::timestamptz::date, email = 'desk@house.invalid',
       body = jsonb_build_object('source', 'ru', 'revision', 1, 'versions', jsonb_build_object('ru',
         jsonb_build_object('text', 'Т', 'of', 1, 'by', null, 'at', '2026-01-01T00:00:00.000Z')))
     where i.id = (select id from exchange.invitation x where edition_id = $1 and sent_at is not null
       and not exists (select from exchange.invitation_reply r where r.invitation_id = x.id) limit 1)
     returning id`,
    [EDITION, inHours(48)],
  );
  expect(due.rowCount).toBe(1);
  const before = server.letters.length;
  const turns = await Promise.all([remindConference(deps), remindConference(deps)]);
  expect(turns[0] + turns[1]).toBe(1);
  expect(server.letters.length - before).toBe(1);
  const letter = server.letters.at(-1);
  expect(letter).toMatchObject({
    to: 'desk@house.invalid',
    subject: expect.stringMatching(/^Напоминание/),
  });
  expect(letter?.text).toContain('/exchange/ru/reply/');
  expect(await told(nodira)).toContain(
    `remind_reply_due /workspace/invitations/${due.rows[0]?.id}`,
  );
});
