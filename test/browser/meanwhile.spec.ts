import { expect, test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
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
