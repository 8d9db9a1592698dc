import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { DemoName } from '#server/seed/accounts.ts';
import { demoGroupId } from '#server/seed/groups.ts';
import { told } from '#server/seed/stories/person.ts';
import {
  type Language,
  ROOT,
  type Scene,
  type Shot,
  takeAs,
  takeWebp,
  withDemoWorld,
} from './pictures/camera.ts';
import { GUIDE } from './pictures/guide-shots.ts';
import { checkList } from './pictures/steps.ts';

// Pictures of the real thing: a server with a fresh demo world, a browser, each screen opened as the
// person whose screen it is. `node scripts/screenshots.ts` renews those of the README in
// docs/screenshots; with `--guide` those of the guide, in the language of its pages, in docs/guide/img;
// with `--all` every main screen goes to var/test-results/screens in both widths. `--language=uz` takes
// these or those of the guide in a further language (or `ar-XB`, from right to left), to look at.
const LARGEST = 150 * 1024;
const LARGEST_OF_GUIDE = 80 * 1024;

const file = (key: string, part = '') => `/cases/${told(key).case}${part}`;

const README: readonly Shot[] = [
  { name: 'today', who: 'aziza', path: '/today' },
  { name: 'support-file', who: 'aziza', path: file('madina') },
  { name: 'visit-on-a-phone', who: 'aziza', path: file('gulbahor', '/visit'), width: 360 },
  { name: 'arrival-list', who: 'dilnoza', path: '/arrivals', first: checkList },
  { name: 'team', who: 'gulnora', path: '/team' },
  { name: 'exchange-programme', path: '/exchange/en/homecoming-2/programme' },
  { name: 'exchange-board', path: '/exchange/en/recommendations' },
];

const PARTS = ['needs', 'plan', 'referrals', 'consent', 'timeline', 'milestones', 'who', 'papers'];
const CHILD = ['child', 'team', 'safeguards'].map((part) => file('diyor', `/${part}`));
const MODEL = ['', '/stages', '/timers', '/programme'].map((part) => `/model/draft${part}`);
const PATHS: Readonly<Partial<Record<DemoName, readonly string[]>>> = {
  aziza: [
    ...['/', '/today', '/cases', '/people/search', '/people/new', '/unsent', '/account'],
    ...[file('munira'), file('oydin', '/plan'), file('gulbahor', '/visit')],
    ...PARTS.map((part) => file('madina', `/${part}`)),
    ...[file('lola', '/closing'), file('madina', '/plan/print'), file('munavvar', '/groups')],
    ...['/out', '/groups', `/groups/${demoGroupId('sewing')}`, '/directory', '/supervision'],
    ...[`/groups/${demoGroupId('sewing')}/print`, file('munavvar', '/team'), '/complaint'],
  ],
  gulnora: ['/', '/team', '/approvals', '/overdue', file('zilola'), '/out', ...CHILD],
  dilnoza: ['/', '/arrivals', '/hand-over', '/duplicates', '/people/new'],
  farida: ['/', '/inbox'],
  nargiza: ['/', '/cases', file('munavvar', '/timeline')],
  saodat: ['/', '/cases'],
  jasur: ['/', '/numbers', '/model', '/services', '/places', ...MODEL],
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
const guide = process.argv.includes('--guide');
const [only, language, named] = ['who', 'language', 'name'].map(given);
const looks = join(ROOT, 'var/test-results/screens');

await withDemoWorld(async (browser) => {
  const failed: string[] = [];
  if (guide) {
    const languages = language === undefined ? (['en', 'ru'] as const) : [language as Language];
    for (const one of languages) failed.push(...(await takeGuide(browser, one)));
  } else {
    failed.push(...(await takeAll(browser, all ? ALL : README)));
  }
  if (failed.length > 0) process.exitCode = 1;
});

async function takeAll(browser: Browser, wanted: readonly Shot[]): Promise<readonly string[]> {
  const folder = all ? looks : join(ROOT, 'docs/screenshots');
  mkdirSync(folder, { recursive: true });
  const spoken = all ? ((language ?? 'en') as Language) : 'en';
  return byPerson(browser, spoken, wanted, async ({ page }, { name }) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, fullPage: all });
    weighed(name, statSync(path).size, all ? Infinity : LARGEST);
  });
}

/** The pictures of the guide in one of its languages; in any other they are only to be looked at. */
async function takeGuide(browser: Browser, spoken: Language): Promise<readonly string[]> {
  const isOfGuide = spoken === 'en' || spoken === 'ru';
  const folder = isOfGuide ? join(ROOT, 'docs/guide/img', spoken) : join(looks, spoken);
  mkdirSync(folder, { recursive: true });
  return byPerson(browser, spoken, GUIDE, async (scene: Scene, shot) => {
    const size = await takeWebp(scene, shot, join(folder, `${shot.name}.webp`));
    weighed(shot.name, size, LARGEST_OF_GUIDE);
  });
}

/** One sign-in for all pictures of a person. Returns what could not be taken. */
async function byPerson(
  browser: Browser,
  spoken: Language,
  wanted: readonly Shot[],
  picture: (scene: Scene, shot: Shot) => Promise<void>,
): Promise<readonly string[]> {
  const shots = wanted.filter(
    ({ who, name }) =>
      (only === undefined || who === only) && (named === undefined || name.startsWith(named)),
  );
  const failed: string[] = [];
  for (const who of new Set(shots.map((shot) => shot.who))) {
    const own = shots.filter((shot) => shot.who === who);
    failed.push(...(await takeAs(browser, spoken, own, picture)));
  }
  return failed;
}

function weighed(name: string, size: number, largest: number): void {
  if (size > largest) throw new Error(`${name} is ${size} bytes: more than ${largest}`);
  console.log(`${name}  ${Math.round(size / 1024)} kB`);
}

function given(option: string): string | undefined {
  const begin = `--${option}=`;
  return process.argv.find((argument) => argument.startsWith(begin))?.slice(begin.length);
}
