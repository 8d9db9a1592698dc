import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';

const database = await testDatabase();
const server = await testServer(database);
const jasur = await signIn(server, 'jasur');
const aziza = await signIn(server, 'aziza');

const find = async (words: string) =>
  (await aziza.request('GET', `/api/occupations?q=${encodeURIComponent(words)}`)).json()
    .occupations as { code: string; titles: Record<string, string> }[];
const titles = '/api/occupations/7533.5/titles';

describe('occupations on the screens', () => {
  it('are found by free words for everybody with a role, and by their codes', async () => {
    for (const words of ['швея', 'tikuvchi', 'sewing machinist'])
      expect((await find(words)).map(({ code }) => code)).toContain('7533.5');
    expect(await find('')).toEqual([]);
    const named = await aziza.request('GET', '/api/occupations?codes=7533.5,7512,9999,x');
    expect(named.json().occupations.map(({ code }: { code: string }) => code)).toEqual([
      '7512',
      '7533.5',
    ]);
    expect((await server.stranger().request('GET', '/api/occupations?q=x')).statusCode).toBe(401);
    expect((await (await server.as(null)).request('GET', '/api/occupations?q=x')).statusCode).toBe(
      404,
    );
  });

  // Broken once with the edition left out: the thread went on with the titles that it was built with.
  it('are found and shown by the titles that the coordinator edits, at once', async () => {
    const edited = { language: 'uz', titles: ['choklovchi ayol', 'tikuvchi'], version: 0 };
    expect((await aziza.request('PUT', titles, edited)).statusCode).toBe(403);
    expect((await jasur.request('PUT', titles, edited)).json()).toEqual({ version: 1 });
    expect((await jasur.request('PUT', titles, edited)).json()).toMatchObject({
      code: 'version_conflict',
    });
    expect((await find('choklovchi ayol'))[0]).toMatchObject({
      code: '7533.5',
      titles: { uz: 'choklovchi ayol', ru: 'швея' },
    });
    expect((await jasur.request('GET', titles)).json()).toEqual({
      titles: [{ language: 'uz', titles: edited.titles, version: 1 }],
    });
  });

  it('that do not exist have no titles, and a wrong field is named', async () => {
    const edited = { language: 'uz', titles: ['x'], version: 0 };
    expect((await jasur.request('PUT', '/api/occupations/9999/titles', edited)).statusCode).toBe(
      404,
    );
    const wrong = await jasur.request('PUT', titles, { ...edited, titles: ['\u0000'] });
    expect(wrong.json().fields).toMatchObject([{ path: 'body.titles.0' }]);
    expect(
      (await jasur.request('PUT', '/api/occupations/sewing/titles', edited)).json().fields,
    ).toMatchObject([{ path: 'path.code', code: 'not_an_occupation' }]);
  });
});
