import { expect, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { makeFile, planBody, speaker } from './case-world.ts';
import { goTo, saved, signedIn } from './watched.ts';

test('a supervisor sees the team, gives files and approves, also without a line', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const base = baseURL ?? '';
  const aziza = await speaker(base, 'aziza');
  const gulnoraSays = await speaker(base, 'gulnora');
  const waits = await makeFile(aziza, gulnoraSays, { given: 'Nigora', family: 'Wattan' });
  const plan = planBody('housing', 'A warm room', [{ what: 'Look at two rooms', days: 9 }]);
  await aziza.say('agree_plan', plan, waits.case_id);
  await aziza.say('propose_approval', { approval_id: uuid(), kind: 'plan' }, waits.case_id);
  const own = await makeFile(aziza, gulnoraSays, { given: 'Oygul', family: 'Zarrina' });
  await aziza.say('agree_plan', planBody('papers', 'My own card', []), own.case_id);
  await gulnoraSays.say('propose_approval', { approval_id: uuid(), kind: 'plan' }, own.case_id);

  const gulnora = await signedIn(browser, base, 'gulnora', 1280);
  const { page } = gulnora;
  // The first screen says how much waits where, the bell leads to it.
  await expect(page.getByRole('link', { name: /^Approvals Waiting: \d+$/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Overdue Overdue: \d+$/ })).toBeVisible();
  await gulnora.look('supervisor-start');
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await page.getByRole('link', { name: 'Something waits for your approval.' }).first().click();
  await expect(page.getByRole('heading', { name: 'Approvals', level: 1 })).toBeVisible();
  await goTo(page, 'Team');
  await expect(page.getByRole('link', { name: 'Aziza Karimova' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Longest without contact' })).toBeVisible();
  await gulnora.look('supervisor-team');
  await page.getByRole('link', { name: 'Baxtiyor Sobirov' }).click();
  await expect(page.getByRole('heading', { name: 'Baxtiyor Sobirov' })).toBeVisible();
  await goTo(page, 'Overdue');
  await gulnora.look('supervisor-overdue');
  await goTo(page, 'Approvals');
  const proposal = page.getByRole('region', { name: 'Plan: Nigora Wattan' });
  await expect(proposal.getByText('New goal: “A warm room”')).toBeVisible();
  await expect(proposal.getByText(/New step: Look at two rooms/)).toBeVisible();
  const mine = page.getByRole('region', { name: 'Plan: Oygul Zarrina' });
  await expect(mine.getByText(/Somebody else must decide/)).toBeVisible();
  await expect(mine.getByRole('button', { name: 'Approve' })).toBeHidden();
  await gulnora.look('supervisor-approvals');

  // Seen to fail with a bell that says “Nothing new” where nobody answers, and forgets what it knew.
  await page.route('**/api/notifications', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(page.getByRole('link', { name: /waits for your approval/ }).first()).toBeVisible();
  await page.unroute('**/api/notifications');
  await page.keyboard.press('Escape');

  await gulnora.line(false);
  await proposal.getByRole('button', { name: 'Approve' }).click();
  await expect(proposal).toBeHidden();
  await goTo(page, 'Team');
  await page.getByRole('link', { name: 'Aziza Karimova' }).click();
  await page.getByRole('button', { name: /Hand over: Nigora/ }).click();
  const chosen = page.getByLabel(/Support worker for Nigora/);
  await chosen.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Nigora Wattan' })).toBeHidden();
  await gulnora.line(true);
  await saved(page);
  await page.getByRole('link', { name: 'The whole team' }).click();
  await page.getByRole('link', { name: 'Baxtiyor Sobirov' }).click();
  await expect(page.getByRole('link', { name: 'Nigora Wattan' })).toBeVisible();
  await gulnora.look('supervisor-worker');

  // The files of one worker in the list of the team, with what else the list can do.
  await goTo(page, 'Files of the team');
  const whose = page.getByLabel('Support worker', { exact: true });
  const his = whose.locator('option', { hasText: 'Baxtiyor Sobirov' });
  await whose.selectOption((await his.getAttribute('value')) ?? '');
  await expect(page.getByRole('link', { name: 'Nigora Wattan' })).toBeVisible();
  await expect(page.getByText('support worker: Aziza Karimova')).toHaveCount(0);
  await gulnora.look('supervisor-files');
  await gulnora.leave();
});
