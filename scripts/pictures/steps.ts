import { join } from 'node:path';
import { DEMO_PASSWORD } from '#server/seed/accounts.ts';
import { BASE, ROOT, type Scene } from './camera.ts';

type Words = Pick<Scene, 'page' | 'say'>;
const HOUR = 3_600_000;

/** Uploads the list of autumn and has it checked: nothing is imported. */
export async function checkList({ page, say }: Words): Promise<void> {
  const list = join(ROOT, 'seed/arrival-list-autumn.csv');
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByRole('button', { name: say('Upload the list') }).click();
  await page.getByRole('button', { name: say('Check the list') }).click({ timeout: 60_000 });
  await page
    .getByRole('heading', { name: say('The list in numbers') })
    .waitFor({ timeout: 60_000 });
}

/** Chooses a button by its English words. */
export function press(...english: readonly string[]) {
  return async ({ page, say }: Words) => {
    for (const one of english) {
      await page
        .getByRole('button', { name: say(one), exact: true })
        .first()
        .click();
    }
  };
}

/** Says that one is out for three hours, where that was not said in the language before. */
export async function goOut({ page, say }: Words): Promise<void> {
  const hour = page.getByLabel(say('Back by'));
  await hour
    .or(page.getByRole('button', { name: say('I am back') }))
    .first()
    .waitFor();
  if (!(await hour.isVisible())) return;
  const back = new Date(Date.now() + 3 * HOUR);
  // The hour of Tashkent, as the browser shows it.
  await hour.fill(new Date(back.getTime() + 5 * HOUR).toISOString().slice(0, 16));
  await press('I am going out')({ page, say });
}

/** Says the last day of a worker, three weeks from now. */
export async function leaves({ page, say }: Words): Promise<void> {
  await page.getByRole('link', { name: 'Aziza Karimova' }).first().click();
  const begin = page.getByRole('button', { name: say('Leaves the team') });
  await begin
    .or(page.getByRole('button', { name: say('Stays after all') }))
    .first()
    .waitFor();
  if (!(await begin.isVisible())) return;
  await begin.click();
  const last = new Date(Date.now() + 21 * 24 * HOUR).toISOString().slice(0, 10);
  await page.getByLabel(say('Last day at work')).fill(last);
  await press('Save')({ page, say });
  await page.getByRole('button', { name: say('Stays after all') }).waitFor();
}

/** Says something without an account, until the code stands there. */
export async function complain({ page, say }: Words): Promise<void> {
  await page.getByText(say('The interpreter'), { exact: true }).click();
  await page.getByLabel(say('What happened?')).fill('Tarjimon gaplarimni qisqartirib aytdi.');
  await press('Send')({ page, say });
  await page.getByLabel(say('Your code')).waitFor();
}

/** The language that a page was opened in, by its address. */
function languageOf({ page }: Words): string {
  return new URL(page.url()).searchParams.get('locale') ?? 'en';
}

/** Opens a conference as a reader does. */
export async function readConference(words: Words): Promise<void> {
  await words.page.goto(`${BASE}/exchange/${languageOf(words)}/homecoming-2`);
}

/** A table that may not go out: a name beyond the header, a small number, one that follows from a total. */
const ROWS = `#adm1+name,#affected+f,#affected+m
Chinorli,120,80,Karimova D.
Oqtepa,64,*,Saidova L.
Bogʻbon,3,41
Total,190,173
`;

/** As an editor of the exchange, chooses a table in which people could be seen. */
export async function chooseTable(words: Words): Promise<void> {
  const { page, say } = words;
  const language = languageOf(words);
  await page.request.post(`${BASE}/api/exchange/entry`, {
    ...{ data: { user: 'dilnoza', password: DEMO_PASSWORD }, headers: { origin: BASE } },
  });
  await page.goto(`${BASE}/workspace/evidence/new?locale=${language}`);
  const buffer = Buffer.from(`${['Region', 'Women', 'Men'].map(say).join()}\n${ROWS}`);
  const table = { name: 'table.csv', mimeType: 'text/csv', buffer };
  await page.locator('input[type=file]').setInputFiles(table);
  await page.getByText(say('This table cannot be published as it is')).waitFor();
}

/** Sets a sheet in the language of the screen. */
export async function inLanguageOfPage({ page, say }: Words): Promise<void> {
  const name = say('Print') === 'Print' ? 'English' : 'Русский';
  await page.locator('main').getByText(name, { exact: true }).click();
}

/** Follows the first link into what a list holds. */
export async function openFirst({ page }: Scene): Promise<void> {
  await page.locator('main section a').first().click();
  await page.waitForLoadState('networkidle');
}

/** A picture that begins with a heading. */
export function fromHeading(english: string) {
  return ({ page, say }: Words) => page.getByRole('heading', { name: say(english) });
}

/** Begins the next version of the programme model, where that was not done in the language before. */
export async function beginDraft({ page, say }: Words): Promise<void> {
  const begin = page.getByRole('button', { name: say('Begin a draft') });
  await begin
    .or(page.getByRole('heading', { name: say('Parts') }))
    .first()
    .waitFor();
  if (await begin.isVisible()) await begin.click();
  await page.getByRole('heading', { name: say('Parts') }).waitFor();
}
