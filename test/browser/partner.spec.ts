import { expect, type Page, test } from '@playwright/test';
import { goTo, signedIn } from './watched.ts';

/** Words that would tell what programme a request comes from. */
const TELLING = /homeward|programme|repatri|reintegr|rehabilit|returnee|conflict zone|deradical/i;

async function expectNeutral(page: Page): Promise<void> {
  const shown = `${await page.title()} ${await page.locator('body').textContent()} ${page.url()}`;
  expect(shown).not.toMatch(TELLING);
}

test('a receiving service answers a request on a phone', async ({ browser, baseURL }) => {
  const farida = await signedIn(browser, baseURL ?? '', 'farida', 360);
  const { page } = farida;
  await goTo(page, 'Requests');
  await expect(page.getByText(/leaves this list 30 days after it was answered/)).toBeVisible();
  await expectNeutral(page);
  await farida.look('partner-inbox');
  const fresh = page.getByRole('region', { name: 'To be answered' }).getByRole('link').first();
  await fresh.click();
  await expect(page.getByRole('heading', { name: 'Before you get in touch' })).toBeVisible();

  // How to get in touch without harm stands first, the interpreter with it, then the person.
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings.map((text) => text.trim()).slice(0, 3)).toEqual([
    'Before you get in touch',
    'What is asked for',
    'The person',
  ]);
  await expect(page.getByText(/interpreter is needed/i)).toBeVisible();
  await expect(page.getByText(/Please answer by/)).toBeVisible();
  await expectNeutral(page);
  await farida.look('partner-request');

  // A reason is asked for, and nothing is sent without it.
  await page.getByRole('button', { name: 'Decline' }).click();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByRole('alert').getByText('Please fill this in.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  // Two taps: accept, send.
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByText('You accepted', { exact: true })).toBeVisible();
  await expect(page.getByText(/This request can be seen here until/)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Helped in part').click();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByText(/Ended on .*: Helped in part\./)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your answer' })).toBeHidden();
  await expectNeutral(page);
  await farida.look('partner-answered');

  const address = page.url();
  const olim = await signedIn(browser, baseURL ?? '', 'olim', 1280);
  await olim.page.goto(address);
  await expect(olim.page.getByText(/There is nothing here for you/)).toBeVisible();
  await farida.leave();
});

test('a receiving service raises a concern, also after its answer', async ({
  browser,
  baseURL,
}) => {
  const farida = await signedIn(browser, baseURL ?? '', 'farida', 1280);
  const { page } = farida;
  await goTo(page, 'Requests');
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await page.getByRole('region').getByRole('link').last().click();
  await page.getByRole('button', { name: 'Tell somebody' }).click();
  await page.getByText('In the next days').click();
  await page
    .getByLabel('What worries you')
    .fill('She came with a bruise and did not want to say why.');
  await farida.look('partner-concern');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/have been told just now/)).toBeVisible();
  await farida.leave();
});
