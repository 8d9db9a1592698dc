import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { editionId } from '../seed/editions.ts';

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const nodira = await participant(server, 'nodira');
const lukas = await participant(server, 'lukas');
const priya = await participant(server, 'priya');
const stranger = server.stranger();
const EDITION = editionId('homecoming-2');
const PATH = `/api/exchange/editions/${EDITION}`;
const PAGE = '/exchange/en/homecoming-2';

const said = (over: object = {}) => ({
  ...{ id: uuid(), consent: { name: true, institution: false, country: true }, sex: null },
  ...{ languages: ['en'], answers: { interpretation: '0' }, invitation: null, ...over },
});
const own = async (who: typeof lukas) =>
  (await who.request('GET', '/api/exchange/my-registrations'))
    .json()
    .rows.find((row: { edition_id: string }) => row.edition_id === EDITION);
const limits = (seats: number, approval = false, per_country: number | null = null) =>
  owner.query(
    `update exchange.registration_settings set seats = $1, approval = $2, seats_per_country = $3,
       seats_per_institution = null where edition_id = $4`,
    [seats, approval, per_country, EDITION],
  );
const cleared = () =>
  owner.query('delete from exchange.registration where edition_id = $1', [EDITION]);
const list = async () => (await stranger.request('GET', `${PAGE}/participants`)).body;
const form = (fields: Record<string, string>, who = stranger) =>
  server.app.inject({
    ...{
      method: 'POST',
      url: `${PAGE}/registration`,
      payload: new URLSearchParams(fields).toString(),
    },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });

describe('a registration', () => {
  // Broken on purpose: with the seats not locked two had the last one, and with nobody moved up a seat stayed empty.
  it('finds a seat or waits, moves up when one is given back, and two at once do not share the last', async () => {
    await cleared();
    await limits(1);
    const both = await Promise.all(
      [lukas, priya].map((who) => who.request('POST', `${PATH}/registration`, said())),
    );
    const states = both.map((reply) => reply.json().state).toSorted();
    expect(states).toEqual(['approved', 'waiting']);
    const [first, second] =
      (await own(lukas)).state === 'approved' ? [lukas, priya] : [priya, lukas];
    expect((await first.request('POST', `${PATH}/registration`, said())).json().code).toBe(
      'already_so',
    );
    const before = server.letters.length;
    expect((await first.request('DELETE', `${PATH}/registration`)).statusCode).toBe(204);
    expect((await own(second)).state).toBe('approved');
    expect(server.letters.slice(before).map(({ to }) => to)).toHaveLength(1);
    // By country: a second of the same one waits though there is room.
    await cleared();
    await limits(10, false, 1);
    const katrin = await participant(server, 'katrin.vogel');
    await lukas.request('POST', `${PATH}/registration`, said());
    const same = await katrin.request('POST', `${PATH}/registration`, said());
    expect(same.json().state).toBe('waiting');
    // An invitation by link passes the quota; its secret is shown once and kept nowhere.
    const made = await nodira.request('POST', `${PATH}/invitations-by-link`, {
      ...{ id: uuid(), label: 'Ministry', uses: 1, until: '2099-01-01T10:00' },
    });
    const secret = new URL(made.json().link).searchParams.get('invitation') ?? '';
    expect((await nodira.request('GET', `${PATH}/invitations-by-link`)).body).not.toContain(secret);
    await katrin.request('DELETE', `${PATH}/registration`);
    const invited = await katrin.request(
      'POST',
      `${PATH}/registration`,
      said({ invitation: secret }),
    );
    expect(invited.json().state).toBe('approved');
    const spent = await priya.request('POST', `${PATH}/registration`, said({ invitation: secret }));
    expect(spent.json().code).toBe('invitation_gone');
  });

  it('is said yes to in bulk, in the order of arrival, by organisers alone', async () => {
    await cleared();
    await limits(1, true);
    await lukas.request('POST', `${PATH}/registration`, said());
    server.advance(1000);
    await priya.request('POST', `${PATH}/registration`, said());
    const rows = (await nodira.request('GET', `${PATH}/registrations?state=requested`)).json().rows;
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(['Lukas Brandt', 'Priya Raman']);
    const ids = rows.map(({ id }: { id: string }) => id).toReversed();
    const decide = (who: typeof lukas) =>
      who.request('POST', `${PATH}/registration-decisions`, { ids, decision: 'approve' });
    expect((await decide(lukas)).statusCode).toBe(404);
    expect((await lukas.request('GET', `${PATH}/registrations`)).statusCode).toBe(404);
    expect((await decide(nodira)).json()).toEqual({ approved: 1, waiting: 1, declined: 0 });
    expect((await own(lukas)).state).toBe('approved');
    expect((await own(priya)).state).toBe('waiting');
  });

  // Seen to fail with `listed_participants` telling each name.
  it('shows in the list exactly what was agreed to, and nothing from the moment it is taken back', async () => {
    await cleared();
    await limits(10);
    await lukas.request('POST', `${PATH}/registration`, said());
    expect(await list()).toContain('Lukas Brandt');
    expect(await list()).toContain('Germany');
    expect(await list()).not.toContain('Spree');
    const consent = { name: false, institution: false, country: true };
    await lukas.request('PUT', `${PATH}/registration/consent`, consent);
    expect(await list()).not.toContain('Lukas');
    expect(await list()).toContain('Germany');
    await lukas.request('PUT', `${PATH}/registration/consent`, { ...consent, country: false });
    expect(await list()).not.toContain('Germany');
    expect(await list()).toContain('Nobody is listed yet.');
  });

  it('works as a plain form: the account comes by letter, and no seat is held until it is opened', async () => {
    await cleared();
    await limits(10);
    const fields = {
      ...{
        name: 'Maya <b>Test',
        email: 'maya.form@example.org',
        country: 'SG',
        institution_id: '',
      },
      ...{ time_zone: 'Asia/Singapore', languages: 'en', q_interpretation: '1', show_name: '1' },
    };
    const wrong = await form({ ...fields, email: 'maya', q_interpretation: '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('id="fault-email"');
    expect(wrong.body).toContain('id="fault-q_interpretation"');
    expect(wrong.body).toContain('value="Maya &lt;b&gt;Test"');
    // A country passed over is asked for; of none is whoever says so.
    expect((await form({ ...fields, country: '' })).body).toContain('id="fault-country"');
    const known = await form({ ...fields, email: 'priya@exchange.invalid', country: 'none' });
    const fresh = await form(fields);
    expect([fresh.statusCode, fresh.headers.location]).toEqual([
      303,
      `${PAGE}/registration?done=mail`,
    ]);
    expect([known.statusCode, known.headers.location]).toEqual([303, fresh.headers.location]);
    expect(await list()).not.toContain('Maya');
    const { rows } = await owner.query<{ id: string; state: string }>(
      `select p.id, r.state from exchange.registration r join exchange.participant p
         on p.id = r.participant_id where p.name like 'Maya%'`,
    );
    expect(rows).toMatchObject([{ state: 'unconfirmed' }]);
    const maya = await server.signedInAs(rows[0]?.id ?? '', 'x');
    expect((await own(maya)).state).toBe('approved');
    expect(await list()).toContain('Maya &lt;b&gt;Test');
    // Signed in, the same page asks only what is not known.
    const page = await lukas.request('GET', `${PAGE}/registration`);
    expect(page.body).not.toContain('name="email"');
    const mine = await form({ languages: 'en', q_interpretation: '0' }, lukas);
    expect(mine.headers.location).toBe(`${PAGE}/registration?done=approved`);
  });
});

describe('after a conference', () => {
  it('whoever was marked there gets a certificate whose code anybody can look up, until it is withdrawn', async () => {
    await cleared();
    await limits(10);
    await lukas.request('POST', `${PATH}/registration`, said());
    const session = uuid();
    const title =
      '{"source":"en","revision":1,"versions":{"en":{"text":"S","of":1,"by":null,"at":"2026-01-01T00:00:00.000Z"}}}';
    await owner.query(
      `insert into exchange.session (id, edition_id, title, kind, starts_at, minutes, state, created_at)
       values ($1, $2, $3, 'talk', $4, 90, 'published', $4)`,
      [session, EDITION, title, server.deps.clock()],
    );
    const mark = (who: typeof lukas, came: boolean) =>
      who.request('PUT', `/api/exchange/sessions/${session}/attendance/${lukas.id}`, { came });
    expect((await mark(priya, true)).statusCode).toBe(404);
    expect((await mark(nodira, true)).statusCode).toBe(204);
    expect(
      (await lukas.request('POST', `/api/exchange/sessions/${session}/arrival`)).statusCode,
    ).toBe(204);
    expect((await lukas.request('POST', `${PATH}/certificates`)).statusCode).toBe(404);
    expect((await nodira.request('POST', `${PATH}/certificates`)).json().issued).toBeGreaterThan(0);
    expect((await nodira.request('POST', `${PATH}/certificates`)).json().issued).toBe(0);
    const certificates = (await own(lukas)).certificates;
    const { id, code } = certificates.find(({ part }: { part: string }) => part === 'participant');
    expect((await lukas.request('GET', `/api/exchange/certificates/${id}`)).json()).toMatchObject({
      ...{ name: 'Lukas Brandt', minutes: 90, sessions: 1, code },
    });
    expect((await priya.request('GET', `/api/exchange/certificates/${id}`)).statusCode).toBe(404);
    const look = async (typed: string) =>
      (await stranger.request('GET', `/exchange/en/certificate?code=${encodeURIComponent(typed)}`))
        .body;
    expect(await look(code.toLowerCase())).toContain('Lukas Brandt');
    expect(await look(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`)).toContain(
      'No certificate',
    );
    await nodira.request('PUT', `/api/exchange/certificates/${id}`, { revoked: true });
    expect(await look(code)).toContain('withdrawn');
    expect(await look(code)).not.toContain('Lukas');
    await nodira.request('PUT', `/api/exchange/certificates/${id}`, { revoked: false });
    // Corrected: nobody keeps one for what he did not attend.
    expect((await mark(nodira, false)).statusCode).toBe(204);
    await nodira.request('POST', `${PATH}/certificates`);
    expect(await look(code)).toContain('withdrawn');
  });

  // Broken on purpose: with the start not looked at, whoever opened the room early was noted.
  it('opening the room notes whoever has a seat, says so to him, and nobody else', async () => {
    await cleared();
    await limits(10);
    const noted = async (who: typeof lukas) => {
      const view = (
        await who.request('GET', '/api/exchange/editions/homecoming-2/programme')
      ).json();
      return [view.registered, view.attended];
    };
    const now = server.deps.clock();
    const { rows } = await owner.query<{ id: string }>(
      `update exchange.session set starts_at = $2, state = 'published' where id =
         (select id from exchange.session where edition_id = $1 and kind = 'talk' limit 1) returning id`,
      [EDITION, new Date(now.getTime() + 10 * 60_000)],
    );
    const session = rows[0]?.id ?? '';
    const open = (who: typeof lukas) =>
      who.request('POST', `/api/exchange/sessions/${session}/arrival`);
    expect((await open(lukas)).statusCode).toBe(204);
    expect(await noted(lukas)).toEqual([false, []]);
    await lukas.request('POST', `${PATH}/registration`, said());
    expect((await open(lukas)).statusCode).toBe(201);
    expect((await open(lukas)).statusCode).toBe(204);
    expect(await noted(lukas)).toEqual([true, [session]]);
    expect(await noted(priya)).toEqual([false, []]);
    // Too early: opened, and not noted.
    await owner.query('delete from exchange.attendance where session_id = $1', [session]);
    await owner.query('update exchange.session set starts_at = $2 where id = $1', [
      ...[session, new Date(now.getTime() + 31 * 60_000)],
    ]);
    expect((await open(lukas)).statusCode).toBe(204);
    expect(await noted(lukas)).toEqual([true, []]);
  });

  it('the report counts, hides what is small, and is for organisers', async () => {
    const path = `/api/exchange/editions/${editionId('homecoming-1')}/report`;
    expect((await lukas.request('GET', path)).statusCode).toBe(404);
    const report = (await nodira.request('GET', path)).json();
    const { countries, institutions, sexes } = report.came;
    for (const { cells } of [countries, institutions, sexes])
      for (const { people } of cells) expect(people ?? 5).toBeGreaterThanOrEqual(5);
    for (const { feedback } of report.sessions)
      expect(feedback?.count ?? 5).toBeGreaterThanOrEqual(5);
    const { counts, lines } = report.follow_up;
    const sum = Object.values<number>(counts).reduce((all, n) => all + n, 0);
    expect([lines.length, lines.length > 0]).toEqual([sum, true]);
    // What was recommended stands in it, not the body that adopted it (broken on purpose: it fails).
    const recommended = await owner.query<{ said: string }>(
      `select text -> 'versions' -> (text ->> 'source') ->> 'text' as said from exchange.recommendation`,
    );
    const said = new Set(recommended.rows.map((row) => row.said));
    for (const { text } of lines) expect(said).toContain(text.versions[text.source]);
    // Owners are institutions; no name of a participant stands in it.
    const people = await owner.query<{ name: string }>('select name from exchange.participant');
    for (const { name } of people.rows) expect(JSON.stringify(report)).not.toContain(name);
    expect(countries.total).toBeGreaterThan(20);
    expect(countries.cells.some(({ people }: { people: number | null }) => people === null)).toBe(
      true,
    );
  });
});
