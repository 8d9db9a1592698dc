import { expect, type Page, test } from '@playwright/test';
import { dayFromNow, makeFile, type Speaker, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, PIN, saved, signedIn } from './watched.ts';

// A birth certificate on a phone of 360 px: handed in, refused with the line cut, appealed, issued. What
// the file says and what the person has in hand stay one.

let aziza: Speaker;
let gulnora: Speaker;

test.beforeAll(async ({ baseURL }) => {
  aziza = await speaker(baseURL ?? '', 'aziza');
  gulnora = await speaker(baseURL ?? '', 'gulnora');
});

const paper = (page: Page, kind: string) => page.locator(`[data-document="${kind}"]`);
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const happened = (page: Page, what: string) =>
  paper(page, 'birth_certificate').getByRole('button', { name: what, exact: true }).click();

async function openPapers(page: Page, name: string): Promise<void> {
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill(name);
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await part(page, 'Papers');
}

test('a birth certificate is refused, appealed and issued', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const { case_id } = await makeFile(aziza, gulnora, {
    ...{ given: 'Asal', family: 'Nurmatova', born: '2021-05-04' },
    papers: [{ kind: 'birth_certificate', state: 'never_had' }],
  });
  const phone = await signedIn(browser, baseURL ?? '', 'aziza', 360);
  const { page } = phone;
  const card = paper(page, 'birth_certificate');
  await openPapers(page, 'Asal');
  await expect(page.getByText('never had one')).toBeVisible();
  await page.getByRole('button', { name: 'Apply for a paper' }).click();
  await page.getByLabel('Which paper').selectOption({ label: 'Birth certificate' });
  await expect(page.getByText('Usually 30 days.')).toBeVisible();
  await phone.look('papers-apply');
  await save(page);
  await expect(card.getByText('not handed in yet')).toBeVisible();

  await happened(page, 'It was handed in');
  await page.getByLabel('Number of the receipt').fill('R-17');
  await save(page);
  await expect(card.getByText('handed in', { exact: true })).toBeVisible();
  await expect(card.getByText('30 days left')).toBeVisible();
  await saved(page);

  await phone.line(false);
  await happened(page, 'The office said no');
  await page.getByLabel('It can be appealed until').fill(dayFromNow(4));
  await phone.look('papers-refusal');
  await save(page);
  await expect(card.getByText('the office said no', { exact: true })).toBeVisible();
  await expect(card.getByText('not yet sent').first()).toBeVisible();
  await expect(card.getByText('4 days left')).toBeVisible();
  await phone.line(true);
  await saved(page);
  await phone.look('papers-refused');
  await goTo(page, 'Today');
  const appeals = page.locator('section').filter({ hasText: 'Appeals that can still be written' });
  await expect(appeals.getByText('Last day for an appeal').first()).toBeVisible();
  await phone.look('papers-today');

  await openPapers(page, 'Asal');
  await happened(page, 'We appealed');
  await save(page);
  await expect(card.getByText('appealed', { exact: true })).toBeVisible();
  await happened(page, 'It was decided');
  await save(page);
  await expect(card.getByText('granted', { exact: true })).toBeVisible();
  await happened(page, 'It was issued');
  await save(page);
  await expect(page.getByText('No paper is being applied for.')).toBeVisible();
  await expect(page.getByText('never had one')).toBeHidden();
  await saved(page);
  await page.getByText('Earlier applications').click();
  await card.getByText('What happened so far').click();
  await expect(card.getByText('Birth certificate: the office said no.')).toBeVisible();
  await phone.look('papers-issued');
  await part(page, 'Milestones');
  await expect(page.locator('main').getByText('Birth certificate')).toBeVisible();
  const reply = await page.request.get(`/api/cases/${case_id}`);
  const { person }: { person: { papers: object[] } } = await reply.json();
  expect(person.papers).toEqual([{ kind: 'birth_certificate', state: 'held' }]);
  await phone.leave();
});

test('a legal matter shows the worker its next day, the lawyer all of it', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const phone = await signedIn(browser, baseURL ?? '', 'aziza', 360);
  await openPapers(phone.page, 'Гулбаҳор');
  const main = phone.page.locator('main');
  await expect(main.getByText('A specialist is working with the person.')).toBeVisible();
  await expect(main.getByText(/Next day:/)).toBeVisible();
  // The world may have been made before midnight.
  await expect(paper(phone.page, 'passport').getByText(/[23] days left/)).toBeVisible();
  await phone.page.getByRole('button', { name: 'Show all papers' }).click();
  await phone.look('papers-picture');
  await phone.page.goto(`${phone.page.url()}?locale=ar-XB`);
  await phone.page.locator('input').first().fill(PIN);
  await phone.page.locator('form button[type=submit]').first().click();
  await expect(phone.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(paper(phone.page, 'passport')).toBeVisible();
  await phone.look('papers-right-to-left');
  // The seat goes to another story, in the language of all.
  await phone.page.goto('/?locale=en');
  await phone.leave();

  const lawyer = await signedIn(browser, baseURL ?? '', 'rustam', 1280);
  await openPapers(lawyer.page, 'Гулбаҳор');
  const absence = paper(lawyer.page, 'spouse_absence');
  await expect(absence.getByText('before a court', { exact: true })).toBeVisible();
  await lawyer.look('papers-lawyer');
  await lawyer.leave();
});
