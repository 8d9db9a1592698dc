import { expect, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { fixedId } from '#server/seed/fixed-id.ts';
import { seriousFaults, tooWide } from './accessible.ts';
import { consentBody, makeFile, speaker } from './case-world.ts';
import { type MovedServer, movedServer } from './moved-server.ts';
import { part } from './story-steps.ts';
import { goTo, saved, signedIn, undoEnds } from './watched.ts';

let server: MovedServer;
test.beforeAll(async () => {
  server = await movedServer();
});
test.afterAll(() => server.stop());

interface Bells {
  readonly notifications: readonly {
    readonly kind: string;
    readonly details: { readonly referral_id?: string };
  }[];
}

test('a service stays silent: it is reminded, worker and supervisor are told, another one answers', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const base = server.url;
  const [says, gulnora, farida] = await Promise.all([
    speaker(base, 'aziza'),
    speaker(base, 'gulnora'),
    speaker(base, 'farida'),
  ]);
  const referral_id = uuid();
  const isTold = async (of: typeof says, kind: string) =>
    ((await of.ask('/api/notifications')) as Bells).notifications.some(
      (one) => one.kind === kind && one.details.referral_id === referral_id,
    );
  const { case_id, person_id } = await makeFile(says, gulnora, {
    ...{ given: 'Zarifa', family: 'Umarbekova' },
  });
  await says.say('record_consent', consentBody(person_id, ['health_care']), case_id);
  await says.say(
    'refer',
    {
      ...{ referral_id, service_id: fixedId('service:family_doctor'), purpose: 'health_care' },
      ...{ organisation_id: fixedId('organisation:polyclinic'), urgency: 'routine' },
      ...{ fields: ['person.name', 'referral.words'], words: 'Her eyes, please' },
      ...{ interpreter: { needed: false }, accompanied_by: 'family' },
    },
    case_id,
  );
  await says.say('send_referral', { referral_id }, case_id);

  const aziza = await signedIn(browser, base, 'aziza', 360);
  const { page } = aziza;
  await goTo(page, 'My cases');
  await page.getByLabel('Find by name or number').fill('Umarbekova');
  await page.getByRole('link', { name: /Umarbekova/ }).click();
  await part(page, 'Referrals');
  await expect(page.getByText(/If it does not answer, it is reminded on/)).toBeVisible();
  await expect(page.getByText('Other services for this need and place')).toBeHidden();

  await server.pass(8, page);
  await part(page, 'Referrals');
  await expect(page.getByText(/The service was reminded on/)).toBeVisible();
  expect(await isTold(farida, 'request_waits')).toBe(true);
  expect(await isTold(gulnora, 'referral_silent')).toBe(false);

  await server.pass(9, page);
  expect(await isTold(gulnora, 'referral_silent')).toBe(true);
  expect(await isTold(says, 'referral_silent')).toBe(true);
  await part(page, 'Referrals');
  await expect(page.getByText(/You and the supervisor were told on .* stays silent/)).toBeVisible();
  await expect(page.getByText('Other services for this need and place')).toBeVisible();
  await aziza.look('silent-referral');

  // Another one is chosen, without an account: a link, and a code that goes another way.
  await page.getByRole('button', { name: 'Prepare a referral' }).click();
  const service = page.getByLabel('Service', { exact: true });
  const nurse = (await service.locator('option').allTextContents()).find((text) =>
    text.startsWith('A nurse comes home'),
  );
  await service.selectOption({ label: nurse ?? 'A nurse comes home' });
  await page.getByLabel(/What is asked of the service/).fill('Her eyes, at home if it can be');
  await page.getByRole('button', { name: 'Prepare, send later' }).click();
  await saved(page);
  await page.getByRole('button', { name: 'See what will be sent' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await undoEnds(page);
  await saved(page);
  await page
    .getByRole('button', { name: /Send as a link/ })
    .first()
    .click();
  await page.getByText('I pass it on myself').click();
  await page.getByRole('button', { name: 'Make the link and the code' }).click();
  const code = (await page.getByLabel('Code', { exact: true }).textContent()) ?? '';
  const link = (await page.getByText(/\/request#/).textContent()) ?? '';

  const context = await browser.newContext({ baseURL: base, serviceWorkers: 'block' });
  const phone = await context.newPage();
  await phone.clock.install({ time: server.now() });
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.goto(`/request?locale=uz#${link.split('#')[1]}`);
  await phone.getByLabel('Kod').fill(code);
  await phone.getByRole('button', { name: 'Soʻrovni ochish' }).click();
  await expect(phone.getByText('Her eyes, at home if it can be')).toBeVisible();
  await phone.getByRole('button', { name: 'Qabul qilish' }).click();
  expect.soft(await tooWide(phone)).toBeLessThanOrEqual(0);
  expect.soft(await seriousFaults(phone)).toEqual([]);
  await phone.locator('input[type=date]').first().fill(server.day(2));
  await phone.getByRole('button', { name: 'Javobni yuborish' }).click();
  await expect(phone.getByRole('button', { name: 'Qabul qilish' })).toBeHidden();
  await context.close();

  await page.clock.fastForward(61_000);
  await expect(page.getByText('Answered by link')).toBeVisible();
  await expect(page.getByText(/The person is expected on/).first()).toBeVisible();
  await aziza.look('silent-answered');
  await aziza.leave();
});
