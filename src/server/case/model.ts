import { type ProgrammeModel, parseModel } from '#domain/case/model.ts';
import type { Acting } from '../database.ts';

// A published model never changes: a new version is a new row. To check one takes longer than most replies.
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

/** What a list of files needs of a model: the stages in words, of the hundred kilobytes that it has. */
export interface StageWords {
  readonly id: string;
  readonly stages: readonly Pick<ProgrammeModel['stages'][number], 'code' | 'labels'>[];
}

export async function stageWords(acting: Acting, ids: readonly string[]): Promise<StageWords[]> {
  const words: StageWords[] = [];
  for (const id of ids) {
    const stages = (await modelOf(acting, id))?.stages ?? [];
    words.push({ id, stages: stages.map(({ code, labels }) => ({ code, labels })) });
  }
  return words;
}

// Some 100 kB each and the same in every reply: taken from the database and made into bytes once.
const texts = new Map<string, Buffer>();

/** A programme model as the JSON text of `{ id, document }`, for replies; `null` where there is none. */
export async function modelText(acting: Acting, id: string): Promise<Buffer | string> {
  const before = texts.get(id);
  if (before !== undefined) return before;
  const row = await acting.tx
    .selectFrom('programme_model')
    .select(['id', 'document'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return 'null';
  const text = Buffer.from(JSON.stringify(row));
  texts.set(id, text);
  return text;
}
