import { mkdirSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD, type DemoName } from '#server/seed/accounts.ts';
import { UNDO_TIME } from '#web/device/outbox.ts';
import { seriousFaults, tooWide } from './accessible.ts';
import { asOnOldPhone } from './old-phone.ts';

export const PIN = '582047';
/** Where each look leaves a picture in both widths; asked for, as pictures are a sixth of what a story costs. */
const PICTURES = process.env.HOMEWARD_PICTURES;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

/** Somebody of the demo world before a browser of their own, watched for what no screen may do. */
export interface Watched {
  readonly page: Page;
  /** Cuts the line, or mends it; the errors that the browser itself logs meanwhile do not count. */
  line(there: boolean): Promise<void>;
  /** Axe-core at the own width; at 360 and 1280 px nothing is cut off, and a picture each where asked for. */
  look(name: string): Promise<void>;
  /** Fails where the page wrote an error or asked another origin. */
  leave(): Promise<void>;
}

/** Who is signed in before this run's browser and in no story now, by server and name. */
const waiting = new Map<string, SignedIn>();
/** How far the clock of a server is ahead, in milliseconds, where a story moved it. */
const ahead = new Map<string, number>();

/** Says that the clock of a server was moved: whoever goes on before it goes on at that time. */
export function setAhead(base: string, ms: number): void {
  ahead.set(base, ms);
}

interface SignedIn {
  readonly page: Page;
  /** What no page may do, since this story began. */
  readonly faults: string[];
  readonly outside: string[];
  cut: boolean;
}

const softly = expect.configure({ soft: true });

/**
 * Somebody before a browser context of their own, `width` px wide, at their first page. To sign in, load the
 * app and set a PIN costs more than most stories: who did so for an earlier story of this lane goes on.
 */
export async function signedIn(
  browser: Browser,
  base: string,
  who: DemoName,
  width: 360 | 1280,
): Promise<Watched> {
  const key = `${base} ${who}`;
  const now = () => Date.now() + (ahead.get(base) ?? 0);
  const seat = (await goesOn(waiting.get(key), now())) ?? (await signIn(browser, base, who, now()));
  waiting.delete(key);
  const { page } = seat;
  await resize(page, width);
  // A minute on, the device asks for news.
  await page.clock.fastForward(61_000);
  return {
    page,
    async line(there) {
      seat.cut = true;
      await page.context().setOffline(!there);
      if (there) await page.waitForTimeout(500);
      seat.cut = !there;
    },
    async look(name) {
      // The offer to undo stands over the page for ten seconds: what is looked at is the page.
      await undoEnds(page);
      const sizes = [360, 1280] as const;
      for (const size of width === 360 ? sizes.toReversed() : sizes) {
        await resize(page, size);
        if (PICTURES) {
          await page.evaluate(() => scrollTo(0, 0));
          await page.screenshot({ path: `${PICTURES}/${name}-${size}.png`, fullPage: true });
        }
        // A page that was just made narrower stands a moment later.
        await softly
          .poll(() => tooWide(page), { message: `${name}: wider than ${size} px`, timeout: 5000 })
          .toBeLessThanOrEqual(0);
        // At the width that this person works with.
        if (size === width)
          expect.soft(await seriousFaults(page), `${name} at ${size} px`).toEqual([]);
      }
    },
    async leave() {
      expect.soft(seat.faults.splice(0), `${who}: errors`).toEqual([]);
      expect.soft(seat.outside.splice(0), `${who}: other origins`).toEqual([]);
      await undoEnds(page);
      waiting.set(key, seat);
    },
  };
}

/** The same person at their first page once more, by their PIN where five idle minutes have locked the device. */
async function goesOn(seat: SignedIn | undefined, now: number): Promise<SignedIn | undefined> {
  if (seat === undefined) return undefined;
  const { page } = seat;
  // Earlier stories moved the clock ahead. A key shows that somebody is there.
  await page.clock.setSystemTime(now);
  await page.keyboard.press('Shift');
  await page.evaluate(() => history.pushState(null, '', '/'));
  const welcome = page.getByRole('heading', { name: /Welcome/ });
  const unlock = page.getByRole('button', { name: 'Unlock' });
  const out = page.getByRole('button', { name: 'Sign in' });
  await welcome.or(unlock).or(out).first().waitFor();
  if (await unlock.isVisible()) {
    await page.getByLabel('PIN', { exact: true }).fill(PIN);
    await unlock.click();
    await welcome.or(out).first().waitFor();
  }
  if (await welcome.isVisible()) return seat;
  await page.context().close();
  return undefined;
}

function resize(page: Page, width: 360 | 1280): Promise<void> {
  return page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
}

/** Whoever works in the villages has the phone that there is, an office the computer; screens of all of these are looked at. */
const ON_OLD_PHONES: readonly DemoName[] = ['aziza', 'farida', 'gulnora', 'jasur'];

/** Opens a browser context and signs in; sets the PIN where the role has a device store. */
async function signIn(
  browser: Browser,
  base: string,
  who: DemoName,
  now: number,
): Promise<SignedIn> {
  const context = await browser.newContext({
    baseURL: base,
    timezoneId: 'Asia/Tashkent',
    serviceWorkers: 'block',
  });
  if (ON_OLD_PHONES.includes(who)) await asOnOldPhone(context);
  // A step that hangs fails soon and says which.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  // The clock goes on as ever; `undoEnds()` moves it.
  await page.clock.install({ time: now });
  const seat: SignedIn = { page, faults: [], outside: [], cut: false };
  page.on('pageerror', (error) => seat.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Before anybody has signed in the server says so, and it says what is wrong with what was typed or that
    // somebody else was first; the browser logs every answer of these kinds.
    const expected =
      seat.cut ||
      /ERR_INTERNET_DISCONNECTED|ERR_UPLOAD_FILE_CHANGED|status of (401|409|422)/.test(
        message.text(),
      );
    // A file that has just come into other hands is asked for its state once more, until the device knows.
    const { url } = message.location();
    const handedOn = /status of 404/.test(message.text()) && url.endsWith('/work');
    if (!expected && !handedOn) seat.faults.push(`${message.text()} ${url}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== base) seat.outside.push(request.url());
  });
  await page.goto('/?locale=en');
  await enter(page, who);
  const pin = page.getByLabel('New PIN');
  const welcome = page.getByRole('heading', { name: /Welcome/ });
  await pin.or(welcome).first().waitFor();
  if (await pin.isVisible()) {
    await pin.fill(PIN);
    await page.getByLabel('The same PIN').fill(PIN);
    await page.getByRole('button', { name: 'Set the PIN' }).click();
  }
  await expect(welcome).toBeVisible({ timeout: 30_000 });
  return seat;
}

/** Signs in on the page that is open, in English. */
export async function enter(page: Page, who: DemoName): Promise<void> {
  await page.getByLabel('User name or e-mail').fill(who);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The ten seconds in which somebody may take back what they saved are over at once. */
export function undoEnds(page: Page): Promise<void> {
  return page.clock.fastForward(UNDO_TIME + 1000);
}

/** What was saved has reached the server. */
export async function saved(page: Page): Promise<void> {
  await undoEnds(page);
  await expect(page.getByText('All saved').first()).toBeVisible({ timeout: 60_000 });
}

/** A place of the navigation: in the bar, or under "More" on a phone. */
export async function goTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true }).filter({ visible: true }).first();
  const more = page.getByRole('button', { name: 'More' }).filter({ visible: true });
  // The bar of the width before may still stand when it is looked at: looked at once more.
  await expect(async () => {
    await link.or(more).first().waitFor();
    // Before an open menu the bar's links cannot be reached.
    if (await link.isHidden()) {
      if ((await more.getAttribute('aria-expanded')) === 'true')
        await page.keyboard.press('Escape');
      else await more.click({ timeout: 1000 });
    }
    await link.click({ timeout: 1000 });
  }).toPass({ intervals: [0, 100], timeout: 20_000 });
}
