import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { ROOT } from './paths.mjs';
import { say } from './say.mjs';

/**
 * Installs the packages where node_modules is not what package-lock.json says. `tools` = also what
 * only checks and tests need, which a production start leaves out.
 */
export function install(node, { tools }, root = ROOT) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const all = tools || process.env.NODE_ENV !== 'production';
  const stampFile = join(root, 'node_modules', '.homeward');
  const hash = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex');
  const stamp = read(stampFile)?.trim();
  if (stamp === `${hash} all` || (!all && stamp === `${hash} production`)) return;
  if (!matches(lock, root, all)) {
    say('installing packages (about a minute) …');
    // `npm ci` refuses a lock file that was written where builds for other systems were not on offer;
    // `install` takes the versions and hashes of the lock file, and we look afterwards.
    // No package needs its install script; the links of PostgreSQL are made at its start.
    const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    npm(node, ['install', ...options, all ? '--include=dev' : '--omit=dev'], root);
    if (!matches(lock, root, all)) {
      throw new Error('package.json and package-lock.json do not agree: run npm install.');
    }
  }
  writeFileSync(stampFile, `${hash} ${all ? 'all' : 'production'}\n`);
}

/** True when everything that the lock file asks for here is installed in the same version. */
export function matches(lock, root, all) {
  const list = read(join(root, 'node_modules', '.package-lock.json'));
  if (list === null) return false;
  const present = JSON.parse(list).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.peer || (wanted.dev && !all)) return true;
    return present[path]?.version === wanted.version && existsSync(join(root, path));
  });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
