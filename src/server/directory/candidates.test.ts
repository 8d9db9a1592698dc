import { beforeAll, expect, it } from 'vitest';
import { type Wanted, wanted } from '#domain/directory/directory.ts';
import { order, reasonsFor } from '#domain/directory/reasons.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';
import { ENTRIES, type EntryRow, entryOf } from './search-routes.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const aziza = await signIn(server, 'aziza');

/** Kept by turns: by night, on a day of the month, for one day, by a clock of its own, said to be over, none. */
const HOURS = [
  [{ id: '1', opens_at: '20:00', closes_at: '12:25' }],
  [
    { id: '2', byday: 'MO', opens_at: '09:00' },
    { id: '3', freq: 'MONTHLY', bymonthday: '24,30', opens_at: '09:00Z' },
  ],
  [{ opens_at: '11:00', closes_at: '16:00', valid_from: '2026-11-24', valid_to: '2026-11-24' }],
  [{ opens_at: '06:30', closes_at: '07:30', timezone: 0 }],
  [{ valid_to: '2026-11-01', opens_at: '00:00' }],
  [],
];

// Tuesday, noon in Tashkent.
beforeAll(async () => {
  server.advance(Date.parse('2026-11-24T07:00:00.000Z') - server.deps.clock().getTime());
  const { rows } = await owner.query<{ id: string }>('select id from service order by id');
  for (const [index, { id }] of rows.entries()) {
    if (index % 3 === 0) continue;
    const schedules = JSON.stringify(HOURS[index % HOURS.length]);
    await owner.query(
      `update service set document = jsonb_set(document, '{schedules}', $2) where id = $1`,
      [id, schedules],
    );
  }
  // Some by the hours of a place where they are given, some by another clock.
  await owner.query(
    `update service_at_location set document = '{"schedules":[{"id":"9","byday":"TU","opens_at":"11:30"}]}'
     where id in (select id from service_at_location order by id limit 6)`,
  );
  await owner.query(`update place set time_zone = 'Asia/Tokyo' where id = $1`, [
    placeId(DEMO_PLACES.district),
  ]);
});

/** The whole directory, judged one service after the other by the rules: slow and plain. */
async function oneByOne(asked: Wanted): Promise<string[]> {
  const { rows: places } = await owner.query('select id, parent_id from place');
  const parents = new Map(places.map((row) => [row.id, row.parent_id]));
  const { rows } = await owner.query<EntryRow & { description: string | null }>(
    `select e.*, s.document->>'description' as description from (${ENTRIES}) e join service s on s.id = e.id where s.active`,
  );
  const now = { at: '2026-11-24T07:00:00.000Z', zone: 'Asia/Tashkent', isHoliday: () => false };
  const text = asked.text?.toLowerCase() ?? '';
  return rows
    .filter((row) =>
      [...Object.values(row.name), row.description ?? '', ...Object.values(row.organisation)].some(
        (said) => said.toLowerCase().includes(text),
      ),
    )
    .flatMap((row) => {
      const one = entryOf(row, now);
      const reasons = reasonsFor(one, asked, parents);
      return reasons === null ? [] : [{ ...one, reasons }];
    })
    .toSorted(order)
    .map(({ id }) => id);
}

// Broken on purpose: without the hours of the places, with the programme's clock for every place, with the words of the
// organisation left out, each of them fails here.
it('finds by what is worked out beforehand what the rules find one by one, in the same order', async () => {
  const district = placeId(DEMO_PLACES.district);
  const more = ['', 'open=true', 'open=true&staff=women', 'free=true', 'language=ru'];
  const texts = ['', 'text=DOCTOR', 'text=%25', 'text=polyclinic&open=true', 'text=o'];
  let some = 0;
  for (const where of ['', 'need=health', `place=${district}`]) {
    for (const what of [...more, ...texts]) {
      const query = [where, what].filter((part) => part !== '').join('&');
      const reply = await aziza.request('GET', `/api/directory?${query}`);
      const { services, total } = reply.json();
      const rules = await oneByOne(wanted.parse(Object.fromEntries(new URLSearchParams(query))));
      expect([query, total, ...services.map((one: { id: string }) => one.id)]).toEqual([
        ...[query, rules.length, ...rules],
      ]);
      if (what.includes('open') && total > 0) some += 1;
    }
  }
  expect(some).toBeGreaterThan(4);
});
