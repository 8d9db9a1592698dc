import { expect, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { fixedId } from '#server/seed/fixed-id.ts';
import { dayFromNow, makeFile, speaker } from './case-world.ts';
import { part } from './story-steps.ts';
import { goTo, saved, signedIn } from './watched.ts';

test('a girl comes to school, the school says how the week was, and she keeps up', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const base = baseURL ?? '';
  const says = await speaker(base, 'aziza');
  const born = `${new Date().getUTCFullYear() - 9}-03-08`;
  const { case_id } = await makeFile(says, await speaker(base, 'gulnora'), {
    ...{ given: 'Lola', family: 'Abdurahimova', born },
  });
  const need_id = uuid();
  const words = 'Wants to go to school with her cousin';
  await says.say('identify_need', { need_id, domain: 'education', urgent: false, words }, case_id);
  await says.say(
    'record_legal_basis',
    {
      ...{ basis_id: uuid(), code: 'legal_obligation', article: 'On education, art. 4' },
      ...{ purposes: ['education'], from: dayFromNow(-2) },
    },
    case_id,
  );
  const referral_id = uuid();
  const school = {
    ...{ service_id: fixedId('service:school_place'), purpose: 'education', need_id },
    ...{ organisation_id: fixedId('organisation:school'), urgency: 'routine' },
    ...{ fields: ['person.name', 'person.birth'], interpreter: { needed: false } },
    ...{ accompanied_by: 'family' },
  };
  await says.say('refer', { referral_id, ...school }, case_id);
  await says.say('send_referral', { referral_id }, case_id);
  const school14 = await speaker(base, 'olim');
  const accepted = { referral_id, answer: { kind: 'accept', on: dayFromNow(0) } };
  await school14.say('answer_referral', accepted, case_id);

  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill('Abdurahimova');
  await page.getByRole('link', { name: /Abdurahimova/ }).click();
  await part(page, 'School');
  await expect(page.getByText('Not in school yet')).toBeVisible();
  await aziza.look('school-not-yet');

  // In the corridor of the school there is no line.
  await aziza.line(false);
  await page.getByRole('button', { name: 'A school is found' }).click();
  await expect(page.getByRole('combobox', { name: 'School' })).toHaveValue(school.service_id);
  await page.getByLabel('Last grade reached so far').selectOption({ label: 'Grade 1' });
  await aziza.look('school-found');
  await save();
  await page.getByRole('button', { name: 'The first day at school' }).click();
  await save();
  await expect(page.getByText('Weeks at school')).toBeVisible();
  await aziza.line(true);
  await saved(page);

  const olim = await signedIn(browser, base, 'olim', 360);
  await olim.page.goto(`${base}/inbox/${referral_id}`);
  const week = olim.page.getByRole('region', { name: 'How the week was' });
  const there = week.getByRole('group', { name: 'The child was there on so many days' });
  await there.getByText('3', { exact: true }).click();
  await week.getByText('The way is too far or costs too much').click();
  await olim.look('school-week');
  await week.getByRole('button', { name: 'Send the week' }).click();
  await expect(week.getByText(/Thank you/)).toBeVisible();
  await expect(week.getByText('Weeks that you sent')).toBeVisible();
  await olim.leave();

  await page.clock.fastForward(61_000);
  await expect(page.getByText('said by the school')).toBeVisible();
  await page.getByRole('button', { name: 'Plan for catching up' }).click();
  await page.getByLabel('What is caught up').fill('Reading, numbers');
  await aziza.look('school-catch-up');
  await save();
  await page.getByRole('button', { name: 'How the child keeps up' }).click();
  await page.getByText('Keeps up with the class', { exact: true }).click();
  await save();
  await expect(page.getByRole('listitem').filter({ hasText: 'Keeps up' })).toContainText('reached');
  await saved(page);
  await aziza.look('school-keeps-up');
  await aziza.leave();
});
