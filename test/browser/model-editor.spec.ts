import { expect, test } from '@playwright/test';
import { makeFile, speaker } from './case-world.ts';
import { holdReply } from './held-reply.ts';
import { part } from './story-steps.ts';
import { goTo, saved, signedIn } from './watched.ts';

test('a coordinator makes the next version; an old file keeps its own until the supervisor moves it', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const base = baseURL ?? '';
  const says = await speaker(base, 'aziza');
  await makeFile(says, await speaker(base, 'gulnora'), { given: 'Nilufar', family: 'Versiyeva' });

  const jasur = await signedIn(browser, base, 'jasur', 1280);
  const { page } = jasur;
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
  const parts = () => page.getByRole('link', { name: 'All parts of the draft' }).click();
  await goTo(page, 'Programme model');
  await page.getByRole('link', { name: 'Next version' }).click();
  // Told once more after a stumble, the story finds the draft that it left.
  const begin = page.getByRole('button', { name: 'Begin a draft' });
  const aside = page.getByRole('button', { name: 'Put the draft aside' });
  await expect(begin.or(aside)).toBeVisible();
  if (await aside.isVisible()) await aside.click();
  await begin.click();
  const next = Number((await page.getByText(/^Draft of version/).textContent())?.match(/\d+/)?.[0]);
  await page.getByRole('link', { name: 'Time limits' }).click();
  await page.getByRole('button', { name: 'Change: Look at the plan again' }).click();
  const was = await page.getByLabel('Within').inputValue();
  const days = String(Number(was) - 1);
  await page.getByLabel('Within').fill(days);
  await jasur.look('model-editor-timer');
  // A fault that comes once somebody types elsewhere takes them nowhere. Seen to fail with a focus that always goes there.
  const uzbek = page.getByLabel('Its name: Uzbek');
  const called = await uzbek.inputValue();
  await uzbek.fill('');
  const late = await holdReply(page, '**/api/model/draft/*');
  await save();
  await page.getByLabel('Within').fill(days);
  await late();
  await expect(page.getByText('The text in this language is missing.')).toBeVisible();
  await expect(page.getByLabel('Within')).toBeFocused();
  await uzbek.fill(called);
  await save();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();

  // What ends a time limit is chosen from a list; what a school must never get is not offered for it.
  await page.getByLabel('Add: It is done when').selectOption('The plan was changed');
  await save();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();
  await parts();
  await page.getByRole('link', { name: 'What a service is sent' }).click();
  await page.getByRole('button', { name: 'Change: School and kindergarten' }).click();
  const consented = page.getByRole('group', { name: 'Sent with the person’s consent' });
  await expect(consented.getByLabel('Date of birth')).toBeChecked();
  await expect(consented.getByLabel('Country of the return')).toHaveCount(0);
  await expect(consented.getByLabel('Former names')).toHaveCount(0);
  await consented.getByLabel('District').uncheck();
  await jasur.look('model-editor-packet');
  await save();
  await expect(page.getByText('The law needs no more than', { exact: false })).toBeVisible();
  await consented.getByLabel('District').check();
  await save();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();

  const reason = `Moved to relatives, version ${next}`;
  // A reason in two of the three languages: said in words, beside its place, and mended.
  await parts();
  await page.getByRole('link', { name: 'How support ends' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByLabel('Its name: English').fill(reason);
  await page.getByLabel('Its name: Russian').fill('Уезд к родным за границу');
  await page.getByLabel('Short code').fill(`relatives_${next}`);
  // While it is being saved its own form is typed in, and another reason is changed: what is typed stays, and the other
  // is saved after it. Seen to fail with a new entry whose form goes to its line, or is the one that stands open, once it
  // has its name, and with both saved at once.
  const answered = await holdReply(page, '**/api/model/draft/*');
  await save();
  const russian = page.getByLabel('Its name: Russian').last();
  await russian.fill('Уехал к родным за границу');
  await page.getByRole('button', { name: 'Change: Died' }).click();
  const died = page.locator('li', { hasText: 'Died' });
  const name = died.getByLabel('Its name: English');
  const saveIt = died.getByRole('button', { name: 'Save', exact: true });
  await name.fill('Has died');
  await saveIt.click();
  await answered();
  await expect(page.getByText('The text in this language is missing.')).toBeVisible();
  await expect(russian).toHaveValue('Уехал к родным за границу');
  await expect(died.getByText('Saved in the draft.')).toBeVisible();
  await expect(name).toHaveValue('Has died');
  await name.fill('Died');
  await saveIt.click();
  await expect(died.getByText('Saved in the draft.')).toBeVisible();
  await parts();
  await expect(page.getByText('to mend: 1')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish this version' })).toBeDisabled();
  await page.getByRole('link', { name: `${reason} › Its name › Uzbek` }).click();
  await page.getByRole('button', { name: `Change: ${reason}` }).click();
  await page.getByLabel('Its name: Uzbek').fill('Chet eldagi qarindoshlarga ketdi');
  await save();
  await expect(page.getByText('Saved in the draft.')).toBeVisible();

  await parts();
  await expect(page.getByText(`before: ${was} · now: ${days}`)).toBeVisible();
  await expect(page.getByText(`new: ${reason}`)).toBeVisible();
  await page.getByRole('button', { name: 'Try this draft' }).click();
  await expect(page.getByRole('row', { name: /due at once/ })).toBeVisible();
  await jasur.look('model-editor-draft');
  await page.getByLabel('Why the programme works').fill('The new decree');
  await page.getByRole('button', { name: 'Publish this version' }).click();
  await expect(page.getByText('No draft is open')).toBeVisible();
  await page.getByRole('link', { name: 'Version in force' }).click();
  await expect(page.getByText('The new decree').first()).toBeVisible();
  await jasur.leave();

  const gulnora = await signedIn(browser, base, 'gulnora', 360);
  await goTo(gulnora.page, 'Programme versions');
  await expect(gulnora.page.getByRole('button', { name: /Move all/ })).toBeVisible();
  await goTo(gulnora.page, 'Files of the team');
  await gulnora.page.getByLabel('Find by name or number').fill('Versiyeva');
  await gulnora.page.getByRole('link', { name: /Versiyeva/ }).click();
  await part(gulnora.page, 'Team');
  await gulnora.page
    .getByRole('button', { name: `See what is different in version ${next}` })
    .click();
  await expect(gulnora.page.getByText(`before: ${was} · now: ${days}`)).toBeVisible();
  await expect(
    gulnora.page.getByRole('heading', { name: 'What is different for this support file' }),
  ).toBeVisible();
  await gulnora.page.getByRole('button', { name: `Move to version ${next}` }).click();
  await saved(gulnora.page);
  await expect(gulnora.page.getByText(/This support file follows version/)).toBeHidden();
  // Whoever works on the file reads afterwards what is different for it.
  const moved = gulnora.page.getByText(/Moved from version \d+ to version/);
  await moved.click();
  await expect(gulnora.page.getByText(`before: ${was} · now: ${days}`)).toBeVisible();
  await gulnora.look('model-moved');
  await gulnora.leave();
});
