import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** A rule as axe-core holds it: its weight is not among what it tells of itself. */
interface Rule {
  id: string;
  impact: string;
  enabled: boolean;
  matches(node: Element, ...rest: unknown[]): boolean;
}
type Inner = typeof axe & { _audit: { rules: Rule[] } };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const told = new Set(axe.getRules(TAGS).map(({ ruleId }) => ruleId));
const OPTIONS: RunOptions = {
  // Only what can come out serious: a fifth of the time goes into what would be dropped afterwards.
  runOnly: {
    type: 'rule',
    values: (axe as Inner)._audit.rules
      .filter(
        ({ id, impact, enabled }) => enabled && told.has(id) && /serious|critical/.test(impact),
      )
      .map(({ id }) => id),
  },
  // Without the lists of what passed: to collect and send them takes ten times as long as to look.
  resultTypes: ['violations'],
  // Style sheets and films are fetched for rules that are not asked.
  preload: false,
};

/** Colours of text, on all the colours beneath it, whose contrast this run has judged: half of what a look costs. */
const judged = new Set<string>();

interface Found {
  readonly id: string;
  readonly first?: string;
}

/** What axe-core finds serious or critical on the page, and what the browser would keep or send elsewhere of it. */
export async function seriousFaults(page: Page): Promise<Found[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { faults, colours } = await page.evaluate(look, { options: OPTIONS, before: [...judged] });
  for (const one of colours) judged.add(one);
  return [...faults, ...(await page.evaluate(leftToTheBrowser))];
}

/**
 * Runs in the page; the public pages of the exchange hold nothing of anybody. Broken on purpose: a field without
 * `autoComplete` in the theme, `spellcheck` and `translate` taken from index.html were each found.
 */
function leftToTheBrowser(): Found[] {
  if (location.pathname.startsWith('/exchange')) return [];
  // Hidden ones measure how high a text is, and nobody types there.
  const typed = 'input:not([aria-hidden]), textarea:not([aria-hidden])';
  const fields = [...document.querySelectorAll<HTMLInputElement>(typed)].filter(
    ({ type }) => !['radio', 'checkbox', 'file', 'hidden'].includes(type),
  );
  const open = /^\/workspace(?!.*\/minutes)/.test(location.pathname);
  const spelled = open ? [] : fields;
  return [
    ...(document.documentElement.translate ? [{ id: 'page-sent-for-translation' }] : []),
    ...fields
      .filter((field) => field.autocomplete === '' && field.type !== 'password')
      .map((field) => ({ id: 'field-kept-by-the-browser', first: field.outerHTML })),
    ...spelled
      .filter((field) => field.spellcheck)
      .map((field) => ({ id: 'field-sent-for-spelling', first: field.outerHTML })),
  ];
}

/** Runs in the page. */
async function look({ options, before }: { options: RunOptions; before: string[] }) {
  const { axe } = window as unknown as { axe: Inner };
  const colours = new Set(before);
  const beneath = new WeakMap<Element, string>();
  const ground = (node: Element | null): string => {
    if (node === null) return '';
    const known = beneath.get(node);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(node);
    const own = `|${backgroundColor} ${backgroundImage} ${opacity}`;
    const all = ground(node.parentElement) + (own === '|rgba(0, 0, 0, 0) none 1' ? '' : own);
    beneath.set(node, all);
    return all;
  };
  const contrast = axe._audit.rules.find(({ id }) => id === 'color-contrast') as Rule;
  const whole = contrast.matches;
  contrast.matches = (node, ...rest) => {
    const { color, fontSize, fontWeight } = getComputedStyle(node);
    const key = `${color} ${fontSize} ${fontWeight} ${ground(node)}`;
    if (colours.has(key) || !whole.call(contrast, node, ...rest)) return false;
    colours.add(key);
    return true;
  };
  try {
    const { violations } = await axe.run(options);
    const faults = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, ...(nodes[0] ? { first: nodes[0].html } : {}) }));
    return { faults, colours: [...colours].slice(before.length) };
  } finally {
    contrast.matches = whole;
  }
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
