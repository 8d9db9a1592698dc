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

// What a list of files needs of a model: the stages in words, of the hundred kilobytes that it has.
const stages = new Map<string, string>();

/** The stages of these models in words, as the JSON text of `[{ id, stages }]`; null where one was not read yet. */
export function knownStages(ids: readonly string[]): string | null {
  const words = ids.map((id) => stages.get(id));
  return words.includes(undefined) ? null : `[${words.join()}]`;
}

/** The same; what was not read yet is read. */
export async function stageWords(acting: Acting, ids: readonly string[]): Promise<string> {
  const words: string[] = [];
  for (const id of ids) {
    const model = await modelOf(acting, id);
    const found = model?.stages.map(({ code, labels }) => ({ code, labels })) ?? [];
    const text = JSON.stringify({ id, stages: found });
    words.push(text);
    // What is not there, or not for this reader, is asked for again.
    if (model !== null) stages.set(id, text);
  }
  return `[${words.join()}]`;
}

// Some 100 kB each and the same in every reply: taken from the database and made into bytes once.
const texts = new Map<string, Buffer>();

/** The text of a model where this process has read it already. */
export function knownText(id: string): Buffer | undefined {
  return texts.get(id);
}

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
