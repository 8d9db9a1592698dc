import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';
import { editionId } from '../seed/editions.ts';
import { sessionId } from '../seed/schedule.ts';

const database = await testDatabase();
const server = await testServer(database);
const [nodira, priya, lukas, aigerim] = [
  await participant(server, 'nodira'),
  await participant(server, 'priya'),
  await participant(server, 'lukas'),
  await participant(server, 'aigerim'),
];
const stranger = server.stranger();
const EDITION = '/api/exchange/editions/homecoming-2';
const PAGES = '/exchange/en/homecoming-2/programme';

describe('the public programme', () => {
  it('stands in three languages and on two clocks, both named', async () => {
    for (const [lang, word] of [
      ['en', 'Programme'],
      ['ru', 'Программа'],
      ['uz', 'Dastur'],
    ] as const) {
      const page = await stranger.request('GET', `/exchange/${lang}/homecoming-2/programme`);
      expect([page.statusCode, page.body.includes(`<h1>${word}</h1>`)]).toEqual([200, true]);
      expect(page.body.match(/<li class="card">/g)).toHaveLength(12);
      expect(page.body).toContain('Asia/Tashkent (UTC+05:00)');
    }
    const brussels = await stranger.request(
      'GET',
      `${PAGES}?zone=Europe%2FBrussels&track=&language=`,
    );
    expect(brussels.body).toContain('Europe/Brussels (UTC+0');
    expect(brussels.body).toMatch(/<strong>0?\d:00–0?\d:30<\/strong><\/time>|\(13:00–13:30\)/);
    // A zone that is none, and words that are none, are nothing.
    for (const odd of ['zone=<script>', 'zone=..%2F..', `zone=${'x'.repeat(5000)}`]) {
      expect((await stranger.request('GET', `${PAGES}?${odd}`)).statusCode).toBe(200);
    }
    expect((await stranger.request('GET', `${PAGES}/${sessionId('nothing')}`)).statusCode).toBe(
      404,
    );
    expect((await stranger.request('GET', '/exchange/en/homecoming-9/programme')).statusCode).toBe(
      404,
    );
  });

  // Seen to fail with `programmeOf` in place of `forReaders` in `release`.
  it('names nobody under the Chatham House rule, no interpreter, and no address, in no page and no file', async () => {
    const files = [
      '',
      '/schedule.xml',
      '/schedule.json',
      '/calendar.ics',
      '/copy.zip',
      `/${sessionId('housing')}`,
    ];
    for (const file of [...files, `/${sessionId('delegations')}`]) {
      const { body, statusCode } = await stranger.request('GET', `${PAGES}${file}`);
      expect([file, statusCode]).toEqual([file, 200]);
      expect(body).not.toMatch(/Pieter Maes|Otabek Juraev|Aigerim Seitova|meet\.invalid/);
    }
    expect((await stranger.request('GET', PAGES)).body).toContain('Priya Raman');
  });

  it('opens in ical.js with the instants that were released, whole, by session and by speaker', async () => {
    const calendar = async (path: string) => {
      const { body, headers } = await stranger.request('GET', `${PAGES}${path}`);
      expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
      return new ICAL.Component(ICAL.parse(body))
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one));
    };
    const { sessions } = (await nodira.request('GET', `${EDITION}/schedule`)).json();
    const instants = sessions.map((one: { starts_at: string }) => one.starts_at).sort();
    const all = await calendar('/calendar.ics');
    expect(all.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(instants);
    expect(await calendar(`/${sessionId('papers')}/calendar.ics`)).toHaveLength(1);
    const hers = await calendar(`/speaker/${priya.id}/calendar.ics`);
    expect(hers.map(({ summary }) => summary)).toEqual([
      'Back at school within a month: what teachers need',
    ]);
    // Who speaks under the Chatham House rule only has no calendar here.
    expect(
      (await stranger.request('GET', `${PAGES}/speaker/${aigerim.id}/calendar.ics`)).statusCode,
    ).toBe(404);
  });

  it('where one meets is for those who take part; a closed session only for those in it', async () => {
    const of = async (who: Caller) =>
      Object.keys((await who.request('GET', `${EDITION}/programme`)).json().addresses);
    expect(await of(lukas)).toHaveLength(10);
    expect(await of(lukas)).not.toContain(sessionId('delegations'));
    expect(await of(aigerim)).toContain(sessionId('delegations'));
    // Somebody with an account who does not take part in this conference.
    const ravshan = await participant(server, 'ravshan');
    await database
      .pool('superuser')
      .query(
        'update exchange.role set revoked_at = now() where participant_id = $1 and edition_id = $2',
        [...[ravshan.id, editionId('homecoming-2')]],
      );
    expect(await of(ravshan)).toEqual([]);
  });
});
