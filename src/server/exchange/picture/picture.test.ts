import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';
import { drawn } from '../seed/drawn-shape.ts';
import { editionId } from '../seed/editions.ts';

const database = await testDatabase();
const server = await testServer(database);
const reader = server.stranger();
const farah = await participant(server, 'farah');
const nodira = await participant(server, 'nodira');
const dilnoza = await participant(server, 'dilnoza');
const lukas = await participant(server, 'lukas');

const ENTRY = '/api/exchange/me/expert';
const NOTHING = { shown: [], names: {}, themes: [], version: 0 };
const directory = async (query = '', lang = 'en') =>
  (await reader.request('GET', `/exchange/${lang}/experts${query}`)).body;

async function lookAt(kind: string, subject: string, by = dilnoza) {
  const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
  const { id } = rows.find(
    (row: { subject_kind: string; subject_id: string }) =>
      row.subject_kind === kind && row.subject_id === subject,
  ) ?? { id: '' };
  return by.request('POST', `/api/exchange/publications/${id}/publish`, { answered: [] });
}

describe('portraits and pictures of a conference', () => {
  const EDITION = editionId('homecoming-2');
  const PNG = drawn(40, 30, [1, 2, 3], []);
  /** A PNG with what a camera writes into it, and something hidden behind its end. */
  const telling = Buffer.concat([
    PNG.subarray(0, 33),
    Buffer.from([0, 0, 0, 14]),
    Buffer.from('eXIfGPS 41.3N 69.2E'.padEnd(22, ' '), 'latin1'),
    PNG.subarray(33),
    Buffer.from('hidden behind'),
  ]);
  const ALT = { alt_en: 'A drawing', alt_ru: 'Рисунок', alt_uz: 'Rasm' };
  const CAPTION = { caption_en: 'Tea', caption_ru: 'Чай', caption_uz: 'Choy' };
  const own = () => ({ id: v7(), ...ALT, consent: 'Put here by the person in it' });
  const shared = (over: object = {}) => ({ ...own(), edition_id: EDITION, ...CAPTION, ...over });

  function post(caller: Caller, fields: object, bytes: Buffer) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
    form.append('file', new Blob([new Uint8Array(bytes)]), 'DCIM_41.3N.png');
    return multipart(form).then(({ headers, payload }) =>
      server.app.inject({
        ...{ method: 'POST', url: '/api/exchange/pictures', payload },
        headers: {
          ...headers,
          cookie: [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      }),
    );
  }
  async function multipart(form: FormData) {
    const response = new Response(form);
    const type = response.headers.get('content-type') ?? '';
    return {
      headers: { 'content-type': type },
      payload: Buffer.from(await response.arrayBuffer()),
    };
  }
  async function publicationOf(subject: string) {
    const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
    return rows.find((row: { subject_id: string }) => row.subject_id === subject)?.id;
  }

  // Seen to fail with a policy that asked for no publication: a reader without an account was sent the file.
  it('come out by a second editor alone, without place or time, and go at one click', async () => {
    const made = (await post(nodira, shared(), telling)).json();
    expect(made).toMatchObject({ state: 'waiting', width: 40, height: 30, own: true });
    const file = `/exchange/pictures/${made.id}`;
    const gallery = '/exchange/ru/homecoming-2/gallery';
    expect((await reader.request('GET', file)).statusCode).toBe(404);
    expect((await lukas.request('GET', file)).statusCode).toBe(404);
    expect((await reader.request('GET', gallery)).body).not.toContain('Чай');

    const waiting = await publicationOf(made.id);
    const path = `/api/exchange/publications/${waiting}/publish`;
    const self = await nodira.request('POST', path, { answered: [] });
    expect(self.json().code).toBe('publication_of_own');
    expect((await dilnoza.request('POST', path, { answered: [] })).statusCode).toBe(204);
    const got = await reader.request('GET', file);
    expect(got.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
    expect(got.rawPayload.equals(PNG)).toBe(true);
    const page = (await reader.request('GET', gallery)).body;
    expect(page).toContain('Чай');
    expect(page).toContain('alt="Рисунок"');
    expect(page).not.toContain('Put here by');

    const down = { subject_kind: 'picture', subject_id: made.id, reason: 'Asked by phone' };
    expect((await dilnoza.request('POST', '/api/exchange/takedowns', down)).statusCode).toBe(204);
    expect((await reader.request('GET', file)).statusCode).toBe(404);
    expect((await reader.request('GET', gallery)).body).not.toContain('Чай');
    const { rows } = await database
      .pool('owner')
      .query('select action from exchange.log where subject_id = $1 order by at, id', [made.id]);
    const actions = rows.map(({ action }) => action);
    expect(actions).toEqual(['handed_in', 'published', 'taken_down']);
  });

  it('of oneself stand in the directory only as long as one stands there, and go with their bytes', async () => {
    expect((await lukas.request('DELETE', ENTRY)).statusCode).toBe(200);
    const made = (await post(lukas, own(), PNG)).json();
    const waiting = await publicationOf(made.id);
    await dilnoza.request('POST', `/api/exchange/publications/${waiting}/publish`, {
      answered: [],
    });
    expect(await directory()).not.toContain(made.id);
    await lukas.request('PUT', ENTRY, NOTHING);
    expect(await directory()).toContain(made.id);
    expect((await farah.request('DELETE', `/api/exchange/pictures/${made.id}`)).statusCode).toBe(
      404,
    );
    expect((await lukas.request('DELETE', `/api/exchange/pictures/${made.id}`)).statusCode).toBe(
      204,
    );
    expect(await directory()).not.toContain(made.id);
    const left = await database
      .pool('owner')
      .query('select from exchange.picture where id = $1', [made.id]);
    expect(left.rowCount).toBe(0);
  });

  // Seen to fail with the policy `adds` of before: an editor put a face beside somebody's name without asking.
  it('of somebody else wait for that person’s yes, and go at their no', async () => {
    const bring = (by: Caller, over: object = {}) =>
      post(by, { ...own(), for_id: lukas.id, ...over }, PNG);
    expect((await bring(farah)).statusCode).toBe(404);
    expect((await bring(dilnoza, { for_id: dilnoza.id })).json().code).toBe('not_allowed');
    expect((await bring(dilnoza, { for_id: v7() })).statusCode).toBe(404);
    const first = (await bring(dilnoza)).json();
    expect(first).toMatchObject({ state: null });
    expect(await publicationOf(first.id)).toBeUndefined();
    const file = (id: string) => `/exchange/pictures/${id}`;
    for (const who of [reader, farah])
      expect((await who.request('GET', file(first.id))).statusCode).toBe(404);
    expect((await lukas.request('GET', file(first.id))).statusCode).toBe(200);
    const mine = async () => (await lukas.request('GET', '/api/exchange/me/portrait')).json();
    expect((await mine()).proposed.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    const told = (await lukas.request('GET', '/api/exchange/notices')).json().rows;
    expect(told[0].kind).toBe('portrait_proposed');
    // Nobody else says yes, and a no takes the bytes.
    const yes = (by: Caller, id: string) =>
      by.request('POST', `/api/exchange/pictures/${id}/agreement`);
    for (const who of [dilnoza, farah]) expect((await yes(who, first.id)).statusCode).toBe(404);
    expect((await lukas.request('DELETE', `/api/exchange/pictures/${first.id}`)).statusCode).toBe(
      204,
    );
    expect(await mine()).toEqual({ portrait: null, proposed: [] });

    const second = (await bring(dilnoza)).json();
    const list = '/api/exchange/portraits-for-others';
    expect((await dilnoza.request('GET', list)).json().rows).toMatchObject([
      { id: second.id, name: 'Lukas Brandt' },
    ]);
    expect((await lukas.request('GET', list)).statusCode).toBe(404);
    expect((await yes(lukas, second.id)).statusCode).toBe(204);
    expect(await mine()).toMatchObject({ portrait: { id: second.id, state: 'waiting' } });
    await lukas.request('PUT', ENTRY, NOTHING);
    expect(await directory()).not.toContain(second.id);
    // Whoever brought it is no second editor of it; nor is whom it shows.
    expect((await lookAt('picture', second.id, dilnoza)).json().code).toBe('publication_of_own');
    expect((await lookAt('picture', second.id, nodira)).statusCode).toBe(204);
    expect(await directory()).toContain(second.id);
    const past = server.deps.otherHalf.exchange.as(dilnoza.id, ({ client }) =>
      client.query(
        `insert into exchange.picture (id, participant_id, alt, media_type, bytes, width, height, consent,
           created_by, created_at) select $1, $2, alt, media_type, bytes, width, height, 'none', $3, now()
         from exchange.picture where id = $4`,
        [v7(), farah.id, dilnoza.id, second.id],
      ),
    );
    await expect(past).rejects.toThrow(/row-level security/);
    expect(
      (await farah.request('GET', '/api/exchange/possible-portraits?text=lu')).statusCode,
    ).toBe(404);
    const found = await dilnoza.request('GET', '/api/exchange/possible-portraits?text=lukas');
    expect(found.json().rows).toMatchObject([{ id: lukas.id }]);
  });

  it('that are none, or are said nothing of, are refused by their field', async () => {
    const script = Buffer.from('<svg onload="alert(1)">');
    expect((await post(nodira, shared(), script)).json().code).toBe('picture_kind');
    expect((await post(nodira, shared(), Buffer.from('%PDF-1.7 x'))).json().code).toBe(
      'picture_kind',
    );
    expect((await post(nodira, shared(), Buffer.alloc(500_000, 1))).json().code).toBe('too_large');
    expect((await post(nodira, shared(), Buffer.alloc(0))).json().code).toBe('file_empty');
    const cut = await post(nodira, shared(), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]));
    expect(cut.json().code).toBe('picture_kind');
    const wide = await post(nodira, shared(), drawn(4001, 1, [0, 0, 0], []));
    expect(wide.json().code).toBe('too_large');
    const betrays = await post(nodira, shared({ caption_ru: 'Паспорт AA 1234567' }), PNG);
    expect(betrays.json().fields).toEqual([
      { path: 'body.caption_ru', code: 'person_document_number' },
    ]);
    for (const name of ['alt_ru', 'caption_uz', 'consent']) {
      const reply = await post(nodira, shared({ [name]: '' }), PNG);
      expect(reply.statusCode, name).toBe(422);
      expect(JSON.stringify(reply.json().fields)).toContain(`body.${name}`);
    }
    expect((await post(lukas, shared(), PNG)).statusCode).toBe(404);
    expect((await post(nodira, shared({ edition_id: v7() }), PNG)).statusCode).toBe(404);
  });
});
