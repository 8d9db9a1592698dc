import type { ProgrammeModel } from '#domain/case/model.ts';
import { modelOf } from '../case/model.ts';
import type { Acting } from '../database.ts';

/** The programme model that new files are opened with, or null where there is none. */
export async function newestModel(acting: Acting): Promise<ProgrammeModel | null> {
  const newest = await acting.tx
    .selectFrom('programme_model')
    .select('id')
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest === undefined ? null : modelOf(acting, newest.id);
}
