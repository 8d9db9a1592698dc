import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { chromium as bundled } from '@playwright/test';

// The shell without windows does the same work in three quarters of the time: it comes first.
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Sees to it that there is a Chromium: on Debian, as root, by installing it; else says what to do. */
export function bringChromium(): void {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('installing Chromium for the browser tests (once) …');
    apt('update');
    // Debian has the shell alone since its twelfth release.
    for (const name of [SHELL, 'chromium']) {
      if (!findChromium()) apt('install', '-y', '--no-install-recommends', name);
    }
  }
  if (findChromium()) return;
  throw new Error(
    'The browser tests need a Chromium: install the package "chromium", or run ' +
      'npx playwright install chromium.',
  );
}

/** Path of a Chromium: Playwright's own where it was installed, else the machine's, else null. */
export function findChromium(): string | null {
  const own = bundled.executablePath();
  const candidates = [
    ...shellsBeside(own),
    own,
    ...(process.env.PATH ?? '')
      .split(delimiter)
      .flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Playwright's own shell lies beside its browser: chromium-1255/…/chrome, chromium_headless_shell-1255/…/…. */
function shellsBeside(browser: string): string[] {
  const home = dirname(dirname(browser));
  const shell = join(
    dirname(home),
    basename(home).replace('chromium-', 'chromium_headless_shell-'),
  );
  if (shell === home || !existsSync(shell)) return [];
  return readdirSync(shell, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(chrome-)?headless[-_]shell(\.exe)?$/.test(basename(file)))
    .map((file) => join(shell, file));
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}
