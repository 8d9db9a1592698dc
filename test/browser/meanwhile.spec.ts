import { expect, type Locator, type Page, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { holdReply } from './held-reply.ts';
import { participantSeat } from './participant-seat.ts';

test('a translation whose original moved on meanwhile is asked for again, and nothing typed is lost', async ({
  browser,
  baseURL,
}) => {
  const seat = await participantSeat(browser, baseURL ?? '', 'nodira');
  const { page } = seat;
  const { request } = page.context();
  const headers = { origin: baseURL ?? '' };
  const draft = await request.get('/api/exchange/editions/homecoming-2/schedule');
  const id = uuid();
  const made = await request.post('/api/exchange/sessions', {
    headers,
    data: {
      ...{ id, edition_id: (await draft.json()).edition.id, kind: 'talk', minutes: 30 },
      ...{ languages: ['en'], rule: 'public', do_not_record: false, track_id: null },
      ...{ title: { lang: 'en', text: 'Foster homes at first' }, abstract: null },
    },
  });
  expect(made.status()).toBe(201);

  await page.goto('/workspace/translate?locale=en');
  await page.getByLabel('Translate into').selectOption({ label: 'Russian' });
  await page.getByLabel('Conference', { exact: true }).selectOption({
    label: 'Second dialogue “Homecoming”: from arrival to a settled life',
  });
  const before = page.getByRole('region', { name: /Foster homes at first/ });
  await before.getByLabel('Russian').fill('Сначала приёмные семьи');
  // In another place an editor changes the original.
  const other = await request.put(`/api/exchange/wordings/session/${id}/title`, {
    headers,
    data: { lang: 'en', text: 'Foster homes first of all', seen: 1 },
  });
  expect(other.status()).toBe(200);
  await before.getByRole('button', { name: 'Save the translation' }).click();
  const after = page.getByRole('region', { name: /Foster homes first of all/ });
  await expect(after.getByText('The original has changed meanwhile.')).toBeVisible();
  await expect(after.getByLabel('Russian')).toHaveValue('Сначала приёмные семьи');
  await seat.look('translation-meanwhile');
  await after.getByRole('button', { name: 'Save the translation' }).click();
  await expect(after).toBeHidden();
  await keptMeanwhile(page);
  await seat.leave();
});

test('a text written in two windows is called one’s own, and both are kept', async ({
  browser,
  baseURL,
}) => {
  const seat = await participantSeat(browser, baseURL ?? '', 'aigerim');
  const id = uuid();
  const made = await seat.page.context().request.post('/api/exchange/practices', {
    headers: { origin: baseURL ?? '' },
    data: { practice_id: id, language: 'en', title: 'A choir', country: 'KZ' },
  });
  expect(made.status()).toBe(201);
  const second = await seat.page.context().newPage();
  for (const page of [seat.page, second]) await page.goto(`/workspace/practices/${id}?locale=en`);
  await Promise.all([
    seat.page.getByLabel('In one line').fill('A choir for all.'),
    second.getByLabel('In one line').fill('A choir on Fridays.'),
  ]);
  await seat.page.getByLabel('In one line').blur();
  await expect(seat.page.getByText('Saved')).toBeVisible();
  await second.getByLabel('In one line').blur();
  await expect(
    second.getByRole('heading', { name: 'You wrote here in two windows' }),
  ).toBeVisible();
  await expect(second.getByText('A choir on Fridays.')).toBeVisible();
  await second.getByRole('button', { name: 'Take what you wrote in another window' }).click();
  await expect(second.getByRole('heading', { name: 'You wrote here' })).toBeHidden();
  await expect(second.getByLabel('In one line')).toHaveValue('A choir on Fridays.');
  await seat.leave();
});

test('whoever goes on to the letterhead while a letter is being saved keeps what is typed there', async ({
  browser,
  baseURL,
}) => {
  const seat = await participantSeat(browser, baseURL ?? '', 'nodira');
  const { page } = seat;
  await page.goto('/workspace/invitations?locale=en');
  const save = page.getByRole('button', { name: 'Save the letter', exact: true });
  await page.getByRole('button', { name: 'Write a letter' }).click();
  await save.click();
  // What is missing is said beside its line; seen to fail with an address of empty lines left out of what is sent.
  await expect(page.getByText('Please fill this in.')).toHaveCount(3);
  await seat.look('letter-empty');
  const institution = page.getByLabel('To which institution');
  await institution.selectOption({ label: 'Issyk Family Support' });
  await page.getByLabel('First line of the letter').fill('Dear colleagues');
  await page.getByLabel('Text of the letter').fill('We would like to hear from you.');
  // Another conference is looked at meanwhile. Seen to fail with a letter drawn anew for each.
  const conference = page.getByLabel('Conference', { exact: true });
  const here = await conference.inputValue();
  const other = await conference.locator('option:not(:checked)').first().getAttribute('value');
  await conference.selectOption(other);
  await expect(institution).toBeHidden();
  await conference.selectOption(here);
  await expect(page.getByLabel('Text of the letter')).toHaveValue(
    'We would like to hear from you.',
  );
  const answered = await holdReply(page, '**/api/exchange/invitations');
  await save.click();
  await page.getByRole('button', { name: 'Change the letterhead' }).click();
  const contact = page.getByLabel('Address and contact').filter({ visible: true });
  await contact.fill('7 Green Street');
  await changeLetterhead(page);
  await answered();
  // Seen to fail with the letter leading to its own page wherever its author is.
  await expect(page.getByRole('link', { name: 'Issyk Family Support' })).toBeVisible();
  await expect(institution).toBeHidden();
  await expect(contact).toHaveValue('7 Green Street');
  // The letterhead was read anew: what another organiser wrote is told before it is written over. Seen to fail with
  // the newest version sent instead of the one that the form was opened on.
  await page.getByRole('button', { name: 'Save the letterhead' }).click();
  await expect(page.getByText('Somebody else has changed this in the meantime.')).toBeVisible();
  await expect(page.getByText('9 Long Street')).toBeVisible();
  await seat.look('letterhead-meanwhile');
  await page.getByRole('button', { name: 'Save the letterhead' }).click();
  await expect(contact).toBeHidden();
  await expect(page.getByText('7 Green Street')).toBeVisible();
  // The letter on its own page: the same, and what was typed stays. Seen to fail with a form for each version.
  await page.getByRole('link', { name: 'Issyk Family Support' }).click();
  const text = page.getByLabel('Text of the letter');
  await text.fill('We would gladly hear from you.');
  await changeLetter(page);
  await save.click();
  await expect(page.getByText('Somebody else has changed this in the meantime.')).toBeVisible();
  await expect(page.getByText('Somebody else wrote this.')).toBeVisible();
  await expect(text).toHaveValue('We would gladly hear from you.');
  await save.click();
  await expect(page.locator('p').getByText('We would gladly hear from you.')).toBeVisible();
  // After its own saving it goes on from there. Nothing goes out without what is typed; seen to fail without asking.
  const send = page.getByRole('button', { name: 'Give it a number and send it' });
  await expect(send).toBeEnabled();
  await text.fill('We would be glad to hear from you.');
  await expect(send).toBeDisabled();
  await save.click();
  await expect(send).toBeEnabled();
  await expect(page.locator('p').getByText('We would be glad to hear from you.')).toBeVisible();
  await seat.leave();
});

/** What is typed of one conference stays while another one is looked at, and what is typed during a saving after it. */
async function keptMeanwhile(page: Page): Promise<void> {
  const elsewhereAndBack = async (typed: Locator) => {
    const conference = page.getByLabel('Conference', { exact: true });
    const here = await conference.inputValue();
    const other = await conference.locator('option:not(:checked)').first().getAttribute('value');
    await conference.selectOption(other);
    await expect(typed).toBeHidden();
    await conference.selectOption(here);
  };
  // Seen to fail with a timetable, and with times, drawn anew for each conference.
  await page.goto('/workspace/times?locale=en');
  const from = page.getByLabel('From what time').filter({ visible: true }).first();
  await from.fill('09:15');
  await elsewhereAndBack(page.getByLabel('From what time').first());
  await expect(from).toHaveValue('09:15');
  await page.goto('/workspace/schedule?locale=en');
  await page.getByRole('button', { name: 'Add a session' }).click();
  const title = page.getByLabel('Title', { exact: true }).filter({ visible: true });
  await title.fill('Foster homes at first');
  await elsewhereAndBack(page.getByLabel('Title', { exact: true }));
  await expect(title).toHaveValue('Foster homes at first');

  // Seen to fail with a form for each version: what was typed after "Save" was gone once it was saved.
  await page.goto('/workspace/materials?locale=en');
  const summary = page.getByLabel('Summary of the proceedings').filter({ visible: true });
  await summary.fill('What was said.');
  const answered = await holdReply(page, '**/proceedings');
  await page.getByRole('button', { name: 'Save the proceedings' }).click();
  await summary.fill('What was said, and by whom.');
  await answered();
  const go = page.getByRole('button', { name: 'Put before the second editor' }).last();
  await expect(go).toBeDisabled();
  await expect(summary).toHaveValue('What was said, and by whom.');
  await page.getByRole('button', { name: 'Save the proceedings' }).click();
  await expect(go).toBeEnabled();
  await expect(summary).toHaveValue('What was said, and by whom.');
}

/** Another organiser writes another text of the letter that is open. */
async function changeLetter(page: Page): Promise<void> {
  const { request } = page.context();
  const at = `/api/exchange/invitations/${page.url().split('/').at(-1)?.split('?')[0]}`;
  const { address, body, email, reply_by, version } = await (await request.get(at)).json();
  const changed = await request.put(at, {
    headers: { origin: new URL(page.url()).origin },
    data: {
      ...{ address, email, reply_by, version, language: body.source, seen: body.revision },
      body: 'Somebody else wrote this.',
    },
  });
  expect(changed.status()).toBe(200);
}

/** Another organiser gives the letterhead another address. */
async function changeLetterhead(page: Page): Promise<void> {
  const { request } = page.context();
  const edition = await page.getByLabel('Conference', { exact: true }).inputValue();
  const at = `/api/exchange/editions/${edition}`;
  const { letterhead } = await (await request.get(`${at}/invitations?after=0`)).json();
  const { place, institution_id, series, signatory, version } = letterhead;
  const changed = await request.put(`${at}/letterhead`, {
    headers: { origin: new URL(page.url()).origin },
    data: {
      ...{ institution_id, series, signatory, version, contact: '9 Long Street' },
      ...{ language: place.source, place: place.versions[place.source].text },
    },
  });
  expect(changed.status()).toBe(200);
}
