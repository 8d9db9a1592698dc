import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

// Figures of the labour market and vacancies that come in from files (issue 4).

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const jasur = await signIn(server, 'jasur');
const aziza = await signIn(server, 'aziza');

async function send(caller: Caller, url: string, content: string | Buffer) {
  const edge = 'homeward-test';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="list"\r\n\r\n`;
  return server.app.inject({
    ...{ method: 'POST', url },
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(content),
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]),
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
}
const demand = (content: string | Buffer, trial = false, as_of = '2026-10-01', caller = jasur) =>
  send(
    caller,
    `/api/demand/import?source=Ministry&as_of=${as_of}&kind=need&trial=${trial}`,
    content,
  );
const vacancies = (content: string, trial = false, caller = jasur) =>
  send(caller, `/api/vacancies/import?source=Exchange&trial=${trial}`, content);
const fields = (reply: { json(): { fields?: { path: string; code: string }[] } }) =>
  reply.json().fields?.map(({ path, code }) => `${path} ${code}`);
const count = async (table: string) =>
  (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

describe('figures of the labour market', () => {
  const good = [
    'профессия;регион;год;число',
    '7533;город Ташкент;2025;120',
    'швея;город Ташкент;2026;1 540',
    '7512.1;D9XFQ;2026;80',
  ].join('\n');

  it('are tried first, come in whole, and are brought up to date', async () => {
    const counts = { added: 3, changed: 0, unchanged: 0, left_out: [] };
    expect((await demand(good, true)).json()).toEqual(counts);
    expect(await count('labour_demand')).toBe(0);
    expect((await demand(good)).json()).toEqual(counts);
    expect((await demand(good)).json()).toMatchObject({ added: 0, unchanged: 3 });
    const newer = good.replace('1 540', '1600');
    expect((await demand(newer, false, '2026-11-01')).json()).toMatchObject({ changed: 3 });
    const picture = (await aziza.request('GET', '/api/demand?kind=need')).json();
    expect(picture).toMatchObject({
      count: 2,
      occupations: [
        {
          ...{ occupation: '7533', total: 1600 },
          places: [{ value: 1600, period: '2026', source: 'Ministry', as_of: '2026-11-01' }],
        },
        { occupation: '7512', total: 80, titles: { en: expect.any(String) } },
      ],
    });
    const { figures } = (await aziza.request('GET', '/api/demand/7533')).json();
    expect(
      figures.map(({ period, value }: { period: string; value: number }) => [period, value]),
    ).toEqual([
      ['2026', 1600],
      ['2025', 120],
    ]);
  });

  // Broken on purpose: the rows that were right written before the wrong ones were told.
  it('with wrong rows leave nothing written, and each wrong cell is named', async () => {
    const before = await count('labour_demand');
    const broken = [
      'occupation,place,period,value,kind,who',
      '7533,D9XFQ,2026,1,,x',
      '9999,D9XFQ,2026,1,,',
      'sewing,Atlantis,26,many,often,',
      ',D9XFQ,2026,1,,',
      '7533,D9XFQ,2026,2,,',
    ].join('\n');
    expect(fields(await demand(broken))).toEqual([
      'rows.3.occupation not_an_occupation',
      ...[
        'rows.4.occupation not_an_occupation',
        'rows.4.place unknown',
        'rows.4.period not_a_period',
      ],
      ...['rows.4.value not_a_count', 'rows.4.kind not_one_of', 'rows.5.occupation required'],
      'rows.6.value row_twice',
    ]);
    expect(fields(await demand('isco,year\n7533,2026'))).toEqual([
      ...['rows.1.place column_missing', 'rows.1.value column_missing'],
    ]);
    for (const bad of [
      '',
      'one line only',
      '%PDF-1.7 x\ny',
      Buffer.from([0, 1, 2, 3, 4]),
      'a,"b\n1,2',
    ])
      expect((await demand(bad)).statusCode, String(bad)).toBeGreaterThanOrEqual(400);
    for (const bad of ['', 'x', Buffer.from([0, 1, 2, 3])])
      expect((await demand(bad)).statusCode).toBeLessThan(500);
    expect(await count('labour_demand')).toBe(before);
  });

  it('are taken away by their source and day; none but the coordinator changes them', async () => {
    expect((await demand(good, false, '2026-10-01', aziza)).statusCode).toBe(403);
    const of = '/api/demand/sources?source=Ministry&as_of=2026-11-01';
    expect((await aziza.request('DELETE', of)).statusCode).toBe(403);
    expect((await jasur.request('GET', '/api/demand/sources')).json()).toEqual({
      sources: [{ source: 'Ministry', as_of: '2026-11-01', figures: 3 }],
    });
    expect((await jasur.request('DELETE', of)).json()).toEqual({ removed: 3 });
  });
});

describe('a list of vacancies', () => {
  const list = (rows: readonly string[]) =>
    ['номер;вакансия;работодатель;район;срок;зарплата;валюта;занятость', ...rows].join('\n');
  const place = placeId(DEMO_PLACES.district);

  it('comes in, is brought up to date by its numbers, and keeps words that are no occupation', async () => {
    const { rows } = await owner.query('select code from place where id = $1', [place]);
    const code = rows[0]?.code;
    const one = `1;Швея;Фабрика;${code};31.12.2026;2 500 000;UZS;полный день`;
    const two = `2;Мастер на все руки;Мастерская;${code};2026-12-31;;;`;
    expect((await vacancies(list([one, two]), true)).json()).toMatchObject({
      added: 2,
      words_only: 1,
    });
    expect(await count('vacancy')).toBe(0);
    expect((await vacancies(list([one, two]))).json()).toMatchObject({ added: 2 });
    expect((await vacancies(list([one.replace('2 500', '2 700'), two]))).json()).toMatchObject({
      ...{ added: 0, changed: 1, unchanged: 1 },
    });
    const { rows: shown } = (await aziza.request('GET', '/api/vacancies?occupation=7533')).json();
    expect(shown).toMatchObject([
      { title: 'Швея', pay_from: '2700000', pay_currency: 'UZS', pay_per: 'month', hours: 'full' },
    ]);
  });

  it('with wrong rows leaves nothing written', async () => {
    const before = await count('vacancy');
    const wrong = list([
      '7;Швея;Фабрика;D9XFQ;31.12.2026;100;UZS;',
      '8;;;Nowhere;31.02.2026;-5;XXX;nights',
      '7;Швея;Фабрика;D9XFQ;31.12.2026;;;',
    ]);
    expect(fields(await vacancies(wrong))).toEqual([
      ...['rows.3.place unknown', 'rows.3.valid_until not_a_date', 'rows.3.hours not_one_of'],
      'rows.4.reference row_twice',
    ]);
    expect(fields(await vacancies(list(['8;;x;D9XFQ;31.12.2026;-5;XX;'])))).toEqual([
      ...[
        'rows.2.title required',
        'rows.2.pay_from not_an_amount',
        'rows.2.pay_currency not_a_currency',
      ],
    ]);
    expect(await count('vacancy')).toBe(before);
    expect((await vacancies(wrong, false, aziza)).statusCode).toBe(403);
  });
});
