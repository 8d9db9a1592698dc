import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { editionId } from '../seed/editions.ts';

const server = await testServer(await testDatabase());
const nodira = await participant(server, 'nodira');
const dilnoza = await participant(server, 'dilnoza');
const lukas = await participant(server, 'lukas');
const stranger = server.stranger();
const SECOND = editionId('homecoming-2');

describe('materials', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  /** A form with the file last, as a browser sends it. */
  const post = (caller: typeof nodira, form: Readonly<Record<string, string>>, bytes: Buffer) => {
    const edge = 'form-of-a-material';
    const part = (head: string, body: Buffer | string) => [
      Buffer.from(`--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ];
    return server.app.inject({
      method: 'POST',
      url: '/api/exchange/materials',
      headers: {
        'content-type': `multipart/form-data; boundary=${edge}`,
        cookie: [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      payload: Buffer.concat([
        ...Object.entries(form).flatMap(([name, value]) => part(`name="${name}"`, value)),
        ...part('name="file"; filename="Madina Ospan.png"', bytes),
        Buffer.from(`--${edge}--\r\n`),
      ]),
    });
  };
  const fields = (over: object = {}) => ({
    ...{ id: v7(), edition_id: SECOND, session_id: '', title: 'Floor plan', title_language: 'en' },
    ...{ language: 'en', access: 'public', ...over },
  });

  it('are read by level, come out by a second editor, and keep nothing of their file’s name', async () => {
    const titles = async (caller: typeof nodira) =>
      (await caller.request('GET', `/api/exchange/editions/${SECOND}/materials`))
        .json()
        .materials.map(
          (one: { title: { versions: { en: { text: string } } } }) => one.title.versions.en.text,
        );
    expect((await titles(lukas)).toSorted()).toEqual(['Reader for participants']);
    expect((await titles(nodira)).toSorted()).toEqual([
      'Reader for participants',
      'Run sheet of both days',
    ]);
    const page = (await stranger.request('GET', '/exchange/en/homecoming-2/materials')).body;
    expect(page).not.toContain('Reader for participants');
    const reader = `/api/exchange/materials/${fixedId('exchange:material:reader')}/file`;
    expect((await stranger.request('GET', reader)).statusCode).toBe(404);
    expect((await lukas.request('GET', reader)).headers['content-type']).toBe('application/pdf');
    const slides = `/api/exchange/materials/${fixedId('exchange:material:seat-slides')}/file`;
    expect((await stranger.request('GET', slides)).statusCode).toBe(200);

    expect((await post(lukas, fields(), PNG)).statusCode).toBe(404);
    const script = Buffer.from('<svg onload="alert(1)">');
    expect((await post(nodira, fields(), script)).json().code).toBe('material_kind');
    expect((await post(nodira, fields({ access: 'all' }), PNG)).json().fields).toMatchObject([
      { path: 'body.access' },
    ]);
    const made = (await post(nodira, fields(), PNG)).json();
    expect(made).toMatchObject({ media_type: 'image/png', state: 'draft', own: true });
    const file = `/api/exchange/materials/${made.id}/file`;
    expect((await lukas.request('GET', file)).statusCode).toBe(404);
    const asked = await nodira.request(
      'POST',
      `/api/exchange/materials/${made.id}/publication-request`,
      {},
    );
    expect(asked.json().state).toBe('waiting');
    const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
    const one = rows.find((row: { subject_id: string }) => row.subject_id === made.id);
    await dilnoza.request('POST', `/api/exchange/publications/${one.id}/publish`, { answered: [] });
    const got = await stranger.request('GET', file);
    expect(got.headers['content-disposition']).toMatch(
      /^attachment; filename="[0-9a-f]{12}\.png"$/,
    );
    expect(got.headers['content-security-policy']).toContain('sandbox');
    await nodira.request('POST', `/api/exchange/materials/${made.id}/withdraw`, {});
    expect((await stranger.request('GET', file)).statusCode).toBe(404);
  });
});
