import { expect, test } from '@playwright/test';
import { LOCALES } from '#domain/account/account.ts';
import { seriousFaults, tooWide } from './accessible.ts';

const PICTURES = process.env.HOMEWARD_PICTURES;

// Seen to fail with a table wider than the screen, and with grey words on grey.
test('every kind of public page is clear and fits, in three languages, wide and narrow', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  const page = await context.newPage();
  const others: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL) others.push(request.url());
  });
  const shapes = new Set<string>();
  const waiting = [''];
  const faults: unknown[] = [];
  for (let at = 0; at < waiting.length; at++) {
    const path = waiting[at] ?? '';
    for (const lang of LOCALES) {
      const name = `${lang} ${path}`;
      await page.setViewportSize({ width: 1280, height: 800 });
      const reply = await page.goto(`/exchange/${lang}${path}`);
      expect(reply?.status(), name).toBe(200);
      for (const one of await seriousFaults(page)) faults.push({ name, ...one });
      await page.setViewportSize({ width: 360, height: 740 });
      if (PICTURES) {
        const file = `public-${lang}${path.replace(/\W+/g, '-')}`;
        await page.screenshot({ path: `${PICTURES}/${file}-360.png`, fullPage: true });
      }
      // Also narrow: what wraps below the other, or is laid out anew, may be another fault.
      for (const one of await seriousFaults(page)) faults.push({ name, narrow: true, ...one });
      if ((await tooWide(page)) > 0) faults.push({ name, wider: await tooWide(page) });
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      if (lang !== 'en') continue;
      for (const link of await page.locator('a[href^="/exchange/en/"]').all()) {
        const next = (await link.getAttribute('href'))?.slice('/exchange/en'.length) ?? '';
        const shape = shapeOf(next);
        if (shape === null || shapes.has(shape)) continue;
        shapes.add(shape);
        waiting.push(next.split('#')[0] ?? '');
      }
    }
  }
  expect(faults).toEqual([]);
  expect(others).toEqual([]);
  expect(waiting.length).toBeGreaterThan(20);
  await context.close();
});

/** One page of each kind: what names one thing of its kind stands as `*`; null for files and filters. */
function shapeOf(path: string): string | null {
  if (path.includes('?') || /\.\w+$/.test(path)) return null;
  return (path.split('#')[0] ?? '').replace(/\/[^/]*[-\d][^/]*/g, '/*');
}
