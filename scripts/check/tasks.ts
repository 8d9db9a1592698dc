import type { Task } from './run.ts';

const TSC = 'typescript/bin/tsc';
const REPORTS = 'var/test-results';

/** Format and lint, types of each floor, and the tests that need no browser. */
export const CHECK: readonly (readonly Task[])[] = [
  // Two lanes, for the two cores that a small machine has.
  [
    { name: 'format and lint', program: '@biomejs/biome/bin/biome', args: ['check'] },
    {
      name: 'types of the domain',
      program: TSC,
      args: ['--pretty', 'false', '-p', 'tsconfig.domain.json'],
    },
    {
      name: 'types of the server',
      program: TSC,
      args: ['--pretty', 'false', '-p', 'tsconfig.server.json'],
    },
    {
      name: 'types of the web app',
      program: TSC,
      args: ['--pretty', 'false', '-p', 'tsconfig.web.json'],
    },
    {
      name: 'types of the browser tests',
      program: TSC,
      args: ['--pretty', 'false', '-p', 'tsconfig.browser.json'],
    },
  ],
  [vitest('tests', ['domain', 'server', 'web-logic', 'borders'], 'tests.json')],
];

/** What `npm test` adds. */
export const FUZZ: Task = vitest('fuzz, faults, devices', ['fuzz'], 'fuzz.json');
/** Two halves of the stories, each before a server and a world of its own: a story waits more than it works. */
export const BROWSER: readonly Task[] = [1, 2].map((half) => ({
  name: `browser, half ${half}`,
  program: '@playwright/test/cli.js',
  args: ['test', '--pass-with-no-tests', '--reporter=list,json', `--shard=${half}/2`],
  env: {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/browser-${half}.json`,
    HOMEWARD_TEST_PORT: String(4709 + half),
  },
  report: { file: `${REPORTS}/browser-${half}.json`, kind: 'playwright' },
}));

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
