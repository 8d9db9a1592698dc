import { msg } from '@lingui/core/macro';

/** What may stand in the way of wishes for courses, of seats and of rounds. */
export const COURSE_PROBLEMS = {
  course_closed: msg`This course takes no wishes any more.`,
  course_twice: msg`A course stands in the list twice.`,
  course_unknown: msg`There is no such course.`,
  no_seat_free: msg`Every seat of this course is given away.`,
  nobody_waits: msg`Nobody waits for this course any more.`,
  round_not_confirmed: msg`This round is not confirmed yet.`,
  round_not_run: msg`This round has not been run yet.`,
  round_of_your_own: msg`You made or ran this round yourself. Somebody else has to confirm it.`,
  round_over: msg`This round is over.`,
  round_ran_already: msg`This round has been run already.`,
  round_still_open: msg`People may still wish. It can be run on the last day for wishes or later.`,
  seat_declined: msg`The person has declined this seat already; it goes on to whoever waits.`,
  seat_not_offered: msg`This seat is not kept for the person any more.`,
  seat_unknown: msg`The person has no seat in this course.`,
};
