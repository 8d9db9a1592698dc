import { placeWords } from '#domain/arrival/place-words.ts';
import type { ReadingContext } from '#domain/arrival/row-reader.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { dayAt } from '#domain/zone.ts';
import { modelOf } from '../case/model.ts';
import type { Acting } from '../database.ts';

/** What reading and importing a list needs to know of the officer and of the country. */
export interface ListGround {
  readonly actor: Acting['actor'];
  /** The officer's own place. */
  readonly place_id: string;
  readonly model: ProgrammeModel;
  readonly model_id: string;
  readonly today: string;
  /** The officer's place and those below it, each with its ancestors, nearest first. */
  readonly place_paths: ReadonlyMap<string, readonly string[]>;
  readonly reading: ReadingContext;
}

/** Null where the actor is no intake officer with a place. */
export async function groundOf(acting: Acting, now: Date): Promise<ListGround | null> {
  const { role, place_id } = acting;
  if (role !== 'intake_officer' || place_id === null) return null;
  const newest = await acting.client.query<{ id: string }>(
    'select id from programme_model order by version desc, published_at desc limit 1',
  );
  const model_id = newest.rows[0]?.id;
  const model = model_id === undefined ? null : await modelOf(acting, model_id);
  if (model_id === undefined || model === null) throw new Error('there is no programme model');
  const { rows } = await acting.client.query<{
    id: string;
    code: string;
    name: Record<string, string>;
    path: string[];
  }>(
    `select id, code, name, path from place, place_path(id) as path
     where homeward_place() = any (path)`,
  );
  const today = dayAt(now, model.time_zone);
  const names = rows.map(({ id, code, name }) => ({ id, code, names: name }));
  return {
    actor: acting.actor,
    place_id,
    model,
    model_id,
    today,
    place_paths: new Map(rows.map(({ id, path }) => [id, path])),
    reading: { today, places: placeWords(names) },
  };
}
