import { dayAfter } from '#domain/case/calendar.ts';
import { mondayOf } from '#domain/case/schooling-state.ts';
import type { fileOf } from './parts.ts';
import type { When } from './telling.ts';

type Ground = ReturnType<typeof fileOf>;
const FIRST_DAY = 12;
const named = ({ tell, file }: Ground) => ({ schooling_id: tell.id(`school:${file.case}`) });

/** A school near the home, found while the girl caught up. */
export async function found(ground: Ground): Promise<void> {
  await ground.tell.say(ground.file, ground.worker, [38, '10:00'], 'prepare_school', {
    ...{ ...named(ground), school: { name: '14-maktab' }, last_grade: null, language: 'uz' },
    words: 'I want to sit beside Nozima.',
  });
}

/** What she can do by now, and what she goes on catching up. */
export async function caughtUp(ground: Ground): Promise<void> {
  const { tell, file, worker } = ground;
  await tell.say(file, worker, [27, '11:00'], 'record_school_test', {
    ...{ ...named(ground), on: tell.day(28), grade: 1 },
    words: 'Reads short words, counts to a hundred.',
  });
  await tell.say(file, worker, [27, '11:10'], 'agree_catch_up', {
    ...{ ...named(ground), on: tell.day(27), subjects: ['Reading', 'Writing'], hours_a_week: 3 },
    ...{ review_on: tell.day(-8), child_words: 'Only with Nozima’s sister.' },
  });
}

/** The first day, with what she needed for it. */
export async function began(ground: Ground): Promise<void> {
  const { tell, file, worker } = ground;
  const on = tell.day(FIRST_DAY);
  const milestone_id = tell.id(`first-day:${file.case}`);
  const start = { ...named(ground), milestone_id, on, grade: 1 };
  await tell.say(file, worker, [FIRST_DAY, '10:10'], 'start_school', start);
  await tell.say(file, worker, [FIRST_DAY, '11:00'], 'add_school_support', {
    ...{ ...named(ground), support_id: tell.id(`things:${file.case}`), on, kind: 'things' },
    words: 'Shoes and a winter coat',
  });
}

/** A week of five days, so many after the first one. */
export async function weekAt(
  ground: Ground,
  when: When,
  after: number,
  present: number,
  reasons: string[],
): Promise<void> {
  const { tell, file, worker } = ground;
  const week = dayAfter(mondayOf(tell.day(FIRST_DAY)), 7 * after);
  const body = { ...named(ground), week, present, absent: 5 - present, reasons };
  await tell.say(file, worker, when, 'note_school_week', body);
}
