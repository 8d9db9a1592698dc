import { expect, test } from '@playwright/test';
import {
  answer,
  approvals,
  complete,
  consentAndNeeds,
  handOver,
  importList,
  labelOf,
  model,
  openFile,
  part,
  planTogether,
  refer,
  withoutLine,
} from './story-steps.ts';
import { goTo, saved, signedIn } from './watched.ts';

// The whole job in the real browser: a list of people who come home goes in, a settled life comes out.
// Each person works before a screen of their own, Aziza on a phone of 360 px.

test('from an arrival list to a settled life, across all roles', async ({ browser, baseURL }) => {
  test.setTimeout(900_000);
  const base = baseURL ?? '';
  const as = (who: Parameters<typeof signedIn>[2], width: 360 | 1280) =>
    signedIn(browser, base, who, width);

  await test.step('Dilnoza imports the list of autumn', async () => {
    const dilnoza = await as('dilnoza', 1280);
    await importList(dilnoza);
    await handOver(dilnoza);
    await dilnoza.leave();
  });

  const aziza = await as('aziza', 360);
  const { page } = aziza;
  let number = '';
  await test.step('Aziza finds the family on her phone', async () => {
    await goTo(page, 'Today');
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
    await aziza.look('aziza-today');
    await goTo(page, 'My cases');
    await aziza.look('aziza-cases');
    await openFile(page);
    number =
      /number ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(
        (await page.locator('main').textContent()) ?? '',
      )?.[1] ?? '';
    expect(number).not.toBe('');
    await aziza.look('aziza-file');
  });
  await test.step('She records consent and needs', () => consentAndNeeds(aziza));
  await test.step('They agree on a plan', () => planTogether(aziza));
  await test.step('She refers to the polyclinic', () => refer(aziza));

  await test.step('Farida answers', async () => {
    const farida = await as('farida', 1280);
    await answer(farida);
    await farida.leave();
  });
  await test.step('With the line cut: a visit and a step', () => withoutLine(aziza));
  await test.step('A milestone', async () => {
    await part(page, 'Milestones');
    await page.getByRole('button', { name: 'Write down a milestone' }).click();
    await page
      .getByLabel('What was reached')
      .selectOption({ label: labelOf(model.milestones, 'document_issued') });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Nothing written down yet')).toBeHidden();
    await aziza.look('aziza-milestones');
    await saved(page);
  });

  await test.step('Gulnora approves assessment and plan', () => approvals(as, 2));
  await test.step('Aziza prepares the completion', () => complete(aziza));
  await test.step('Gulnora approves the completion', () => approvals(as, 1));
  await test.step('Support is completed, and they stay in touch', async () => {
    await part(page, 'At a glance');
    const stage = labelOf(model.stages, 'aftercare');
    await expect(page.locator('header').getByText(stage).first()).toBeVisible({ timeout: 90_000 });
    await aziza.look('aziza-aftercare');
    await page.goto('/today?locale=ar-XB');
    await page.locator('input').first().fill('582047');
    await page.locator('form button[type=submit]').first().click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('main h1')).toBeVisible();
    await aziza.look('aziza-today-right-to-left');
    // The seat goes to another story, in the language of all.
    await page.goto('/?locale=en');
    await aziza.leave();
  });

  await test.step('Jasur sees numbers and no names', async () => {
    const jasur = await as('jasur', 1280);
    await goTo(jasur.page, 'Numbers');
    await expect(jasur.page.getByRole('heading', { name: 'Numbers', level: 1 })).toBeVisible();
    await jasur.page.waitForLoadState('networkidle');
    await jasur.look('jasur-numbers');
    await expect(jasur.page.locator('body')).not.toContainText(/Normatova|Sevara/);
    await jasur.leave();
  });
  await test.step('Malika sees who read the file', async () => {
    const malika = await as('malika', 1280);
    await goTo(malika.page, 'Read log');
    await malika.page.getByLabel('Number of the support file').fill(number);
    await malika.page.getByRole('button', { name: 'Search' }).click();
    await expect(malika.page.getByText('Aziza Karimova').first()).toBeVisible();
    await expect(malika.page.locator('main')).not.toContainText('Normatova');
    await malika.look('malika-read-log');
    await malika.leave();
  });
});
