import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { DEMO_PASSWORD, type DemoName } from '#server/seed/accounts.ts';
import { findChromium } from '../check/chromium.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PORT = Number(process.env.HOMEWARD_TEST_PORT ?? 4790);
export const BASE = `http://127.0.0.1:${PORT}`;
const PIN = '582047';
const HEADING_MS = 15_000;
const OTHER_MS = 15_000;

/** A language pictures are taken in; the mirrored one only to look at what right to left breaks. */
export type Language = 'en' | 'ru' | 'uz' | 'ar-XB';

/** Somebody’s page, with the words of its language at hand. */
export interface Scene {
  readonly page: Page;
  /** A message of the screens in the language of the picture. */
  readonly say: (english: string) => string;
  readonly goTo: (path: string) => Promise<void>;
}

export interface Shot {
  readonly name: string;
  /** Without it nobody is signed in. */
  readonly who?: DemoName;
  readonly path: string;
  readonly width?: 360 | 1280;
  readonly height?: number;
  /** What is done on the screen before the picture is taken. */
  readonly first?: (scene: Scene) => Promise<void>;
  /** What the picture begins with, where it is not the top of the page. */
  readonly from?: (scene: Scene) => ReturnType<Page['locator']>;
}

/** A server with a fresh demo world and a browser, both gone afterwards. */
export async function withDemoWorld(take: (browser: Browser) => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, [join(ROOT, 'test/setup/browser-server.ts')], {
    env: { ...process.env, HOMEWARD_TEST_PORT: String(PORT) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    await listening();
    const executablePath = findChromium();
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-background-networking',
        ...(process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
      ],
    });
    await take(browser);
    await browser.close();
  } finally {
    server.kill('SIGTERM');
  }
}

/** Opens each screen as the person whose screen it is and hands it over; says which did not open. */
export async function takeAs(
  browser: Browser,
  language: Language,
  shots: readonly Shot[],
  picture: (scene: Scene, shot: Shot) => Promise<void>,
): Promise<readonly string[]> {
  const failed: string[] = [];
  const context = await browser.newContext({
    ...{ locale: 'en', timezoneId: 'Asia/Tashkent', serviceWorkers: 'block' },
    ...{ reducedMotion: 'reduce' },
  });
  const page = await context.newPage();
  const scene: Scene = { page, say: wordsOf(language), goTo: (path) => open(page, path) };
  const who = shots[0]?.who;
  page.on('pageerror', (error) => console.error(`${who}: ${error.message}`));
  if (who !== undefined) await signIn(page, who, language);
  for (const shot of shots) {
    try {
      await page.setViewportSize(sizeOf(shot));
      const before = await heading(page);
      if (who === undefined) await page.goto(`${BASE}${shot.path}?locale=${language}`);
      else await open(page, shot.path);
      await isThere(page, before);
      await shot.first?.(scene);
      // Notices fade in, charts are drawn, the device catches up.
      await page.waitForTimeout(600);
      if (shot.from === undefined) await page.evaluate('scrollTo(0, 0)');
      await picture(scene, shot);
    } catch (error) {
      failed.push(shot.name);
      console.error(`${shot.name} (${language}): ${String(error).slice(0, 600)}`);
    }
  }
  await context.close();
  return failed;
}

function heading(page: Page): Promise<string | undefined> {
  const first = page.getByRole('heading', { level: 1 }).first();
  return first.textContent({ timeout: 200 }).then(
    (text) => text ?? '',
    () => undefined,
  );
}

/** Waits until another screen stands there than before (or the same one, after a moment), and nothing loads. */
async function isThere(page: Page, before: string | undefined): Promise<void> {
  const until = Date.now() + OTHER_MS;
  while (Date.now() < until && [before, undefined].includes(await heading(page))) {
    await page.waitForTimeout(100);
  }
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: HEADING_MS });
  await page.locator('.mantine-Loader-root').first().waitFor({ state: 'hidden' });
}

function sizeOf({ width = 1280, height }: Shot): { width: number; height: number } {
  return { width, height: height ?? (width === 360 ? 740 : 800) };
}

/** A picture as WebP, from where the shot begins: a third of what a PNG takes. Its size in bytes. */
export async function takeWebp(scene: Scene, shot: Shot, path: string): Promise<number> {
  const { page } = scene;
  const { width, height } = sizeOf(shot);
  const top = (await shot.from?.(scene).first().boundingBox())?.y ?? 0;
  const scrolled = Number(await page.evaluate('scrollY'));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 70, captureBeyondViewport: top > 0 },
    clip: { x: 0, y: Math.max(0, top + scrolled - 16), width, height, scale: 1 },
  });
  await session.detach();
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(path, bytes);
  return bytes.length;
}

/** Signs in by what the fields are, not by what they are called: the same in every language. */
async function signIn(page: Page, who: DemoName, language: Language): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${BASE}/?locale=${language}`);
  await page.locator('input[autocomplete=username]').fill(who);
  await page.locator('input[autocomplete=current-password]').fill(DEMO_PASSWORD);
  await page.locator('button[type=submit]').click();
  const pins = page.locator('form input[type=password]');
  const ready = page.locator('nav').first();
  await pins.nth(1).or(ready).first().waitFor();
  if (!(await pins.nth(1).isVisible())) return;
  await pins.nth(0).fill(PIN);
  await pins.nth(1).fill(PIN);
  await page.locator('button[type=submit]').click();
  await ready.waitFor();
}

/** Goes to a page as a link does, without loading the app anew: it would ask for the PIN again. */
async function open(page: Page, path: string): Promise<void> {
  const to = JSON.stringify(path);
  await page.evaluate(
    `history.pushState({}, '', ${to}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
  await page.waitForTimeout(200);
  await page.waitForLoadState('networkidle');
}

/** The messages of a language as they stand in its catalogue. */
export function wordsOf(language: Language): (english: string) => string {
  if (language === 'en' || language === 'ar-XB') return (english) => english;
  const file = join(ROOT, `src/web/locales/${language}.po`);
  const pairs = readFileSync(file, 'utf8')
    .replaceAll('"\n"', '')
    .matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm);
  const known = new Map([...pairs].map(([, english = '', said = '']) => [english, said]));
  return (english) => {
    const said = known.get(english);
    if (said === undefined) throw new Error(`no screen says “${english}”`);
    return said;
  };
}

async function listening(): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const reply = await fetch(`${BASE}/api/health/live`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the server did not come up within two minutes');
}
