import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as bundled } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Sees to it that there is a Chromium: on Debian, as root, by installing it; else says what to do. */
export function bringChromium(): void {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('installing Chromium for the browser tests (once) …');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  }
  if (findChromium()) return;
  throw new Error(
    'The browser tests need a Chromium: install the package "chromium", or run ' +
      'npx playwright install chromium.',
  );
}

/** Path of a Chromium: Playwright's own where it was installed, else the machine's, else null. */
export function findChromium(): string | null {
  const candidates = [
    bundled.executablePath(),
    ...(process.env.PATH ?? '')
      .split(delimiter)
      .flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}
