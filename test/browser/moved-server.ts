import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { PIN, setAhead } from './watched.ts';

const DAY = 86_400_000;
const SCRIPT = fileURLToPath(new URL('../setup/moved-server-process.ts', import.meta.url));

/** A server of its own, whose clock a story moves. */
export interface MovedServer {
  readonly url: string;
  /** The moment on its clock. */
  now(): Date;
  /** So many days pass, for the server and for whoever sits before `page`, who comes back by their PIN. */
  pass(days: number, page: Page): Promise<void>;
  /** The day on its clock, some days on, where the programme is. */
  day(plus?: number): string;
  stop(): Promise<void>;
}

/** Starts one over a fresh copy of the demo world. */
export async function movedServer(): Promise<MovedServer> {
  const child = fork(SCRIPT, {
    env: { ...process.env, MOVED_SERVER_DIR: mkdtempSync(join(tmpdir(), 'homeward-moved-')) },
    execArgv: [],
  });
  const [url] = (await once(child, 'message')) as [string];
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  return {
    url,
    now,
    async pass(days, page) {
      ahead += days * DAY;
      child.send(days * DAY);
      await once(child, 'message');
      setAhead(url, ahead);
      await page.clock.setSystemTime(now());
      await page.reload();
      await page.getByLabel('PIN', { exact: true }).fill(PIN);
      await page.getByRole('button', { name: 'Unlock' }).click();
    },
    day(plus = 0) {
      const at = new Date(now().getTime() + plus * DAY);
      return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tashkent' }).format(at);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
