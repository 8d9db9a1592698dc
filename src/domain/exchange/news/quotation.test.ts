import { expect, it } from 'vitest';
import { isApproved, shownQuotation } from './quotation.ts';

const SAID = { lang: 'en', text: 'A child needs a school, not a label.' };
const IN_RUSSIAN = { lang: 'ru', text: 'Ребёнку нужна школа, а не ярлык.' };

// Broken once to see it fail: approvals compared without looking at the words.
it('an edited quotation is no longer approved, be it by one letter', () => {
  expect(isApproved(SAID, [SAID])).toBe(true);
  expect(isApproved({ ...SAID, text: 'A child needs a school not a label.' }, [SAID])).toBe(false);
  expect(isApproved({ ...SAID, text: `${SAID.text} ` }, [SAID])).toBe(false);
  expect(isApproved({ ...SAID, lang: 'ru' }, [SAID])).toBe(false);
});

it('readers see approved words only: theirs, else those of the source', () => {
  const quotation = { source: 'en', versions: [SAID, IN_RUSSIAN] };
  expect(shownQuotation(quotation, [SAID, IN_RUSSIAN], 'ru')).toEqual(IN_RUSSIAN);
  expect(shownQuotation(quotation, [SAID], 'ru')).toEqual(SAID);
  expect(shownQuotation(quotation, [IN_RUSSIAN], 'en')).toEqual(IN_RUSSIAN);
  expect(shownQuotation(quotation, [], 'en')).toBeNull();
});
