import { msg } from '@lingui/core/macro';

/** What may stand in the way of wishes for courses, of seats and of rounds. */
export const COURSE_PROBLEMS = {
  course_closed: msg`This course takes no wishes any more.`,
  course_twice: msg`A course stands in the list twice.`,
  course_unknown: msg`There is no such course.`,
  seat_declined: msg`The person has declined this seat already; it goes on to whoever waits.`,
  seat_not_offered: msg`This seat is not kept for the person any more.`,
  seat_unknown: msg`The person has no seat in this course.`,
};
