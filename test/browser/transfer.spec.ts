import { expect, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { caseNumber } from '#domain/case/row.ts';
import { fixedId } from '#server/seed/fixed-id.ts';
import { consentBody, dayFromNow, makeFile, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, PIN, saved, signedIn } from './watched.ts';

test('a file goes to another region while a referral is open, and its answer goes along', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const base = baseURL ?? '';
  const says = await speaker(base, 'aziza');
  const { case_id, person_id } = await makeFile(says, await speaker(base, 'gulnora'), {
    ...{ given: 'Lola', family: 'Sattorova' },
  });
  const referral_id = uuid();
  await says.say('record_consent', consentBody(person_id, ['health_care']), case_id);
  const clinic = {
    ...{ service_id: fixedId('service:family_doctor'), purpose: 'health_care' },
    ...{ organisation_id: fixedId('organisation:polyclinic'), urgency: 'routine' },
    ...{ fields: ['person.name'], interpreter: { needed: false }, accompanied_by: 'worker' },
  };
  await says.say('refer', { referral_id, ...clinic }, case_id);
  await says.say('send_referral', { referral_id }, case_id);

  // Asked for without a line, on a phone.
  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill('Sattorova');
  await page.getByRole('link', { name: /Sattorova/ }).click();
  await part(page, 'Team');
  await aziza.line(false);
  await page.getByRole('button', { name: 'Ask another region to go on' }).click();
  await page.getByLabel('New place').selectOption({ label: 'Tashkent region: Zangiota district' });
  await page.getByText('To be with family', { exact: true }).click();
  await page.getByLabel('How many people come').fill('2');
  await page.getByText('Original papers', { exact: true }).click();
  await aziza.look('transfer-ask');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByText('waits for the other region')).toBeVisible();
  await aziza.line(true);
  await saved(page);

  // The other region sees a number and no name, and accepts.
  const otabek = await signedIn(browser, base, 'otabek', 1280);
  await goTo(otabek.page, 'Other regions');
  const request = otabek.page.locator('[data-transfer]').filter({ hasText: caseNumber(case_id) });
  await expect(request.getByText('2 people')).toBeVisible();
  await expect(otabek.page.locator('main')).not.toContainText(/Sattorova|Lola/);
  await request.getByRole('button', { name: 'Accept' }).click();
  await request.getByLabel('Support worker').selectOption({ label: 'Kamola Ergasheva' });
  await otabek.look('transfer-accept');
  await request.getByRole('button', { name: 'Accept the file' }).click();
  await expect(request.getByRole('link', { name: caseNumber(case_id) })).toBeVisible();
  await otabek.leave();

  // The partner answers afterwards; the new worker sees it.
  const answer = { kind: 'accept', on: dayFromNow(3) };
  await (await speaker(base, 'farida')).say('answer_referral', { referral_id, answer }, case_id);
  const kamola = await signedIn(browser, base, 'kamola', 1280);
  await goTo(kamola.page, 'My cases');
  await kamola.page.getByRole('link', { name: /Sattorova/ }).click();
  await expect(kamola.page.getByRole('heading', { level: 1 })).toContainText('Lola');
  await part(kamola.page, 'Referrals');
  await expect(
    kamola.page
      .locator('main')
      .getByText(/accepted/i)
      .first(),
  ).toBeVisible();
  await part(kamola.page, 'Consent and sharing');
  await expect(kamola.page.getByText('To be asked again')).toBeVisible();
  await kamola.leave();

  // Whoever worked with her reads on, and writes nothing.
  await page.reload();
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText(/Another region goes on with this file/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Record a visit' })).toBeHidden();
  await part(page, 'Notes');
  await expect(page.getByRole('button', { name: 'Write a note' })).toBeHidden();
  await aziza.look('transfer-reads');
  await aziza.leave();
});
