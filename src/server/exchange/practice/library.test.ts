import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { practiceId } from '../seed/practice.ts';

const database = await testDatabase();
const server = await testServer(database);
const dilnoza = await participant(server, 'dilnoza');
const priya = await participant(server, 'priya');
const stranger = server.stranger();
const page = (of: string, lang = 'en') =>
  stranger.request('GET', `/exchange/${lang}/practices${of}`);

describe('the library', () => {
  // Broken on purpose: with the words not asked for, every search found all of the library.
  it('is searched in every language, by choices that count, and says what is old', async () => {
    const all = (await page('')).body;
    expect(all).toContain('15 practices');
    expect(all).toContain('Adopted in 4 countries');
    expect((await page('?q=koprik+SINF')).body).toContain('1 practice<');
    expect((await page("?q=o'qish&theme=education", 'uz')).body).toContain('ta amaliyot');
    expect((await page('?q=переходн', 'ru')).body).toContain('Переходные классы');
    expect((await page('?country=SG')).body).toContain('Not looked at since its review date');
    expect(
      (await page(`?theme=nothing&page=-4&q=${encodeURIComponent("'; --:*&|!()<")}`)).statusCode,
    ).toBe(200);
    expect((await page(`?q=%00`)).statusCode).toBeLessThan(500);
    for (const lang of ['en', 'ru', 'uz']) {
      const map = (await page('/map', lang)).body;
      expect(map).toContain('<svg');
      expect(map).toContain('<table');
      expect((await page('/criteria', lang)).statusCode).toBe(200);
    }
    const card = await page(`/${practiceId('bridge-classes')}`);
    for (const said of [
      'Kazakhstan: has made it part of the system',
      'Malaysia: tries it',
      'from version 1',
    ])
      expect(card.body).toContain(said);
    expect((await page('/nothing')).statusCode).toBe(404);
  });

  it('an adoption is told by its country, goes on step by step, and shows after a second editor', async () => {
    const adoption = fixedId('test:adoption');
    const begin = {
      ...{ adoption_id: adoption, subject_kind: 'practice', subject_id: practiceId('one-window') },
      ...{ from_version: 1, status: 'piloting', since: '2026-09-01', language: 'en' },
      adaptation: 'Twice a month, in the panchayat hall.',
    };
    const unknown = { ...begin, from_version: 7 };
    expect((await priya.request('POST', '/api/exchange/adoptions', unknown)).json().code).toBe(
      'gone',
    );
    expect((await priya.request('POST', '/api/exchange/adoptions', begin)).statusCode).toBe(201);
    const shown = async () => (await page(`/${practiceId('one-window')}`)).body;
    expect(await shown()).not.toContain('panchayat');
    const change = {
      ...{ seen: 1, status: 'adopted', since: '2026-11-01', adaptation: begin.adaptation },
      ...{ result: 'Papers within 50 days.', lessons: null, stopped_because: null },
    };
    const to = `/api/exchange/adoptions/${adoption}`;
    expect((await priya.request('PUT', to, change)).statusCode).toBe(204);
    expect((await priya.request('PUT', to, change)).json().code).toBe('changed_meanwhile');
    const stop = { ...change, seen: 2, status: 'stopped' };
    expect((await priya.request('PUT', to, stop)).json().fields).toMatchObject([
      { path: 'body.stopped_because' },
    ]);
    const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
    const waiting = rows.filter((row: { subject_id: string }) => row.subject_id === adoption);
    expect(waiting.length).toBe(1);
    const publish = `/api/exchange/publications/${waiting[0].id}/publish`;
    expect((await dilnoza.request('POST', publish, { answered: [] })).statusCode).toBe(204);
    expect(await shown()).toContain('panchayat');
    expect(await shown()).toContain('Adopted in 2 countries');
  });
});
