import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { demoPackage } from '#server/exchange/seed/model-package.ts';
import { urlsOf } from '#server/postgres/provision.ts';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { cloneTemplate, dropClone } from '../setup/clone.ts';
import { sessionCookie, startChild } from '../setup/server-child.ts';
import { startTestCluster, templates } from '../setup/test-cluster.ts';
import { seriousFaults, tooWide } from './accessible.ts';
import { participantSeat } from './participant-seat.ts';

// What one country does becomes a practice of the library, the practice a programme model, and another
// instance, with a database and a process of its own, adopts a part of it and keeps where it comes from: as
// author, editor, two reviewers, a reader without an account and a coordinator elsewhere.

const CARD = [
  ['In one line', 'Somebody from the school comes to the home before the first lesson.'],
  ['Summary', 'A teacher visits the family in its first week and goes to school with the child.'],
  ['Problem and setting', 'Children who come home wait for months before a school takes them.'],
  ['Steps and how long they take', 'A visit in the first week, a shorter day for a fortnight.'],
  ['How people are kept safe', 'The school is told a name and an age, and nothing else.'],
  ['Results', 'Most children sat in a class of their age within a month.'],
  ['What did not work', 'Visits without an appointment frightened the grandmothers.'],
  ['What must be there', 'A school that gives a teacher two hours a week.'],
  ['Contact (an institution, not a person)', 'Registan Institute, education desk'],
] as const;
const EXPERIENCE = 'The first week became a stage of its own, with a visit within five days.';

const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** A coordinator at an instance of their own, signed in without the cost of a password. */
async function elsewhere(browser: Browser) {
  const cluster = await startTestCluster();
  const root = cluster.urlFor('postgres', 'postgres');
  const { migrated, seeded } = await templates(cluster);
  const name = await cloneTemplate(root, typeof seeded === 'string' ? seeded : migrated);
  const urls = urlsOf(cluster, name);
  // No story hangs on how busy the machine is; the server of its own process takes it from here.
  process.env.HOMEWARD_BUSY_AFTER_MS = '600000';
  process.env.HOMEWARD_DATABASE_WAIT_MS = '60000';
  const secret = 'a secret of the second instance, long enough';
  const server = await startChild(urls, {
    ...{ secret, dataDir: mkdtempSync(join(tmpdir(), 'homeward-second-')) },
  });
  const cookie = await sessionCookie(urls, DEMO_PEOPLE.jasur.id, secret);
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' });
  const [key = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name: key, value, url: server.url }]);
  return {
    page: await context.newPage(),
    async leave() {
      await context.close();
      server.stop();
      await dropClone(root, name);
      await cluster.stop();
    },
  };
}

test('a practice becomes a model, and a second instance adopts a part of it', async ({
  browser,
  baseURL,
}) => {
  const title = 'A teacher at the door';
  const model = 'From the door to the class';
  const [nodira, dilnoza, ravshan, anneke, reader] = await Promise.all(
    ['nodira', 'dilnoza', 'ravshan', 'anneke', null].map((who) =>
      participantSeat(browser, baseURL ?? '', who),
    ),
  );
  if (!nodira || !dilnoza || !ravshan || !anneke || !reader) throw new Error('somebody is missing');

  /** What waits under this title goes out by the second editor, each finding answered. */
  async function secondLook(what: string) {
    const { page } = dilnoza as NonNullable<typeof dilnoza>;
    await page.goto('/workspace/publications?locale=en');
    await page.getByRole('link', { name: what, exact: true }).click();
    const publish = page.getByRole('button', { name: 'I have looked. Publish it' });
    await expect(publish).toBeVisible();
    const answers = page.getByLabel('Why it may stay');
    for (let at = 0; at < (await answers.count()); at += 1) {
      await answers.nth(at).selectOption({ index: 1 });
      await page.getByLabel('How you know').nth(at).fill('It is an institution.');
    }
    await publish.click();
    await expect(part(page, 'What was decided')).toBeVisible();
  }

  await test.step('an author writes down what helps, and submits it', async () => {
    const { page } = nodira;
    await page.goto('/workspace/practices?locale=en');
    await page.getByRole('button', { name: 'Write a practice' }).click();
    await page.getByLabel('Title', { exact: true }).fill(title);
    await page.getByLabel('Written in').selectOption({ label: 'English' });
    await page.getByLabel('Country', { exact: true }).selectOption({ label: 'Uzbekistan' });
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    for (const [field, text] of CARD) await page.getByLabel(field, { exact: true }).fill(text);
    for (const group of ['Themes', 'For whom', 'When'])
      await page.getByRole('group', { name: group }).getByRole('checkbox').first().check();
    await page.getByLabel('To be looked at again on').fill('2029-01-31');
    await page.getByLabel('To be looked at again on').blur();
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await expect(page.getByRole('button', { name: 'Submit for review' })).toHaveCount(0);
  });
  const practice = new URL(nodira.page.url()).pathname;

  await test.step('the editor asks two reviewers of other countries', async () => {
    const { page } = dilnoza;
    await page.goto(`${practice}?locale=en`);
    for (const name of ['Ravshan', 'Anneke']) {
      const choice = page.getByLabel('Ask somebody of another country and institution');
      const option = choice.getByRole('option', { name: new RegExp(`^${name}`) });
      await choice.selectOption((await option.getAttribute('value')) ?? '');
      await page.getByRole('button', { name: 'Ask for a review' }).click();
      await expect(
        part(page, 'Reviewers').getByRole('listitem').filter({ hasText: name }),
      ).toBeVisible();
    }
  });

  await test.step('both weigh it by the published criteria', async () => {
    for (const { page } of [ravshan, anneke]) {
      await page.goto('/workspace/practices?locale=en');
      await page.getByRole('link', { name: title }).click();
      await page.getByLabel(/^I have no interest of my own/).check();
      for (const met of await page.getByLabel('met', { exact: true }).all()) await met.check();
      for (const reason of await page.getByLabel('Reason (readers see it)').all())
        await reason.fill('It is told plainly.');
      await page.getByLabel('It can be published').check();
      await page
        .getByLabel('In a few sentences (readers see it)')
        .fill('Short, and it can be done.');
      await page.getByRole('button', { name: 'Give the review' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Practices' })).toBeVisible();
    }
  });

  await test.step('the author asks for publication, and a second editor looks', async () => {
    const { page } = nodira;
    await page.reload();
    await page.getByRole('button', { name: 'Ask for publication' }).click();
    await expect(page.getByText('waits for a second editor')).toBeVisible();
    await secondLook(title);
  });

  await test.step('it becomes a programme model: package, experience, and the practice it grew out of', async () => {
    const { page } = nodira;
    await page.goto('/workspace/models?locale=en');
    await page.getByLabel('Country that offers it').selectOption({ label: 'Uzbekistan' });
    await page.getByLabel('Title', { exact: true }).fill(model);
    await page
      .getByLabel('In a few sentences: for whom, and how it works')
      .fill('For families in their first week.');
    await page.getByRole('button', { name: 'Begin the card' }).click();
    await expect(page.getByRole('heading', { level: 1, name: model })).toBeVisible();
    await page.getByLabel('Practice of the library').selectOption({ label: title });
    await page.getByRole('button', { name: 'Save the link' }).click();
    await expect(
      part(page, 'On the way through the exchange').getByRole('link', { name: title }),
    ).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Upload a package' }).click();
    const file = { name: 'model.json', mimeType: 'application/json' };
    await (await chooser).setFiles({ ...file, buffer: Buffer.from(demoPackage().file) });
    await expect(page.getByText('not published yet')).toBeVisible();
    await page.getByRole('button', { name: 'Write: What works' }).click();
    await page.getByLabel('What works').last().fill(EXPERIENCE);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(EXPERIENCE).and(page.locator(':not(textarea)'))).toBeVisible();
    await nodira.look('model-card-source');
    await page.getByRole('button', { name: 'Ask for publication' }).click();
    await expect(page.getByText('It waits for a second editor.')).toBeVisible();
    await secondLook(model);
  });

  const packaged =
    await test.step('a reader follows it both ways, and takes the package', async () => {
      const { page } = reader;
      await page.goto(practice.replace('/workspace', '/exchange/en'));
      await expect(page.getByRole('heading', { name: 'Reviews' })).toBeVisible();
      await page.getByRole('link', { name: model }).click();
      await expect(page.getByText(EXPERIENCE)).toBeVisible();
      await reader.look('public-model-source');
      await expect(page.getByRole('link', { name: title })).toBeVisible();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download the package' }).click();
      return readFileSync(await (await download).path());
    });

  const there = await elsewhere(browser);
  await test.step('another instance imports it, adopts two parts, and keeps where they come from', async () => {
    const { page } = there;
    await page.goto('/model/packages?locale=en');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a package' }).click();
    const file = { name: 'model.json', mimeType: 'application/json' };
    await (await chooser).setFiles({ ...file, buffer: packaged });
    await expect(
      page.getByRole('heading', { name: 'What is different from your model' }),
    ).toBeVisible();
    await page.getByRole('checkbox', { name: /^First week at home/ }).check();
    await page.getByRole('button', { name: 'Choose these too' }).first().click();
    await expect(page.getByRole('checkbox', { name: /^Visit in the first week/ })).toBeChecked();
    await expect(
      page.getByRole('checkbox', { name: /^Has a companion at school/ }),
    ).not.toBeChecked();
    expect.soft(await seriousFaults(page), 'package').toEqual([]);
    expect.soft(await tooWide(page), 'package').toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Adopt into the draft' }).click();
    await page.getByRole('link', { name: 'Go to the draft' }).click();
    const adopted = part(page, 'Adopted from others');
    await expect(adopted).toContainText('First week at home');
    await expect(adopted).toContainText('Visit in the first week');
    await expect(adopted).toContainText('Homeward: support after coming home');
    await expect(adopted).not.toContainText('companion');
  });
  await there.leave();

  for (const seat of [nodira, dilnoza, ravshan, anneke, reader]) await seat.leave();
});
