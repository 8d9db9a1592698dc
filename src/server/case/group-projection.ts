import type { z } from 'zod';
import { listedParticipations, type noteAttendance } from '#domain/case/group.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';
import type { Projection } from './projections.ts';

/** The lines on the lists of groups that a state means: only what goes on, and nothing of the file. */
export function groupMemberRows(state: CaseState) {
  return listedParticipations(state).map(([id, { group_id, compartment, called, children }]) => ({
    ...{ id, group_id, compartment, called, children },
  }));
}

export const groupProjection: Projection = {
  kinds: ['group_joined', 'group_left', 'group_attendance_noted', 'stage_entered'],
  // Every file enters stages; most were never in a group.
  has: ({ group }) => Object.keys(group.participations).length > 0,
  async write(acting, facts, state) {
    if (facts.some(({ kind }) => kind !== 'group_attendance_noted')) {
      await anew(acting, state, state.opening.case_id ?? '');
    }
    for (const { body } of facts) await tookPlace(acting, body as Partial<Noted>);
  },
  rewrite: anew,
};

type Noted = z.infer<typeof noteAttendance>;

/** Where somebody came, the session took place; that is a row of the group and names nobody. */
async function tookPlace(acting: Acting, { group_session_id, attended }: Partial<Noted>) {
  if (group_session_id === undefined || attended !== true) return;
  await acting.tx
    .updateTable('group_session')
    .set({ state: 'held' })
    .where('id', '=', group_session_id)
    .where('state', '=', 'planned')
    .execute();
}

/** A handful of rows: written whole, so that who has left is on no list in the same transaction. */
async function anew(acting: Acting, state: CaseState, case_id: string): Promise<void> {
  await acting.tx.deleteFrom('group_membership').where('case_id', '=', case_id).execute();
  const rows = groupMemberRows(state);
  if (rows.length === 0) return;
  await acting.tx
    .insertInto('group_membership')
    .values(rows.map(({ id }) => ({ id, case_id })))
    .execute();
  await acting.tx.insertInto('group_member').values(rows).execute();
}
