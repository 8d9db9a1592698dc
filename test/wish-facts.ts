import type { CaseFile } from './case-file.ts';

/** What the person wishes of those who work with them, and the copies they asked for. */
export function wishes(file: CaseFile): void {
  file.done('record_wishes', { worker: 'woman', interpreter: 'any' });
  const domain = 'health';
  file.done('ask_no_more', { domain, until: '2027-01-31' });
  file.done('ask_again', { domain });
  file.done('give_copy', { what: 'plan', how: 'paper' });
  courseWishes(file);
  work(file);
}

/** Courses wished for, in another order, one declined, the next taken, wished for again and taken back. */
function courseWishes(file: CaseFile): void {
  const [sewing, baking] = [file.id(), file.id()];
  const voice = { on: '2027-01-20' };
  const wish = (courses: readonly string[]) =>
    file.done('wish_courses', { courses, agreed_by_person: true }, voice);
  wish([sewing, baking]);
  wish([baking, sewing]);
  const round_id = file.id();
  file.done('answer_seat', { round_id, course_id: baking, reply: 'declined' }, voice);
  file.done('answer_seat', { round_id, course_id: sewing, reply: 'taken' }, voice);
  wish([baking]);
  file.done('withdraw_course_wishes', {}, voice);
}

/** What the person can and wishes of work, a vacancy that was offered, and what they said to it. */
function work(file: CaseFile): void {
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
