import { join } from 'node:path';
import { ROOT, type Scene } from './camera.ts';

/** Uploads the list of autumn and has it checked: nothing is imported. */
export async function checkList({ page, say }: Scene): Promise<void> {
  const list = join(ROOT, 'seed/arrival-list-autumn.csv');
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByRole('button', { name: say('Upload the list') }).click();
  await page.getByRole('button', { name: say('Check the list') }).click({ timeout: 60_000 });
  await page
    .getByRole('heading', { name: say('The list in numbers') })
    .waitFor({ timeout: 60_000 });
}

/** Chooses a button by its English words. */
export function press(...english: readonly string[]) {
  return async ({ page, say }: Scene) => {
    for (const one of english) {
      await page
        .getByRole('button', { name: say(one), exact: true })
        .first()
        .click();
    }
  };
}

/** Follows a link by its English words. */
export function follow(english: string) {
  return async ({ page, say }: Scene) => {
    await page
      .getByRole('link', { name: say(english) })
      .first()
      .click();
    await page.waitForLoadState('networkidle');
  };
}

/** Follows the first link into what a list holds. */
export async function openFirst({ page }: Scene): Promise<void> {
  await page.locator('main section a').first().click();
  await page.waitForLoadState('networkidle');
}

/** A picture that begins with a heading. */
export function fromHeading(english: string) {
  return ({ page, say }: Scene) => page.getByRole('heading', { name: say(english) });
}
