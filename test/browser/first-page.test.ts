import { expect, test } from '@playwright/test';

test('the first page comes up, in trial mode, without a request to any other origin', async ({
  page,
  baseURL,
}) => {
  const origins = new Set<string>();
  const faults: string[] = [];
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  page.on('pageerror', (error) => faults.push(error.message));
  const reply = await page.goto('/');
  expect(reply?.status()).toBe(200);
  await expect(page.locator('#root')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  expect(faults).toEqual([]);
  expect([...origins].filter((origin) => origin.startsWith('http'))).toEqual([baseURL]);
});
