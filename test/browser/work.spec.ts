import { expect, type Page, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { caseNumber } from '#domain/case/row.ts';
import { DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { fixedId } from '#server/seed/fixed-id.ts';
import { dayFromNow, makeFile, speaker } from './case-world.ts';
import { type MovedServer, movedServer } from './moved-server.ts';
import { part } from './story-steps.ts';
import { goTo, PIN, saved, signedIn } from './watched.ts';

let server: MovedServer;
test.beforeAll(async () => {
  server = await movedServer();
});
test.afterAll(() => server.stop());

/** Something reached, written down on the day that it is. */
async function reached(page: Page, label: string): Promise<void> {
  await part(page, 'Milestones');
  await page.getByRole('button', { name: 'Write down a milestone' }).click();
  await page.getByLabel('What was reached').selectOption({ label });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem').getByText(label, { exact: true })).toBeVisible();
  await saved(page);
}

test('a woman’s wish becomes a course seat with its reason, a course, and work that is kept six months', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const base = server.url;
  const [says, gulnora, coordinates] = await Promise.all([
    speaker(base, 'aziza'),
    speaker(base, 'gulnora'),
    speaker(base, 'jasur'),
  ]);
  const mohira = await makeFile(says, gulnora, { given: 'Mohira', family: 'Tosheva' });
  const other = await makeFile(says, gulnora, { given: 'Shoira', family: 'Valiyeva' });

  const trial = uuid().slice(-5);
  const [quilting, curtains] = [`Quilting ${trial}`, `Curtains ${trial}`];
  await coordinates.post('/api/courses', {
    ...{ id: uuid(), code: `curtains_${trial}`, organisation_id: fixedId('organisation:training') },
    ...{
      name: { en: curtains, ru: 'Шторы', uz: 'Pardalar' },
      occupation: '7531',
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

  // What she wants in her own words, and every course with what speaks for and against it.
  await part(page, 'Work and training');
  await page.getByRole('button', { name: 'Write it down with the person' }).click();
  await page.getByLabel('Wish 1').fill('tikuvchi boʻlmoqchiman');
  await page
    .getByRole('group', { name: 'Is one of these meant?' })
    .getByRole('button', { name: /tailor/i })
    .first()
    .click();
  await page.getByText('To learn it', { exact: true }).click();
  await aziza.look('work-wish');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const offered = page.getByRole('listitem').filter({ hasText: curtains });
  await expect(offered.getByText(/For it: .*wish 1/)).toBeVisible();
  await saved(page);
  await aziza.look('work-courses');

  await part(page, 'Courses');
  await aziza.line(false);
  await page.getByRole('button', { name: 'The person wishes for a course' }).click();
  await page.getByLabel('The dearest wish').selectOption({ label: curtains });
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
  await jasur.page.getByText(curtains, { exact: true }).click();
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
  await expect(page.getByText('Pardalar')).toBeVisible();
  await aziza.look('course-sheet');
  await page.goBack();

  // Forty days on the course begins, and ends.
  await server.pass(40, page);
  await reached(page, 'Course begun');
  await server.pass(60, page);
  await reached(page, 'Course finished');
  const vacancy = `Seamstress ${trial}`;
  await coordinates.post('/api/vacancies', {
    id: uuid(),
    vacancy: {
      ...{ title: vacancy, occupation: '7531', organisation_id: null, employer: 'Curtain room' },
      ...{ place_id: placeId(DEMO_PLACES.district), at_home: false, hours: 'part', openings: 1 },
      ...{ pay_from: '2400000', pay_to: null, pay_currency: 'UZS', pay_per: 'month' },
      ...{ languages: ['uz'], requirements: null, experience_needed: false, papers_needed: null },
      ...{ childcare: null, heavy: null, contact: null, valid_until: server.day(30) },
    },
  });
  await part(page, 'Work and training');
  await page.getByRole('button', { name: 'Look for vacancies' }).click();
  const line = page.getByRole('listitem').filter({ hasText: vacancy }).first();
  await expect(line.getByText(/For it: .*wish 1/)).toBeVisible();
  await line.getByRole('button', { name: /write it down/ }).click();
  await page.getByRole('button', { name: 'What the person says' }).click();
  await page.getByText('The person has begun', { exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await saved(page);
  await aziza.look('work-vacancy');
  await reached(page, 'Work begun');

  // The timer asks after three and after six months, at the end of what the file waits for; answered, it is quiet.
  const asks = (months: 3 | 6) =>
    page.getByText(`Ask whether the work goes on, after ${months} months`);
  const comesNext = async () => {
    await part(page, 'At a glance');
    const more = page.getByRole('region', { name: 'What comes next' }).getByRole('button', {
      name: 'Show more',
    });
    await expect(page.getByRole('heading', { name: 'What comes next' })).toBeVisible();
    while (await more.isVisible()) await more.click();
  };
  await server.pass(93, page);
  await comesNext();
  await expect(asks(3)).toBeVisible();
  await aziza.look('work-asked');
  await reached(page, '3 months at work');
  await comesNext();
  await expect(asks(3)).toBeHidden();
  await server.pass(93, page);
  await comesNext();
  await expect(asks(6)).toBeVisible();
  await reached(page, '6 months at work');
  await comesNext();
  await expect(asks(6)).toBeHidden();
  await aziza.leave();
});
