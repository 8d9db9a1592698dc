import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * Runs npm's own program under the given Node, so that npm picks versions for that Node and not for
 * the one it was started with. Output is shown only when it fails, unless `show`.
 */
export function npm(node, args, cwd, env = {}) {
  const run = spawnSync(node, [npmProgram(), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status === 0) return;
  const output = `${run.stdout ?? ''}${run.stderr ?? ''}`.trim().split('\n').slice(-25).join('\n');
  throw new Error(`npm ${args[0]} failed (is there a network?)\n${output || run.error?.message}`);
}

/** npm-cli.js: told by the npm that started us, else found beside Node or on the path. */
export function npmProgram(env = process.env, execPath = process.execPath) {
  const told = env.npm_execpath;
  if (told && /npm-cli\.c?js$/.test(told) && existsSync(told)) return told;
  const inside = join('node_modules', 'npm', 'bin', 'npm-cli.js');
  const folders = [dirname(execPath), ...(env.PATH ?? '').split(delimiter).filter(Boolean)];
  for (const folder of folders) {
    for (const base of [join(folder, '..', 'lib'), join(folder, '..', 'share'), folder]) {
      if (existsSync(join(base, inside))) return join(base, inside);
    }
    const link = join(folder, 'npm');
    if (existsSync(link) && realpathSync(link).endsWith('npm-cli.js')) return realpathSync(link);
  }
  throw new Error('npm was not found. Install Node.js with npm: https://nodejs.org');
}
