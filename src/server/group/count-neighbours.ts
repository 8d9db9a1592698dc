import type { RegisterBodies } from '#domain/people/register.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import { APPLIED, GONE, refused, stale, type Written } from '../people/said.ts';
import { newestModel } from '../programme/newest-model.ts';

/**
 * How many neighbours came: a number of a place, said again where it was wrong. With it the session took
 * place.
 */
export async function countNeighbours(
  acting: Acting,
  { group_id, group_session_id, neighbours }: RegisterBodies['count_neighbours'],
  { now }: { readonly now: Date },
): Promise<Written> {
  const known = await acting.tx
    .selectFrom('group_session')
    .select(['on_day', 'state'])
    .where('id', '=', group_session_id)
    .where('group_id', '=', group_id)
    .executeTakeFirst();
  if (known === undefined) return GONE;
  if (known.state === 'dropped') return stale('group_session_unknown');
  const zone = (await newestModel(acting))?.time_zone ?? 'UTC';
  if (known.on_day > dayAt(now.toISOString(), zone)) return refused('day_in_the_future');
  const { numUpdatedRows } = await acting.tx
    .updateTable('group_session')
    .set({ state: 'held', neighbours })
    .where('id', '=', group_session_id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? APPLIED : GONE;
}
