import type { CaseFile } from './case-file.ts';

/** What the person wishes of those who work with them, and the copies they asked for. */
export function wishes(file: CaseFile): void {
  file.done('record_wishes', { worker: 'woman', interpreter: 'any' });
  const domain = 'health';
  file.done('ask_no_more', { domain, until: '2027-01-31' });
  file.done('ask_again', { domain });
  file.done('give_copy', { what: 'plan', how: 'paper' });
}
