import { expect, type Page } from '@playwright/test';

/** In another place somebody with the same right writes this over what is there. */
export async function writtenElsewhere(page: Page, path: string, data: object): Promise<void> {
  const headers = { origin: new URL(page.url()).origin };
  const written = await page.context().request.put(path, { headers, data });
  expect(written.status()).toBe(200);
}

/** Whoever comes back to their window after a while has what stands there read anew. */
export async function comesBack(page: Page, path: string): Promise<void> {
  const read = page.waitForResponse((reply) => new URL(reply.url()).pathname === path);
  await page.clock.fastForward(16_000);
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await read;
}
