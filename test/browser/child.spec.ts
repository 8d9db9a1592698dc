import { expect, type Page, test } from '@playwright/test';
import { labelOf, model, part } from './story-steps.ts';
import { goTo, saved, signedIn, undoEnds } from './watched.ts';

// A girl without parental care, from reception to her grandmother's home and through a year of visits;
// then what the supervisor sees of the child elsewhere whose visit is late and who has said no.

const dayAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const BEGUN = 370;
/** Days after moving in at which she was visited. */
const VISITS = [13, 29, 88, 179, 363];

async function open(page: Page, family: string, given: string): Promise<void> {
  await page.getByLabel('Find by name or number').fill(family);
  await page
    .getByRole('link', { name: new RegExp(given) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(given);
  await part(page, 'The child');
}

test('a teenager without parental care comes to her grandmother, with five visits', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const base = baseURL ?? '';
  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  const care = page.getByRole('region', { name: 'Care arrangement' });
  const save = (region = care) => region.getByRole('button', { name: 'Save', exact: true }).click();
  await goTo(page, 'My cases');
  await open(page, 'Haydarova', 'Ozoda');
  await aziza.look('child-begin');

  await test.step('A relative cannot say yes while the authority decides', async () => {
    await part(page, 'Consent and sharing');
    await page.getByRole('button', { name: 'Ask for consent' }).click();
    await page
      .getByRole('checkbox', { name: labelOf(model.consent_purposes, 'education'), exact: true })
      .check();
    await page.getByText('Mother or father', { exact: true }).click();
    const own = page.getByRole('group', { name: 'The child’s own agreement' });
    await own.getByText('Yes', { exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/cannot decide for the child at present/)).toBeVisible();
    await page.getByText('The guardianship authority', { exact: true }).click();
    await page.getByLabel('Which authority').fill('Guardianship authority of the district');
    await page.getByLabel('Number of the decision').fill('31-7');
    await aziza.look('child-consent');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/of the district, 31-7 on/)).toBeVisible();
  });

  await test.step('Her grandmother is found, asked and assessed, also without a line', async () => {
    await part(page, 'The child');
    await aziza.line(false);
    await care.getByRole('button', { name: 'Propose a care arrangement' }).click();
    await care.getByLabel('With whom').fill('Her grandmother Robiya');
    await care.getByText('No brothers and sisters').click();
    await aziza.look('child-propose');
    await save();
    const own = page.getByRole('region', { name: 'The child’s own agreement' });
    await own.getByRole('button', { name: 'Write down what the child says' }).click();
    await own.getByText('To live: Her grandmother Robiya').click();
    await own.getByText('Yes', { exact: true }).click();
    await save(own);
    await care.getByRole('button', { name: 'The family was assessed' }).click();
    await care.getByLabel('Who looked').fill('Department for children');
    await care.getByLabel('Day', { exact: true }).fill(dayAgo(BEGUN + 6));
    await care.getByLabel('The home: a bed').fill('A room by the garden.');
    await care.getByLabel('Who is there for the child in the day').fill('Her grandmother.');
    await aziza.look('child-assess');
    await save();
    await care.getByRole('button', { name: 'The family says yes' }).click();
    await care.getByLabel('Who said yes').fill('Robiya Haydarova');
    await care.getByLabel('Day', { exact: true }).fill(dayAgo(BEGUN + 5));
    await save();
    await care.getByRole('button', { name: 'The authority has decided' }).click();
    await care.getByLabel('Which authority').fill('Guardianship authority');
    await care.getByLabel('Number of the decision').fill('12');
    await care.getByLabel('Day', { exact: true }).fill(dayAgo(BEGUN + 2));
    await save();
    await care.getByRole('button', { name: 'The child has moved in' }).click();
    await care.getByLabel('Day', { exact: true }).fill(dayAgo(BEGUN));
    await save();
    await expect(care.getByText(/Visit after 12 months/)).toBeVisible();
    await aziza.line(true);
    await saved(page);
    await aziza.look('child-moved-in');
  });

  for (const [index, after] of VISITS.entries()) {
    await test.step(`Visit ${index + 1}`, async () => {
      await care.getByRole('link', { name: 'Record a visit' }).click();
      await page.getByLabel('Day', { exact: true }).fill(dayAgo(BEGUN - after));
      await expect(page.getByText(/Was it a visit to the home/)).toBeVisible();
      if (index === 0) await aziza.look('child-visit');
      await page.getByRole('button', { name: 'Save the visit' }).click();
      await part(page, 'The child');
      await expect(care.getByText(/Spoke with the child alone: Yes/)).toHaveCount(index + 1);
      await expect(care.getByText(/^Visit after/)).toHaveCount(VISITS.length - 1 - index);
    });
  }
  await saved(page);
  await aziza.look('child-a-year');
  await aziza.leave();

  const gulnora = await signedIn(browser, base, 'gulnora', 1280);
  const screen = gulnora.page;
  await test.step('Gulnora sees where a visit is late', async () => {
    await goTo(screen, 'Overdue');
    const late = screen.getByRole('region', { name: 'Care arrangements with a visit overdue' });
    await expect(late.getByRole('link', { name: /Умид|Umid/ }).first()).toBeVisible();
    await expect(late.getByText('Ozoda')).toHaveCount(0);
    await gulnora.look('child-overdue');
    await late
      .getByRole('link', { name: /Умид|Umid/ })
      .first()
      .click();
    await part(screen, 'The child');
  });
  await test.step('She hears the boy who said no', async () => {
    const own = screen.getByRole('region', { name: 'The child’s own agreement' });
    await own.getByRole('button', { name: 'I have heard the child again' }).click();
    await own.getByLabel('What the child said').fill('Perhaps when it is warm.');
    await own.getByLabel('Why').fill('He is asked again in spring.');
    await gulnora.look('child-review');
    await own.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(own.getByText('Looked at again: the no stands.')).toBeVisible();
  });
  await test.step('A panel decides on his best interests', async () => {
    const best = screen.getByRole('region', { name: 'Best interests of the child' });
    await best.getByRole('button', { name: 'Write down a decision' }).click();
    await best.getByLabel('What is to be decided').fill('Does he stay with this family?');
    for (const [index, name] of ['Nodira', 'Jahongir', 'Malohat'].entries()) {
      await best.getByLabel(`Name of member ${index + 1}`).fill(name);
    }
    await best.getByLabel('The child’s view').fill('With the dog.');
    for (const option of [1, 2]) {
      await best.getByLabel(`Option ${option}`, { exact: true }).fill(`Way ${option}`);
      await best.getByLabel(`What speaks for and against option ${option}`).fill('Weighed.');
    }
    await best.getByLabel('Decision', { exact: true }).fill('He stays.');
    await best.getByLabel('Looked at again on').fill(dayAgo(-90));
    await best.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(best.getByText(/Not everybody has signed/)).toBeVisible();
    for (const index of [1, 2, 3]) {
      await best.getByText(`Member ${index} has signed`, { exact: false }).click();
    }
    await gulnora.look('child-best-interests-form');
    await best.getByRole('button', { name: 'Save', exact: true }).click();
    await undoEnds(gulnora.page);
    await expect(best.getByText('He stays.')).toBeVisible({ timeout: 60_000 });
    await gulnora.look('child-best-interests');
  });
  await gulnora.leave();
});
