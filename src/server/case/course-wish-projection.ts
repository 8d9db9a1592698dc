import { type CourseWishRow, courseWishRow, type SeatReply } from '#domain/case/course-wish.ts';
import type { Fact } from '#domain/case/fact.ts';
import { caseNumber } from '#domain/case/row.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import type { Projection } from './projections.ts';

/** The row that a round reads of this file; none where nobody waits for a course. */
export function courseWishRows(state: CaseState): CourseWishRow[] {
  const row = courseWishRow(state, caseNumber);
  return row === null ? [] : [row];
}

interface Answered {
  readonly round_id: string;
  readonly course_id: string;
  readonly reply: SeatReply;
}

export const courseWishProjection: Projection = {
  kinds: [
    ...['courses_wished', 'course_wishes_withdrawn', 'course_seat_answered', 'place_changed'],
    // What makes a wish urgent, and what ends support.
    ...['needs_assessed', 'need_identified', 'need_resolved', 'stage_entered'],
  ],
  // Most files wish for no course, and pay nothing for it.
  has: ({ course_wish }, facts) => course_wish.wishes.length > 0 || facts.some(isOwn),
  async write(acting, facts, state) {
    await anew(acting, state, state.opening.case_id ?? '');
    for (const { kind, body } of facts)
      if (kind === 'course_seat_answered' && body !== null)
        await answered(acting, state.opening.case_id ?? '', body as Answered);
  },
  rewrite: anew,
};

function isOwn({ kind }: Fact): boolean {
  return kind.startsWith('course');
}

async function anew(acting: Acting, state: CaseState, case_id: string): Promise<void> {
  await acting.tx.deleteFrom('course_wish').where('case_id', '=', case_id).execute();
  const rows = courseWishRows(state).map((row) => ({ ...row, courses: [...row.courses] }));
  if (rows.length > 0) await acting.tx.insertInto('course_wish').values(rows).execute();
}

/** Whoever takes a seat leaves the one they had in this round; the dearer ones are still waited for. */
async function answered(acting: Acting, case_id: string, { round_id, course_id, reply }: Answered) {
  await acting.tx
    .updateTable('course_seat')
    .set({ state: reply })
    .where('case_id', '=', case_id)
    .where('round_id', '=', round_id)
    .where('course_id', '=', course_id)
    .execute();
  if (reply === 'declined') return;
  await acting.tx
    .updateTable('course_seat')
    .set({ state: 'given_up' })
    .where('case_id', '=', case_id)
    .where('round_id', '=', round_id)
    .where('course_id', '<>', course_id)
    .where('state', 'in', ['offered', 'taken'])
    .execute();
}
