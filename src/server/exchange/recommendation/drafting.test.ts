import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';
import { marked, recommendationOf, say } from '#test/recommendation.ts';
import { demoRecommendation } from '../seed/recommendation/recommendations.ts';

const database = await testDatabase();
const server = await testServer(database);
const [nodira, dilnoza, meilin, otabek, aigerim, farah, lukas] = await Promise.all([
  participant(server, 'nodira'),
  participant(server, 'dilnoza'),
  participant(server, 'meilin'),
  participant(server, 'otabek'),
  participant(server, 'aigerim'),
  participant(server, 'farah'),
  participant(server, 'lukas'),
]);
const stranger = server.stranger();

const translate = (id: string, lang: string, text: string, seen: number) =>
  say(otabek, 'PUT', `wordings/recommendation/${id}/text`, { lang, text, seen });
const adoption = (seen: number, adopted_on = '2026-01-10') => ({
  ...{ adopted_on, body: 'Closing plenary', seen },
});

describe('drafting', () => {
  // Broken on purpose: with an amendment taken up whose old words were gone, its words stood alone in place of the text.
  it('takes amendments up, keeps both where the text changed under one, declines with a reason', async () => {
    const { id } = await marked(database, meilin, 'Registries issue papers within 90 days.');
    const propose = (caller: Caller, old_words: string, new_words: string, seen: number) =>
      say(caller, 'POST', `recommendations/${id}/amendments`, {
        ...{ id: uuid(), old_words, new_words, reason: null, seen },
      });
    expect((await propose(aigerim, '90 days', '60 days', 1)).json()).toEqual({ state: 'proposed' });
    expect((await propose(farah, 'within 90 days', 'in time', 1)).json()).toEqual({
      state: 'proposed',
    });
    expect((await propose(farah, 'no such words', 'x', 1)).json()).toMatchObject({
      ...{ code: 'amendment_words_unclear', fields: [{ path: 'body.old_words' }] },
    });
    const [first, second] = (await recommendationOf(meilin, id)).amendments;
    const decide = (caller: Caller, which: string | undefined, body: object) =>
      say(caller, 'PUT', `amendments/${which}/decision`, {
        ...{ reason: null, text: null, seen: 1, ...body },
      });
    const yes = { decision: 'accepted' };
    expect((await decide(aigerim, first?.id, yes)).json()).toMatchObject({ code: 'not_allowed' });
    expect((await decide(meilin, first?.id, yes)).json()).toEqual({ state: 'accepted' });
    expect((await decide(meilin, first?.id, yes)).json()).toMatchObject({
      code: 'amendment_decided',
    });
    expect((await decide(meilin, second?.id, yes)).json()).toEqual({ state: 'conflict' });
    const both = await recommendationOf(farah, id);
    expect(both.text.versions.en?.text).toBe('Registries issue papers within 60 days.');
    expect(both.amendments[1]).toMatchObject({
      ...{ state: 'conflict', old_words: 'within 90 days', new_words: 'in time', mine: true },
    });
    // An amendment of the text that was, said after it changed, is kept too.
    expect((await propose(farah, 'within 90 days', 'soon', 1)).json()).toEqual({
      state: 'conflict',
    });
    const no = { decision: 'rejected' };
    expect((await decide(meilin, second?.id, no)).json()).toMatchObject({ code: 'reason_missing' });
    const because = { ...no, reason: 'A term is needed.' };
    expect((await decide(meilin, second?.id, because)).json()).toEqual({ state: 'rejected' });
    const third = (await recommendationOf(meilin, id)).amendments[2]?.id;
    const own = { ...yes, text: 'Registries issue papers soon, within 60 days.' };
    expect((await decide(meilin, third, own)).json()).toMatchObject({
      code: 'text_changed_meanwhile',
    });
    expect((await decide(meilin, third, { ...own, seen: 2 })).json()).toEqual({
      state: 'accepted',
    });
    expect((await recommendationOf(meilin, id)).text.revision).toBe(3);
  });

  // Broken on purpose: with the rule left out a delegate spoke for another country, and with the policy asked for any delegate the
  // database let it pass.
  it('hears a delegate for the own country alone, until adoption', async () => {
    const { id } = await marked(database, meilin, 'Every child is heard.');
    const stand = (caller: Caller, country: string, stance: string, words: string | null = null) =>
      say(caller, 'PUT', `recommendations/${id}/positions/${country}`, {
        ...{ stance, lang: 'en', words, seen: 1 },
      });
    for (const stance of ['support', 'abstain'])
      expect((await stand(aigerim, 'KZ', stance)).statusCode).toBe(204);
    expect((await stand(aigerim, 'MY', 'support')).json()).toMatchObject({
      code: 'not_your_country',
    });
    expect((await stand(lukas, 'DE', 'support')).json()).toMatchObject({ code: 'not_allowed' });
    expect((await stand(farah, 'MY', 'reservation')).json()).toMatchObject({
      fields: [{ path: 'body.words', code: 'required' }],
    });
    expect((await stand(farah, 'MY', 'reservation', 'By a court here.')).statusCode).toBe(204);
    const { positions } = await recommendationOf(lukas, id);
    expect(positions.map(({ country, stance }) => [country, stance])).toEqual([
      ['KZ', 'abstain'],
      ['MY', 'reservation'],
    ]);
    // The database says the same to whoever goes past the route.
    const client = await database.pool('exchange').connect();
    try {
      await client.query('begin');
      await client.query('select exchange.begin($1)', [aigerim.id]);
      const forAnother = client.query(
        `insert into exchange.position (id, recommendation_id, country, participant_id, stance, revision, at)
         values ($1, $2, 'PK', $3, 'support', 1, now())`,
        [uuid(), id, aigerim.id],
      );
      await expect(forAnother).rejects.toThrow(/row-level security/);
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});

describe('adoption', () => {
  // Seen to fail without the trigger of the frozen text; not yet broken: stale versions counted as there.
  it('needs the text in every language, none stale and nothing open; then the text is frozen', async () => {
    const { id } = await marked(database, meilin, 'A school takes a child within two weeks.');
    const adopt = (caller: Caller, seen: number, on?: string) =>
      say(caller, 'POST', `recommendations/${id}/adoption`, adoption(seen, on));
    expect((await adopt(meilin, 1)).json()).toMatchObject({
      ...{ code: 'adoption_language_missing', details: { languages: ['ru', 'uz-Latn'] } },
    });
    await translate(id, 'ru', 'Школа принимает ребёнка за две недели.', 1);
    await translate(id, 'uz-Latn', 'Maktab bolani ikki haftada qabul qiladi.', 1);
    const text = 'A school takes a child within one week.';
    await say(meilin, 'PUT', `recommendations/${id}/text`, { text, seen: 1 });
    expect((await adopt(meilin, 2)).json()).toMatchObject({
      ...{ code: 'adoption_language_stale', details: { languages: ['ru', 'uz-Latn'] } },
    });
    // A translation of the text that was is refused, and what it says of the new one taken.
    expect((await translate(id, 'ru', 'Школа', 1)).json()).toMatchObject({
      code: 'text_changed_meanwhile',
    });
    await translate(id, 'ru', 'Школа принимает ребёнка за неделю.', 2);
    await translate(id, 'uz-Latn', 'Maktab bolani bir haftada qabul qiladi.', 2);
    const open = uuid();
    await say(farah, 'POST', `recommendations/${id}/amendments`, {
      ...{ id: open, old_words: 'one week', new_words: 'a month', reason: null, seen: 2 },
    });
    expect((await adopt(meilin, 2)).json()).toMatchObject({
      ...{ code: 'amendments_open', details: { count: 1 } },
    });
    await say(meilin, 'PUT', `amendments/${open}/decision`, {
      ...{ decision: 'rejected', reason: 'Too long.', text: null, seen: 2 },
    });
    expect((await adopt(aigerim, 2)).json()).toMatchObject({ code: 'not_allowed' });
    expect((await adopt(meilin, 2, '2999-01-01')).json()).toMatchObject({
      code: 'day_in_the_future',
    });
    // Readers see it once another editor has looked; sent back, it is a draft again.
    const desk = async () => {
      const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
      return rows.find((row: { subject_id: string }) => row.subject_id === id)?.id as string;
    };
    const publications = '/api/exchange/publications';
    expect((await adopt(meilin, 2)).statusCode).toBe(204);
    const back = await dilnoza.request('POST', `${publications}/${await desk()}/send-back`, {
      reason: 'The date of the plenary, please',
    });
    expect(back.statusCode, back.body).toBe(204);
    expect(await recommendationOf(meilin, id)).toMatchObject({
      adopted_on: null,
      published: false,
    });
    expect((await adopt(meilin, 2)).statusCode).toBe(204);
    expect((await adopt(meilin, 2)).json()).toMatchObject({ code: 'recommendation_adopted' });
    const { number } = await recommendationOf(meilin, id);
    const page = async () =>
      (await stranger.request('GET', `/exchange/en/homecoming-2/recommendations/${number}`))
        .statusCode;
    expect(await page()).toBe(404);
    const sent = await dilnoza.request('POST', `${publications}/${await desk()}/publish`, {
      answered: [],
    });
    expect(sent.statusCode, sent.body).toBe(204);
    expect(await page()).toBe(200);
    const takeDown = { subject_kind: 'recommendation', subject_id: id, reason: 'A wrong number' };
    await dilnoza.request('POST', '/api/exchange/takedowns', takeDown);
    expect(await page()).toBe(404);

    const changes = [
      say(meilin, 'PUT', `recommendations/${id}/text`, { text: 'Never.', seen: 2 }),
      say(aigerim, 'PUT', `recommendations/${id}/positions/KZ`, {
        ...{ stance: 'support', lang: 'en', words: null, seen: 2 },
      }),
      say(farah, 'POST', `recommendations/${id}/amendments`, {
        ...{ id: uuid(), old_words: 'one week', new_words: 'a year', reason: null, seen: 2 },
      }),
    ];
    for (const reply of await Promise.all(changes))
      expect(reply.json()).toMatchObject({ code: 'recommendation_adopted' });
    expect((await translate(id, 'ru', 'Никогда.', 2)).statusCode).toBe(404);
    const client = await database.pool('exchange').connect();
    try {
      await client.query('begin');
      await client.query('select exchange.begin($1)', [nodira.id]);
      const set = `text = jsonb_set(text, '{versions,ru,text}', '"Никогда."')`;
      const change = client.query(`update exchange.recommendation set ${set} where id = $1`, [id]);
      await expect(change).rejects.toThrow(/frozen/);
      await client.query('rollback');
    } finally {
      client.release();
    }
    expect((await recommendationOf(lukas, id)).text.versions.ru?.text).toBe(
      'Школа принимает ребёнка за неделю.',
    );
    // A later change is a new recommendation that takes the place of this one.
    const next = { id: uuid(), lang: 'en', text: 'A school takes a child within three days.' };
    const replacement = `recommendations/${id}/replacement`;
    expect((await say(nodira, 'POST', replacement, next)).statusCode).toBe(201);
    expect((await say(nodira, 'POST', replacement, { ...next, id: uuid() })).json()).toMatchObject({
      code: 'recommendation_replaced',
    });
    expect(await recommendationOf(meilin, next.id)).toMatchObject({
      ...{ adopted_on: null, replaces: { id }, theme: 'education' },
    });
  });

  it('shows drafts to those who take part and to nobody else', async () => {
    const draft = demoRecommendation('homecoming-2', 1);
    expect((await recommendationOf(lukas, draft)).amendments).toHaveLength(1);
    const page = await stranger.request('GET', '/exchange/en/homecoming-2/recommendations/1');
    expect(page.statusCode).toBe(404);
    expect(
      (await stranger.request('GET', `/api/exchange/recommendations/${draft}`)).statusCode,
    ).toBe(401);
  });
});
