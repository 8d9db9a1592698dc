import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { fail } from './say.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a TypeScript file under the given Node and ends as it ends. Signals are passed on, also when
 * npm above us is gone without a word; the program below watches us in the same way.
 */
export function handOver(node, script, args) {
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(node, [...flags, join(ROOT, script), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(ROOT, 'var', 'compile-cache'),
      HOMEWARD_LAUNCHER: String(process.pid),
    },
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  const above = process.ppid;
  setInterval(() => {
    if (process.ppid !== above) child.kill('SIGTERM');
  }, 500).unref();
  child.on('error', (problem) => fail(problem.message));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
