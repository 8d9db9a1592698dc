import { expect, it } from 'vitest';
import { approvalState, isApproved, shownQuotation } from './quotation.ts';

const SAID = { lang: 'en', text: 'A child needs a school, not a label.' };
const YES = { ...SAID, approved: true };
const IN_RUSSIAN = { lang: 'ru', text: 'Ребёнку нужна школа, а не ярлык.' };

// Broken once to see it fail: approvals compared without looking at the words.
it('an edited quotation is no longer approved, be it by one letter', () => {
  expect(isApproved(SAID, [YES])).toBe(true);
  expect(isApproved({ ...SAID, text: 'A child needs a school not a label.' }, [YES])).toBe(false);
  expect(isApproved({ ...SAID, text: `${SAID.text} ` }, [YES])).toBe(false);
  expect(isApproved(SAID, [{ ...YES, approved: false }])).toBe(false);
  expect(approvalState(SAID, [{ ...YES, approved: false }])).toBe('refused');
  expect(approvalState({ ...SAID, text: 'Another.' }, [YES])).toBe('waiting');
  expect(isApproved({ ...SAID, lang: 'ru' }, [YES])).toBe(false);
});

it('readers see approved words only: theirs, else those of the source', () => {
  const quotation = { source: 'en', versions: [SAID, IN_RUSSIAN] };
  const yesInRussian = { ...IN_RUSSIAN, approved: true };
  expect(shownQuotation(quotation, [YES, yesInRussian], 'ru')).toEqual(IN_RUSSIAN);
  expect(shownQuotation(quotation, [YES], 'ru')).toEqual(SAID);
  expect(shownQuotation(quotation, [yesInRussian], 'en')).toEqual(IN_RUSSIAN);
  expect(shownQuotation(quotation, [], 'en')).toBeNull();
});
