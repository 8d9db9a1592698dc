import { type ProgrammeModel, parseModel } from '#domain/case/model.ts';
import type { Acting } from '../database.ts';

// A published model never changes: a new version is a new row.
const known = new Map<string, ProgrammeModel>();

/** The programme model of this id, or null where there is none. */
export async function modelOf(acting: Acting, id: string): Promise<ProgrammeModel | null> {
  const before = known.get(id);
  if (before !== undefined) return before;
  const row = await acting.tx
    .selectFrom('programme_model')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const parsed = parseModel(row.document);
  if (!('model' in parsed)) throw new Error(`programme model ${id} is not valid`);
  known.set(id, parsed.model);
  return parsed.model;
}

// Some 100 kB each and the same in every reply: taken from the database and made into bytes once.
const texts = new Map<string, Buffer>();

/** Programme models as the JSON text of `{ id, document }`, for replies; in the order of the ids. */
export async function modelTexts(acting: Acting, ids: readonly string[]): Promise<Buffer[]> {
  const missing = ids.filter((id) => !texts.has(id));
  if (missing.length > 0) {
    const rows = await acting.tx
      .selectFrom('programme_model')
      .select(['id', 'document'])
      .where('id', 'in', missing)
      .execute();
    for (const row of rows) texts.set(row.id, Buffer.from(JSON.stringify(row)));
  }
  return ids.flatMap((id) => texts.get(id) ?? []);
}
