import { spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { DEMO_PASSWORD, type DemoName } from '#server/seed/accounts.ts';
import { told } from '#server/seed/stories/person.ts';
import { findChromium } from './check/chromium.ts';

// Pictures of the real thing: a server with a fresh demo world, a browser, each screen opened as the
// person whose screen it is. `node scripts/screenshots.ts` renews those of the README in
// docs/screenshots; with `--all` every main screen goes to var/test-results/screens in both widths.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PORT = 4790;
const BASE = `http://127.0.0.1:${PORT}`;
const PIN = '582047';
const LARGEST = 150 * 1024;

interface Shot {
  readonly name: string;
  readonly who: DemoName;
  readonly path: string;
  readonly width?: 360 | 1280;
  /** What is done on the screen before the picture is taken. */
  readonly first?: (page: Page) => Promise<void>;
}

const file = (key: string, part = '') => `/cases/${told(key).case}${part}`;

const README: readonly Shot[] = [
  { name: 'today', who: 'aziza', path: '/today' },
  { name: 'support-file', who: 'aziza', path: file('madina') },
  { name: 'visit-on-a-phone', who: 'aziza', path: file('gulbahor', '/visit'), width: 360 },
  { name: 'arrival-list', who: 'dilnoza', path: '/arrivals', first: checkList },
  { name: 'team', who: 'gulnora', path: '/team' },
];

const PARTS = ['needs', 'plan', 'referrals', 'consent', 'timeline', 'milestones', 'who', 'papers'];
const PATHS: Readonly<Partial<Record<DemoName, readonly string[]>>> = {
  aziza: [
    ...['/', '/today', '/cases', '/people/search', '/people/new', '/unsent', '/account'],
    ...[file('munira'), file('oydin', '/plan'), file('gulbahor', '/visit')],
    ...PARTS.map((part) => file('madina', `/${part}`)),
    ...[file('lola', '/closing'), file('madina', '/plan/print')],
  ],
  gulnora: ['/', '/team', '/approvals', '/overdue', file('zilola')],
  dilnoza: ['/', '/arrivals', '/hand-over', '/duplicates', '/people/new'],
  farida: ['/', '/inbox'],
  nargiza: ['/', '/cases', file('munavvar', '/timeline')],
  saodat: ['/', '/cases'],
  jasur: ['/', '/numbers', '/model', '/services', '/places'],
  sherzod: ['/', '/accounts', '/accounts/invite'],
  malika: ['/', '/reading'],
};
const ALL: readonly Shot[] = Object.entries(PATHS).flatMap(([who, paths]) =>
  paths.flatMap((path) =>
    ([1280, 360] as const).map((width) => ({
      ...{ who: who as DemoName, path, width },
      name: `${who}-${path.replace(/\/cases\/[^/]+/, 'file').replace(/\W+/g, '-')}-${width}`,
    })),
  ),
);

const all = process.argv.includes('--all');
const only = process.argv.find((argument) => argument.startsWith('--who='))?.slice(6);
const folder = join(ROOT, all ? 'var/test-results/screens' : 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, [join(ROOT, 'test/setup/browser-server.ts')], {
  env: { ...process.env, HOMEWARD_TEST_PORT: String(PORT) },
  stdio: ['ignore', 'inherit', 'inherit'],
});
try {
  await listening();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
  });
  const shots = (all ? ALL : README).filter(({ who }) => only === undefined || who === only);
  for (const who of new Set(shots.map((shot) => shot.who))) {
    const own = shots.filter((shot) => shot.who === who);
    await takeAs(browser, who, own);
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
}

async function takeAs(browser: Browser, who: DemoName, shots: readonly Shot[]): Promise<void> {
  const context = await browser.newContext({
    locale: 'en',
    timezoneId: 'Asia/Tashkent',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${who}: ${error.message}`));
  await signIn(page, who);
  for (const { name, path, width = 1280, first } of shots) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
    await open(page, path);
    await page
      .getByRole('heading', { level: 1 })
      .first()
      .waitFor({ timeout: 15_000 })
      .catch(() => console.error(`${name}: no heading`));
    await first?.(page);
    // Notices fade in, charts are drawn, the device catches up.
    await page.waitForTimeout(600);
    await page.evaluate('scrollTo(0, 0)');
    const picture = join(folder, `${name}.png`);
    await page.screenshot({ path: picture, fullPage: all });
    const { size } = statSync(picture);
    if (!all && size > LARGEST) throw new Error(`${name}.png is ${size} bytes: more than 150 kB`);
    console.log(`${name}.png  ${Math.round(size / 1024)} kB`);
  }
  await context.close();
}

async function signIn(page: Page, who: DemoName): Promise<void> {
  await page.goto(`${BASE}/?locale=en`);
  await page.getByLabel('User name or e-mail').fill(who);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const pin = page.getByLabel('New PIN');
  const ready = page.getByRole('heading', { name: /Welcome/ });
  await pin.or(ready).first().waitFor();
  if (!(await pin.isVisible())) return;
  await pin.fill(PIN);
  await page.getByLabel('The same PIN').fill(PIN);
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await ready.waitFor();
}

/** Uploads the list of autumn and has it checked: nothing is imported. */
async function checkList(page: Page): Promise<void> {
  const list = join(ROOT, 'seed/arrival-list-autumn.csv');
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByRole('button', { name: 'Upload the list' }).click();
  await page.getByRole('button', { name: 'Check the list' }).click({ timeout: 60_000 });
  const counted = page.getByRole('heading', { name: 'The list in numbers' });
  await counted.waitFor({ timeout: 60_000 });
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

async function listening(): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const reply = await fetch(`${BASE}/api/health/live`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the server did not come up within two minutes');
}
