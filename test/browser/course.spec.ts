import { expect, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { caseNumber } from '#domain/case/row.ts';
import { fixedId } from '#server/seed/fixed-id.ts';
import { dayFromNow, makeFile, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, PIN, saved, signedIn } from './watched.ts';

test('a woman wishes for a course, a round decides, somebody else confirms it, and she is told why', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const base = baseURL ?? '';
  const [says, gulnora, coordinates] = await Promise.all([
    speaker(base, 'aziza'),
    speaker(base, 'gulnora'),
    speaker(base, 'jasur'),
  ]);
  const mohira = await makeFile(says, gulnora, { given: 'Mohira', family: 'Tosheva' });
  const other = await makeFile(says, gulnora, { given: 'Shoira', family: 'Valiyeva' });

  const trial = uuid().slice(-5);
  const [quilting, lace] = [`Quilting ${trial}`, `Lace ${trial}`];
  await coordinates.post('/api/courses', {
    ...{ id: uuid(), code: `lace_${trial}`, organisation_id: fixedId('organisation:training') },
    ...{
      name: { en: lace, ru: 'Кружево', uz: 'Toʻr toʻqish' },
      occupation: '7318',
      place_id: null,
    },
    ...{ occupation_words: null, starts_on: dayFromNow(30), ends_on: null, seats: 2, entry: null },
    ...{ languages: ['uz'], childcare: true, cost: null, hours: null, open: true },
    wishes_until: null,
  });

  // The coordinator writes a course down; one seat.
  const jasur = await signedIn(browser, base, 'jasur', 1280);
  await goTo(jasur.page, 'Courses');
  await jasur.page.getByRole('button', { name: 'New course' }).click();
  await jasur.page.getByLabel('Name (English)').fill(quilting);
  await jasur.page.getByLabel('Who teaches it').selectOption({ label: 'Training centre Hunar' });
  await jasur.page.getByLabel('Short code').fill(`quilting_${trial}`);
  await jasur.page.getByLabel('Seats', { exact: true }).fill('-1');
  await jasur.page.getByLabel('From', { exact: true }).fill(dayFromNow(40));
  await jasur.page.getByRole('button', { name: 'Save' }).click();
  await expect(jasur.page.getByText('This is too small: at least 0.')).toBeVisible();
  await jasur.page.getByLabel('Seats', { exact: true }).fill('1');
  await jasur.look('course-new');
  await jasur.page.getByRole('button', { name: 'Save' }).click();
  const link = jasur.page.getByRole('link', { name: quilting });
  await expect(link).toBeVisible();
  const course_id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';

  // Somebody else wishes for the same seat, in urgent need.
  const need = { need_id: uuid(), domain: 'employment', urgent: true, words: 'Rent' };
  await says.say('identify_need', need, other.case_id);
  const same = { courses: [course_id], agreed_by_person: true };
  await says.say('wish_courses', same, other.case_id);

  // Said on a phone without a line.
  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill('Tosheva');
  await page.getByRole('link', { name: /Tosheva/ }).click();
  await part(page, 'Courses');
  await aziza.line(false);
  await page.getByRole('button', { name: 'The person wishes for a course' }).click();
  await page.getByLabel('The dearest wish').selectOption({ label: lace });
  await page.getByLabel('The next wish').selectOption({ label: quilting });
  await page.getByRole('button', { name: `Dearer: ${quilting}` }).click();
  await page.getByText('The person wishes for these courses, in this order').click();
  await aziza.look('course-wish');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Waits since/)).toBeVisible();
  await aziza.line(true);
  await saved(page);

  await goTo(jasur.page, 'Rounds for seats');
  await jasur.page.getByRole('button', { name: 'New round' }).click();
  await jasur.page.getByLabel('Name of the round').fill(`Spring ${trial}`);
  await jasur.page.getByLabel('Last day for wishes').fill(dayFromNow(0));
  await jasur.page.getByText(quilting, { exact: true }).click();
  await jasur.page.getByText(lace, { exact: true }).click();
  await jasur.look('course-round-new');
  await jasur.page.getByRole('button', { name: 'Publish the round' }).click();
  await jasur.page.getByRole('link', { name: `Spring ${trial}` }).click();
  await jasur.page.getByRole('button', { name: 'Run the round' }).click();
  await expect(jasur.page.getByText('With a seat: 2')).toBeVisible();
  await expect(jasur.page.getByText(caseNumber(mohira.case_id)).first()).toBeVisible();
  await expect(jasur.page.locator('main')).not.toContainText(/Tosheva|Mohira|Valiyeva|Shoira/);
  await expect(jasur.page.getByRole('button', { name: /Confirm/ })).toBeHidden();
  await jasur.page.getByRole('button', { name: 'Run it again and compare' }).click();
  await expect(jasur.page.getByText(/the same to the last letter/)).toBeVisible();
  await jasur.look('course-round');
  const round = jasur.page.url().split('/').at(-1);
  await jasur.leave();

  const lobar = await speaker(base, 'lobar');
  await lobar.post(`/api/course-rounds/${round}/confirm`, { version: 2 });

  // She is told why this and why not that, and takes the seat.
  await page.reload();
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await part(page, 'Courses');
  await expect(
    page.getByText(/Those who got one need work or training more urgently/),
  ).toBeVisible();
  await expect(page.getByText('There is a seat.')).toBeVisible();
  await aziza.look('course-answer');
  await page.getByRole('button', { name: 'The person takes the seat' }).click();
  await expect(page.getByText('The person has taken the seat.')).toBeVisible();
  await saved(page);
  await page.getByRole('link', { name: 'Print the answer for the person' }).click();
  await expect(page.getByText('Toʻr toʻqish')).toBeVisible();
  await aziza.look('course-sheet');
  await aziza.leave();
});
