import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/check/chromium.ts';
import { roomInMemory } from './scripts/check/memory.ts';

const port = Number(process.env.HOMEWARD_TEST_PORT ?? 4710);
const root = process.getuid?.() === 0;
const executablePath = findChromium();

/** Browser stories over a server of their own and a fresh copy of the demo world. */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: `var/test-results/browser-${port}`,
  // The stories share one server and its world.
  workers: 1,
  timeout: 300_000,
  // Half-told, a story has changed its world: `npm test` tells it once more in a fresh one.
  retries: 0,
  // A PIN becomes a key by hard work: on a busy machine that alone has taken half a minute.
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    // A menu or dialog that is still fading in has colours of its own, and costs a wait.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Frames that go by shared memory cost a fraction of those that go by files.
      ...(roomInMemory(1024 ** 3) ? { ignoreDefaultArgs: ['--disable-dev-shm-usage'] } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A machine without a graphics card would draw every frame twice in software.
        '--disable-gpu',
        '--disable-gpu-rasterization',
        '--no-first-run',
        // Chromium's own sandbox does not work for root, who is usual in containers.
        ...(root ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: `${JSON.stringify(process.execPath)} test/setup/browser-server.ts`,
    url: `http://127.0.0.1:${port}/api/health/live`,
    env: { HOMEWARD_TEST_PORT: String(port) },
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
