import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#server/seed/accounts.ts';
import { expectAccessible } from './accessible.ts';
import { consentBody, makeFile, planBody, type Speaker, speaker } from './case-world.ts';
import { undoEnds } from './watched.ts';

const PIN = '582047';
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

async function signedIn(page: Page): Promise<void> {
  await page.clock.install();
  await page.goto('/?locale=en');
  await page.getByLabel('User name or e-mail').fill('aziza');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('New PIN').fill(PIN);
  await page.getByLabel('The same PIN').fill(PIN);
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  // The PIN is stretched on purpose: on a busy machine that takes longer than a screen does.
  await expect(page.getByRole('heading', { name: /Welcome/ })).toBeVisible({ timeout: 45_000 });
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
    page,
    context,
  }) => {
    const caseId = await planned('Zulfiya');
    await signedIn(page);
    await opened(page, 'Zulfiya');
    let taps = 0;
    const tap = async (target: Locator) => {
      taps += 1;
      await target.click();
    };
    // The screen of a visit is loaded before the line goes, as it is from the cache of an installed app.
    await page.getByRole('link', { name: 'Record a visit' }).first().hover();
    await page.waitForTimeout(500);
    await context.setOffline(true);
    await tap(page.getByRole('link', { name: 'Record a visit' }).first());
    await tap(page.getByLabel(STEP));
    await tap(page.getByText('In a week', { exact: true }));
    await tap(page.getByRole('button', { name: 'Save the visit' }));
    await expect(page.getByText('2 entries not yet sent')).toBeVisible();
    expect(taps).toBeLessThan(10);
    expect(await page.getByText('not yet sent', { exact: true }).count()).toBeGreaterThan(0);
    await context.setOffline(false);
    await undoEnds(page);
    await expect
      .poll(() => factsOf(context, caseId), { timeout: 40_000 })
      .toEqual(expect.arrayContaining(['visit_recorded', 'step_completed']));
    await expect(page.getByText('2 entries not yet sent')).toBeHidden({ timeout: 40_000 });
    await part(page, 'Plan').click();
    await expect(page.getByText(/^Done/).first()).toBeVisible();
  });

  // Broken once by leaving out `seen`: the first answer of another person was overwritten unseen.
  test('shows both answers of two people and settles by a new one', async ({ page, context }) => {
    const caseId = await planned('Mohira');
    await signedIn(page);
    await opened(page, 'Mohira');
    await part(page, 'Needs').click();
    const seen = await newestAnswer(context, caseId);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Ask again: Papers' }).click();
    await page.getByText('No need', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Save answers' }).click();
    const answers = [{ domain: 'papers', value: 'urgent' }];
    await gulnora.say('assess_needs', { answers }, caseId, { 'domain:papers': seen });
    await context.setOffline(false);
    await undoEnds(page);
    await expect(page.getByText('Two different answers were given.')).toBeVisible({
      timeout: 40_000,
    });
    await expect(page.getByText('1 entry was saved, but somebody else')).toBeVisible();
    await page.getByText('Urgent', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Save answers' }).click();
    await expect(page.getByText('Two different answers were given.')).toBeHidden();
  });

  // Broken once by keeping the form in React state only: the reload came back empty.
  test('keeps what was typed over a reload and a lock', async ({ page }) => {
    await planned('Gavhar');
    await signedIn(page);
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
  });

  test('ends a step with one tap, also taken back', async ({ page, context }) => {
    const caseId = await planned('Lobar');
    await signedIn(page);
    await opened(page, 'Lobar');
    await page.getByRole('button', { name: `Done: ${STEP}` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: `Done: ${STEP}` })).toBeVisible();
    expect(await factsOf(context, caseId)).not.toContain('step_completed');
  });

  test('prints a plan that tells nothing beside itself', async ({ page }) => {
    const caseId = await planned('Sevara');
    await signedIn(page);
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
  });

  for (const width of [1280, 360]) {
    test(`is accessible and fits at ${width} px`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: width > 600 ? 800 : 740 });
      const caseId = await planned(width > 600 ? 'Oydin' : 'Nigina');
      await signedIn(page);
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
      await page.getByRole('link', { name: 'Record a visit' }).first().click();
      await expectAccessible(page, 'visit');
      await expect(page).toHaveURL(`/cases/${caseId}/visit`);
    });
  }
});

/** The newest answer about needs that the server has: what Gulnora has on her screen. */
async function newestAnswer(context: BrowserContext, caseId: string): Promise<string> {
  const reply = await context.request.get(`/api/cases/${caseId}`);
  const { facts }: { facts: { id: string; kind: string }[] } = await reply.json();
  return facts.findLast((fact) => fact.kind === 'needs_assessed')?.id ?? '';
}
