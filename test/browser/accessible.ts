import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds serious or critical on the page. */
export async function seriousFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, first: nodes[0]?.html }));
}

/** By how many pixels the page is wider than the screen. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Fails where axe-core finds something serious, or the page is wider than the screen. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // A menu or dialog that is still fading in has colours of its own.
  await page.waitForTimeout(400);
  expect(await seriousFaults(page), name).toEqual([]);
  expect(await tooWide(page), `${name}: wider than the screen`).toBeLessThanOrEqual(0);
}
