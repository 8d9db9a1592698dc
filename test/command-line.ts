import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from '../src/cli/run.ts';
import type { TestDatabase } from './database.ts';
import { ROOT } from './setup/test-cluster.ts';

/** How one call of the command line ended, and what it printed. */
export interface Call {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * `homeward …` in a process of its own over the test's database, as an operator calls it; `secret` is
 * the installation's own, where the test talks to a server beside it; `more` is environment of the test's own.
 */
export function commandLine(...given: Parameters<typeof environmentOf>) {
  const env = environmentOf(...given);
  const script = join(ROOT, 'src', 'cli', 'homeward.ts');
  return (...args: string[]): Promise<Call> =>
    promisify(execFile)(process.execPath, [script, ...args], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (failed: Call) => failed,
    );
}

/**
 * The same call in the test's own process: where it is proved what is said, and not once more how a process ends. The
 * tests of seed, user, import and export say how each was broken once and failed by this call.
 */
export function commandHere(...given: Parameters<typeof environmentOf>) {
  const env = environmentOf(...given);
  return async (...args: string[]): Promise<Call> => {
    let [stdout, stderr] = ['', ''];
    const code = await runCommand(args, env, {
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
    });
    return { code, stdout, stderr };
  };
}

function environmentOf(
  { urls }: TestDatabase,
  folder: string,
  secret?: string,
  more: Readonly<Record<string, string>> = {},
) {
  return {
    PATH: process.env.PATH,
    HOMEWARD_DATA_DIR: folder,
    ...(secret === undefined ? {} : { HOMEWARD_SECRET: secret }),
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_AUTH_URL: urls.auth,
    DATABASE_JOBS_URL: urls.jobs,
    DATABASE_EXCHANGE_URL: urls.exchange,
    // As the launcher does: the second call starts in half the time of the first.
    NODE_COMPILE_CACHE: join(ROOT, 'var', 'compile-cache'),
    ...more,
  };
}
