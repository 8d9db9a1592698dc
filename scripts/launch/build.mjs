import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { say } from './say.mjs';

/** What the web app is made of. */
const SOURCES = [
  'src/web',
  'src/domain',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/build',
  'lingui.config.ts',
  'package-lock.json',
];

/** Builds the web app into dist/web when its sources have changed since the last build. */
export function buildWeb(node, root = ROOT) {
  if (!existsSync(join(root, 'vite.config.ts'))) return;
  const stampFile = join(root, 'dist', 'web.stamp');
  const hash = fingerprint(root);
  const built = existsSync(join(root, 'dist', 'web', 'index.html'));
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash) return;
  say('building the web app …');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const run = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    throw new Error(`The web app could not be built.\n${run.stdout ?? ''}${run.stderr ?? ''}`);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, `${hash}\n`);
}

/** A hash over names and bytes of the sources; tests beside them do not count. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source))) {
      hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesOf(join(path, name)));
}
