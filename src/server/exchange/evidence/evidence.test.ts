import { describe, expect, it } from 'vitest';
import { newWording } from '#domain/exchange/wording.ts';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';

import { worded } from '../page/page.ts';

const database = await testDatabase();
const server = await testServer(database);
const dilnoza = await participant(server, 'dilnoza');
const nodira = await participant(server, 'nodira');
const aigerim = await participant(server, 'aigerim');
const lukas = await participant(server, 'lukas');

const GOOD = `Region,Women,Men
#adm1+name,#affected+f,#affected+m
Chinorli,120,80
Daryoboʻyi,44,36
Togʻoldi,*,*`;
const HIDDEN_NAMES = GOOD.split('\n')
  .map((row, index) => row + ['', '', ',Karimova Dilnoza', ',Rahimov Jasur', ''][index])
  .join('\n');

const NOW = new Date('2026-11-28T12:00:00Z');
const ABOUT = {
  ...{ table_id: null as string | null, slug: 'returns-by-region', lang: 'en' },
  description: {
    ...{ title: 'Returns by region', method: 'Counted once', denominators: 'All who returned' },
    ...{ source: 'Registan Institute', period: '2025', geography: 'Three regions' },
  },
  charts: [{ kind: 'bars', along: 'A', value: 'B', series: null }],
};

async function send(by: Caller, url: string, about: unknown, file: string | Buffer) {
  const form = new FormData();
  form.append('about', typeof about === 'string' ? about : JSON.stringify(about));
  form.append('file', new Blob([new Uint8Array(Buffer.from(file))]), 'table.csv');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const body = Buffer.from(await request.arrayBuffer());
  return server.app.inject({
    method: 'POST',
    url,
    payload: body,
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      cookie: [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
}
const upload = (by: Caller, file: string | Buffer, about: unknown = ABOUT) =>
  send(by, '/api/exchange/evidence', about, file);
const page = async (path: string) => server.stranger().request('GET', `/exchange/${path}`);
const kept = async () => {
  const { rows } = await database
    .pool('owner')
    .query('select (select count(*) from exchange.evidence_version)::int as versions');
  return rows[0]?.versions;
};

describe('a file that tells of people', () => {
  // Broken once by leaving out the check in uploadEvidence: the file with the names was kept (201).
  it('is refused with its hidden column of names named, and nothing of it is kept', async () => {
    const before = await kept();
    const preview = await send(
      dilnoza,
      '/api/exchange/evidence/preview',
      { table_id: null },
      HIDDEN_NAMES,
    );
    expect(preview.statusCode, preview.body).toBe(200);
    expect(preview.json().findings).toEqual([
      { code: 'column_beyond_header', column: 'D', label: '', row: 3, cells: 2 },
      { code: 'names_of_people', column: 'D', label: '', row: 3, cells: 2 },
    ]);
    const refused = await upload(dilnoza, HIDDEN_NAMES);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'evidence_refused']);
    expect(refused.json().details.findings).toEqual([
      'column_beyond_header:D:3:',
      'names_of_people:D:3:',
    ]);
    expect(refused.body).not.toContain('Karimova');
    const phone = { ...ABOUT.description, method: 'Ask +998 90 123-45-67' };
    const told = await upload(dilnoza, GOOD, { ...ABOUT, description: phone });
    expect(told.json().details.findings).toEqual(['phones:::method']);
    expect(await kept()).toBe(before);
  });

  it('or is no table at all gets a clear answer', async () => {
    const answers = await Promise.all([
      upload(dilnoza, ''),
      upload(dilnoza, 'Region,People\nA,10'),
      upload(dilnoza, Buffer.from('PK\u0003\u0004 a workbook', 'latin1')),
      upload(dilnoza, GOOD, 'no json'),
      upload(dilnoza, GOOD, { ...ABOUT, slug: 'Not An Address' }),
      upload(dilnoza, GOOD, '{"slug":"\\u0000"}'),
      upload(dilnoza, GOOD, { ...ABOUT, charts: [{ ...ABOUT.charts[0], value: 'A' }] }),
      dilnoza.request('POST', '/api/exchange/evidence', ABOUT),
      // A form that was cut off.
      dilnoza.request('POST', '/api/exchange/evidence', 'cut', {
        'content-type': 'multipart/form-data; boundary=x',
      }),
    ]);
    expect(answers.map((one) => `${one.statusCode} ${one.json().code}`)).toEqual([
      '422 file_empty',
      '422 evidence_not_tagged',
      '415 unsupported_media',
      '422 invalid_input',
      '422 invalid_input',
      '422 invalid_input',
      '422 evidence_chart_no_numbers',
      '415 unsupported_media',
      '422 invalid_input',
    ]);
  });
});

describe('a table', () => {
  let id = '';
  const version = async (by: Caller = nodira) =>
    (await by.request('GET', `/api/exchange/evidence/${id}`)).json();
  const desk = (by: Caller, what: 'publish' | 'send-back', one: string, reason?: string) =>
    by.request(
      'POST',
      `/api/exchange/publications/${one}/${what}`,
      reason === undefined ? { answered: [] } : { reason },
    );
  const takeDown = (by: Caller, reason: string) =>
    by.request('POST', '/api/exchange/takedowns', {
      ...{ subject_kind: 'evidence', subject_id: id, reason },
    });

  // Seen to fail with the two triggers dropped.
  it('is published by a second person only', async () => {
    const sent = await upload(dilnoza, GOOD);
    expect(sent.statusCode, sent.body).toBe(201);
    id = sent.json().id;
    const { version_id, publication_id } = await version();
    expect((await page('en/evidence/returns-by-region')).statusCode).toBe(404);
    const shown = (
      await nodira.request('GET', `/api/exchange/publications/${publication_id}`)
    ).json();
    expect(shown.texts).toMatchObject({ 'method.en': 'Counted once' });
    expect(shown.texts.table).toContain('Daryoboʻyi');
    expect((await desk(dilnoza, 'publish', publication_id)).json().code).toBe('publication_of_own');
    for (const who of [dilnoza, nodira]) {
      const direct = server.deps.otherHalf.exchange.as(who.id, ({ client, participant: me }) =>
        client.query(
          `update exchange.evidence_version set state = 'published', decided_by = $2,
             decided_at = now() where id = $1`,
          [version_id, me],
        ),
      );
      await expect(direct).rejects.toThrow(/row-level security|check constraint|second editor/);
    }
    const around = server.deps.otherHalf.exchange.as(nodira.id, ({ client }) =>
      client.query('update exchange.evidence_table set shown_version_id = $2 where id = $1', [
        ...[id, version_id],
      ]),
    );
    await expect(around).rejects.toThrow(/second editor/);
    for (const other of [lukas, aigerim]) {
      expect((await desk(other, 'publish', publication_id)).json().code).toBe('gone');
    }
    const done = await desk(nodira, 'publish', publication_id);
    expect([done.statusCode, (await version()).state], done.body).toEqual([204, 'published']);
    expect((await desk(nodira, 'publish', publication_id)).json().code).toBe('publication_decided');
  });

  it('has a page with its method, hidden cells marked, a chart and a file, in three languages', async () => {
    const hidden = { en: 'not shown', ru: 'не показано', uz: 'koʻrsatilmaydi' };
    for (const [lang, words] of Object.entries(hidden)) {
      const shown = await page(`${lang}/evidence/returns-by-region`);
      expect(shown.statusCode).toBe(200);
      for (const text of ['Returns by region', 'Counted once', 'All who returned', words]) {
        expect([lang, shown.body.includes(text)]).toEqual([lang, true]);
      }
      expect(shown.body).not.toContain('<script');
      const picture = await page(`${lang}/evidence/returns-by-region/chart-1.svg`);
      expect(picture.headers['content-type']).toContain('image/svg+xml');
      expect(picture.body).toContain(words);
    }
    expect((await page('en/evidence')).body).toContain('/exchange/en/evidence/returns-by-region');
    const file = await page('en/evidence/returns-by-region/table.csv');
    expect(file.body).toContain('"Method","Counted once"');
    // What was published can be brought in again as it is: the check has nothing to say of it.
    const again = await send(
      dilnoza,
      '/api/exchange/evidence/preview',
      { table_id: null },
      file.body,
    );
    expect(again.json()).toMatchObject({ findings: [], said: ABOUT.description, total: 3 });
    for (const none of ['chart-2.svg', 'chart-x.svg', 'other.csv']) {
      const { statusCode } = await page(`en/evidence/returns-by-region/${none}`);
      expect([none, statusCode < 500 && statusCode >= 400]).toEqual([none, true]);
    }
  });

  it('lends its chart to any page by its address, in the language of that page', () => {
    const address = 'https://exchange.example/exchange/en/evidence/returns-by-region/chart-1.svg';
    const said = newWording(
      { lang: 'ru', text: `Итог.\n\n${address}\n\nсм. ${address}` },
      null,
      NOW,
    );
    const shown = worded('ru', said, 'prose').markup;
    expect(shown.match(/<img [^>]*>/g)).toHaveLength(1);
    expect(shown).toContain('src="/exchange/ru/evidence/returns-by-region/chart-1.svg"');
    expect(
      worded(
        'ru',
        newWording({ lang: 'ru', text: '/exchange/ru/evidence/"><b>/chart-1.svg' }, null, NOW),
        'prose',
      ).markup,
    ).not.toContain('<img');
  });

  it('cannot be told apart from its earlier version by subtracting', async () => {
    const changed = GOOD.replace('44', '42');
    const about = { ...ABOUT, table_id: id };
    const refused = await upload(dilnoza, changed, about);
    expect(refused.json().details.findings).toEqual(['small_change:B:4:Women']);
    const next = { ...about, description: { ...ABOUT.description, period: '2026' } };
    expect((await upload(dilnoza, changed, next)).statusCode).toBe(201);
    expect((await upload(nodira, changed, next)).json().code).toBe('evidence_waits');
    const { publication_id } = await version();
    // Until a second person publishes it, everybody reads the version before.
    expect((await page('en/evidence/returns-by-region')).body).toContain('>44<');
    await desk(nodira, 'send-back', publication_id, 'The year is not over');
    expect(await version()).toMatchObject({
      ...{ state: 'returned', shown: true, number: 2, reason: 'The year is not over' },
    });
    const twin = await upload(nodira, GOOD, { ...ABOUT, description: next.description });
    expect(twin.json().code).toBe('evidence_slug_taken');
  });

  it('is gone everywhere at one click, and the log says who took it down', async () => {
    expect((await takeDown(aigerim, 'x')).json().code).toBe('not_allowed');
    const gone = await takeDown(dilnoza, 'A region can be recognised');
    expect(gone.statusCode, gone.body).toBe(204);
    expect(await version()).toMatchObject({ shown: false, taken_down: true });
    for (const path of ['', '/table.csv', '/chart-1.svg']) {
      expect((await page(`en/evidence/returns-by-region${path}`)).statusCode).toBe(404);
    }
    expect((await takeDown(dilnoza, 'x')).json().code).toBe('gone');
    const { rows } = await database.pool('owner').query(
      `select action, participant_id, details from exchange.log
       where subject_kind = 'evidence' and subject_id = $1 order by at, id`,
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...['uploaded', 'published', 'uploaded', 'sent_back', 'taken_down'],
    ]);
    expect(rows.at(-1)).toMatchObject({ participant_id: dilnoza.id, details: { version: 1 } });
  });

  it('is uploaded by a delegate as well, who sees own tables and what is published', async () => {
    const sent = await upload(aigerim, GOOD, { ...ABOUT, slug: 'from-a-delegate' });
    expect(sent.statusCode, sent.body).toBe(201);
    const listed = async (by: Caller) =>
      (await by.request('GET', '/api/exchange/evidence'))
        .json()
        .tables?.map(({ slug }: { slug: string }) => slug);
    expect((await listed(aigerim)).toSorted()).toEqual([
      ...['from-a-delegate', 'mentors-and-work', 'returns-2018-2025'],
    ]);
    expect(await listed(lukas)).toBeUndefined();
    expect((await upload(lukas, GOOD)).json().code).toBe('gone');
    const { rowCount } = await database
      .pool('exchange')
      .query('select from exchange.evidence_file');
    expect(rowCount).toBe(0);
  });
});

it('the demo shows figures of UNHCR with their source, and a table of its own', async () => {
  const real = await page('ru/evidence/returns-2018-2025');
  expect(real.body).toContain('CC BY 4.0');
  expect(real.body).toContain('Возвращение беженцев');
  // 2025: 1 964 201 displaced people returned within Syria.
  expect(real.body.replaceAll(/\s/g, ' ')).toContain('1 964 201');
  const own = await page('uz/evidence/mentors-and-work');
  expect(own.body).toContain('ustozsiz');
});
