import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#test/setup/test-cluster.ts';

/** One program of the check: a linter, a compiler, a test runner. */
export interface Task {
  readonly name: string;
  /** Path of a JavaScript program below node_modules, and what it is told. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where a test runner leaves its counts; without it the task counts as one. */
  readonly report?: { readonly file: string; readonly kind: 'vitest' | 'playwright' };
  /** True = the stories that fail are told once more. */
  readonly again?: boolean;
}

export interface Outcome {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Files of stories that will be told once more. */
  readonly stumbled: readonly string[];
  /** What it printed; shown when something failed. */
  readonly output: string;
}

/** Runs a task to its end and counts. A runner that broke off counts as one failure more. */
export async function run(task: Task): Promise<Outcome> {
  const began = Date.now();
  if (task.report) rmSync(join(ROOT, task.report.file), { force: true });
  const { status, output } = await execute(task);
  const seconds = (Date.now() - began) / 1000;
  const found = task.report ? countsOf(task.report) : { ...NONE, passed: status === 0 ? 1 : 0 };
  const brokeOff = status !== 0 && found.failed === 0;
  const failed = found.failed + (brokeOff ? 1 : 0);
  const stumbled = task.again ? found.stumbled : [];
  return { name: task.name, seconds, output, ...found, failed, stumbled };
}

const NONE = { passed: 0, failed: 0, skipped: 0, stumbled: [] as string[] };

function execute(task: Task): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [join(ROOT, 'node_modules', task.program), ...task.args],
      {
        cwd: ROOT,
        env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...task.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    let output = '';
    const keep = (bytes: Buffer) => {
      output += bytes.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (problem) => resolve({ status: 1, output: problem.message }));
    child.on('close', (code) => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      resolve({ status: code ?? 1, output });
    });
  });
}

function countsOf({ file, kind }: NonNullable<Task['report']>): typeof NONE {
  let report: {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    stats: { expected: number; unexpected: number; skipped: number };
    suites: Suite[];
  };
  try {
    report = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  } catch {
    // It broke off before it could count: its exit code tells the rest.
    return NONE;
  }
  if (kind === 'vitest') {
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
      stumbled: [],
    };
  }
  const { expected, unexpected, skipped } = report.stats;
  const stumbled = report.suites.filter(hasFailed).map(({ file }) => file);
  return { passed: expected, failed: unexpected, skipped, stumbled };
}

/** A file, or a group of stories within one, as Playwright's report has it. */
interface Suite {
  readonly file: string;
  readonly specs: readonly { readonly ok: boolean }[];
  readonly suites?: readonly Suite[];
}

function hasFailed({ specs, suites = [] }: Suite): boolean {
  return specs.some(({ ok }) => !ok) || suites.some(hasFailed);
}
