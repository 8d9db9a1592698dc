import { COMPLAINT_ABOUT } from '../complaint/complaint.ts';
import type { PrintContent } from './sheet.ts';

/**
 * A slip to take along or to write on: where to say what was wrong, and lines to say it there. It is the
 * same for everybody and holds nothing of anybody, nor whose help it speaks of.
 */
export function complaintSlip(address: string): PrintContent {
  return {
    fields: {
      invitation: { as: 'word', word: 'tell_us' },
      address: { as: 'text', text: address },
      picture: { as: 'qr', text: address },
    },
    words: {
      promise: { as: 'word', word: 'keeps_help' },
      by_telephone: { as: 'word', word: 'open_address' },
      on_paper: { as: 'word', word: 'write_here' },
    },
    tables: {
      about: [
        {
          rows: COMPLAINT_ABOUT.map((code) => ({
            done: { as: 'box', ticked: false },
            about: { as: 'code', list: 'complaint_about', code },
          })),
        },
      ],
    },
  };
}
