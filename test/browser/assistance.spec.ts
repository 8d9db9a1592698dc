import { expect, test } from '@playwright/test';
import { dayFromNow, makeFile, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, saved, signedIn } from './watched.ts';

/** The smallest picture that is one. */
const PAPER = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('assistance is written down without a line, its receipt sent over the line, its sums hidden where few', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const base = baseURL ?? '';
  const says = await speaker(base, 'aziza');
  const named = { given: 'Mohira', family: 'Salimova' };
  await makeFile(says, await speaker(base, 'gulnora'), named);

  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill('Salimova');
  await page.getByRole('link', { name: /Salimova/ }).click();
  await part(page, 'Assistance given');
  await aziza.line(false);
  await page.getByRole('button', { name: 'Write down assistance' }).click();
  await page.getByLabel('What for').selectOption({ label: 'Rent' });
  await page.getByLabel('Amount').fill('1 200 000');
  await page.getByLabel('Name of who paid').fill('Mahalla fund');
  await aziza.look('assistance-form');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const entry = page.locator('[data-assistance]');
  await expect(entry).toContainText('1,200,000 UZS');
  await expect(entry).toContainText('A receipt can be added when this has been sent.');
  await aziza.line(true);
  await saved(page);

  await page.getByRole('button', { name: 'Add a receipt' }).click();
  const file = { name: 'Salimova.png', mimeType: 'image/png', buffer: PAPER };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Send the receipt' }).click();
  const receipt = entry.getByRole('link', { name: 'Receipt 1' });
  await expect(receipt).toBeVisible();
  await aziza.look('assistance-receipt');
  const [download] = await Promise.all([page.waitForEvent('download'), receipt.click()]);
  expect(download.suggestedFilename()).toBe('1.png');
  await entry.getByRole('link', { name: 'Slip to sign' }).click();
  await expect(page.locator('[data-sheet]')).toContainText('Mahalla fund');
  await expect(page.locator('[data-sheet]')).not.toContainText(/Homeward|programme/i);
  await aziza.leave();

  const jasur = await signedIn(browser, base, 'jasur', 1280);
  await goTo(jasur.page, 'Assistance given');
  // What the demo world was given lies 31 days back: the last month but one, on the first days of March.
  const month = `${dayFromNow(-31).slice(0, 7)}-01`;
  await jasur.page.getByLabel('Month', { exact: true }).selectOption(month);
  const row = (name: string) => jasur.page.getByRole('row').filter({ hasText: name });
  await expect(row('Food')).toContainText('5,850,000 UZS');
  // What two people were given is hidden, and one more so that the total does not tell it.
  await expect(row('Medicine')).toContainText('not shown');
  await expect(row('Heating')).toContainText('not shown');
  await expect(row('All together').first()).toContainText('12,620,000 UZS');
  await jasur.look('assistance-sums');
  await jasur.leave();
});
