import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { RecommendationRow } from '#domain/exchange/recommendation/recommendation.ts';
import { testDatabase } from '#test/database.ts';
import { participant, waitsFor } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';
import { recommendationOf } from '#test/recommendation.ts';
import { demoRecommendation } from '../seed/recommendation/recommendations.ts';
import { institutionId } from '../seed/told.ts';
import { remindOwners } from './remind.ts';

const database = await testDatabase();
const server = await testServer(database);
const [nodira, aigerim, farah, lukas, dilnoza] = await Promise.all([
  participant(server, 'nodira'),
  participant(server, 'aigerim'),
  participant(server, 'farah'),
  participant(server, 'lukas'),
  participant(server, 'dilnoza'),
]);
const stranger = server.stranger();
const deps = { ...server.deps, ...server.deps.otherHalf };
const DAY = 86_400_000;

const first = (number: number) => demoRecommendation('homecoming-1', number);
const page = async (path: string) => (await stranger.request('GET', path)).body;
const report = (caller: Caller, id: string, over: object) =>
  caller.request('POST', `/api/exchange/recommendations/${id}/reports`, {
    ...{ id: uuid(), status: 'under_way', lang: 'en', words: null, value: null, evidence: null },
    ...{ seen: 'under_way', ...over },
  });
const notices = async (caller: Caller) =>
  (
    await database
      .pool('superuser')
      .query<{ kind: string }>(
        'select kind from exchange.notice where participant_id = $1 order by created_at, id',
        [caller.id],
      )
  ).rows.map(({ kind }) => kind);

describe('what follows adoption', () => {
  // Broken on purpose: with the reason not asked for, and with everybody taken for the lead: an empty report was taken.
  it('is told by the owners alone, moves as the table says, and declining needs the reason', async () => {
    // The Steppe Centre leads number 11; Selangor has nothing to do with it.
    const id = first(11);
    expect((await report(farah, id, { words: 'Ours?' })).json()).toMatchObject({
      code: 'not_allowed',
    });
    expect((await report(aigerim, id, {})).json()).toMatchObject({
      ...{ code: 'reason_missing', fields: [{ path: 'body.words', code: 'required' }] },
    });
    expect((await report(aigerim, id, { status: 'declined', words: '  ' })).json()).toMatchObject({
      code: 'reason_missing',
    });
    expect((await report(aigerim, id, { status: 'open', words: 'x' })).json()).toMatchObject({
      code: 'status_move_unfit',
    });
    expect((await report(aigerim, id, { seen: 'open', words: 'x' })).json()).toMatchObject({
      code: 'status_changed_meanwhile',
    });
    expect(
      (await report(aigerim, id, { words: 'x', evidence: 'javascript:alert(1)' })).json(),
    ).toMatchObject({ fields: [{ path: 'body.evidence' }] });
    // What leads straight to one person is refused; what may do so waits for somebody else's look.
    const one = { words: 'Her passport AA1234567 came, call +998 90 123-45-67.' };
    expect((await report(aigerim, id, one)).json()).toMatchObject({
      code: 'words_betray_somebody',
    });
    const path = '/exchange/en/homecoming-1/recommendations/11';
    const soft = { id: uuid(), words: 'Zarina Karimova, aged 9, has her papers now.' };
    expect((await report(aigerim, id, soft)).statusCode).toBe(204);
    expect((await recommendationOf(aigerim, id)).reports[0]).toMatchObject({
      id: soft.id,
      held: true,
    });
    expect(await page(path)).not.toContain('Zarina');
    const desk = (await dilnoza.request('GET', '/api/exchange/publications')).json().rows;
    const waiting = desk.find((row: { subject_id: string }) => row.subject_id === soft.id);
    expect(waiting).toMatchObject({ subject_kind: 'report' });
    const publish = `/api/exchange/publications/${waiting.id}`;
    const read = (await dilnoza.request('GET', publish)).json();
    expect(read.findings.length).toBeGreaterThan(0);
    const unfit = await dilnoza.request('POST', `${publish}/publish`, { answered: [] });
    expect(unfit.json()).toMatchObject({ code: 'findings_unanswered' });
    await dilnoza.request('POST', `${publish}/send-back`, { reason: 'Without the name, please' });
    expect(await page(path)).not.toContain('Zarina');
    const said = { id: uuid(), status: 'done', words: 'All five regions work by it.' };
    const withLink = { ...said, evidence: 'https://steppe.example.org/report' };
    for (const again of [1, 2])
      expect({ again, code: (await report(aigerim, id, withLink)).statusCode }).toEqual({
        ...{ again, code: 204 },
      });
    const done = await recommendationOf(nodira, id);
    expect(done).toMatchObject({ status: 'done', review_on: null, late: null });
    expect(done.reports).toHaveLength(3);
    expect(done.reports[0]).toMatchObject({ status: 'done', evidence: withLink.evidence });
    expect(await notices(nodira)).toContain('recommendation_reported');
    expect(await notices(aigerim)).not.toContain('recommendation_reported');
    // What was replaced is followed no more.
    expect((await report(aigerim, first(2), { words: 'x' })).json()).toMatchObject({
      code: 'recommendation_replaced',
    });
    // A helping institution reports, and the lead says how far it is.
    const { status } = await recommendationOf(dilnoza, first(8));
    expect(status).toBe('under_way');
    const move = { status: 'done', words: 'Done.' };
    expect((await report(dilnoza, first(8), move)).json()).toMatchObject({
      code: 'lead_says_this',
    });
    expect((await report(dilnoza, first(8), { words: 'We met twice.' })).statusCode).toBe(204);
  });

  it('has owners and dates from the organiser, an indicator and activities from the owner', async () => {
    const id = first(9);
    const put = (caller: Caller, part: string, body: object) =>
      caller.request('PUT', `/api/exchange/recommendations/${id}/${part}`, body);
    const owners = {
      ...{ lead_id: institutionId('selangor'), co_owner_ids: [institutionId('spree')] },
      ...{ due_on: '2027-06-30', review_on: '2027-01-31' },
    };
    expect((await put(farah, 'owners', owners)).json()).toMatchObject({ code: 'not_allowed' });
    const unknown = { ...owners, lead_id: uuid() };
    expect((await put(nodira, 'owners', unknown)).json()).toMatchObject({
      fields: [{ path: 'body.lead_id', code: 'unknown' }],
    });
    const both = { ...owners, co_owner_ids: [owners.lead_id] };
    expect((await put(nodira, 'owners', both)).json()).toMatchObject({
      fields: [{ path: 'body.co_owner_ids', code: 'twice' }],
    });
    expect((await put(nodira, 'owners', owners)).statusCode).toBe(204);
    expect(await notices(farah)).toContain('recommendation_owner_named');
    const indicator = {
      lang: 'en',
      name: 'Families with the page',
      base: 5,
      target: 90,
      unit: '%',
    };
    expect((await put(lukas, 'indicator', indicator)).statusCode).toBe(204);
    expect((await put(aigerim, 'indicator', indicator)).json()).toMatchObject({
      code: 'not_allowed',
    });
    const activity = { id: uuid(), lang: 'en', title: 'A form', done_on: null };
    const days = { starts_on: '2027-01-10', ends_on: '2027-02-10' };
    const path = `activities/${activity.id}`;
    const wrong = { ...activity, starts_on: '2027-02-10', ends_on: '2027-01-10' };
    expect((await put(farah, path, wrong)).json()).toMatchObject({
      fields: [{ path: 'body.ends_on', code: 'ends_before_start' }],
    });
    expect((await put(farah, path, { ...activity, ...days })).statusCode).toBe(204);
    expect((await put(farah, path, { ...activity, ...days, title: 'A page' })).statusCode).toBe(
      204,
    );
    const one = await recommendationOf(farah, id);
    expect(one.activities).toHaveLength(1);
    expect(one.activities[0]?.title.versions.en?.text).toBe('A page');
    expect(one.indicator).toMatchObject({ base: 5, target: 90, unit: '%' });
    expect(one.abilities.report).toBe('lead');
  });

  // Broken on purpose: with the row of a reminder not asked for, two servers at once wrote every letter twice.
  it('reminds owners before and after a date, once each, also where two servers ask at once', async () => {
    const letters = () =>
      server.letters.filter(({ text }) => text.includes('/workspace/recommendations/'));
    const before = letters().length;
    await Promise.all([remindOwners(deps), remindOwners(deps)]);
    const sent = letters().slice(before);
    expect(sent.length).toBeGreaterThan(3);
    const keys = sent.map(({ to, text }) => `${to} ${text}`);
    expect(new Set(keys).size).toBe(keys.length);
    // Of number 7 its owners of Pamir are told that it is late, and the organiser with them.
    const seven = sent.filter(({ text }) => text.includes(first(7))).map(({ to }) => to);
    expect(seven).toContain('ravshan@exchange.invalid');
    expect(seven).toContain('nodira@exchange.invalid');
    expect(await notices(nodira)).toContain('recommendation_review_overdue');
    // The first screen says it to owners for as long as it is due; to nobody of another institution.
    const ravshan = await participant(server, 'ravshan');
    expect((await waitsFor(ravshan)).reports.map(({ id }) => id)).toContain(first(7));
    expect((await waitsFor(lukas)).reports).toEqual([]);
    expect(await remindOwners(deps)).toBe(0);
    // Number 6 is looked at in 20 days: within the fortnight before it its owners hear of it.
    server.advance(7 * DAY);
    await remindOwners(deps);
    const later = letters().filter(({ text }) => text.includes(first(6)));
    expect(later.map(({ to }) => to).every((to) => /ayesha|bilal|sana|usman/.test(to))).toBe(true);
    expect(later.length).toBeGreaterThan(0);
    server.advance(-7 * DAY);
  });
});

describe('the public board', () => {
  it('shows each adopted one by its status, in three languages, with filters that take anything', async () => {
    for (const [lang, word] of [
      ['en', 'Declined'],
      ['ru', 'Отклонено'],
      ['uz', 'Rad etilgan'],
    ]) {
      const body = await page(`/exchange/${lang}/recommendations`);
      expect(body).toContain(word);
      expect(body).toContain(`/exchange/${lang}/homecoming-1/recommendations/5`);
      expect(body).not.toContain('homecoming-2/recommendations');
    }
    const chosen = await page('/exchange/en/recommendations?status=declined&country=DE');
    expect(chosen).toContain('homecoming-1/recommendations/5"');
    expect(chosen).not.toContain('homecoming-1/recommendations/1"');
    for (const odd of [
      'status=%00',
      'status=x&theme=y',
      'after=nonsense',
      'country=Germany',
      'edition=%27',
    ]) {
      const reply = await stranger.request('GET', `/exchange/en/recommendations?${odd}`);
      expect({ odd, ok: reply.statusCode < 500 }).toEqual({ odd, ok: true });
    }
    for (const path of [
      'homecoming-1/recommendations/0',
      'homecoming-1/recommendations/x',
      'no/report',
    ])
      expect((await stranger.request('GET', `/exchange/en/${path}`)).statusCode).toBe(404);
  });

  it('tells of one its text, positions, owners and reports, and who nobody may name stays unnamed', async () => {
    const eight = await page('/exchange/ru/homecoming-1/recommendations/8');
    expect(eight).toContain('Бабушки и дедушки');
    expect(eight).toContain('Сингапур');
    // A round under the Chatham House Rule: neither who took minutes nor who spoke stands anywhere.
    for (const name of ['Nodira', 'Yusupova']) expect(eight).not.toContain(name);
    const two = await page('/exchange/en/homecoming-1/recommendations/2');
    expect(two).toContain('homecoming-1/recommendations/11');
    expect(two).not.toContain('<script');
  });

  it('is a file too: CSV that no spreadsheet runs, JSON with every language', async () => {
    const csv = await stranger.request(
      'GET',
      '/exchange/recommendations.csv?lang=ru&theme=data_evidence',
    );
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.body.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('declined');
    expect(lines[1]).toContain('Страны раз в год');
    const json = (await stranger.request('GET', '/exchange/recommendations.json')).json<{
      recommendations: { text: Record<string, string>; status: string }[];
    }>();
    expect(json.recommendations).toHaveLength(11);
    expect(Object.keys(json.recommendations[0]?.text ?? {})).toEqual(['en', 'ru', 'uz-Latn']);
    expect(JSON.stringify(json)).not.toContain('Nodira');
  });

  it('is reported to the next edition: numbers by status, the latest word, the late ones by name', async () => {
    const body = await page('/exchange/en/homecoming-2/report');
    expect(body).toContain('10 recommendations');
    expect(body).toMatch(/Overdue<\/h2>|Overdue \(\d+\)/);
    expect(body).toContain('School statistics here must not ask');
    expect(body).not.toContain('The leaflet is out');
    // The list of the organiser and the rule of the domain call the same ones late.
    const reply = await nodira.request('GET', '/api/exchange/recommendations?late=yes');
    const { rows } = reply.json<{ rows: RecommendationRow[] }>();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ late }) => late !== null)).toBe(true);
    const all = await nodira.request('GET', '/api/exchange/recommendations?stage=adopted');
    const late = all.json<{ rows: RecommendationRow[] }>().rows.filter((row) => row.late !== null);
    expect(late.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(await page('/exchange/en/homecoming-1/report')).toContain('No earlier conference');
  });
});
