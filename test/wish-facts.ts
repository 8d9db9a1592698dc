import type { CaseFile } from './case-file.ts';

/** What the person wishes of those who work with them, and the copies they asked for. */
export function wishes(file: CaseFile): void {
  file.done('record_wishes', { worker: 'woman', interpreter: 'any' });
  const domain = 'health';
  file.done('ask_no_more', { domain, until: '2027-01-31' });
  file.done('ask_again', { domain });
  file.done('give_copy', { what: 'plan', how: 'paper' });
  file.done('record_work_profile', {
    wishes: [{ words: 'tikuvchi', occupation: '7533.5', as: 'course' }],
    experience: [{ words: 'bread at home', occupation: null, years: 4 }],
    skills: ['sews by hand'],
    ...{ schooling: 'lower_secondary', schooling_state: 'interrupted' },
    limits: {
      ...{ hours: 'part', childcare: true, distance: 'district' },
      ...{ papers_missing: true, lighter_work: false, words: 'mornings only' },
    },
  });
  const offer_id = file.id();
  file.done('offer_work', {
    ...{ offer_id, kind: 'vacancy', target_id: file.id(), words: 'Seamstress', occupation: '7533' },
  });
  file.done('answer_work_offer', { offer_id, answer: 'thinking', words: 'asks her mother' });
}
