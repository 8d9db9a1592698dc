import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { editionId } from '../seed/editions.ts';
import { institutionId } from '../seed/told.ts';

const database = await testDatabase();
const server = await testServer(database);
const nodira = await participant(server, 'nodira');
const lukas = await participant(server, 'lukas');
const stranger = server.stranger();
const EDITION = editionId('homecoming-2');
const draft = fixedId('exchange:invitation:pamir');
const form = (salutation: string) => ({
  ...{ institution: 'Deccan School', title: null, name: null, salutation },
});
const letter = (id: string, over: object = {}) => ({
  ...{ id, edition_id: EDITION, institution_id: institutionId('deccan'), language: 'en' },
  ...{ address: { en: form('Dear colleagues,') }, body: 'We invite you.', email: null, ...over },
});
const sheet = async (id: string) =>
  (await nodira.request('GET', `/api/exchange/invitations/${id}`)).json();
const answer = (path: string, fields: Readonly<Record<string, string>>) =>
  server.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

describe('letters', () => {
  // Broken on purpose: with the organiser not asked for in the list it answered everybody.
  it('are for organisers; for others there are none, by route and by database', async () => {
    const list = `/api/exchange/editions/${EDITION}/invitations`;
    const { invitations, letterhead } = (await nodira.request('GET', list)).json();
    expect(letterhead.series).toBe('12-04');
    expect(invitations.map((one: { state: string }) => one.state).toSorted()).toEqual([
      ...['acknowledged', 'declined', 'draft', 'nominated', 'sent'],
    ]);
    expect((await lukas.request('GET', list)).statusCode).toBe(404);
    expect((await lukas.request('GET', `/api/exchange/invitations/${draft}`)).statusCode).toBe(404);
    expect((await stranger.request('GET', list)).statusCode).toBe(401);
    const { rows } = await database.pool('exchange').query('select id from exchange.invitation');
    expect(rows).toEqual([]);
  });

  it('are composed, put right, sent with the next number, and then stay as they are', async () => {
    const id = v7();
    expect((await nodira.request('POST', '/api/exchange/invitations', letter(id))).statusCode).toBe(
      200,
    );
    const again = await nodira.request('POST', '/api/exchange/invitations', letter(id));
    expect(again.json()).toMatchObject({ id, state: 'draft', number: null, reply_url: null });
    const change = {
      ...{
        address: { en: form('Dear friends,'), ru: form('Уважаемые коллеги!') },
        email: 'a@example.org',
      },
      ...{ language: 'ru', body: 'Приглашаем вас.', seen: 1, version: 1 },
    };
    const path = `/api/exchange/invitations/${id}`;
    const changed = await nodira.request('PUT', path, change);
    expect(changed.json()).toMatchObject({ languages: ['en', 'ru'], version: 2 });
    expect((await nodira.request('PUT', path, change)).json().code).toBe('version_conflict');
    const printed = (await nodira.request('GET', `${path}/letter?lang=ru`)).json();
    expect(printed).toMatchObject({
      ...{ head: 'Институт социального возвращения «Регистан»', salutation: 'Уважаемые коллеги!' },
      ...{
        paragraphs: ['Приглашаем вас.'],
        missing: [],
        signed: ['Директор института', 'Нодира Юсупова'],
      },
    });
    const inUzbek = (await nodira.request('GET', `${path}/letter?lang=uz-Latn`)).json();
    expect(inUzbek.missing).toEqual(['address', 'body']);
    const sent = await nodira.request('POST', `${path}/send`, { version: 2 });
    expect(sent.json()).toMatchObject({ state: 'sent', number: '12-04/5' });
    expect((await nodira.request('POST', `${path}/send`, { version: 3 })).json().code).toBe(
      'letter_sent',
    );
    expect((await nodira.request('PUT', path, { ...change, version: 3 })).json().code).toBe(
      'letter_sent',
    );
    const mail = server.letters.at(-1);
    expect(mail?.to).toBe('a@example.org');
    expect(mail?.text).toContain(sent.json().reply_url);
    // Two at once: no number twice, none left out.
    const two = [v7(), v7()];
    for (const one of two) await nodira.request('POST', '/api/exchange/invitations', letter(one));
    const both = await Promise.all(
      two.map((one) =>
        nodira.request('POST', `/api/exchange/invitations/${one}/send`, { version: 1 }),
      ),
    );
    expect(both.map((one) => one.json().number).toSorted()).toEqual(['12-04/6', '12-04/7']);
  });

  it('say by field what is wrong with them', async () => {
    const wrong = async (over: object) =>
      (await nodira.request('POST', '/api/exchange/invitations', letter(v7(), over)))
        .json()
        .fields?.map((one: { path: string; code: string }) => `${one.path} ${one.code}`);
    expect(await wrong({ language: 'ru' })).toEqual(['body.address address_language_missing']);
    expect(await wrong({ institution_id: v7() })).toEqual(['body.institution_id not_one_of']);
    expect(await wrong({ address: {} })).toContain('body.address required');
    expect(await wrong({ body: 'a\u0000' })).toEqual(['body.body unstorable_text']);
    const elsewhere = editionId('homecoming-1');
    const id = v7();
    await nodira.request(
      'POST',
      '/api/exchange/invitations',
      letter(id, { edition_id: elsewhere }),
    );
    const sent = await nodira.request('POST', `/api/exchange/invitations/${id}/send`, {
      version: 1,
    });
    expect(sent.json().code).toBe('letterhead_missing');
  });
});

describe('the answer of an institution', () => {
  const id = fixedId('exchange:invitation:children-org');
  const at = async () => new URL((await sheet(id)).reply_url).pathname;

  it('needs the code of the letter and no account; a form without an answer is shown again', async () => {
    const path = await at();
    const page = await stranger.request('GET', path);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('12-04/4');
    expect(page.headers['referrer-policy']).toBe('same-origin');
    for (const lang of ['ru', 'uz']) {
      const other = await stranger.request('GET', path.replace('/en/', `/${lang}/`));
      expect(other.statusCode).toBe(200);
      expect(other.body).not.toContain('Send the answer');
    }
    expect((await stranger.request('GET', `${path}x`)).statusCode).toBe(404);
    // A draft has a code already, but it opens nothing yet.
    const early = `/exchange/en/reply/demo-letter-of-pamir-0001`;
    expect((await stranger.request('GET', early)).statusCode).toBe(404);
    const empty = await answer(path, { words: '<b>We come</b>' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('&lt;b&gt;We come');
    const nobody = await answer(path, { reply: 'nominated', name0: 'Dana Test' });
    expect(nobody.statusCode).toBe(422);
    expect((await sheet(id)).state).toBe('sent');
  });

  it('names people, who get an account and a seat when an organiser lets them in', async () => {
    const path = await at();
    const fields = {
      ...{
        reply: 'nominated',
        name0: 'Dana Test',
        position0: 'Lawyer',
        email0: 'Dana@example.org',
      },
      ...{ name1: 'Emil Test', email1: 'emil@example.org' },
    };
    expect((await answer(path, fields)).statusCode).toBe(303);
    await answer(path, fields);
    const found = await sheet(id);
    expect(found).toMatchObject({ state: 'nominated', nominees: 2 });
    const [dana] = found.nominations;
    expect(dana).toMatchObject({ name: 'Dana Test', email: 'dana@example.org', invited_at: null });
    const invite = `/api/exchange/nominations/${dana.id}/invite`;
    expect((await lukas.request('POST', invite, {})).statusCode).toBe(404);
    const invited = await nodira.request('POST', invite, {});
    expect(invited.json().nominations[0].invited_at).not.toBeNull();
    expect(server.letters.at(-1)?.to).toBe('dana@example.org');
    await nodira.request('POST', invite, {});
    const { rows } = await database.pool('superuser').query(
      `select r.role from exchange.role r join exchange_auth.account a on a.id = r.participant_id
       where a.email = 'dana@example.org'`,
    );
    expect(rows).toEqual([{ role: 'attendee' }]);
    // What came by telephone is written down by an organiser, and told to be so.
    const noted = { reply: 'declined', words: 'By telephone', nominees: [] };
    const after = await nodira.request('POST', `/api/exchange/invitations/${id}/replies`, noted);
    expect(after.json()).toMatchObject({ state: 'declined' });
    expect(after.json().replies.at(-1)).toMatchObject({ noted: true, words: 'By telephone' });
  });
});

describe('the protocol of an edition', () => {
  it('puts guests in order by rules that its organisers choose, and by hand', async () => {
    const path = `/api/exchange/editions/${EDITION}/protocol?lang=ru`;
    expect((await lukas.request('GET', path)).statusCode).toBe(404);
    const first = (await nodira.request('GET', path)).json();
    expect(first.title).toContain('Возвращение домой');
    // The host first, then by office.
    expect(first.guests.slice(0, 2)).toMatchObject([
      { name: 'Nodira Yusupova', host: true },
      { name: 'Barno Xolmatova', rank: 'deputy_minister' },
    ]);
    const priya = first.guests.find((one: { name: string }) => one.name === 'Priya Raman');
    const change = { rules: ['country'], fixed: { [priya.id]: 1 }, version: 0 };
    const put = (body: object) =>
      nodira.request('PUT', `/api/exchange/editions/${EDITION}/precedence`, body);
    expect((await put(change)).json()).toEqual({ version: 1 });
    expect((await put(change)).json().code).toBe('version_conflict');
    const ranked = { rank: 'expert', form: { ru: { title: 'Профессор', name: 'П. Раман' } } };
    const rank = `/api/exchange/editions/${EDITION}/ranks/${priya.id}`;
    expect((await nodira.request('PUT', rank, ranked)).statusCode).toBe(200);
    const then = (await nodira.request('GET', path)).json();
    expect(then.guests[0]).toMatchObject({ name: 'П. Раман', title: 'Профессор' });
  });
});
