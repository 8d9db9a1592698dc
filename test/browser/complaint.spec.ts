import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#server/seed/accounts.ts';
import { seriousFaults, tooWide } from './accessible.ts';
import { goTo, signedIn } from './watched.ts';

const WORDS = 'Kecha xodim qizimga baqirdi.';
const ANSWER = 'Siz haqsiz. Endi siz bilan boshqa xodim gaplashadi.';
const AWAY = 'There is no connection just now.';
/** Words that would tell what programme the page belongs to. */
const TELLING = /homeward|programme|repatri|reintegr|rehabilit|returnee|support file|case/i;

test('a complaint against the own worker: said without an account, answered, read by its code', async ({
  browser,
  baseURL,
  playwright,
}) => {
  const said = await browser.newContext({
    ...{ baseURL: baseURL ?? '', viewport: { width: 360, height: 740 } },
    ...{ locale: 'en', serviceWorkers: 'block' },
  });
  const page = await said.newPage();
  await page.goto('/say');
  await expect(page.getByRole('heading', { name: 'Tell us how it was' })).toBeVisible();
  expect(`${await page.title()} ${await page.locator('main').textContent()}`).not.toMatch(TELLING);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);

  // What is missing is said at its place, and nothing is sent.
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Please fill this in.').first()).toBeVisible();
  await page.getByText('The support worker').click();
  await page.getByLabel('What happened?').fill(WORDS);
  await page.getByText('It concerns a child').click();
  await page.getByRole('button', { name: 'Send' }).click();
  const code = ((await page.getByLabel('Your code').textContent()) ?? '').trim();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await expect(page.getByText(code)).toBeHidden();
  await expect(page.getByLabel('What happened?')).toHaveValue('');

  // The worker and the supervisor are told nothing, and for them there is no complaint.
  for (const user of ['aziza', 'gulnora']) {
    const line = await playwright.request.newContext({ baseURL: baseURL ?? '' });
    const signed = await line.post('/api/session', { data: { user, password: DEMO_PASSWORD } });
    expect(signed.ok()).toBe(true);
    expect(await (await line.get('/api/notifications')).text()).not.toContain('complaint');
    expect((await line.get('/api/complaints')).status()).toBe(404);
    await line.dispose();
  }

  const officer = await signedIn(browser, baseURL ?? '', 'zebo', 1280);
  await officer.page.getByRole('button', { name: 'My account' }).click();
  await officer.page.getByRole('button', { name: 'English' }).click();
  await officer.page.keyboard.press('Escape');
  await goTo(officer.page, 'Complaints');
  const open = officer.page.getByRole('region', { name: 'Wait for you' });
  await open.getByRole('link', { name: 'The support worker' }).click();
  await expect(officer.page.getByText(WORDS)).toBeVisible();
  // A question that does not go out at first. Seen to fail: that it had not gone out went on being said after it had.
  await officer.page.getByText('Ask the person', { exact: true }).first().click();
  await officer.page.getByLabel('Words', { exact: true }).fill('On which day was it?');
  const ask = officer.page.getByRole('button', { name: 'Ask the person' });
  const away = officer.page.getByText(AWAY);
  await officer.line(false);
  await ask.click();
  await expect(away).toBeVisible();
  await officer.line(true);
  await ask.click();
  await expect(officer.page.getByText('On which day was it?')).toBeVisible();
  await expect(away).toBeHidden();
  await officer.page.getByText('Answer the person', { exact: true }).first().click();
  await officer.page.getByText('The complaint is right', { exact: true }).click();
  await officer.page.getByLabel('Words', { exact: true }).fill(ANSWER);
  await officer.page.getByRole('button', { name: 'Answer the person' }).click();
  await expect(officer.page.getByText(ANSWER)).toBeVisible();
  await officer.look('complaint');
  await officer.leave();

  await page.getByText('I have a code').click();
  await page.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Read the answer' }).click();
  await expect(page.getByText(ANSWER)).toBeVisible();
  await expect(page.getByText('You are right.', { exact: true })).toBeVisible();
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
  await said.close();
});
