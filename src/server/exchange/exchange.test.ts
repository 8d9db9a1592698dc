import { describe, expect, it } from 'vitest';
import type { Wording } from '#domain/exchange/wording.ts';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PASSWORD } from '../seed/accounts.ts';
import { html } from './page/html.ts';
import { languagesOfPages } from './page/speaker.ts';
import { editionId } from './seed/editions.ts';

const database = await testDatabase();
const server = await testServer(database);
const nodira = await participant(server, 'nodira');
const dilnoza = await participant(server, 'dilnoza');
const lukas = await participant(server, 'lukas');

describe('the two halves', () => {
  // Broken once by `grant select on person to homeward_exchange`.
  it('the role of the exchange is refused on every table and function of the programme, and the other way round', async () => {
    const { rows } = await database.pool('superuser').query<{ name: string }>(
      `select 'exchange reads ' || n.nspname || '.' || c.relname as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'auth', 'jobs') and c.relkind in ('r', 'p', 'v')
           and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
           and (has_table_privilege('homeward_exchange', c.oid, 'select, insert, update, delete')
             or has_any_column_privilege('homeward_exchange', c.oid, 'select, insert, update'))
       union all
       select 'exchange calls ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname in ('public', 'auth', 'jobs')
           and has_function_privilege('homeward_exchange', p.oid, 'execute')
           and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
       union all
       select r || ' reads ' || n.nspname || '.' || c.relname
         from unnest(array['homeward_app', 'homeward_auth', 'homeward_jobs']) r, pg_class c
         join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('exchange', 'exchange_auth') and c.relkind in ('r', 'p', 'v')
           and has_table_privilege(r, c.oid, 'select, insert, update, delete')
       union all
       select 'a key leads across: ' || conname from pg_constraint k
         join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
         where k.contype = 'f' and (a.relnamespace::regnamespace::text like 'exchange%')
           <> (b.relnamespace::regnamespace::text like 'exchange%')`,
    );
    expect(rows).toEqual([]);
    const exchange = database.pool('exchange');
    await expect(exchange.query('select from public.person')).rejects.toThrow(/permission denied/);
    // The functions that run as homeward_reader in its schema read nothing of the programme.
    const { rows: definers } = await database.pool('superuser').query<{ name: string }>(
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'exchange' and p.prosecdef and p.prosrc ~ '\\m(public|auth|jobs)\\.'`,
    );
    expect(definers).toEqual([]);
  });

  it('a session of one half opens nothing of the other', async () => {
    const aziza = await signIn(server, 'aziza');
    expect((await aziza.request('GET', '/api/exchange/me')).statusCode).toBe(401);
    expect((await nodira.request('GET', '/api/me')).statusCode).toBe(401);
    expect((await nodira.request('GET', '/api/exchange/me')).json()).toMatchObject({
      name: 'Nodira Yusupova',
      roles: expect.arrayContaining([expect.objectContaining({ role: 'organiser' })]),
    });
  });

  it('an instance that runs one half has no route of the other', async () => {
    for (const [half, here, there] of [
      ['programme', '/api/me', '/api/exchange/me'],
      ['exchange', '/api/exchange/me', '/api/me'],
    ] as const) {
      const one = await testServer(database, { env: { HOMEWARD_HALVES: half } });
      expect((await one.stranger().request('GET', here)).statusCode).toBe(401);
      expect((await one.stranger().request('GET', there)).statusCode).toBe(404);
    }
  });
});

describe('an account at the exchange', () => {
  it('comes by letter, looks the same for a known address, and signs in with its password', async () => {
    const stranger = server.stranger();
    const body = {
      ...{ name: 'Maya Test', email: 'maya@example.org', country: 'SG', institution_id: null },
      ...{ languages: ['en'], time_zone: 'Asia/Singapore', locale: 'en' },
    };
    const path = '/api/exchange/registrations-of-accounts';
    const first = await stranger.request('POST', path, body);
    const again = await stranger.request('POST', path, body);
    expect([first.statusCode, first.body]).toEqual([again.statusCode, again.body]);
    const [letter, known] = server.letters.slice(-2);
    expect(known?.text).not.toContain('#');
    const secret = /way-in#(\S+)/.exec(letter?.text ?? '')?.[1];
    const password = 'four words without order';
    const taken = { secret, password, locale: 'ru' };
    expect((await stranger.request('POST', '/api/exchange/way-in', taken)).statusCode).toBe(204);
    const twice = await stranger.request('POST', '/api/exchange/way-in', taken);
    expect(twice.json().code).toBe('invitation_gone');
    const wrong = { user: 'maya@example.org', password: 'something else' };
    expect((await stranger.request('POST', '/api/exchange/entry', wrong)).json().code).toBe(
      'wrong_credentials',
    );
    const right = { user: 'maya@example.org', password };
    expect((await stranger.request('POST', '/api/exchange/entry', right)).statusCode).toBe(200);
    const me = (await stranger.request('GET', '/api/exchange/me')).json();
    expect(me).toMatchObject({ name: 'Maya Test', locale: 'ru', roles: [] });
    // Nobody reads another's row, nor gives himself a role.
    const client = await database.pool('exchange').connect();
    await client.query('begin');
    await client.query('select exchange.begin($1)', [me.id]);
    expect((await client.query('select id from exchange.participant')).rows).toEqual([
      { id: me.id },
    ]);
    const grab = client.query(
      `insert into exchange.role (id, participant_id, role, granted_at)
       values ($1, $1, 'organiser', now())`,
      [me.id],
    );
    await expect(grab).rejects.toThrow(/row-level security/);
    await client.query('rollback');
    client.release();
    await stranger.request('DELETE', '/api/exchange/entry');
    expect((await stranger.request('GET', '/api/exchange/me')).statusCode).toBe(401);
  });

  it('of the demo signs in by user name', async () => {
    const body = { user: 'nodira', password: DEMO_PASSWORD };
    const reply = await server.stranger().request('POST', '/api/exchange/entry', body);
    expect(reply.json()).toEqual({ state: 'signed_in' });
  });
});

describe('texts in many languages', () => {
  const edition = editionId('homecoming-2');
  const path = `/api/exchange/wordings/edition/${edition}/title`;

  /** What waits on the desk of these words, for the second editor. */
  const waiting = async () => {
    const { rows } = (await dilnoza.request('GET', '/api/exchange/publications')).json();
    const kinds = rows.filter(
      (one: { subject_kind: string }) => one.subject_kind === 'translation',
    );
    return kinds[0]?.id as string;
  };
  const publish = (by: Caller, one: string) =>
    by.request('POST', `/api/exchange/publications/${one}/publish`, { answered: [] });
  const page = async () =>
    (await server.stranger().request('GET', '/exchange/en/homecoming-2')).body;

  // Seen to fail with `shown` left out of translatable.ts: the words changed at once.
  it('that readers see change after a second look; the old words stand meanwhile, and come back', async () => {
    const text = { lang: 'kk', text: 'Үйге оралу', seen: 1 };
    expect((await lukas.request('PUT', path, text)).json().code).toBe('gone');
    const asked = (await nodira.request('PUT', path, text)).json();
    expect([asked.waits, Object.keys(asked.wording.versions)]).toEqual([
      true,
      ['en', 'ru', 'uz-Latn'],
    ]);
    // The same hand says it anew: one waits, not two.
    await nodira.request('PUT', path, { ...text, text: 'Үйге қайту' });
    const source = { lang: 'en', text: 'Second talks', seen: 1 };
    const kazakh = await waiting();
    const alone = server.deps.otherHalf.exchange.as(nodira.id, ({ client }) =>
      client.query(`select exchange.take_words(id, 'edition', '{}') from exchange.wording_change`),
    );
    await expect(alone).rejects.toThrow(/not sent out/);
    expect((await publish(nodira, kazakh)).json().code).toBe('publication_of_own');
    expect((await publish(dilnoza, kazakh)).statusCode).toBe(204);
    await nodira.request('PUT', path, source);
    const english = await waiting();
    // A translation of what is about to change waits, and is not sent out over it.
    await nodira.request('PUT', path, { ...text, text: 'Қайту' });
    const late = await waiting();
    expect(await page()).not.toContain('Second talks');
    expect((await publish(dilnoza, english)).statusCode).toBe(204);
    expect(await page()).toContain('Second talks');
    expect((await publish(dilnoza, late)).json().code).toBe('text_changed_meanwhile');
    const back = { reason: 'The original has changed' };
    await dilnoza.request('POST', `/api/exchange/publications/${late}/send-back`, back);
    expect((await nodira.request('PUT', path, text)).json().code).toBe('text_changed_meanwhile');
    const all = `/api/exchange/wordings?lang=kk&edition=${edition}`;
    const line = (await nodira.request('GET', all)).json().rows;
    expect(line).toContainEqual(
      expect.objectContaining({
        ...{ noun: 'edition', field: 'title', state: 'stale' },
        asked: { text: 'Қайту', own: true, waits: false, reason: back.reason },
      }),
    );
    // Taken down in one click: what stood there before is there again, and the log says who did it.
    const { rows } = (
      await dilnoza.request('GET', '/api/exchange/publications?state=published')
    ).json();
    const { subject_id } = rows.find((one: { id: string }) => one.id === english);
    const down = { subject_kind: 'translation', subject_id, reason: 'Too early' };
    expect((await dilnoza.request('POST', '/api/exchange/takedowns', down)).statusCode).toBe(204);
    expect(await page()).not.toContain('Second talks');
    const phone = { lang: 'ru', text: 'Звоните +998 90 123-45-67', seen: 3 };
    expect((await nodira.request('PUT', path, phone)).json()).toMatchObject({
      ...{ code: 'words_betray_somebody', details: { words: ['+998 90 123-45-67'] } },
    });
    const open = await nodira.request('GET', `/api/exchange/wordings?lang=ru&edition=${edition}`);
    expect(open.json().rows).toContainEqual(
      expect.objectContaining({ noun: 'edition', field: 'title', state: 'stale' }),
    );
  });
});

describe('a translation whose original moved on meanwhile', () => {
  // Broken on purpose: with the newest revision taken for the one that was seen, an old translation was up to date; with
  // the same words not written, the mark of a translation that is right still never went.
  it('is refused by name with nothing lost, stays marked as old, and is up to date once it is said again', async () => {
    const id = server.deps.newId();
    const path = `/api/exchange/wordings/session/${id}/title`;
    const made = await nodira.request('POST', '/api/exchange/sessions', {
      ...{
        id,
        edition_id: editionId('homecoming-2'),
        kind: 'talk',
        minutes: 30,
        languages: ['en'],
      },
      ...{ rule: 'public', do_not_record: false, track_id: null, abstract: null },
      title: { lang: 'en', text: 'Homes' },
    });
    expect(made.statusCode).toBe(201);
    const say = (lang: string, text: string, seen: number) =>
      nodira.request('PUT', path, { lang, text, seen });
    const standing = async () => {
      const list = `/api/exchange/wordings?lang=ru&only=all&edition=${editionId('homecoming-2')}`;
      const found: { id: string; state: string; wording: Wording }[] = [];
      for (let after = 0, more = true; more; after += 50) {
        const page = (await nodira.request('GET', `${list}&after=${after}`)).json();
        found.push(...page.rows);
        more = page.more;
      }
      return found.find((one) => one.id === id);
    };
    expect((await say('ru', 'Дома', 1)).statusCode).toBe(200);
    expect((await standing())?.state).toBe('done');
    // While the translator writes another line, an editor changes the original.
    expect((await say('en', 'Foster homes', 1)).statusCode).toBe(200);
    const late = await say('ru', 'Дома детства', 1);
    expect([late.statusCode, late.json().code]).toEqual([409, 'text_changed_meanwhile']);
    const after = await standing();
    expect([after?.state, after?.wording.versions.ru?.text, after?.wording.revision]).toEqual([
      ...['stale', 'Дома', 2],
    ]);
    expect(after?.wording.versions.en?.text).toBe('Foster homes');
    // The old words are right still: said again beside the new original they are up to date.
    expect((await say('ru', 'Дома', 2)).json().waits).toBe(false);
    expect((await standing())?.state).toBe('done');
  });
});

describe('an original that people have voted on', () => {
  // Broken once by leaving out `stands`, once by leaving out `frozen`: each failed.
  it('stays as it is with its translations; a language that is missing comes after a second look', async () => {
    const { rows } = await database.pool('owner').query<{ id: string; wording: Wording }>(
      `select s.id, s.wording from exchange.opinion_statement s
        join exchange.opinion_vote v on v.statement_id = s.id limit 1`,
    );
    const { id, wording } = rows[0] ?? { id: '', wording: undefined };
    const put = (lang: string) =>
      nodira.request('PUT', `/api/exchange/wordings/opinion_statement/${id}/wording`, {
        ...{ lang, text: 'Something else', seen: wording?.revision },
      });
    expect((await put(wording?.source ?? '')).json().code).toBe('original_stands');
    for (const lang of Object.keys(wording?.versions ?? {}))
      expect((await put(lang)).json().code).toBe('original_stands');
    expect((await put('kk')).json()).toMatchObject({ waits: true, wording });
  });
});

describe('public pages', () => {
  it('are whole in each language, say where a translation is old, and hold no script', async () => {
    expect(languagesOfPages()).toEqual(['en', 'ru', 'uz']);
    const stranger = server.stranger();
    for (const lang of languagesOfPages()) {
      const page = await stranger.request('GET', `/exchange/${lang}/homecoming-2`);
      expect(page.headers['content-language']).toBe(lang);
      expect(page.body).toContain(`<html lang="${lang}">`);
      expect(page.body).not.toContain('<script');
      expect((await stranger.request('GET', `/exchange/${lang}/nothing`)).statusCode).toBe(404);
    }
    const russian = await stranger.request('GET', '/exchange/ru/homecoming-2');
    expect(russian.body).toContain('Оригинал изменился после этого перевода');
    const asked = await stranger.request('GET', '/exchange', undefined, {
      'accept-language': 'fr, ru;q=0.8',
    });
    expect(asked.headers.location).toBe('/exchange/ru');
  });

  // Broken once by leaving out `escaped`.
  it('show what people wrote as text', () => {
    const made = html`<p title="${'"><img src=x>'}">${'<script>'}${[html`<b>${1}</b>`, null]}</p>`;
    expect(made.markup).toBe('<p title="&quot;&gt;&lt;img src=x&gt;">&lt;script&gt;<b>1</b></p>');
  });
});
