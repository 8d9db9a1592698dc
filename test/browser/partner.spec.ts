import { expect, type Page, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { fixedId } from '#server/seed/fixed-id.ts';
import { seriousFaults, tooWide } from './accessible.ts';
import { consentBody, dayFromNow, makeFile, speaker } from './case-world.ts';
import { loseReply } from './held-reply.ts';
import { part } from './story-steps.ts';
import { goTo, signedIn } from './watched.ts';

/** Words that would tell what programme a request comes from. */
const TELLING = /homeward|programme|repatri|reintegr|rehabilit|returnee|conflict zone|deradical/i;

async function expectNeutral(page: Page): Promise<void> {
  const shown = `${await page.title()} ${await page.locator('body').textContent()} ${page.url()}`;
  expect(shown).not.toMatch(TELLING);
}

test('a receiving service answers a request on a phone', async ({ browser, baseURL }) => {
  const farida = await signedIn(browser, baseURL ?? '', 'farida', 360);
  const { page } = farida;
  await expect(page.getByRole('link', { name: /^Requests Waiting: \d+$/ })).toBeVisible();
  await goTo(page, 'Requests');
  await expect(page.getByText(/leaves this list 30 days after it was answered/)).toBeVisible();
  await expectNeutral(page);
  await farida.look('partner-inbox');
  const fresh = page.getByRole('region', { name: 'To be answered' }).getByRole('link').first();
  await fresh.click();
  await expect(page.getByRole('heading', { name: 'Before you get in touch' })).toBeVisible();
  // On a telephone the number is a tap away.
  const number = page.getByRole('link', { name: '+998 91 555 09 15' });
  await expect(number).toHaveAttribute('href', 'tel:+998915550915');

  // How to get in touch without harm stands first, the interpreter with it, then the person.
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings.map((text) => text.trim()).slice(0, 3)).toEqual([
    'Before you get in touch',
    'What is asked for',
    'The person',
  ]);
  await expect(page.getByText(/interpreter is needed/i)).toBeVisible();
  await expect(page.getByText(/Please answer by/)).toBeVisible();
  await expectNeutral(page);
  await farida.look('partner-request');

  // A reason is asked for, and nothing is sent without it.
  await page.getByRole('button', { name: 'Decline' }).click();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByRole('alert').getByText('Please fill this in.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  // Two taps: accept, send.
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByText('You accepted', { exact: true })).toBeVisible();
  await expect(page.getByText(/This request can be seen here until/)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Helped in part').click();
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await expect(page.getByText(/Ended on .*: Helped in part\./)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your answer' })).toBeHidden();
  await expectNeutral(page);
  await farida.look('partner-answered');

  const address = page.url();
  const olim = await signedIn(browser, baseURL ?? '', 'olim', 1280);
  await olim.page.goto(address);
  await expect(olim.page.getByText(/There is nothing here for you/)).toBeVisible();
  await farida.leave();
});

test('a receiving service raises a concern, also after its answer', async ({
  browser,
  baseURL,
}) => {
  const farida = await signedIn(browser, baseURL ?? '', 'farida', 1280);
  const { page } = farida;
  await goTo(page, 'Requests');
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await page.getByRole('region').getByRole('link').last().click();
  await page.getByRole('button', { name: 'Tell somebody' }).click();
  await page.getByText('In the next days').click();
  await page
    .getByLabel('What worries you')
    .fill('She came with a bruise and did not want to say why.');
  await farida.look('partner-concern');
  // Where the answer is lost she sends once more, and it is the same worry. Seen to fail with an id for each press.
  const sent = new Set<string>();
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/commands')) return;
    const [{ id, body }] = request.postDataJSON().commands;
    sent.add(`${id} ${body.concern_id}`);
  });
  await loseReply(page, '**/api/commands');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/have been told just now/)).toBeVisible();
  expect(sent.size).toBe(1);
  await farida.leave();
});

test('a clinic without an account is asked by a link and answers on a phone', async ({
  browser,
  baseURL,
}) => {
  const base = baseURL ?? '';
  const says = await speaker(base, 'aziza');
  const { case_id, person_id } = await makeFile(says, await speaker(base, 'gulnora'), {
    ...{ given: 'Munira', family: 'Toshpulatova' },
  });
  const referral_id = uuid();
  await says.say('record_consent', consentBody(person_id, ['health_care']), case_id);
  const clinic = {
    ...{ service_id: fixedId('service:family_doctor'), purpose: 'health_care' },
    ...{ organisation_id: fixedId('organisation:polyclinic'), urgency: 'routine' },
    ...{ fields: ['person.name', 'referral.words'], words: 'Please see her this month' },
    ...{ interpreter: { needed: true, language: 'kaa' }, accompanied_by: 'worker' },
  };
  await says.say('refer', { referral_id, ...clinic }, case_id);
  await says.say('send_referral', { referral_id }, case_id);

  const aziza = await signedIn(browser, base, 'aziza', 1280);
  await goTo(aziza.page, 'My cases');
  await aziza.page.getByRole('link', { name: /Toshpulatova/ }).click();
  await part(aziza.page, 'Referrals');
  await aziza.page.getByRole('button', { name: /Send as a link/ }).click();
  await aziza.page.getByText('I pass it on myself').click();
  await aziza.page.getByRole('button', { name: 'Make the link and the code' }).click();
  const code = (await aziza.page.getByLabel('Code', { exact: true }).textContent()) ?? '';
  const link = (await aziza.page.getByText(/\/request#/).textContent()) ?? '';
  await aziza.look('link-made');

  // Whoever has the link has no account, no cookie and a telephone.
  const context = await browser.newContext({ baseURL: base, serviceWorkers: 'block' });
  const phone = await context.newPage();
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.goto(`/request#${link.split('#')[1]}`);
  await phone.getByLabel('Code').fill('0000-0000');
  await phone.getByRole('button', { name: 'Open the request' }).click();
  await expect(phone.getByText(/This link and this code open nothing/)).toBeVisible();
  await phone.getByLabel('Code').fill(code.toLowerCase());
  await phone.getByRole('button', { name: 'Open the request' }).click();
  await expect(phone.getByText('Please see her this month')).toBeVisible();
  await expectNeutral(phone);
  expect(new URL(phone.url()).hash).toBe('');
  await phone.screenshot({ path: 'var/test-results/story/link-open-360.png', fullPage: true });
  expect.soft(await tooWide(phone)).toBeLessThanOrEqual(0);
  expect.soft(await seriousFaults(phone)).toEqual([]);
  await phone.getByRole('button', { name: 'Accept' }).click();
  await phone.getByLabel('We expect the person on').fill(dayFromNow(3));
  // The answer comes in and its receipt is lost: sent once more it is the same one.
  await loseReply(phone, '**/api/request/answer');
  await phone.getByRole('button', { name: 'Send the answer' }).click();
  await expect(phone.getByRole('alert')).toBeVisible();
  await phone.getByRole('button', { name: 'Send the answer' }).click();
  await expect(phone.getByText('You accepted', { exact: true })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();

  await aziza.page.clock.fastForward(61_000);
  await expect(aziza.page.getByText('Answered by link')).toBeVisible();
  await expect(aziza.page.getByText(/Opened on/)).toBeVisible();
  await aziza.leave();
});
