import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { consentBody, makeFile, planBody, type Speaker, speaker } from './case-world.ts';
import { PIN, saved, signedIn, undoEnds } from './watched.ts';

const STEP = 'Ask the registry for the birth certificate';

let aziza: Speaker;
let gulnora: Speaker;

test.beforeAll(async ({ baseURL }) => {
  aziza = await speaker(baseURL ?? '', 'aziza');
  gulnora = await speaker(baseURL ?? '', 'gulnora');
});

/** A file with consent, needs and a plan of two steps, one of them sensitive. */
async function planned(given: string): Promise<string> {
  const { case_id, person_id } = await makeFile(aziza, gulnora, { given, family: 'Sobirova' });
  await aziza.say('record_consent', consentBody(person_id, ['health_care']), case_id);
  await aziza.say('assess_needs', { answers: [{ domain: 'papers', value: 'some' }] }, case_id);
  const steps = [
    { what: STEP, days: 2 },
    { what: 'Go to the counsellor together', days: 3, sensitive: true },
  ];
  await aziza.say('agree_plan', planBody('papers', 'I want my own passport', steps), case_id);
  return case_id;
}

async function opened(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'My cases' }).first().click();
  await page.getByLabel('Find by name or number').fill(name);
  await page.getByRole('link', { name: `${name} Sobirova` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

function part(page: Page, name: string): Locator {
  return page
    .getByRole('navigation', { name: 'Parts of the support file' })
    .getByRole('link', { name: new RegExp(`^${name}`) });
}

/** The kinds of facts that the server has of a case. */
async function factsOf(context: BrowserContext, caseId: string): Promise<string[]> {
  const reply = await context.request.get(`/api/cases/${caseId}`);
  return (await reply.json()).facts.map((fact: { kind: string }) => fact.kind);
}

test.describe('a support file', () => {
  test.use({ serviceWorkers: 'block' });

  // Broken once by writing the visit straight to the server: with the line cut nothing was kept.
  test('takes a visit and a step with the line cut, in under ten taps, and catches up', async ({
    browser,
    baseURL,
  }) => {
    const caseId = await planned('Zulfiya');
    const { page, line, leave } = await signedIn(browser, baseURL ?? '', 'aziza', 1280);
    await opened(page, 'Zulfiya');
    let taps = 0;
    const tap = async (target: Locator) => {
      taps += 1;
      await target.click();
    };
    // The screens are loaded before the line goes, as they are from the cache of an installed app.
    await page.getByRole('link', { name: 'All saved' }).hover();
    await page.waitForTimeout(200);
    await page.getByRole('link', { name: 'Record a visit' }).first().hover();
    await page.waitForTimeout(500);
    await line(false);
    await tap(page.getByRole('link', { name: 'Record a visit' }).first());
    await tap(page.getByLabel(STEP));
    await tap(page.getByText('In a week', { exact: true }));
    await tap(page.getByRole('button', { name: 'Save the visit' }));
    await expect(page.getByText('2 entries not yet sent')).toBeVisible();
    expect(taps).toBeLessThan(10);
    expect(await page.getByText('not yet sent', { exact: true }).count()).toBeGreaterThan(0);
    // Each of them says whom it is about, and leads back there.
    await page.getByRole('link', { name: /waiting$/ }).click();
    await expect(page.getByRole('main').getByRole('link', { name: /^Zulfiya/ })).toHaveCount(2);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Zulfiya/ })
      .first()
      .click();
    await line(true);
    await undoEnds(page);
    await expect
      .poll(() => factsOf(page.context(), caseId), { timeout: 40_000 })
      .toEqual(expect.arrayContaining(['visit_recorded', 'step_completed']));
    await expect(page.getByText('2 entries not yet sent')).toBeHidden({ timeout: 40_000 });
    await part(page, 'Plan').click();
    await expect(page.getByText(/^Done/).first()).toBeVisible();
    await leave();
  });

  // Broken once by leaving out `seen`: the first answer of another person was overwritten unseen.
  test('shows both answers of two people and settles by a new one', async ({
    browser,
    baseURL,
  }) => {
    const caseId = await planned('Mohira');
    const { page, line, leave } = await signedIn(browser, baseURL ?? '', 'aziza', 1280);
    await opened(page, 'Mohira');
    await part(page, 'Needs').click();
    const seen = await newestAnswer(page.context(), caseId);
    await line(false);
    await page.getByRole('button', { name: 'Ask again: Papers' }).click();
    await page.getByText('No need', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Save answers' }).click();
    const answers = [{ domain: 'papers', value: 'urgent' }];
    await gulnora.say('assess_needs', { answers }, caseId, { 'domain:papers': seen });
    await line(true);
    await undoEnds(page);
    await expect(page.getByText('Two different answers were given.')).toBeVisible({
      timeout: 40_000,
    });
    await expect(page.getByText('1 entry was saved, but somebody else')).toBeVisible();
    await page.getByText('Urgent', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Save answers' }).click();
    await expect(page.getByText('Two different answers were given.')).toBeHidden();
    await page.getByRole('link', { name: '1 needs a look' }).click();
    await page.getByRole('button', { name: 'I have seen it' }).click();
    await saved(page);
    await leave();
  });

  // Broken once by keeping the form in React state only: the reload came back empty.
  test('keeps what was typed over a reload and a lock', async ({ browser, baseURL }) => {
    await planned('Gavhar');
    const { page, leave } = await signedIn(browser, baseURL ?? '', 'aziza', 1280);
    await opened(page, 'Gavhar');
    await page.getByRole('link', { name: 'Record a visit' }).first().click();
    await page.getByLabel('Words about the visit').fill('We sat in the kitchen.');
    await expect(page.getByText('Who may read these words?')).toBeVisible();
    await page.waitForTimeout(800);
    await page.reload();
    await page.getByLabel('PIN', { exact: true }).fill(PIN);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByLabel('Words about the visit')).toHaveValue('We sat in the kitchen.');
    await expect(page.getByText('What you have typed is still there.')).toBeVisible();
    await leave();
  });

  test('ends a step with one tap, also taken back', async ({ browser, baseURL }) => {
    const caseId = await planned('Lobar');
    const { page, leave } = await signedIn(browser, baseURL ?? '', 'aziza', 1280);
    await opened(page, 'Lobar');
    await page.getByRole('button', { name: `Done: ${STEP}` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: `Done: ${STEP}` })).toBeVisible();
    expect(await factsOf(page.context(), caseId)).not.toContain('step_completed');
    await leave();
  });

  test('prints a plan that tells nothing beside itself', async ({ browser, baseURL }) => {
    const caseId = await planned('Sevara');
    const { page, leave } = await signedIn(browser, baseURL ?? '', 'aziza', 1280);
    await opened(page, 'Sevara');
    const printed = page.waitForRequest(
      (request) =>
        request.url().endsWith('/api/openings') &&
        (request.postData() ?? '').includes('"action":"printed"'),
    );
    await part(page, 'Plan').click();
    await page.getByRole('link', { name: 'Print' }).click();
    await expect(page).toHaveURL(`/cases/${caseId}/plan/print`);
    const sheet = page.locator('article');
    await expect(sheet.getByText('Uchrashuv', { exact: true })).toBeVisible();
    await expect(sheet).not.toContainText('counsellor');
    await expect(sheet).not.toContainText(/support|sensitive|plan\b|hamroh/i);
    expect(await page.title()).not.toMatch(/plan|Sevara|Homeward/i);
    await printed;
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation').first()).toBeHidden();
    await expect(page.getByText('Language of the sheet')).toBeHidden();
    await page.emulateMedia({ media: null });
    await leave();
  });

  for (const width of [1280, 360] as const) {
    test(`is accessible and fits at ${width} px`, async ({ browser, baseURL }) => {
      test.setTimeout(180_000);
      const caseId = await planned(width > 600 ? 'Oydin' : 'Nigina');
      const { page, leave } = await signedIn(browser, baseURL ?? '', 'aziza', width);
      await page.getByRole('link', { name: 'Today' }).first().click();
      await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
      await expectAccessible(page, 'today');
      await opened(page, width > 600 ? 'Oydin' : 'Nigina');
      await expectAccessible(page, 'overview');
      const links = page
        .getByRole('navigation', { name: 'Parts of the support file' })
        .getByRole('link');
      const count = await links.count();
      expect(count).toBeGreaterThan(10);
      for (let at = 1; at < count; at += 1) {
        await links.nth(at).click();
        await expect(links.nth(at)).toHaveAttribute('aria-current', 'page');
        await expectAccessible(page, (await links.nth(at).textContent()) ?? '');
      }
      // The way back shows which part one is in. Broken on purpose: brought into view before the router has
      // put the list back to where it stood, the chosen part was out of sight.
      await page.evaluate((steps) => history.go(-steps), count - 2);
      await expect(links.nth(1)).toHaveAttribute('aria-current', 'page');
      await expect(links.nth(1)).toBeInViewport({ ratio: 0.9 });
      await page.getByRole('link', { name: 'Record a visit' }).first().click();
      await expectAccessible(page, 'visit');
      await expect(page).toHaveURL(`/cases/${caseId}/visit`);
      await leave();
    });
  }
});

/** The newest answer about needs that the server has: what Gulnora has on her screen. */
async function newestAnswer(context: BrowserContext, caseId: string): Promise<string> {
  const reply = await context.request.get(`/api/cases/${caseId}`);
  const { facts }: { facts: { id: string; kind: string }[] } = await reply.json();
  return facts.findLast((fact) => fact.kind === 'needs_assessed')?.id ?? '';
}
