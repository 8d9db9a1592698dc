import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

// Without the lists of what passed: to collect and send them takes ten times as long as to look.
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What axe-core finds serious or critical on the page. */
export async function seriousFaults(page: Page): Promise<{ id: string; first?: string }[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, ...(nodes[0] ? { first: nodes[0].html } : {}) }));
  }, OPTIONS);
}

/** By how many pixels the page is wider than the screen. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Fails where axe-core finds something serious, or the page is wider than the screen. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // The screen is looked at, not the sign that it is awaited.
  await expect(page.locator('.mantine-Loader-root'), `${name}: comes`).toHaveCount(0);
  expect(await seriousFaults(page), name).toEqual([]);
  expect(await tooWide(page), `${name}: wider than the screen`).toBeLessThanOrEqual(0);
}
