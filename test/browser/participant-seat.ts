import { type Browser, expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#server/seed/accounts.ts';
import { seriousFaults, tooWide } from './accessible.ts';

/** Somebody of the exchange before a browser of their own, watched for what no screen may do. */
export interface ParticipantSeat {
  readonly page: Page;
  /** Axe-core at 1280 px; at 360 and 1280 px nothing is cut off, and a picture each where asked for. */
  look(name: string): Promise<void>;
  /** Fails where the page wrote an error or asked another origin. */
  leave(): Promise<void>;
}

const PICTURES = process.env.HOMEWARD_PICTURES;

/** Signs a participant in at the workspace; null = a reader without an account. */
export async function participantSeat(
  browser: Browser,
  base: string,
  who: string | null,
): Promise<ParticipantSeat> {
  const context = await browser.newContext({
    baseURL: base,
    timezoneId: 'Asia/Tashkent',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // What the server refuses on purpose is logged by the browser itself.
    if (message.type() === 'error' && !/status of (401|404|409|422)/.test(message.text()))
      faults.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== base) faults.push(request.url());
  });
  if (who !== null) {
    const answer = await context.request.post('/api/exchange/entry', {
      data: { user: who, password: DEMO_PASSWORD },
      headers: { origin: base },
    });
    expect(answer.status()).toBe(200);
  }
  return {
    page,
    async look(name) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
        if (PICTURES)
          await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
        expect.soft(await tooWide(page), `${name}: wider than ${width} px`).toBeLessThanOrEqual(0);
      }
      expect.soft(await seriousFaults(page), name).toEqual([]);
    },
    async leave() {
      expect.soft(faults, `${who}: errors and other origins`).toEqual([]);
      await context.close();
    },
  };
}
