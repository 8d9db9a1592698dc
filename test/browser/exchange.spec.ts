import { expect, type Page, test } from '@playwright/test';
import { participantSeat } from './participant-seat.ts';

const TITLE = 'An evening school for parents';
const EDITION = /Second dialogue/;

/** A part of a screen, by its heading. */
const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** `YYYY-MM-DDTHH:MM` so many days from now, on the clock of Tashkent. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000 + 5 * 3_600_000).toISOString().slice(0, 16);
}

test('a call becomes a contribution in the programme, and a reader a participant', async ({
  browser,
  baseURL,
}) => {
  const [nodira, priya, anneke, lukas, reader] = await Promise.all(
    ['nodira', 'priya', 'anneke', 'lukas', null].map((who) =>
      participantSeat(browser, baseURL ?? '', who),
    ),
  );
  if (!nodira || !priya || !anneke || !lukas || !reader) throw new Error('somebody is missing');

  await test.step('the organiser opens the call again', async () => {
    const { page } = nodira;
    await page.goto('/workspace/conferences?locale=en');
    await part(page, EDITION)
      .getByRole('link', { name: /^Settings/ })
      .click();
    const call = part(page, 'Call for contributions');
    await call.getByLabel('Closes, on the clock of Asia/Tashkent').fill(inDays(2));
    await call.getByLabel('Reviews are due').fill(inDays(4));
    await call.getByLabel('Phase').selectOption({ label: 'Reviews are written' });
    await nodira.look('conference-settings');
    await call.getByRole('button', { name: 'Save the call' }).click();
    await expect(call.getByText('Saved.')).toBeVisible();
  });

  await test.step('a reader without an account reads what is looked for, on two clocks', async () => {
    const { page } = reader;
    await page.goto('/exchange/en/homecoming-2/call?zone=Europe/Brussels');
    await expect(page.getByText('The call is open until:')).toBeVisible();
    await expect(page.getByText('(Asia/Tashkent)')).toBeVisible();
    await expect(page.getByText('(Europe/Brussels)')).toBeVisible();
    await reader.look('conference-call');
  });

  await test.step('a speaker offers a contribution and hands it in', async () => {
    const { page } = priya;
    await page.goto('/workspace/proposals?locale=en');
    await part(page, EDITION).getByRole('link', { name: 'Offer a contribution' }).click();
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(page.getByText('Please fill this in.').first()).toBeVisible();
    await page.getByLabel('Title', { exact: true }).fill(TITLE);
    await page
      .getByLabel('In a few sentences')
      .fill('Two evenings a week, with care for children.');
    await page.getByLabel('Institution', { exact: true }).fill('Deccan Centre');
    // The country of somebody else is asked for, not guessed.
    await page.getByRole('button', { name: 'One more speaker' }).click();
    const second = page.getByRole('group', { name: 'Speaker 2' });
    await second.getByLabel('Name').fill('Maya Story');
    await second.getByLabel('Institution').fill('Lakeside School');
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(second.getByLabel('Country')).toHaveAccessibleDescription('Please fill this in.');
    await priya.look('conference-proposal-form');
    await page.getByRole('button', { name: 'Take this speaker out' }).last().click();
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await expect(page.getByText('Handed in', { exact: true })).toBeVisible();
  });

  await test.step('the organiser gives it to a reviewer', async () => {
    const { page } = nodira;
    await page.goto('/workspace/conferences?locale=en');
    await part(page, EDITION).getByRole('link', { name: 'Proposals', exact: true }).click();
    await nodira.look('conference-proposals');
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: 'Give to Anneke Claes' }).click();
    await expect(page.getByRole('button', { name: 'Take back from Anneke Claes' })).toBeVisible();
  });

  await test.step('the reviewer weighs it and does not learn whose it is', async () => {
    const { page } = anneke;
    // The overview says what waits, each a tap away.
    await page.goto('/workspace?locale=en');
    await expect(part(page, 'Waiting for you')).toBeVisible();
    await anneke.look('conference-overview');
    await page.getByRole('link', { name: /^Contributions to review: \d+$/ }).click();
    await page.getByRole('link', { name: TITLE }).click();
    await expect(page.getByText('Who wrote this is not shown')).toBeVisible();
    await expect(page.getByText('Priya')).toHaveCount(0);
    const review = part(page, 'Your review');
    for (const criterion of ['Relevance', 'Evidence', 'Transfer', 'Clarity', 'Safety'])
      await review.getByLabel(new RegExp(`^${criterion}:`)).selectOption('5');
    await review.getByLabel('Your advice').selectOption({ label: 'Accept it' });
    await review.getByLabel('To the author').fill('Tell how many parents came to the end.');
    await anneke.look('conference-review');
    await review.getByRole('button', { name: 'Hand in the review' }).click();
    await expect(page.getByText(/your review is in/i)).toBeVisible();
  });

  await test.step('it is accepted by letter, and its speaker confirms', async () => {
    const { page } = nodira;
    await page.reload();
    const decision = part(page, 'Decision');
    await decision.getByRole('button', { name: 'Decide and send the letter' }).click();
    await expect(page.getByText('Accepted', { exact: true })).toBeVisible();
    await expect(part(page, /^Letter: Your proposal is accepted/)).toContainText('Tell how many');
    await priya.page.reload();
    await priya.page.getByRole('button', { name: 'Confirm that you will come' }).click();
    await expect(priya.page.getByText('Confirmed', { exact: true })).toBeVisible();
    await priya.look('conference-proposal');
  });

  await test.step('it waits in the timetable for a time', async () => {
    await nodira.page.goto('/workspace/schedule?locale=en');
    await expect(nodira.page.getByText(TITLE).first()).toBeVisible();
  });

  await test.step('somebody without an account registers by a plain form', async () => {
    const { page } = reader;
    await page.goto('/exchange/en/homecoming-2/registration');
    await page.getByLabel('Your name, as it is printed').fill('Maya Story');
    await page.getByLabel('E-mail address').fill('maya.story@example.org');
    await page.getByLabel('English').check();
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByText('Please look at the marked fields.')).toBeVisible();
    await reader.look('conference-registration');
    await page.getByLabel('Country that you take part from').selectOption({ label: 'Singapore' });
    await page.getByLabel('Which channel will you listen to?').selectOption({ label: 'English' });
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByText('Please look into your mail')).toBeVisible();
  });

  await test.step('a participant takes the name out of the list, and it is out', async () => {
    const list = '/exchange/en/homecoming-2/participants';
    await reader.page.goto(list);
    await expect(reader.page.getByRole('heading', { name: 'Participants' })).toBeVisible();
    await reader.look('conference-participants');
    const { page } = lukas;
    await page.goto('/workspace/registrations?locale=en');
    const own = part(page, EDITION);
    const name = own.getByLabel('My name');
    await expect(name).toBeChecked();
    await reader.page.reload();
    await expect(reader.page.getByText('Lukas Brandt')).toBeVisible();
    // It changes once the server has said so.
    await name.click();
    await expect(name).not.toBeChecked();
    await reader.page.reload();
    await expect(reader.page.getByText('Lukas Brandt')).toHaveCount(0);
    await lukas.look('conference-registrations');
  });

  // Seen to fail with a map that has no groups.
  await test.step('they read what unites and what divides, and vote in the round that is open', async () => {
    const { page } = lukas;
    await page.goto('/workspace/opinions?locale=en');
    await page.getByRole('link', { name: 'What the first weeks need' }).click();
    const row = page.getByRole('row', { name: /back at school within a month/ });
    await expect(row.getByText('unites', { exact: true })).toBeVisible();
    await expect(page.getByRole('img', { name: /Groups of people who vote alike/ })).toBeVisible();
    await expect(page.getByText(/^People in it: \d+$/)).toHaveCount(2);
    await lukas.look('opinion-map');
    await page.goto('/workspace/opinions');
    await page.getByRole('link', { name: 'Work and income: what helps?' }).click();
    await page.getByRole('button', { name: 'I agree', exact: true }).click();
    await expect(page.getByText(/^Voted on 1 of \d+ statements/)).toBeVisible();
  });

  for (const seat of [nodira, priya, anneke, lukas, reader]) await seat.leave();
});
