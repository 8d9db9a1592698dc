import type { RoundRow } from '#domain/course/course-round.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile, gone } from '../directory/organisation-routes.ts';
import { roundRows } from './round-rows.ts';

/** One round of the actor's place; null where there is none. */
export async function roundOf(acting: Acting, wanted: string): Promise<RoundRow | null> {
  return (await roundRows(acting, wanted))[0] ?? null;
}

/** Nobody confirms what they made or ran themselves. */
export function isOwn({ made_by, ran_by }: RoundRow, acting: Acting): boolean {
  return made_by === acting.actor.id || ran_by === acting.actor.id;
}

/** The end of a round: another human confirms it, or it is set aside with a reason and stays in the list. */
export async function endRound(
  acting: Acting,
  wanted: string,
  seen: number,
  how: { state: 'confirmed' } | { state: 'set_aside'; words: string },
  deps: Pick<Deps, 'clock'>,
): Promise<null | Problem> {
  const round = await roundOf(acting, wanted);
  if (round === null) return gone;
  if (how.state === 'confirmed' && isOwn(round, acting)) return { code: 'round_of_your_own' };
  if (how.state === 'confirmed' && round.state === 'open') return { code: 'round_not_run' };
  if (round.state === 'confirmed' || round.state === 'set_aside') return { code: 'round_over' };
  const { numUpdatedRows } = await acting.tx
    .updateTable('course_round')
    .set({
      ...{ ...how, ended_by: acting.actor.id, ended_at: deps.clock(), version: seen + 1 },
    })
    .where('id', '=', wanted)
    .where('version', '=', seen)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return changedMeanwhile;
  if (how.state === 'confirmed')
    await acting.client.query('select tell_course_round($1, $2)', [wanted, deps.clock()]);
  return null;
}
