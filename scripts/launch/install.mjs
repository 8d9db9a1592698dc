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
  if (!all || !matches(lock, root)) {
    say('installing packages (about a minute) …');
    // No package needs its install script; the links of PostgreSQL are made at its start.
    const options = ['--no-audit', '--no-fund', '--ignore-scripts'];
    npm(node, ['ci', ...options, all ? '--include=dev' : '--omit=dev'], root);
  }
  writeFileSync(stampFile, `${hash} ${all ? 'all' : 'production'}\n`);
}

/** True when everything that the lock file asks for here is installed in the same version. */
export function matches(lock, root) {
  const list = read(join(root, 'node_modules', '.package-lock.json'));
  if (list === null) return false;
  const present = JSON.parse(list).packages;
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.peer) return true;
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
