import { expect, test } from '@playwright/test';
import { caseNumber } from '#domain/case/row.ts';
import { dayFromNow, makeFile, planBody, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, saved, signedIn } from './watched.ts';

test('a commission’s decision waits 15 days, the supervisor sees whose answer is missing', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const base = baseURL ?? '';
  const says = await speaker(base, 'aziza');
  const file = await makeFile(says, await speaker(base, 'gulnora'), {
    ...{ given: 'Shahnoza', family: 'Yoqubova' },
  });
  const plan = planBody('housing', 'A room of our own', [{ what: 'A room', days: 30 }]);
  await says.say('agree_plan', plan, file.case_id);

  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill('Yoqubova');
  await page.getByRole('link', { name: /Yoqubova/ }).click();
  await part(page, 'Decisions');
  await aziza.line(false);
  await page.getByRole('button', { name: 'Put a step before a commission' }).click();
  await page.getByLabel('Day of the session').fill(dayFromNow(-20));
  await page.getByLabel('What is asked for').fill('A place in the hostel');
  await save();
  await page.getByRole('button', { name: 'It was decided' }).click();
  await page.getByLabel('Number of the decision').fill('9');
  await page.getByLabel('Decided on').fill(dayFromNow(-15));
  await page.getByLabel('What was decided').fill('A room in the hostel');
  await aziza.look('commission-decision');
  await save();
  await expect(page.getByText('waits for 15 days')).toBeVisible();
  await aziza.line(true);
  await saved(page);
  await aziza.look('commission-waits');

  const gulnora = await signedIn(browser, base, 'gulnora', 1280);
  await goTo(gulnora.page, 'Answers waited for');
  const number = gulnora.page.getByRole('link', { name: caseNumber(file.case_id) });
  await expect(number).toBeVisible();
  await expect(gulnora.page.locator('main')).not.toContainText(/Yoqubova|hostel/);
  await gulnora.look('commission-unanswered');
  await gulnora.leave();

  await page.getByRole('button', { name: 'The answer is here' }).click();
  await page.getByText('It was done', { exact: true }).click();
  await save();
  await expect(page.getByText('waits for 15 days')).toBeHidden();
  await saved(page);
  await aziza.look('commission-answered');
  await aziza.leave();
});
