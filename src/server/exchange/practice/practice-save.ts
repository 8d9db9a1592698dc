import {
  CARD_FACTS,
  CARD_TEXTS,
  type CardText,
  type SavePractice,
} from '#domain/exchange/practice/card.ts';
import { type Clash, mergeEdit } from '#domain/exchange/practice/merge.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import type { WholeRow } from './practice-row.ts';

/** Stored as jsonb; arrays of text and single values go as they are. */
const AS_JSON = new Set(['evidence', 'maturity', 'studies']);

/**
 * Writes what somebody changed in a card, field by field. Where somebody else changed the same field since
 * it was read, that field is not written; both values are kept as a clash for a human to choose.
 */
export async function saveCard(
  { client, participant }: Taking,
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  row: WholeRow,
  edit: SavePractice,
  by: string,
): Promise<Problem | { version: number; clashes: Clash[] }> {
  const now: Record<string, unknown> = Object.fromEntries([
    ...Object.keys(CARD_TEXTS).map((name) => [
      name,
      row[name as CardText]?.versions[edit.language]?.text ?? '',
    ]),
    ...Object.keys(CARD_FACTS).map((name) => [name, row[name as keyof typeof CARD_FACTS]]),
  ]);
  const { changes, clashes } = mergeEdit(now, edit);
  const sets: string[] = [];
  const values: unknown[] = [row.id];
  for (const [field, value] of Object.entries(changes)) {
    const next = isText(field) ? nextWording(row, field, edit.language, value, by, deps) : value;
    if (typeof next === 'object' && next !== null && 'code' in next) return next as Problem;
    const json = (isText(field) && next !== null) || AS_JSON.has(field);
    values.push(json ? JSON.stringify(next) : next);
    sets.push(`${field} = $${values.length}`);
  }
  let version = row.version;
  if (sets.length > 0) {
    version += 1;
    values.push(deps.clock(), version);
    await client.query(
      `update exchange.practice set ${sets.join(', ')}, changed_at = $${values.length - 1},
         version = $${values.length} where id = $1`,
      values,
    );
  }
  for (const { field, theirs, yours } of clashes)
    await client.query(
      `insert into exchange.practice_clash (id, practice_id, participant_id, said_by, field, language, yours, theirs, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[deps.newId(), row.id, participant, by, field, edit.language],
        ...[JSON.stringify(yours ?? null), JSON.stringify(theirs ?? null), deps.clock()],
      ],
    );
  return { version, clashes };
}

function isText(field: string): field is CardText {
  return field in CARD_TEXTS;
}

/** An emptied text loses its version; the source goes only where nothing was translated from it. */
function nextWording(
  row: WholeRow,
  field: CardText,
  lang: string,
  value: unknown,
  by: string,
  deps: Pick<ExchangeDeps, 'clock'>,
): Wording | Problem | null {
  const wording = row[field];
  const text = String(value);
  if (text !== '')
    return wording === null
      ? newWording({ lang, text }, by, deps.clock())
      : reword(wording, { lang, text }, wording.revision, by, deps.clock());
  if (wording === null) return null;
  const { [lang]: _, ...versions } = wording.versions;
  if (lang !== wording.source) return { ...wording, versions };
  if (Object.keys(versions).length === 0 && field !== 'title') return null;
  return {
    code: 'invalid_input',
    fields: [{ path: `body.texts.${field}.value`, code: 'required' }],
  };
}
