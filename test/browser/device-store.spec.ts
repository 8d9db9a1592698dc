import { expect, test } from '@playwright/test';
import { tooWide } from './accessible.ts';
import { CANARY, dump, PIN, say, setUp, unlock, wrongSoFar } from './pretend-device.ts';
import { undoEnds } from './watched.ts';

test.use({ serviceWorkers: 'block' });

// One device through a working day: to sign in and to set a PIN costs more than all that is looked at.
test('a device keeps what is said on it, from everybody else and for its owner', async ({
  page,
}) => {
  const api = await setUp(page);

  await test.step('undo takes back what was said, and nothing of it is sent', async () => {
    await say(page, 'taken back');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('All saved')).toBeVisible();
    await undoEnds(page);
    await page.waitForTimeout(1000);
    expect(api.commands).toEqual([]);
  });

  // Seen to fail with `seal` writing the plain bytes: names, draft and outbox were found.
  await test.step('nothing on it can be read without PIN and device key', async () => {
    api.answer = 'applied';
    await say(page, `${CANARY}-outbox`);
    await page.getByLabel('Note').fill(`${CANARY} typed in a draft`);
    await page.waitForTimeout(1000);
    const found = await dump(page);
    expect(found.rows).toBeGreaterThan(4);
    expect(found.text).not.toContain('anary');
    expect(found.text).not.toContain(api.me.id);
    expect(found.text).not.toContain(PIN);
    await undoEnds(page);
    await expect(page.getByText('All saved')).toBeVisible();
  });

  await test.step('a lock and a reload lose nothing of what is being typed', async () => {
    await page.getByLabel('Note').fill('We agreed on Tuesday');
    await page.getByRole('button', { name: 'Lock' }).click();
    await expect(page.getByText('We agreed on Tuesday')).toBeHidden();
    await unlock(page);
    await expect(page.getByLabel('Note')).toHaveValue('We agreed on Tuesday');
    await page.getByLabel('Note').fill('We agreed on Wednesday');
    await page.waitForTimeout(600);
    await page.reload();
  });

  await test.step('a guess at the PIN costs a tenth of a second or more', async () => {
    await page.getByLabel('PIN', { exact: true }).fill('000000');
    const began = await page.evaluate(() => performance.now());
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('9 tries are left')).toBeVisible();
    const took = (await page.evaluate(() => performance.now())) - began;
    expect(took).toBeGreaterThan(100);
    await unlock(page);
    await expect(page.getByLabel('Note')).toHaveValue('We agreed on Wednesday');
  });

  // Seen to fail without a word from the browser: after long without a line the next try was over a minute away.
  await test.step('sends at once when the line is back, however long it was away', async () => {
    api.line = false;
    await say(page, 'far away');
    for (let minute = 0; minute < 7; minute++) {
      await page.keyboard.press('Shift');
      await page.clock.fastForward(80_000);
      await page.waitForTimeout(100);
    }
    await expect(page.getByText('Offline')).toBeVisible();
    api.line = true;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('works with the line cut, and sends everything in order when it is back', async () => {
    api.commands.length = 0;
    api.line = false;
    await say(page, 'first');
    await say(page, 'second');
    await page.reload();
    await unlock(page);
    await expect(page.getByRole('link', { name: /2 waiting/ })).toBeVisible();
    // Seen to fail with a head that grows with its words.
    await page.setViewportSize({ width: 320, height: 700 });
    await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await undoEnds(page);
    await page.waitForTimeout(1000);
    expect(api.commands).toEqual([]);
    api.line = true;
    await page.getByRole('link', { name: /waiting/ }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await expect(page.getByText('Everything that you entered has reached')).toBeVisible();
    expect(api.commands.map((one) => one.body)).toMatchObject([
      { title: 'first' },
      { title: 'second' },
    ]);
  });

  await test.step('a refused entry is shown with its text until somebody has looked at it', async () => {
    api.answer = 'refused';
    await page.goBack();
    await page.getByLabel('Note').fill('She would like to bake bread');
    await say(page, 'refused one');
    await undoEnds(page);
    await expect(page.getByText('1 needs a look')).toBeVisible({ timeout: 20_000 });
    await page.getByRole('link', { name: /needs a look/ }).click();
    await expect(page.getByText('This was not accepted.')).toBeVisible();
    await expect(page.getByText('She would like to bake bread')).toBeVisible();
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('heading', { name: 'All saved' })).toBeVisible();
  });

  await test.step('a session that ends in the middle of a form leaves the form as it is', async () => {
    api.commands.length = 0;
    await page.goBack();
    await page.getByLabel('Note').fill('Half a sentence');
    api.signedIn = false;
    await say(page, 'said without a session');
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await expect(dialog).toBeVisible({ timeout: 20_000 });
    await dialog.getByLabel('Password', { exact: true }).fill('right password');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('1 needs a look')).toBeVisible({ timeout: 20_000 });
    expect(api.commands).toHaveLength(1);
  });

  // Seen to fail with a role that is read at the start only (the menu kept the lock), and with a start that opens the
  // tab's own store at once (the files of before stayed, and the answer was never read).
  await test.step('a role without files that is given meanwhile keeps none, and loses no answer', async () => {
    Object.assign(api, { epoch: 'of another role', rows: [] });
    api.me = { ...api.me, role: 'coordinator' };
    await page.getByRole('link', { name: /needs a look/ }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByRole('button', { name: 'My account' }).click();
    await expect(page.getByText('Coordinator')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Lock' })).toBeHidden();
    await page.reload();
    await unlock(page);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    // The page loads itself anew in the middle of it: what is asked then is asked once more.
    const kept = () => page.evaluate(() => indexedDB.databases()).catch(() => []);
    await expect
      .poll(async () => (await kept()).map((one) => one.name))
      .toEqual([expect.stringMatching(/^w-tab-/)]);
  });
});

test('the tenth wrong PIN in a row wipes the device', async ({ page }) => {
  await setUp(page);
  await wrongSoFar(page, 7);
  await page.reload();
  await unlock(page, '000000');
  await expect(page.getByRole('alert')).toContainText('2 tries are left');
  await unlock(page, '000000');
  await expect(page.getByRole('alert')).toContainText('1 try is left');
  await unlock(page, '000000');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect((await dump(page)).rows).toBe(0);
});

test('signing out wipes, and asks first where something is not sent', async ({ page }) => {
  const api = await setUp(page);
  api.line = false;
  await say(page, 'not sent');
  await page.getByRole('button', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('1 entry is only on this device')).toBeVisible();
  await page.getByRole('button', { name: 'Delete and sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect((await dump(page)).rows).toBe(0);
  // The server learns of it with the next line, before anybody is let in.
  expect(api.signedIn).toBe(true);
  api.line = true;
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(api.signedIn).toBe(false);
});

// Guards `againAfter`. Not yet broken on purpose.
test('a withdrawn device says what was not sent, then keeps nothing', async ({ page }) => {
  const api = await setUp(page);
  api.line = false;
  await say(page, 'never sent');
  await page.getByLabel('Note').fill('being typed');
  // What a withdrawal does: the sessions end, and the device is told so whenever it asks.
  Object.assign(api, { line: true, withdrawn: true, signedIn: false });
  await page.getByRole('link', { name: /waiting/ }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByText('This device was withdrawn.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('1 entry had not been sent and is lost.')).toBeVisible();
  await expect.poll(() => api.wiped).toEqual([{ unsent: 1 }]);
  expect(api.commands).toEqual([]);
  expect((await dump(page)).rows).toBe(0);
});

test('a withdrawn device that is locked wipes when it is opened next, without a PIN', async ({
  page,
}) => {
  const api = await setUp(page);
  Object.assign(api, { withdrawn: true, signedIn: false });
  await page.reload();
  await expect(page.getByText('This device was withdrawn.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect.poll(() => api.wiped).toEqual([{ unsent: null }]);
  expect((await dump(page)).rows).toBe(0);
});

test('another account on the same device sees nothing of the first', async ({ page }) => {
  const api = await setUp(page);
  api.line = false;
  await say(page, 'of the first account');
  api.line = true;
  api.me = { ...api.me, id: crypto.randomUUID(), name: 'Second' };
  await page.reload();
  await expect(page.getByRole('heading', { name: 'A PIN for this device' })).toBeVisible();
  await page.getByLabel('New PIN').fill('736150');
  await page.getByLabel('The same PIN').fill('736150');
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await expect(page.getByText('All saved')).toBeVisible();
  await page.waitForTimeout(2000);
  expect(api.commands).toEqual([]);
});
