import { expect, test } from '@playwright/test';
import { goTo, signedIn } from './watched.ts';

const NAME = 'Nodira Xolmatova';

test('an administrator invites by a printed code and keeps accounts', async ({
  browser,
  baseURL,
  request,
}) => {
  const base = baseURL ?? '';
  const sherzod = await signedIn(browser, base, 'sherzod', 1280);
  const { page } = sherzod;
  await goTo(page, 'Accounts');
  await expect(page.getByText(/Nobody can give a role to himself/)).toBeVisible();
  await sherzod.look('administrator-accounts');
  await page.getByRole('button', { name: 'Sherzod Ismoilov' }).click();
  const own = page.getByRole('dialog');
  await expect(own.getByText(/This is your own account/)).toBeVisible();
  await expect(own.getByRole('button', { name: 'Change the role' })).toBeHidden();
  await own.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Invite somebody' }).click();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText('Please fill this in.').first()).toBeVisible();
  await page.getByLabel('Name, as colleagues know it').fill(NAME);
  await page
    .getByRole('combobox', { name: 'Place' })
    .selectOption({ label: '\u2003\u2003Yunusobod district' });
  await sherzod.look('administrator-invite');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  // The sheet names neither programme nor role, and nothing of the screen is on it.
  const sheet = await page.locator('article').textContent();
  expect(sheet).not.toMatch(/homeward|programme|support|account is|trial/i);
  await expect(page.locator('header')).toBeHidden();

  await page.emulateMedia({ media: null });
  await sherzod.look('administrator-sheet');
  const code = (await page.locator('article bdi').last().textContent()) ?? '';
  const offer = await request.post('/api/invitations/look-up', { data: { secret: code } });
  expect((await offer.json()).name).toBe(NAME);

  await page.getByRole('link', { name: 'All accounts' }).click();
  await page.getByRole('button', { name: NAME }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('supervisor');
  await dialog.getByRole('button', { name: 'Change the role' }).click();
  await expect(dialog.getByText('The role was changed.', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Switch off', exact: true }).click();
  await expect(dialog.getByText('Switched off.')).toBeVisible();
  await sherzod.look('administrator-account');
  await dialog.getByRole('button', { name: 'Switch on' }).click();
  await expect(dialog.getByText('Switched on.')).toBeVisible();
  await sherzod.leave();
});
