import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Patience for a busy machine; no test measures time.
const node = { environment: 'node' as const, testTimeout: 60_000, hookTimeout: 120_000 };

/** What takes longest begins first: the last worker to end has little left when the others are done. */
const LONGEST = [
  'fuzz/requests.test.ts',
  'cli/start.slow.test.ts',
  'bench/verify.slow.test.ts',
  'fuzz/arrival-list.test.ts',
  'arrival/import-cut.slow.test.ts',
  'cli/seed.slow.test.ts',
  'faults/kill.test.ts',
  'access/hidden.slow.test.ts',
  'access/canaries.slow.test.ts',
  'postgres/cluster.slow.test.ts',
  'arrival/arrival-routes.slow.test.ts',
  'people/duplicate.test.ts',
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Node reads our TypeScript by itself, as it does in service; another loader would cost each worker seconds. */
const asInService = { experimental: { viteModuleRunner: false } };

/** Tests of minutes rather than seconds: part of `npm test`, not of `npm run check`. */
const SLOW = '**/*.slow.test.ts';

/** `npx vitest run --project server path`: one of these, or a file; the whole is `npm run check`. */
export default defineConfig({
  test: {
    // Half of the time a test waits for PostgreSQL or a process: one more than a small machine's cores.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Pure functions share a worker: nothing one test file does can reach another.
        test: {
          ...node,
          ...asInService,
          name: 'domain',
          include: ['src/domain/**/*.test.ts'],
          exclude: [SLOW],
          isolate: false,
        },
      },
      {
        test: {
          ...node,
          ...asInService,
          name: 'server',
          isolate: false,
          include: ['src/server/**/*.test.ts', 'src/cli/**/*.test.ts', 'seed/**/*.test.ts'],
          exclude: [SLOW],
          globalSetup: ['test/setup/server-world.ts'],
        },
      },
      {
        plugins: [lingui({ macroTransform: true })],
        test: { ...node, name: 'web-logic', isolate: false, include: ['src/web/**/*.test.ts'] },
      },
      {
        test: {
          ...node,
          name: 'borders',
          include: ['test/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
        },
      },
      {
        test: {
          ...node,
          ...asInService,
          name: 'fuzz',
          isolate: false,
          include: [
            'test/fuzz/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/devices/**/*.test.ts',
            SLOW,
          ],
          globalSetup: ['test/setup/server-world.ts'],
          testTimeout: 1_800_000,
        },
      },
    ],
  },
});
