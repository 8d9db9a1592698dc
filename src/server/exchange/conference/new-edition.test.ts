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
const EDITION = editionId('homecoming-2');

describe('a new conference', () => {
  it('is a draft of the organisers of the whole exchange, says field by field what is wrong, and takes over what was asked for and nobody’s registration', async () => {
    const series = { id: uuid(), slug: 'open-doors', language: 'ru', title: 'Открытые двери' };
    const makeSeries = (over: object, who = nodira) =>
      who.request('POST', '/api/exchange/series', {
        ...series,
        titles: { en: 'Open doors' },
        ...over,
      });
    const fields = (reply: { json: () => { fields?: { path: string; code: string }[] } }) =>
      (reply.json().fields ?? []).map(({ path, code }) => `${path} ${code}`);
    expect((await makeSeries({}, lukas)).statusCode).toBe(404);
    expect(fields(await makeSeries({ slug: 'homecoming' }))).toEqual(['body.slug taken']);
    expect((await makeSeries({ slug: 'Два слова', title: '' })).statusCode).toBe(422);
    expect((await makeSeries({})).statusCode).toBe(201);
    expect((await makeSeries({})).json().code).toMatch(/already_so|invalid_input/);

    const { rows } = await owner.query<{ id: string }>(
      'select id from exchange.institution order by slug limit 1',
    );
    const [host = { id: '' }] = rows;
    const one = {
      ...{ id: uuid(), series_id: series.id, slug: 'open-doors-1', language: 'en', state: 'draft' },
      ...{ title: 'Open doors', titles: { ru: 'Открытые двери', 'uz-Latn': 'Ochiq eshiklar' } },
      ...{
        lead: null,
        about: null,
        contact: null,
        time_zone: 'Asia/Tashkent',
        languages: ['en', 'ru'],
      },
      ...{ starts_on: '2027-05-10', ends_on: '2027-05-11' },
      hosts: [{ id: uuid(), institution_id: host.id, part: 'host' }],
      copy: { from: EDITION, parts: ['rooms', 'tracks', 'hosts', 'call', 'roles', 'letterhead'] },
    };
    const make = (over: object, who = nodira) =>
      who.request('POST', '/api/exchange/editions', { ...one, ...over });
    expect((await make({}, lukas)).statusCode).toBe(404);
    const wrong: [object, string][] = [
      [{ slug: 'homecoming-2' }, 'body.slug taken'],
      [{ series_id: uuid() }, 'body.series_id unknown'],
      [{ copy: { from: uuid(), parts: ['rooms'] } }, 'body.copy.from unknown'],
      [{ ends_on: '2027-05-09' }, 'body.ends_on ends_before_start'],
      [{ time_zone: 'Tashkent' }, 'body.time_zone not_a_time_zone'],
      [
        { hosts: [...one.hosts, { id: uuid(), institution_id: uuid(), part: 'partner' }] },
        'body.hosts.1.institution_id unknown',
      ],
      [
        { hosts: [...one.hosts, { id: uuid(), institution_id: host.id, part: 'partner' }] },
        'body.hosts.1.institution_id twice',
      ],
    ];
    for (const [over, said] of wrong) expect(fields(await make(over))).toEqual([said]);
    expect((await make({ titles: { ru: '\u0000' } })).statusCode).toBe(422);
    // Nothing of a refused one was written.
    expect(
      (await owner.query('select from exchange.room where edition_id = $1', [one.id])).rowCount,
    ).toBe(0);

    expect((await make({})).statusCode).toBe(201);
    const count = async (table: string, edition: string) =>
      (await owner.query(`select from exchange.${table} where edition_id = $1`, [edition]))
        .rowCount;
    for (const table of ['room', 'track', 'letterhead', 'call'])
      expect([table, await count(table, one.id)]).toEqual([table, await count(table, EDITION)]);
    for (const table of ['registration', 'proposal', 'attendance', 'session'])
      expect([table, await count(table, one.id)]).toEqual([table, 0]);
    const roles = await owner.query<{ role: string }>(
      'select distinct role from exchange.role where edition_id = $1',
      [one.id],
    );
    expect(roles.rows.map(({ role }) => role).toSorted()).toEqual([
      'delegate',
      'interpreter',
      'moderator',
    ]);
    // The call ends as long before the first day as it did then.
    const calls = await owner.query<{ days: number }>(
      `select e.starts_on - c.closes::date as days from exchange.call c
         join exchange.edition e on e.id = c.edition_id where e.id in ($1, $2)`,
      [one.id, EDITION],
    );
    expect(calls.rows[0]?.days).toBe(calls.rows[1]?.days);
    const urls = await owner.query(
      'select from exchange.room where edition_id = $1 and urls <> $2',
      [one.id, {}],
    );
    expect(urls.rowCount).toBe(0);
    expect((await lukas.request('GET', '/api/exchange/editions')).body).not.toContain(
      'open-doors-1',
    );
    const settings = await nodira.request('GET', `/api/exchange/editions/${one.id}/settings`);
    expect(settings.json()).toMatchObject({ title: 'Open doors', state: 'draft', source: 'en' });
    expect(settings.json().hosts[0]).toMatchObject({ institution_id: host.id, part: 'host' });
  });
});
