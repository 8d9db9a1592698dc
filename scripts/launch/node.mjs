import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { ROOT } from './paths.mjs';
import { say } from './say.mjs';

/** TypeScript runs as it is from this version on. */
const WANTED = 24;

/** Path of a Node of version 24 or later: the running one, else one brought from npm into var/node. */
export function modernNode() {
  const running = Number(process.versions.node.split('.')[0]);
  if (running >= WANTED) return process.execPath;
  if (running < 20)
    throw new Error(`Node ${process.versions.node} is too old: 20 or later, please.`);
  const folder = join(ROOT, 'var', 'node');
  const name = nodePackage(process.platform, process.arch);
  const windows = process.platform === 'win32';
  const node = join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!works(node)) {
    say(`Node ${process.versions.node} runs here; bringing Node ${WANTED} (once) …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save'];
    npm(process.execPath, ['install', ...options, '--prefix', folder, `${name}@${WANTED}`], folder);
    if (!works(node))
      throw new Error(`${name} does not run here. Install Node ${WANTED} yourself.`);
  }
  return node;
}

/** npm carries Node's own builds as packages by platform. */
export function nodePackage(platform, arch) {
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

function works(node) {
  if (!existsSync(node)) return false;
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= WANTED;
}
