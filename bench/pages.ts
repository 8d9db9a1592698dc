import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/check/chromium.ts';
import { kindOfPage } from '../test/browser/kind-of-page.ts';
import { benchGround } from './ground.ts';
import { print } from './print.ts';

/** "Slow 4G" as the developer tools of Chromium have it: 1.44 Mbit/s down, and 562 ms until an answer begins. */
const SLOW_4G = {
  offline: false,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
  latency: 562.5,
};
const AIM = 2500;

/**
 * How long a reader on a phone with a bad line waits for the main thing of each kind of public page (largest contentful
 * paint), nothing being kept from the page before.
 */
export async function pages(): Promise<void> {
  const ground = await benchGround(1);
  const server = await ground.server();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const first = await opened(browser, server.url);
    const came = `${(first.bytes / 1000).toFixed(0)} kB with what comes while somebody types`;
    print('sign-in of the programme', `${first.ms.toFixed(0)} ms (aim ${AIM} ms), ${came}`);
    const waiting = ['/exchange/en', '/exchange/en/homecoming-1'];
    const kinds = new Set<string>();
    const slowest: number[] = [];
    for (let at = 0; at < waiting.length; at++) {
      const path = waiting[at] ?? '';
      const { ms, bytes, content } = await opened(browser, `${server.url}${path}`);
      slowest.push(ms);
      const late = ms > AIM ? '  MISSED' : '';
      print(path.slice(0, 46), `${ms.toFixed(0)} ms, ${(bytes / 1000).toFixed(0)} kB${late}`);
      const links = [...content.matchAll(/<a [^>]*href="([^"]+)"/g)];
      for (const [, link = ''] of links) {
        const kind = kindOfPage(link);
        if (kind === null || kinds.has(kind)) continue;
        kinds.add(kind);
        waiting.push(link);
      }
    }
    const sorted = slowest.toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const worst = sorted.at(-1) ?? 0;
    print(
      'largest contentful paint at slow 4G',
      `median ${middle.toFixed(0)} ms, worst ${worst.toFixed(0)} ms of ${sorted.length} kinds (aim ${AIM} ms)`,
    );
  } finally {
    await browser.close();
    server.stop();
    await ground.end();
  }
}

/** A page opened by a phone that was never there before: its largest paint and all that came. */
async function opened(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW_4G);
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const figures = { ms: await largestPaint(page), bytes, content: await page.content() };
  await context.close();
  return figures;
}

/** In milliseconds since the address was asked for. */
function largestPaint(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0))
      .observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
}
