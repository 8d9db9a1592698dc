import { expect, test } from '@playwright/test';
import { caseNumber } from '#domain/case/row.ts';
import { makeFile, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, signedIn } from './watched.ts';

test('a support worker helps somebody whose file is not hers, and the supervisor looks at it', async ({
  browser,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const file = await makeFile(await speaker(base, 'aziza'), await speaker(base, 'gulnora'), {
    given: 'Mohira',
    family: 'Sayfullayeva',
  });
  const number = caseNumber(file.case_id);

  const kamola = await signedIn(browser, base, 'kamola', 360);
  const { page } = kamola;
  await goTo(page, 'Search');
  await page.getByLabel('Name or number').fill(number);
  await expect(page.getByText('Nobody found among the people you work with')).toBeVisible();
  await kamola.look('emergency-search');
  await page.getByRole('link', { name: 'I have the number and must help now' }).click();
  await page.getByLabel('Number of the support file').fill('2222-2222');
  await page.getByText('Urgent medical help').click();
  await page.getByLabel('What is happening').fill('She has a high fever and a child with her.');
  await page.getByRole('button', { name: 'Open now' }).click();
  await expect(page.getByText(/Nothing was opened/)).toBeVisible();
  await kamola.look('emergency-ask');
  await page.getByLabel('Number of the support file').fill(number.toLowerCase());
  await page.getByRole('button', { name: 'Open now' }).click();
  await expect(page.getByText(/Open until/)).toBeVisible();
  await page.getByRole('link', { name: 'Open the support file' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mohira');
  await expect(page.getByText(/Open to you in an emergency until/)).toBeVisible();
  await kamola.look('emergency-file');
  // What helps now is offered, what decides for those whose file it is is not.
  await expect(page.getByRole('link', { name: 'Record a visit' }).first()).toBeVisible();
  await part(page, 'Plan');
  await expect(page.getByRole('heading', { name: 'Plan', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Agree on a plan' })).toBeHidden();
  await part(page, 'Where the person is');
  await expect(page.locator('main form, main button')).toHaveCount(0);

  await kamola.leave();

  const gulnora = await signedIn(browser, base, 'gulnora', 1280);
  await goTo(gulnora.page, 'Emergencies');
  const one = gulnora.page.getByRole('listitem').filter({ hasText: number });
  await expect(one.getByText('She has a high fever and a child with her.')).toBeVisible();
  await gulnora.look('emergency-review');
  await one.getByRole('button', { name: 'In order', exact: true }).click();
  await expect(one).toBeHidden();
  await gulnora.page.getByText('Looked at', { exact: true }).click();
  await expect(one.getByText('In order')).toBeVisible();
  await gulnora.leave();
});
