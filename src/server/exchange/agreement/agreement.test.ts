import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant, waitsOf } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { DEMO_ALIAS } from '../seed/agreements.ts';
import { editionId } from '../seed/editions.ts';

const database = await testDatabase();
// A crawl asks more in a minute than a reader may.
const server = await testServer(database, { env: { HOMEWARD_REQUESTS_PER_MINUTE: '5000' } });
const nodira = await participant(server, 'nodira');
const dilnoza = await participant(server, 'dilnoza');
const lukas = await participant(server, 'lukas');
const priya = await participant(server, 'priya');
const hidden = await participant(server, DEMO_ALIAS.username);
const stranger = server.stranger();
const FIRST = editionId('homecoming-1');
const SECOND = editionId('homecoming-2');
const session = (code: string) => fixedId(`exchange:session:${code}`);

/** Everything that a reader without an account comes to from the first page on, as it is sent. */
async function everyPage(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const open = ['/exchange/en', '/exchange/en/news'];
  for (const slug of ['homecoming-1', 'homecoming-2']) {
    for (const part of ['proceedings', 'proceedings/datacite.json', 'materials', 'programme']) {
      open.push(...['en', 'ru', 'uz'].map((lang) => `/exchange/${lang}/${slug}/${part}`));
    }
  }
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const { body, statusCode } = await stranger.request('GET', path);
    if (statusCode !== 404) expect([path, statusCode]).toEqual([path, 200]);
    found.set(path, body);
    for (const [, to] of body.matchAll(/(?:href|action)="(\/(?:api\/)?exchange\/[^"#]*)"/g)) {
      // One language of them all: names are the same in each. Lists by filters hold nothing else.
      if (to === undefined || /styles-|[?]|^\/exchange\/(ru|uz)/.test(to)) continue;
      open.push(to);
    }
  }
  return found;
}

describe('a speaker under an alias', () => {
  // Broken on purpose: with the policy of the kept names open to all the last lines failed.
  it('is called by it everywhere: no page, file or list of anybody but organisers knows another name', async () => {
    const pages = await everyPage();
    expect(pages.size).toBeGreaterThan(30);
    expect([...pages.values()].join('\n')).toContain(DEMO_ALIAS.alias);
    const telling = [...pages].filter(([, body]) => /Ospan/i.test(body)).map(([path]) => path);
    expect(telling).toEqual([]);
    for (const caller of [lukas, dilnoza, priya]) {
      for (const path of [
        `/api/exchange/editions/${FIRST}/agreements`,
        `/api/exchange/editions/${FIRST}/proceedings`,
        `/api/exchange/editions/${FIRST}/materials`,
      ]) {
        expect((await caller.request('GET', path)).body).not.toMatch(/Ospan/i);
      }
    }
    const own = (await hidden.request('GET', '/api/exchange/me/agreements')).json();
    expect(own.alias).toEqual({ alias: DEMO_ALIAS.alias, name: 'Madina Ospan', voice_only: true });
    const { rows } = await database.pool('exchange').query('select from exchange.kept_name');
    expect(rows).toEqual([]);
  });

  // Seen to fail with an alias that left amendment and minutes: both kept the name.
  it('is chosen by oneself, changes what is out already, and keeps a session from being recorded', async () => {
    const alias = { alias: 'A teacher of the south', name: 'Priya Raman', voice_only: true };
    const shared = { ...alias, alias: 'Priya from the south' };
    const wrong = await priya.request('PUT', '/api/exchange/me/alias', shared);
    expect(wrong.json().fields).toMatchObject([{ path: 'body.alias', code: 'alias_tells_name' }]);
    const programme = async () =>
      (await stranger.request('GET', '/exchange/en/homecoming-2/programme')).body;
    expect(await programme()).toContain('Priya Raman');
    const experts = async () => (await stranger.request('GET', '/exchange/ru/experts')).body;
    expect(await experts()).toContain('Прия Раман');
    // What she said before under her name: in the drafting and in minutes that others read.
    const one = '018f3c1e-0000-7000-8000-00000000a11a';
    await database.pool('owner').query(
      `insert into exchange.amendment (id, recommendation_id, author_id, author, country, old_words,
         new_words, seen, state, created_at)
       select $1, id, $2, 'Priya Raman', 'IN', '', 'x', 1, 'proposed', now()
       from exchange.recommendation where edition_id = $3 and adopted_on is null limit 1`,
      [one, priya.id, SECOND],
    );
    await database.pool('owner').query(
      `insert into exchange.minutes_line (id, session_id, number, words, speaker, at)
       select $1, $2, 9999, words, 'Priya Raman', now() from exchange.minutes_line limit 1`,
      [one, session('school')],
    );
    expect((await priya.request('PUT', '/api/exchange/me/alias', alias)).statusCode).toBe(200);
    const { rows: told } = await database.pool('owner').query(
      `select author as name, country from exchange.amendment where id = $1
       union all select speaker, null from exchange.minutes_line where id = $1`,
      [one],
    );
    expect(told).toEqual([
      { name: alias.alias, country: null },
      { name: alias.alias, country: null },
    ]);
    expect(await programme()).not.toContain('Priya Raman');
    // The directory would lead from the one name to the other: the entry is gone. Seen to fail without its trigger.
    expect(await experts()).not.toMatch(/Прия Раман|A teacher of the south/);
    expect(await programme()).toContain('A teacher of the south');
    const news = await stranger.request('GET', '/exchange/en/news/first-communique');
    expect(news.body).toContain('— A teacher of the south<');
    const agreed = (
      await nodira.request('GET', `/api/exchange/editions/${SECOND}/agreements`)
    ).json();
    const school = agreed.sessions.find(
      (one: { session_id: string }) => one.session_id === session('school'),
    );
    expect(school.against_recording).toBe('alias');
    const { rows } = await database
      .pool('superuser')
      .query('select do_not_record from exchange.session where id = $1', [session('school')]);
    expect(rows).toEqual([{ do_not_record: true }]);
    // Stepping back leaves nothing, in what was released either.
    const back = `/api/exchange/sessions/${session('school')}/step-back`;
    expect((await lukas.request('POST', back, {})).statusCode).toBe(404);
    expect((await priya.request('POST', back, {})).statusCode).toBe(200);
    expect(await programme()).not.toContain('A teacher of the south');
  });

  it('steps back until the proceedings are out, and is not in them then', async () => {
    const back = `/api/exchange/sessions/${session('first-voice')}/step-back`;
    expect((await hidden.request('POST', back, {})).json().code).toBe('published_already');
    const down = { subject_kind: 'proceedings', subject_id: FIRST, reason: 'To be made anew' };
    await dilnoza.request('POST', '/api/exchange/takedowns', down);
    const at = '/exchange/en/homecoming-1/proceedings';
    expect((await stranger.request('GET', at)).statusCode).toBe(404);
    const path = `/api/exchange/editions/${FIRST}/proceedings`;
    const { version } = (await nodira.request('GET', path)).json();
    const asked = await nodira.request('POST', `${path}/publication-request`, { version });
    expect(asked.json()).toMatchObject({ state: 'waiting' });
    // Between the asking and the second editor's yes.
    expect((await hidden.request('POST', back, {})).statusCode).toBe(200);
    const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
    const one = rows.find((row: { subject_id: string }) => row.subject_id === FIRST);
    const whole = (await dilnoza.request('GET', `/api/exchange/publications/${one.id}`)).json();
    const answered = whole.findings.map((finding: object) => ({ ...finding, answer: 'Agreed' }));
    const published = await dilnoza.request(
      'POST',
      `/api/exchange/publications/${one.id}/publish`,
      {
        answered,
      },
    );
    expect(published.body).toBe('');
    const out = (await stranger.request('GET', at)).body;
    expect(out).toContain('In our own words');
    expect(out).not.toContain(DEMO_ALIAS.alias);
  });
});

describe('what a session leaves behind', () => {
  // Broken once in the domain: speakers among what Chatham House leaves.
  it('names nobody under the Chatham House Rule, in pages, metadata and the lists of editors', async () => {
    const page = (await stranger.request('GET', '/exchange/en/homecoming-1/proceedings')).body;
    expect(page).toContain('What teachers fear');
    const json = await stranger.request(
      'GET',
      '/exchange/en/homecoming-1/proceedings/datacite.json',
    );
    expect(json.json()).toMatchObject({
      types: { resourceTypeGeneral: 'ConferenceProceeding' },
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    });
    const sheet = (await dilnoza.request('GET', `/api/exchange/editions/${FIRST}/proceedings`))
      .body;
    for (const body of [page, json.body, sheet]) {
      expect(body).not.toContain('Anneke Claes');
      expect(body).not.toContain('Firuza Davlatova');
    }
    expect(page).toContain('<meta name="citation_author" content="Bermet Asanova">');
  });

  it('agreements are signed by their speakers and read by organisers; a no keeps it from being recorded', async () => {
    const path = `/api/exchange/sessions/${session('papers')}/agreement`;
    const yes = { recording: true, publication: true, materials: true, signed: 'Barno' };
    expect((await lukas.request('PUT', path, yes)).statusCode).toBe(404);
    const barno = await participant(server, 'barno.xolmatova');
    const odd = { ...yes, recording: false };
    expect((await barno.request('PUT', path, odd)).json().fields).toMatchObject([
      { path: 'body.publication', code: 'not_recorded' },
    ]);
    const no = { ...yes, recording: false, publication: false };
    expect((await barno.request('PUT', path, no)).statusCode).toBe(200);
    // What one has not signed yet waits on the first screen, and no longer than that.
    // Seen to fail: counted whether it is signed or not.
    const aigerim = await participant(server, 'aigerim');
    const meeting = `/api/exchange/sessions/${session('delegations')}/agreement`;
    expect(await waitsOf(aigerim, 'agreements')).toBe(1);
    expect((await aigerim.request('PUT', meeting, no)).statusCode).toBe(200);
    expect(await waitsOf(aigerim, 'agreements')).toBe(0);
    const agreed = (
      await nodira.request('GET', `/api/exchange/editions/${SECOND}/agreements`)
    ).json();
    const papers = agreed.sessions.find(
      (one: { session_id: string }) => one.session_id === session('papers'),
    );
    expect(papers.against_recording).toBe('refused');
    expect(
      (await lukas.request('GET', `/api/exchange/editions/${SECOND}/agreements`)).statusCode,
    ).toBe(404);
  });

  it('requests are answered by organisers, and not over an answer that was not seen', async () => {
    const meilin = await participant(server, 'meilin');
    const asked = {
      ...{ id: v7(), session_id: session('work'), kind: 'interpretation', note: null },
      ...{ from_language: 'en', to_language: 'uz-Latn' },
    };
    expect((await lukas.request('POST', '/api/exchange/service-requests', asked)).statusCode).toBe(
      404,
    );
    const made = await meilin.request('POST', '/api/exchange/service-requests', asked);
    expect(made.json()).toMatchObject({ state: 'asked', kind: 'interpretation' });
    const path = `/api/exchange/service-requests/${asked.id}/answer`;
    const yes = { state: 'accepted', answer: null, seen: 'asked' };
    expect((await meilin.request('POST', path, yes)).statusCode).toBe(404);
    expect((await nodira.request('POST', path, yes)).json().state).toBe('accepted');
    expect((await nodira.request('POST', path, yes)).json().code).toBe('version_conflict');
    const list = `/api/exchange/editions/${SECOND}/service-requests`;
    expect((await nodira.request('GET', list)).json().requests).toHaveLength(5);
    expect((await lukas.request('GET', list)).json().requests).toEqual([]);
  });
});
