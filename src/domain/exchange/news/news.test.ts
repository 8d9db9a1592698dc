import { expect, it } from 'vitest';
import { paragraphsOf } from './news.ts';
import { mayShowPicture } from './picture.ts';

it('a body is paragraphs, parted by empty lines', () => {
  expect(paragraphsOf('One.\nStill one.\n \nTwo.\r\n\r\n\r\nThree.\n')).toEqual([
    'One.\nStill one.',
    'Two.',
    'Three.',
  ]);
  expect(paragraphsOf(' \n\n ')).toEqual([]);
});

// Broken once to see it fail: some instead of every.
it('one who did not say yes keeps a picture from being shown', () => {
  expect(mayShowPicture([])).toBe(true);
  expect(mayShowPicture(['given', 'given'])).toBe(true);
  for (const consent of ['asked', 'refused', 'withdrawn'] as const) {
    expect(mayShowPicture(['given', consent])).toBe(false);
  }
});
