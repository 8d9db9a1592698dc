import type { Day } from '../time.ts';
import type { PrintContent } from './sheet.ts';

/**
 * A slip with the code of a link, for a service without an account. The link goes another way and is not on
 * it; neither is whom it is about, nor what for, nor who sends it: that is written by hand where it may be.
 */
export function linkSlip(code: string, until: Day): PrintContent {
  return {
    fields: { code: { as: 'text', text: code }, code_until: { as: 'day', day: until } },
    words: {
      how_to_open: { as: 'word', word: 'open_and_type' },
      keep_apart: { as: 'word', word: 'never_together' },
    },
  };
}
