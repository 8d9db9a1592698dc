import { msg } from '@lingui/core/macro';
import type { Sentence } from '../case/fact-words.ts';

/** What the timeline says of courses. */
export const COURSE_FACTS: Readonly<Record<string, Sentence>> = {
  courses_wished: () => msg`The person said which courses they wish for.`,
  course_wishes_withdrawn: () => msg`The person took the wishes for courses back.`,
  course_seat_answered: ({ reply }) =>
    reply === 'taken'
      ? msg`The person took a seat in a course.`
      : msg`The person declined a seat in a course.`,
};
