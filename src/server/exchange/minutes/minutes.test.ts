import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { MinutesPublication } from '#domain/exchange/minutes/published-minutes.ts';
import type { MinutesOfSession } from '#domain/exchange/recommendation/recommendation.ts';
import { ANSWERS_TO, type PersonFinding } from '#domain/person-check.ts';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { type Caller, testServer } from '#test/http.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { demoSession } from '../seed/recommendation/recommendations.ts';

const database = await testDatabase();
const server = await testServer(database);
const [nodira, dilnoza, meilin, aigerim, priya, otabek] = await Promise.all([
  participant(server, 'nodira'),
  participant(server, 'dilnoza'),
  participant(server, 'meilin'),
  participant(server, 'aigerim'),
  participant(server, 'priya'),
  participant(server, 'otabek'),
]);
const stranger = server.stranger();
const owner = database.pool('owner');
const page = async (path: string) => stranger.request('GET', `/exchange/${path}`);
const minutes = (code: string, lang = 'en') =>
  page(`${lang}/homecoming-1/minutes/${demoSession(code)}`);
const CLOSING = demoSession('closing');
const WAY = `/api/exchange/sessions/${CLOSING}/minutes/publication`;
const ask = async (by: Caller) => (await by.request('POST', WAY)).json();
const standing = async (by: Caller) => (await by.request('GET', WAY)).json<MinutesPublication>();

/** The second editor answers what the check found, and publishes. */
async function publish(by: Caller) {
  const list = await dilnoza.request('GET', '/api/exchange/publications');
  const { id } = list
    .json<{ rows: { id: string; subject_id: string }[] }>()
    .rows.find(({ subject_id }) => subject_id === CLOSING) ?? { id: '' };
  const path = `/api/exchange/publications/${id}`;
  const { findings } = (await dilnoza.request('GET', path)).json<{ findings: PersonFinding[] }>();
  const answered = findings.map((finding) => ({
    ...{ finding, answer: ANSWERS_TO[finding.rule].at(-1), reason: 'Said in public' },
  }));
  return by.request('POST', `${path}/publish`, { answered });
}
const ruleOf = (rule: string) =>
  owner.query('update exchange.session set rule = $2 where id = $1', [CLOSING, rule]);

describe('minutes that everybody reads', () => {
  it('stand in three languages, by whom where it may be told, and lead to what became of them', async () => {
    for (const [lang, words] of [
      ['en', 'A child comes to school more easily'],
      ['ru', 'Ребёнку легче прийти в школу'],
      ['uz', 'kutib turgan maktabga kelish osonroq'],
    ] as const) {
      const { body } = await minutes('opening', lang);
      expect(body).toContain(words);
      expect(body).toContain('Anneke Claes');
      expect(body).toContain(`/exchange/${lang}/homecoming-1/recommendations/1"`);
      const list = (await page(`${lang}/homecoming-1/minutes`)).body;
      for (const code of ['opening', 'experts']) expect(list).toContain(demoSession(code));
      expect(list).not.toContain(CLOSING);
    }
    const said = (await minutes('experts')).body;
    expect(said).toContain('The first ten days decide');
    expect(said).toContain('not by whom');
    expect(said).not.toContain('<strong>');
    // And back from the recommendation to its line.
    expect((await page('en/homecoming-1/recommendations/1')).body).toContain(
      `/exchange/en/homecoming-1/minutes/${demoSession('opening')}#line-1`,
    );
    for (const path of ['homecoming-2/minutes', 'homecoming-1/minutes/x', 'no/minutes'])
      expect((await page(`en/${path}`)).statusCode).toBe(404);
  });

  it('go out by a second editor, as they were asked for, without whoever stepped back', async () => {
    expect((await minutes('closing')).statusCode).toBe(404);
    expect((await ask(aigerim)).code).toBe('not_allowed');
    // Somebody speaks of the own life under another name.
    await owner.query(
      `insert into exchange.session_speaker (session_id, edition_id, participant_id, part, name, alias)
       select id, edition_id, $2, 'speaker', 'A mother of two', true from exchange.session where id = $1`,
      [CLOSING, priya.id],
    );
    const path = `/api/exchange/sessions/${CLOSING}/minutes`;
    for (const words of ['I was afraid of the school.', 'Nobody asked us.'])
      await meilin.request('POST', path, {
        ...{ id: uuid(), lang: 'en', words, speaker: 'A mother of two' },
      });
    expect(await ask(meilin)).toMatchObject({ state: 'waiting', may_ask: false, path: null });
    expect((await ask(nodira)).code).toBe('already_so');
    // Another moderator, who did not ask, sees that they wait. Seen to fail without the policy `reads_minutes`.
    await owner.query(
      `insert into exchange.role (id, participant_id, edition_id, role, granted_at)
       select $1, $2, edition_id, 'moderator', now() from exchange.session where id = $3`,
      [uuid(), otabek.id, CLOSING],
    );
    expect(await standing(otabek)).toMatchObject({ state: 'waiting', may_ask: false });
    expect((await otabek.request('GET', '/api/exchange/publications')).statusCode).toBe(403);
    expect((await publish(meilin)).statusCode).not.toBe(204);
    // Between asking and the second look: a line is put right, and the mother steps back.
    const { lines } = (await meilin.request('GET', path)).json<MinutesOfSession>();
    const [first] = lines;
    const seen = first?.words.revision;
    await meilin.request('PUT', `/api/exchange/minutes/${first?.id}`, {
      ...{ lang: 'en', words: 'Written later.', speaker: null, seen },
    });
    const client = await database.pool('exchange').connect();
    await client.query('begin');
    await client.query('select exchange.begin($1)', [priya.id]);
    const { rows } = await client.query('select exchange.step_back($1) as back', [CLOSING]);
    expect(rows).toEqual([{ back: true }]);
    await client.query('commit');
    client.release();
    expect((await publish(dilnoza)).statusCode).toBe(204);
    const { body } = await minutes('closing');
    expect(body).toContain('numbers must not betray a child');
    expect(body).toContain('Ingrid Solberg');
    for (const words of [
      'Written later',
      'afraid of the school',
      'Nobody asked',
      'A mother of two',
    ])
      expect(body).not.toContain(words);
    // Asked anew, what was put right is in it; what she said is not.
    await ask(meilin);
    await publish(dilnoza);
    const anew = (await minutes('closing')).body;
    expect(anew).toContain('Written later.');
    expect(anew).not.toContain('afraid of the school');
    expect((await page('ru/homecoming-1')).body).toContain('/exchange/ru/homecoming-1/minutes"');
  });

  // Seen to fail without the trigger `keep_minutes_rule`. Without the first line of `linesThatLeave` it
  // does not fail: the policy keeps them in too.
  it('are kept by the rule of the session, also one that came later', async () => {
    await ruleOf('chatham_house');
    // What was said in public names people: it is taken back, and goes out anew without who said it.
    expect((await minutes('closing')).statusCode).toBe(404);
    expect(await standing(meilin)).toMatchObject({ state: 'draft', path: null, may_ask: true });
    const named = { id: uuid(), lang: 'en', words: 'Nobody is named.', speaker: null };
    await meilin.request('POST', `/api/exchange/sessions/${CLOSING}/minutes`, named);
    await owner.query(
      `update exchange.minutes_line set words = jsonb_set(words, '{versions,ru}',
         '{"text":"Сказал Lukas Brandt","of":1,"by":null,"at":"2026-01-01T00:00:00.000Z"}') where id = $1`,
      [named.id],
    );
    expect((await ask(meilin)).code).toBe('line_names_somebody');
    await owner.query('delete from exchange.minutes_line where id = $1', [named.id]);
    expect((await ask(meilin)).state).toBe('waiting');
    expect((await publish(dilnoza)).statusCode).toBe(204);
    const quiet = (await minutes('closing')).body;
    expect(quiet).toContain('Written later.');
    expect(quiet).not.toMatch(/Ingrid Solberg|Ayesha Qureshi/);

    await ruleOf('closed');
    for (const lang of ['en', 'ru', 'uz']) {
      expect((await minutes('closing', lang)).statusCode).toBe(404);
      expect((await page(`${lang}/homecoming-1/minutes`)).body).not.toContain(CLOSING);
    }
    expect((await ask(meilin)).code).toBe('minutes_kept_in');
    expect(await standing(meilin)).toMatchObject({ kept_in: true, path: null, may_ask: false });
    const copy = JSON.stringify({ version: 1, lines: [{ number: 1, speaker: 'Somebody' }] });
    const force = () =>
      owner.query('update exchange.minutes set published = $2 where session_id = $1', [
        ...[CLOSING, copy],
      ]);
    await expect(force()).rejects.toThrow(/keeps these minutes in/);
    await ruleOf('chatham_house');
    await expect(force()).rejects.toThrow(/keeps these minutes in/);
    await ruleOf('public');
  });
});

describe('the copy of an edition to take along', () => {
  const copyOf = async (edition: string) => {
    const reply = await page(`en/${edition}/copy.zip`);
    expect([edition, reply.statusCode]).toEqual([edition, 200]);
    return unpacked(reply.rawPayload);
  };

  // Broken on purpose: with the proceedings drawn as on the server their licence led out of the copy.
  it('holds proceedings, minutes and public materials, and every link stays in it', async () => {
    const files = await copyOf('homecoming-1');
    for (const lang of ['en', 'ru', 'uz'])
      for (const name of ['index', 'proceedings', 'minutes', 'materials'])
        expect([...files.keys()]).toContain(`${lang}/${name}.html`);
    expect(files.get('ru/proceedings.html')?.toString()).toContain('CC BY 4.0');
    expect(files.get('ru/proceedings.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    let links = 0;
    for (const edition of ['homecoming-1', 'homecoming-2']) {
      const held = await copyOf(edition);
      for (const [name, bytes] of held) {
        if (!name.endsWith('.html')) continue;
        for (const [, to = ''] of bytes.toString().matchAll(/(?:href|src)="([^"]+)"/g)) {
          const { pathname, host } = new URL(to, `http://copy.invalid/${edition}/${name}`);
          expect(host, `${name}: ${to}`).toBe('copy.invalid');
          const there = pathname.slice(`/${edition}/`.length);
          expect(held.has(there), `${name}: ${to}`).toBe(true);
          links += 1;
        }
      }
    }
    expect(links).toBeGreaterThan(100);
  });

  // Seen to fail with the figures left as they stand on the server, and with them taken out.
  it('has each chart of its texts as a picture of its own, in the language of the page', async () => {
    const chart = '/exchange/en/evidence/returns-2018-2025/chart-1.svg';
    const gone = '/exchange/en/evidence/no-such-table/chart-1.svg';
    await owner.query(
      `update exchange.proceedings set published = jsonb_set(published, '{abstract,versions,ru,text}',
         to_jsonb($1::text)) where published is not null`,
      [`Итоги.\n\n${chart}\n\n${gone}\n\nКонец.`],
    );
    const held = await copyOf('homecoming-1');
    const file = 'charts/returns-2018-2025-chart-1.svg';
    expect(held.get(`ru/${file}`)?.toString()).toMatch(/^<svg [^>]*lang="ru"/);
    const body = held.get('ru/proceedings.html')?.toString() ?? '';
    expect(body.match(/<img [^>]*>/g)).toEqual([expect.stringContaining(`src="${file}"`)]);
    expect(body).not.toMatch(/\/exchange\/|no-such-table/);
    expect(body).toContain('<figcaption');
    // The table is taken down: nobody takes its chart along any more.
    await owner.query('update exchange.evidence_table set shown_version_id = null');
    const later = await copyOf('homecoming-1');
    expect(later.has(`ru/${file}`)).toBe(false);
    expect(later.get('ru/proceedings.html')?.toString()).not.toContain('<figure');
  });

  it('gives on no material that its speakers keep, nor one for participants', async () => {
    const slides = `materials/${fixedId('exchange:material:seat-slides')}.pdf`;
    const session = fixedId('exchange:session:first-school');
    const given = await copyOf('homecoming-1');
    expect(given.get(slides)?.subarray(0, 5).toString()).toBe('%PDF-');
    const reader = fixedId('exchange:material:reader');
    const second = await copyOf('homecoming-2');
    expect([...second.keys()].filter((name) => name.includes(reader))).toEqual([]);
    const file = `/api/exchange/materials/${fixedId('exchange:material:seat-slides')}/file`;
    expect((await stranger.request('GET', file)).statusCode).toBe(200);
    // One speaker takes the yes back: gone from the copy, and from the public pages too.
    await owner.query('update exchange.agreement set materials = false where session_id = $1', [
      session,
    ]);
    expect((await copyOf('homecoming-1')).has(slides)).toBe(false);
    expect((await stranger.request('GET', file)).statusCode).toBe(404);
    expect((await page('en/homecoming-1/materials')).body).not.toContain('Slides: a seat');
    // Unsigned: it stands on the page, which can be changed, and not in what nobody can take back.
    await owner.query('delete from exchange.agreement where session_id = $1', [session]);
    expect((await copyOf('homecoming-1')).has(slides)).toBe(false);
    expect((await stranger.request('GET', file)).statusCode).toBe(200);
  });
});

/** The files of a ZIP that stores and does not compress. */
function unpacked(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const size = zip.readUInt32LE(at + 18);
    const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 30, at + 30 + zip.readUInt16LE(at + 26)).toString();
    files.set(name, zip.subarray(from, from + size));
    at = from + size;
  }
  return files;
}
