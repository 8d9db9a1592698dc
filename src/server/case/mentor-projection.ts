import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import type { Projection } from './projections.ts';

/** The rows that a mentor reads: what was agreed with a mentoring that goes on, and nothing of the file. */
export function mentorRows(state: CaseState) {
  return Object.entries(state.mentor.mentorings)
    .filter(([, { ended }]) => !ended)
    .flatMap(([mentoring_id, { account_id, called, activities }]) =>
      Object.entries(activities).map(([id, { what, on, at, meeting_place }]) => ({
        ...{ id, mentoring_id, account_id, called, what, on_day: on, at_time: at, meeting_place },
      })),
    );
}

export const mentorProjection: Projection = {
  kinds: ['mentor_chosen', 'activity_agreed', 'activity_cancelled', 'mentoring_ended'],
  write: (acting, _facts, state) => anew(acting, state, state.opening.case_id ?? ''),
  rewrite: anew,
};

/** A handful of rows: written whole, so that what has ended is gone in the same transaction. */
async function anew(acting: Acting, state: CaseState, case_id: string): Promise<void> {
  await acting.tx.deleteFrom('mentoring').where('case_id', '=', case_id).execute();
  const running = Object.entries(state.mentor.mentorings).filter(([, { ended }]) => !ended);
  if (running.length === 0) return;
  await acting.tx
    .insertInto('mentoring')
    .values(running.map(([id]) => ({ id, case_id })))
    .execute();
  const rows = mentorRows(state);
  if (rows.length > 0) await acting.tx.insertInto('mentor_activity').values(rows).execute();
}
