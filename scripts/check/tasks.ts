import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#test/setup/test-cluster.ts';
import type { Task } from './run.ts';

const REPORTS = 'var/test-results';

/** Format and lint, types of each floor, and the tests that need no browser. */
export const CHECK: readonly (readonly Task[])[] = [
  // Two lanes, for the two cores that a small machine has.
  [
    { name: 'format and lint', program: '@biomejs/biome/bin/biome', args: ['check'] },
    types('domain', 'the domain'),
    types('server', 'the server'),
    types('web', 'the web app'),
    types('browser', 'the browser tests'),
  ],
  [vitest('tests', ['domain', 'server', 'web-logic', 'borders'], 'tests.json')],
];

/** What `npm test` adds. */
export const FUZZ: Task = vitest('fuzz, faults, devices', ['fuzz'], 'fuzz.json');
/** What a file of stories takes, in seconds on a small machine; one that is not named is short. */
const LONG: Readonly<Record<string, number>> = {
  'adoption.spec.ts': 61,
  'device-store.spec.ts': 70,
  'story.spec.ts': 76,
  'case.spec.ts': 61,
  'work.spec.ts': 55,
  'ui.spec.ts': 55,
  'public-pages.spec.ts': 50,
  'family.spec.ts': 46,
  'exchange.spec.ts': 60,
  'recommendation.spec.ts': 40,
  'child.spec.ts': 34,
  'model-editor.spec.ts': 42,
  'coordinator.spec.ts': 30,
  'tabs.spec.ts': 26,
  'assistance.spec.ts': 22,
  'silence.spec.ts': 24,
  'partner.spec.ts': 24,
  'papers.spec.ts': 22,
};
const SHORT = 15;

/**
 * The stories in lanes of about the same length, each before a server and a world of its own. Three for
 * two cores: a story waits as much as it works.
 */
export const BROWSER: readonly (readonly Task[])[] = lanes(3).map((files, index) => [
  { ...stories(`browser, lane ${index + 1}`, files, 4710 + index), again: true },
]);

/** Stories that stumbled, told once more in a fresh world while nothing else runs. */
export function storiesAgain(files: readonly string[]): Task {
  return stories('browser, once more', files, 4719);
}

function stories(name: string, files: readonly string[], port: number): Task {
  const file = `${REPORTS}/browser-${port}.json`;
  return {
    name,
    program: '@playwright/test/cli.js',
    args: ['test', '--reporter=list,json', ...files.map((each) => `/test/browser/${each}`)],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, HOMEWARD_TEST_PORT: String(port) },
    report: { file, kind: 'playwright' },
  };
}

/** Names of all files of stories, the longest first, each where least is to be done until then. */
function lanes(count: number): string[][] {
  const length = (file: string) => LONG[file] ?? SHORT;
  const files = readdirSync(join(ROOT, 'test/browser'))
    .filter((file) => /\.(spec|test)\.ts$/.test(file))
    .sort((a, b) => length(b) - length(a) || (a < b ? -1 : 1));
  const made = Array.from({ length: count }, () => ({ files: [] as string[], seconds: 0 }));
  for (const file of files) {
    const next = made.reduce((least, lane) => (lane.seconds < least.seconds ? lane : least));
    next.files.push(file);
    next.seconds += length(file);
  }
  return made.map((lane) => lane.files);
}

/**
 * One checker: several infer the same schemas side by side, three times the work on two cores. What was found last
 * time is kept: a second check of a few changed files takes a tenth of the work.
 */
function types(floor: string, name: string): Task {
  const kept = ['--incremental', '--tsBuildInfoFile', `var/types/${floor}.tsbuildinfo`];
  return {
    name: `types of ${name}`,
    program: 'typescript/bin/tsc',
    args: ['--pretty', 'false', '--checkers', '1', '-p', `tsconfig.${floor}.json`, ...kept],
  };
}

function vitest(name: string, projects: readonly string[], report: string): Task {
  return {
    name,
    program: 'vitest/vitest.mjs',
    args: [
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORTS}/${report}`,
      ...projects.flatMap((project) => ['--project', project]),
    ],
    report: { file: `${REPORTS}/${report}`, kind: 'vitest' },
  };
}
