import { type ProgrammeModel, parseModel } from '#domain/case/model.ts';
import type { Acting } from '../database.ts';

/** The programme model that new files are opened with, or null where there is none that can be read. */
export async function newestModel(acting: Acting): Promise<ProgrammeModel | null> {
  const row = await acting.tx
    .selectFrom('programme_model')
    .select('document')
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const parsed = parseModel(row?.document);
  return 'model' in parsed ? parsed.model : null;
}
