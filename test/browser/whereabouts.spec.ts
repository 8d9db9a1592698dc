import { expect, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { makeFile, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, saved, signedIn } from './watched.ts';

// Reception, going home and pauses, said without a line; and who has how many files where they are given.

test('a worker writes down reception, a pause and going home without a line', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const base = baseURL ?? '';
  const says = await speaker(base, 'aziza');
  const file = await makeFile(says, await speaker(base, 'gulnora'), {
    ...{ given: 'Nilufar', family: 'Olimova' },
  });
  const aunt = await makeFile(says, await speaker(base, 'gulnora'), {
    ...{ given: 'Roziya', family: 'Olimova', born: '1961-02-03' },
  });
  const tie = { id: uuid(), relative_id: aunt.person_id, kind: 'aunt_or_uncle' };
  await says.say('record_kinship', { person_id: file.person_id, ...tie });

  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill('Olimova Nilufar');
  await page.getByRole('link', { name: 'Nilufar Olimova' }).click();
  await part(page, 'Where the person is');
  await aziza.line(false);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const head = page.locator('header');

  await page.getByRole('button', { name: 'Arrived in reception' }).click();
  await save.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByLabel('Where the person is received').fill('Sanatorium by the river');
  await save.click();
  await expect(head.getByText(/^In reception since .*: Sanatorium by the river$/)).toBeVisible();

  await page.getByRole('button', { name: 'A pause begins' }).click();
  await page.getByLabel('Why', { exact: true }).selectOption({ label: 'In hospital' });
  await save.click();
  await expect(head.getByText(/^Paused since .*: In hospital$/)).toBeVisible();
  await aziza.look('whereabouts-now');
  await page.getByRole('button', { name: 'The pause ends' }).click();
  await save.click();
  await expect(head.getByText(/^Paused since/)).toHaveCount(0);

  await page.getByRole('button', { name: 'Went home to family' }).click();
  await page.getByText('A receiving family', { exact: true }).click();
  await page.getByLabel('Roziya Olimova').check();
  await page.getByLabel('Where they live').fill('Chust');
  await save.click();
  // Nobody was asked: said at once, also without a line.
  await expect(page.getByText(/^Their yes is missing/)).toBeVisible();
  await page
    .getByLabel('Who was asked before, and said yes')
    .selectOption({ label: 'Roziya Olimova' });
  await aziza.look('whereabouts-hand-over');
  await save.click();
  await expect(head.getByText(/^In reception since/)).toHaveCount(0);
  await expect(page.getByText(/^Asked before: Roziya Olimova said yes/)).toBeVisible();
  await aziza.line(true);
  await saved(page);
  await part(page, 'Timeline');
  await expect(page.getByText(/Received by: A receiving family\. Their yes/)).toBeVisible();
  await aziza.look('whereabouts-timeline');
  await aziza.leave();

  const gulnora = await signedIn(browser, base, 'gulnora', 1280);
  await goTo(gulnora.page, 'Team');
  await gulnora.page.getByRole('link', { name: 'Aziza Karimova' }).click();
  await gulnora.page.getByRole('link', { name: 'Nilufar Olimova' }).click();
  await part(gulnora.page, 'Team');
  await gulnora.page.getByRole('button', { name: 'Choose the support worker' }).click();
  const who = gulnora.page.getByLabel('New support worker');
  await expect(who.locator('option', { hasText: /Baxtiyor Sobirov \(files: \d+\)/ })).toHaveCount(
    1,
  );
  await who.selectOption({ index: 1 });
  await gulnora.page.getByRole('button', { name: 'Moves to another place' }).click();
  const place = gulnora.page.getByLabel('New place, in the same region');
  await expect(place.locator('option', { hasText: 'Chilonzor district' })).toHaveCount(1);
  await expect(place.locator('option', { hasText: 'Zangiota district' })).toHaveCount(0);
  await gulnora.look('whereabouts-team');
  await gulnora.leave();

  const dilnoza = await signedIn(browser, base, 'dilnoza', 1280);
  await goTo(dilnoza.page, 'Hand over');
  const worker = dilnoza.page.getByLabel('Support worker').first();
  await expect(
    worker.locator('option', { hasText: /^Aziza Karimova \(files: \d+\) · / }),
  ).toHaveCount(1);
  await worker.selectOption({ index: 1 });
  await dilnoza.look('whereabouts-bulk');
  await dilnoza.leave();
});
