import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { pretendApi } from './pretend-api.ts';
import { enter } from './watched.ts';

const PIN = '582047';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

test.describe('screens of the shell', () => {
  test.use({ serviceWorkers: 'block' });

  for (const viewport of SIZES) {
    test(`are accessible and fit at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await pretendApi(page, 'caseworker');
      await page.goto('/');
      await expectAccessible(page, 'sign in');
      await page.getByLabel('User name or e-mail').fill('nigora');
      await page.getByLabel('Password', { exact: true }).fill('right password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('New PIN').fill(PIN);
      await page.getByLabel('The same PIN').fill(PIN);
      await expectAccessible(page, 'set PIN');
      await page.getByRole('button', { name: 'Set the PIN' }).click();
      await expect(page.getByRole('heading', { name: /Welcome/ })).toBeVisible();
      await expectAccessible(page, 'start');
      await page.getByRole('button', { name: 'My account' }).click();
      await expectAccessible(page, 'account menu');
      await page.getByRole('button', { name: 'Account and security' }).click();
      await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
      await expectAccessible(page, 'account');
      await page.goto('/kit');
      await expectAccessible(page, 'locked');
      await page.getByLabel('PIN', { exact: true }).fill(PIN);
      await page.getByRole('button', { name: 'Unlock' }).click();
      await expect(page.getByRole('heading', { name: 'Parts of screens' })).toBeVisible();
      await expectAccessible(page, 'kit');
      await page.goto('/invitation');
      await expectAccessible(page, 'invitation');
    });
  }

  test('mirror whole in a right-to-left language', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const api = await pretendApi(page, 'coordinator');
    api.signedIn = true;
    await page.goto('/kit?locale=ar-XB');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('table')).toBeVisible();
    await expectAccessible(page, 'kit, right to left');
    const mark = await page.locator('header img').boundingBox();
    expect(mark?.x).toBeGreaterThan(180);
    await page.screenshot({ path: 'var/test-results/kit-right-to-left.png', fullPage: true });
  });

  test('speak the chosen language, also after a reload', async ({ page }) => {
    await pretendApi(page, 'caseworker');
    await page.goto('/');
    await page.getByRole('button', { name: 'Русский' }).click();
    await expect(page.getByRole('heading', { name: 'Войти' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Войти' })).toBeVisible();
    await page.getByRole('button', { name: 'Oʻzbekcha' }).click();
    await expect(page.getByRole('heading', { name: 'Kirish' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'uz');
  });

  test('are reached by keyboard alone, the content first', async ({ page }) => {
    const api = await pretendApi(page, 'coordinator');
    api.signedIn = true;
    // On a slowed machine a part that still comes in takes the focus with it: then told once more.
    await expect(async () => {
      await page.goto('/');
      await expect(page.getByRole('heading', { name: /Welcome/ })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      await expect(skip).toBeFocused({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('wait for the line where they never came, and need no reload', async ({ page }) => {
    const api = await pretendApi(page, 'coordinator');
    api.signedIn = true;
    await page.goto('/');
    const menu = page.getByRole('navigation', { name: 'Main menu' });
    const link = menu.getByRole('link', { name: 'Programme model', exact: true });
    await link.waitFor();
    await page.evaluate(() => Object.assign(window, { stays: true }));
    await page.context().setOffline(true);
    await link.click();
    await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
    await expectAccessible(page, 'no line yet');
    await page.context().setOffline(false);
    await expect(page.getByRole('heading', { name: 'Programme model', level: 1 })).toBeVisible();
    // Broken once: with the router's own lazy component the page was loaded anew, which locks a device.
    expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  });

  test('say on every screen that this is a trial, and nowhere what it is', async ({ page }) => {
    await pretendApi(page, 'caseworker');
    await page.goto('/');
    await expect(page.getByText('Trial: do not enter real people')).toBeVisible();
    const manifest = await page.evaluate(async () => (await fetch('/manifest.webmanifest')).text());
    const shown = `${manifest} ${await page.title()} ${await page.locator('body').textContent()}`;
    expect(shown).not.toMatch(/homeward|return|repatri|reintegr|rehabilit/i);
  });

  // Broken on purpose: as on a device with files, a grey veil that "Later" puts aside.
  test('are covered where a session ended and nothing locks by itself', async ({ page }) => {
    const api = await pretendApi(page, 'coordinator');
    api.signedIn = true;
    await page.goto('/kit');
    await expect(page.locator('table')).toBeVisible();
    api.signedIn = false;
    await page.getByRole('link', { name: 'Numbers' }).click();
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Later' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    const cover = page.locator('.mantine-Modal-overlay');
    const colour = await cover.evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(colour).not.toMatch(/rgba|\/ 0/);
    await dialog.getByLabel('Password', { exact: true }).fill('right password');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(dialog).toBeHidden();
  });

  test('ask no other origin and break no policy', async ({ page }) => {
    const outside: string[] = [];
    const broken: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') outside.push(request.url());
    });
    page.on('console', (message) => {
      if (/Content Security|Trusted/.test(message.text())) broken.push(message.text());
    });
    page.on('pageerror', (error) => broken.push(error.message));
    const api = await pretendApi(page, 'coordinator');
    api.signedIn = true;
    await page.goto('/kit');
    await expect(page.locator('table')).toBeVisible();
    await page.getByRole('button', { name: 'My account' }).click();
    await page.waitForTimeout(500);
    expect(outside).toEqual([]);
    expect(broken).toEqual([]);
  });
});

test('the shell opens without a line once it was here', async ({ page, context }) => {
  await page.goto('/?locale=en');
  await enter(page, 'sherzod');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
  const cached = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const keys = await Promise.all(caches_.map((cache) => cache.keys()));
    return keys.flat().map((request) => new URL(request.url).pathname);
  });
  expect(cached.length).toBeGreaterThan(5);
  expect(cached.filter((path) => path.startsWith('/api'))).toEqual([]);
});
