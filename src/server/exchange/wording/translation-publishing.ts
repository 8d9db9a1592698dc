import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { Publishable, Published } from '../publication/publishable.ts';
import { TRANSLATABLE } from './translatable.ts';

/**
 * New words of a text that readers see already: the old ones stand until the second editor has looked, and
 * where the original moved on meanwhile the words go back to whoever wrote them.
 */
export const TRANSLATION_PUBLISHING: Publishable = {
  kind: 'translation',
  async bar(taking, what) {
    const next = await nextWording(taking, what);
    return 'code' in next ? next : null;
  },
  async published(taking, what) {
    const next = await nextWording(taking, what);
    if ('code' in next) throw new Error(`words that were looked at cannot be taken: ${next.code}`);
    await taking.client.query('select exchange.take_words($1, $2, $3)', [
      ...[what.id, next.table, JSON.stringify(next.wording)],
    ]);
  },
  async sentBack({ client }, { id }) {
    await client.query(`update exchange.wording_change set state = 'returned' where id = $1`, [id]);
  },
  /** What stood there before comes back. */
  async takenDown({ client }, { id }) {
    const { rows } = await client.query<{ noun: string }>(
      'select noun from exchange.wording_change where id = $1',
      [id],
    );
    const found = TRANSLATABLE.find(({ noun }) => noun === rows[0]?.noun);
    if (found === undefined) return;
    await client.query('select exchange.take_back_words($1, $2)', [id, tableName(found.table)]);
  },
};

interface Change {
  readonly noun: string;
  readonly row_id: string;
  readonly field: string;
  readonly lang: string;
  readonly text: string;
  readonly seen: number;
  readonly by_name: string;
}

async function nextWording(
  { client }: Taking,
  { id, at }: Published,
): Promise<{ readonly table: string; readonly wording: Wording } | Problem> {
  const { rows } = await client.query<Change>(
    `select noun, row_id, field, lang, text, seen, by_name from exchange.wording_change
     where id = $1 and state = 'waiting'`,
    [id],
  );
  const [change] = rows;
  const found = TRANSLATABLE.find(({ noun }) => noun === change?.noun);
  if (change === undefined || !found?.fields.includes(change.field)) return { code: 'gone' };
  const { field, row_id, lang, text, seen, by_name } = change;
  const read = await client.query<{ wording: Wording | null; stands: boolean }>(
    `select ${field} as wording, ${found.stands ?? 'false'} as stands from ${found.table}
     where id = $1`,
    [row_id],
  );
  const [row] = read.rows;
  if (row === undefined) return { code: 'gone' };
  // Said for the first time, in a row that readers see.
  if (row.wording === null)
    return { table: tableName(found.table), wording: newWording({ lang, text }, by_name, at) };
  const wording = reword(row.wording, { lang, text }, seen, by_name, at);
  if ('code' in wording) return wording;
  if (row.stands && wording.revision !== seen) return { code: 'original_stands' };
  return { table: tableName(found.table), wording };
}

function tableName(table: string): string {
  return table.slice('exchange.'.length);
}
