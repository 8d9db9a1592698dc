import { expect, it } from 'vitest';
import { personCheck } from '#domain/person-check.ts';
import { DEMO_PRACTICES } from './demo-practices.ts';

/** The check is of use only where it is quiet: some 6,000 words of cards, and what was planted. */
it('of twenty cards in three languages the check finds the one number that was planted, and nothing else', () => {
  const texts = DEMO_PRACTICES.flatMap((card) =>
    Object.entries(card.texts).flatMap(([field, said]) =>
      (typeof said === 'string' ? [said] : said).map(
        (text, index) => [`${card.key}.${field}.${index}`, text] as const,
      ),
    ),
  );
  expect(DEMO_PRACTICES.length).toBe(20);
  expect(texts.length).toBeGreaterThan(350);
  expect(personCheck(Object.fromEntries(texts)).map(({ field, words }) => [field, words])).toEqual([
    ['safe-home-visits.summary.0', '+92 300 555 01 73'],
  ]);
});
