import { expect, type Page, test } from '@playwright/test';
import { LOCALES, type Locale } from '#domain/account/account.ts';
import { seriousFaults, tooWide } from './accessible.ts';
import { kindOfPage } from './kind-of-page.ts';
import { enter } from './watched.ts';

const PICTURES = process.env.HOMEWARD_PICTURES;

// Seen to fail with a list of participants that no keyboard could scroll.
test('every kind of public page is clear and fits, in three languages, wide and narrow', async ({
  browser,
  baseURL,
}) => {
  // Some hundred pages: patience for a busy machine.
  test.setTimeout(900_000);
  const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const others: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL) others.push(request.url());
  });
  const pages = await Promise.all(LOCALES.map(() => context.newPage()));
  const kinds = new Set<string>();
  // A conference that has ended has other pages than one that is coming.
  const waiting = ['', '/homecoming-1'];
  const faults: unknown[] = [];

  /** The other language that axe-core reads on this kind of page: they take turns. */
  let second: Locale = 'ru';
  async function look(page: Page, lang: Locale, path: string): Promise<void> {
    const name = `${lang} ${path}`;
    await page.setViewportSize({ width: 1280, height: 800 });
    const reply = await page.goto(`/exchange/${lang}${path}`);
    expect(reply?.status(), name).toBe(200);
    expect(await page.locator('html').getAttribute('lang'), name).toBe(lang);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      // Wide, the words of another language change nothing that they do not change on a phone too.
      const looked = lang === 'en' || (width === 360 && lang === second);
      const seen = looked ? await seriousFaults(page) : [];
      for (const one of seen) faults.push({ name, width, ...one });
      const wider = await tooWide(page);
      if (wider > 0) faults.push({ name, width, wider });
    }
    if (PICTURES) {
      const file = `public-${lang}${path.replace(/\W+/g, '-')}-360.png`;
      await page.screenshot({ path: `${PICTURES}/${file}`, fullPage: true });
    }
  }

  for (let at = 0; at < waiting.length; at++) {
    const path = waiting[at] ?? '';
    second = at % 2 === 0 ? 'ru' : 'uz';
    await Promise.all(
      LOCALES.map(async (lang, place) => {
        const page = pages[place];
        if (page !== undefined) await look(page, lang, path);
      }),
    );
    const links = await pages[0]
      ?.locator('a')
      .evaluateAll((all) => all.flatMap((one) => one.getAttribute('href') ?? []));
    for (const link of links ?? []) {
      const kind = kindOfPage(link);
      if (kind === null || kinds.has(kind)) continue;
      kinds.add(kind);
      waiting.push(link.replace(/^\/exchange\/\w+/, '').split('#')[0] ?? '');
    }
  }
  expect(faults).toEqual([]);
  expect(others).toEqual([]);
  expect(waiting.length).toBeGreaterThan(20);
  await context.close();
});

// Seen to fail with screens of the exchange beside those of the programme.
test('a device of the programme keeps no screen, page or answer of the exchange', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/?locale=en');
  await enter(page, 'sherzod');
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active !== null && active.state !== 'activated') {
      await new Promise((done) => active.addEventListener('statechange', done));
    }
  });
  const kept = () =>
    page.evaluate(async () => {
      const found: { url: string; text: string }[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const text = request.url.includes('.js')
            ? ((await (await cache.match(request))?.text()) ?? '')
            : '';
          found.push({ url: new URL(request.url).pathname, text });
        }
      }
      return found;
    });
  const ofExchange = /^\/(exchange|workspace|api)(\/|$)/;
  for (const path of [
    '/workspace',
    '/workspace/register',
    '/exchange/en',
    '/exchange/en/practices',
  ]) {
    const reply = await page.goto(path);
    expect(reply?.status(), path).toBe(200);
    expect(reply?.fromServiceWorker(), path).toBe(false);
    await page.waitForLoadState('networkidle');
  }
  await page.goto('/');
  const answer = await page.evaluate(async () => (await fetch('/api/exchange/me')).status);
  expect(answer).toBe(401);
  const files = await kept();
  expect(files.length).toBeGreaterThan(50);
  expect(files.map(({ url }) => url).filter((url) => ofExchange.test(url))).toEqual([]);
  const screens = files.filter(({ text }) => text.includes('/api/exchange/'));
  expect(screens.map(({ url }) => url)).toEqual([]);
  // What it keeps runs without what it leaves: every file that a kept script begins with is kept too.
  const names = new Set(files.map(({ url }) => url));
  const missing = files.flatMap(({ url, text }) =>
    [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)]
      .map(([, name]) => `/assets/${name}`)
      .filter((name) => url.startsWith('/assets/') && !names.has(name)),
  );
  expect(missing).toEqual([]);
  await context.setOffline(true);
  await page.goto('/');
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page.goto('/workspace')).rejects.toThrow();
  await context.close();
});
