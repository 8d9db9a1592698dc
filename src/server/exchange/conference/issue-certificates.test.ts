import { expect, it } from 'vitest';
import { dayAt } from '#domain/zone.ts';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { editionId } from '../seed/editions.ts';
import { issueDueCertificates } from './issue-certificates.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const [nodira, lukas] = [await participant(server, 'nodira'), await participant(server, 'lukas')];
const EDITION = editionId('homecoming-2');
const { exchange, accounts } = server.deps.otherHalf;
const deps = { ...server.deps, exchange, accounts };

// On the clock of the conference: late in the evening in London its last day is over in Tashkent.
const day = (from: number) =>
  dayAt(new Date(server.deps.clock().getTime() + from * 86_400_000), 'Asia/Tashkent');
const ends = (on: string) =>
  owner.query('update exchange.edition set starts_on = $2, ends_on = $2 where id = $1', [
    EDITION,
    on,
  ]);
const mine = async () => {
  const { rows } = await owner.query<{ code: string; sessions: number; revoked: boolean }>(
    `select code, sessions, revoked_at is not null as revoked from exchange.certificate
     where edition_id = $1 and participant_id = $2 and part = 'participant'`,
    [EDITION, lukas.id],
  );
  return rows;
};

// Broken on purpose: with the last day itself let in, they came while the conference still ran.
it('certificates come by themselves once a conference is over, each once, and follow what is put right', async () => {
  const came = (at: number) =>
    owner.query(
      `insert into exchange.attendance (session_id, edition_id, participant_id, how, at)
       select id, edition_id, $2, 'opened', now() from exchange.session
       where edition_id = $1 and kind <> 'break' order by id limit 1 offset $3`,
      [EDITION, lukas.id, at],
    );
  await came(0);
  await issueDueCertificates(deps);
  expect(await mine()).toEqual([]);
  await ends(day(0));
  await issueDueCertificates(deps);
  expect(await mine()).toEqual([]);
  // An organiser who wants to make them by hand is left to it.
  const rule = (by_themselves: boolean, who = nodira) =>
    who.request('PUT', `/api/exchange/editions/${EDITION}/certificates/rule`, { by_themselves });
  expect((await rule(false, lukas)).statusCode).toBe(404);
  expect((await rule(false)).statusCode).toBe(204);
  await ends(day(-2));
  expect(await issueDueCertificates(deps)).toBe(0);
  expect((await rule(true)).statusCode).toBe(204);
  const list = await nodira.request('GET', `/api/exchange/editions/${EDITION}/certificates`);
  expect(list.json()).toMatchObject({ by_themselves: true, ends_on: day(-2), rows: [] });

  const before = server.letters.length;
  const both = await Promise.all([issueDueCertificates(deps), issueDueCertificates(deps)]);
  expect(both[0] + both[1]).toBeGreaterThan(0);
  const [first, ...more] = await mine();
  expect([first?.sessions, first?.revoked, more.length]).toEqual([1, false, 0]);
  const told = (await lukas.request('GET', '/api/exchange/notices')).json().rows;
  expect(told[0]).toMatchObject({
    ...{ kind: 'certificate_ready', details: { workspace: '/workspace/registrations' } },
  });
  expect(server.letters.length).toBeGreaterThan(before);
  expect(await issueDueCertificates(deps)).toBe(0);

  await came(1);
  await issueDueCertificates(deps);
  expect(await mine()).toEqual([{ code: first?.code, sessions: 2, revoked: false }]);
  await owner.query('delete from exchange.attendance where edition_id = $1', [EDITION]);
  await issueDueCertificates(deps);
  expect(await mine()).toMatchObject([{ code: first?.code, revoked: true }]);
  // Long ago is left as it is.
  await came(0);
  await ends(day(-90));
  expect(await issueDueCertificates(deps)).toBe(0);
  expect(await mine()).toMatchObject([{ sessions: 0 }]);
});

it('nobody without the office makes them, whatever they bring', async () => {
  await ends(day(3));
  const make = (who: string | null) =>
    exchange.as(who, ({ client }) =>
      client.query("select exchange.issue_certificates($1, now(), '{}', '{AAAA}')", [EDITION]),
    );
  await expect(make(lukas.id)).rejects.toThrow(/only an organiser/);
  expect((await make(null)).rowCount).toBe(0);
});
