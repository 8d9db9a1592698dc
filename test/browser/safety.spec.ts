import { expect, type Page, test } from '@playwright/test';
import { holdCalls } from './held-reply.ts';
import { part } from './story-steps.ts';
import { goTo, saved, signedIn } from './watched.ts';

// Nargiza puts herself on duty; Aziza agrees with a woman how to stay safe, without a line, and says that
// she is worried; Nargiza gets it by name, and writes down that there was a session, and no more.

const NAME = /Мунаввар/;

/** A moment so many hours from now, as a field in Tashkent takes it. */
const local = (hours: number) =>
  new Date(Date.now() + (hours + 5) * 3_600_000).toISOString().slice(0, 16);

async function open(page: Page): Promise<void> {
  await goTo(page, 'My cases');
  await page.getByRole('link', { name: NAME }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Мунаввар');
}

test('a woman stays safe, and somebody who is on duty looks into a worry', async ({
  browser,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const nargiza = await signedIn(browser, base, 'nargiza', 1280);
  await test.step('Nargiza puts herself on duty', async () => {
    const { page } = nargiza;
    await goTo(page, 'On duty');
    await expect(page.getByText('Nobody is on duty: the supervisor answers')).toBeVisible();
    const who = page.getByLabel('Who', { exact: true });
    await page.getByRole('button', { name: 'Put on duty' }).click();
    await expect(who).toHaveAttribute('aria-invalid', 'true');
    await who.selectOption({ label: 'Nargiza Umarova · Psychosocial specialist' });
    await page.getByLabel('On duty from', { exact: true }).fill(local(-1));
    await page.getByLabel('On duty until', { exact: true }).fill(local(20));
    await page.getByRole('button', { name: 'Put on duty' }).click();
    await expect(page.getByText('on duty now')).toBeVisible();
    await nargiza.look('safety-duty');
  });

  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  await test.step('Aziza and the woman agree how to stay safe, without a line', async () => {
    await open(page);
    await expect(page.getByText('A specialist is working with the person.').first()).toBeVisible();
    await part(page, 'Staying safe');
    await page.getByRole('button', { name: 'Agree how to stay safe' }).hover();
    await aziza.line(false);
    await page.getByRole('button', { name: 'Agree how to stay safe' }).click();
    const texts = {
      'What shows that it gets dangerous': 'He comes home and does not greet.',
      'What helps': 'Going over to Lola before dark.',
      'Whom to call': 'Lola, the house with the blue gate',
      'What the worker does': 'Rings on Monday and Thursday at ten.',
    };
    for (const [label, text] of Object.entries(texts)) {
      await page.getByLabel(label, { exact: true }).fill(text);
    }
    await aziza.look('safety-plan-form');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('not yet sent', { exact: true })).toBeVisible();
    await aziza.line(true);
  });
  await test.step('The sheet says nothing of itself', async () => {
    await page.getByRole('link', { name: 'Print a sheet without a heading' }).click();
    const sheet = page.locator('[data-sheet]');
    await expect(sheet).toContainText('Lola, the house with the blue gate');
    // Broken once: with an <h1> in the sheet there was a heading.
    await expect(sheet.getByRole('heading')).toHaveCount(0);
    await expect(sheet).not.toContainText(/Мунаввар|safe|plan|does not greet|\d{4}/i);
    expect(await page.title()).toBe('1');
    expect(page.url()).not.toMatch(/safe|plan/);
    await page.getByRole('link', { name: 'Back to the file' }).click();
  });
  await test.step('She says that she is worried', async () => {
    await part(page, 'Worries');
    await page.getByRole('button', { name: 'Say that I am worried' }).click();
    await page.getByText('Now', { exact: true }).click();
    await page.getByLabel('What was seen, what was said').fill('He waits at the gate.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  });

  const screen = nargiza.page;
  await test.step('Nargiza records a session, without a word of it', async () => {
    await open(screen);
    await part(screen, 'Specialists');
    await screen.getByRole('button', { name: 'Record a session' }).click();
    await expect(screen.locator('form textarea')).toHaveCount(0);
    await screen.getByText('Family', { exact: true }).click();
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(screen.getByRole('listitem').filter({ hasText: 'Family' })).toBeVisible();
    await nargiza.look('safety-sessions');
  });
  await test.step('What was sent is gone from the device', async () => {
    await saved(page);
    await expect(page.getByText('He waits at the gate.')).toHaveCount(0);
    await part(page, 'Staying safe');
    await expect(page.getByText('Lola, the house')).toHaveCount(0);
  });
  await test.step('Contact is lost for a while: said on the file, and on no list', async () => {
    await part(page, 'Team');
    await page.getByRole('button', { name: 'Contact is lost' }).click();
    await page.getByText('As was agreed with the person', { exact: true }).click();
    await page.getByLabel('What came of it').fill('Nobody came to the bakery.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const lost = page.locator('header').filter({ hasText: 'No contact since' });
    await expect(lost).toContainText('Nobody came to the bakery.');
    await aziza.look('lost-contact');
    await goTo(page, 'My cases');
    await expect(page.getByRole('link', { name: NAME }).first()).toBeVisible();
    await expect(page.getByText('No contact since')).toHaveCount(0);
    await page.getByRole('link', { name: NAME }).first().click();
    await page.getByRole('button', { name: 'We are in touch again' }).click();
    await expect(lost).toHaveCount(0);
  });
  await test.step('She goes out, and is back without a line', async () => {
    await goTo(page, 'Out and back');
    await page.getByRole('button', { name: 'I am going out' }).click();
    await expect(page.getByLabel('Back by')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(/Nargiza Umarova, Gulnora Rahimova/)).toBeVisible();
    await page.getByLabel('Back by').fill(local(3));
    // Seen to fail where the answer of before, that nobody is out, counted until the next one came.
    const asked = await holdCalls(page, '**/api/outings');
    await page.getByRole('button', { name: 'I am going out' }).click();
    const out = page.getByRole('heading', { name: 'You are out' });
    await saved(page);
    await expect(out).toBeVisible();
    asked();
    await expect(out).toBeVisible();
    await aziza.look('out-and-back');
    await aziza.line(false);
    await page.getByRole('button', { name: 'I am back' }).click();
    await expect(out).toHaveCount(0);
    await aziza.line(true);
    await saved(page);
    await expect(page.getByRole('heading', { name: 'Going out' })).toBeVisible();
  });
  await aziza.leave();
  await test.step('Nargiza has the worry on her list', async () => {
    await goTo(screen, 'Worries');
    const line = screen.getByRole('listitem').filter({ hasText: 'Looks into it: Nargiza Umarova' });
    await line.getByRole('link').first().click();
    await expect(screen.getByText('He waits at the gate.')).toBeVisible();
    await screen.getByRole('button', { name: 'It has been looked into' }).click();
    await expect(screen.getByText('Never on the word of whom it is about')).toBeVisible();
    await screen.getByLabel('What was done').fill('She sleeps at Lola’s.');
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(screen.getByText('Agreed how to stay safe')).toHaveCount(0);
  });
  await nargiza.leave();
});
