import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '#domain/account/account.ts';
import { CANARY, plantCanaries } from '#test/canaries.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';

// A reader without an account follows every link of the public pages of the demo, while every text of the
// programme's tables is a canary word. Seen to fail with buttons without a type.

const database = await testDatabase();
const server = await testServer(database);
const stranger = server.stranger();

interface Visited {
  readonly url: string;
  readonly type: string;
  readonly body: string;
}
const pages = new Map<string, Visited>();
const missing: string[] = [];
const MOST = 3000;
let planted = 0;
let people: readonly string[] = [];

beforeAll(async () => {
  const superuser = database.pool('superuser');
  const { rows } = await superuser.query<{ name: string }>(
    `select distinct (name ->> 'given') || ' ' || (name ->> 'family') as name from person`,
  );
  people = rows.map(({ name }) => name).filter((name) => name !== null && name.length > 6);
  planted = await plantCanaries(superuser);
  const waiting = LOCALES.map((lang) => `/exchange/${lang}`);
  const from = new Map<string, string>();
  for (let at = 0; at < waiting.length && at < MOST; at++) {
    const url = waiting[at] ?? '';
    const reply = await stranger.request('GET', url);
    const type = String(reply.headers['content-type'] ?? '');
    if (reply.statusCode !== 200) missing.push(`${reply.statusCode} ${url} from ${from.get(url)}`);
    pages.set(url, { url, type, body: reply.body });
    if (!type.startsWith('text/html')) continue;
    for (const link of linksOf(reply.body)) {
      if (from.has(link) || waiting.includes(link)) continue;
      from.set(link, url);
      waiting.push(link);
    }
  }
}, 300_000);

/** Addresses of this server's exchange that a page leads to, without their fragment; zones and filters once. */
function linksOf(body: string): string[] {
  const found = [...body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url = '']) =>
    (url.split('#')[0] ?? '').replaceAll('&amp;', '&'),
  );
  return found.filter((url) => /^\/exchange(\/|$)/.test(url) && !/[?&](zone|page)=/.test(url));
}

/** Each kind of page is looked at once in each language: what names one thing of its kind stands as `*`. */
function shapeOf(url: string): string {
  const path = url.split('?')[0] ?? '';
  return path.replace(/\/[^/]*[-\d][^/]*/g, '/*');
}

const htmlPages = () => [...pages.values()].filter(({ type }) => type.startsWith('text/html'));

describe('the public pages of the exchange', () => {
  it('lead nowhere that is not there, in any language', () => {
    expect(missing).toEqual([]);
    expect(pages.size).toBeLessThan(MOST);
    for (const { url } of htmlPages()) {
      for (const lang of LOCALES) {
        const there = url.replace(/^\/exchange\/(en|ru|uz)/, `/exchange/${lang}`);
        expect(pages.has(there), `${there} beside ${url}`).toBe(true);
      }
    }
  });

  // Seen to fail with a function that told the name of a person on the page of news.
  it('hold no word of the programme, whatever its tables say', async () => {
    expect(planted).toBeGreaterThan(250);
    expect(people.length).toBeGreaterThan(5);
    const told = [...pages.values()].flatMap(({ url, body }) =>
      [CANARY, ...people].filter((word) => body.includes(word)).map((word) => `${word} on ${url}`),
    );
    expect(told).toEqual([]);
  });

  it('would show a canary in every kind of file', async () => {
    const owner = database.pool('owner');
    await owner.query(
      `update exchange.programme_version set programme =
         regexp_replace(programme::text, '"text": "', '"text": "${CANARY} ', 'g')::jsonb`,
    );
    const files = ['', '/calendar.ics', '/schedule.xml', '/schedule.json', '/copy.zip'];
    for (const file of files) {
      const { body } = await stranger.request('GET', `/exchange/uz/homecoming-2/programme${file}`);
      expect(body, file).toContain(CANARY);
    }
  });

  it('are valid HTML in their own language, with one heading and no script', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        // Layout of the source is nobody's business here.
        ...{ 'no-trailing-whitespace': 'off', 'void-style': 'off', 'long-title': 'off' },
        'doctype-style': 'off',
        // A table that scrolls is a region with a name, reached by the keyboard.
        'prefer-native-element': 'off',
      },
    });
    const looked = new Set<string>();
    const faults: string[] = [];
    for (const { url, body } of htmlPages()) {
      const lang = /^\/exchange\/(\w+)/.exec(url)?.[1];
      if (!body.includes(`<html lang="${lang}">`)) faults.push(`${url}: language`);
      if (body.match(/<h1[ >]/g)?.length !== 1) faults.push(`${url}: headings of the first rank`);
      if (/<script(?! type="application\/ld\+json")/i.test(body)) faults.push(`${url}: script`);
      const shape = shapeOf(url);
      if (looked.has(shape)) continue;
      looked.add(shape);
      const { results } = await validator.validateString(body);
      for (const { messages } of results) {
        faults.push(
          ...messages.map(({ ruleId, message, line }) => `${url}:${line} ${ruleId} ${message}`),
        );
      }
    }
    expect(faults.slice(0, 30)).toEqual([]);
  });
});
