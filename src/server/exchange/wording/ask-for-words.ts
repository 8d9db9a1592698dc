import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';

interface NewWords {
  readonly noun: string;
  readonly row: string;
  readonly field: string;
  readonly lang: string;
  readonly text: string;
  readonly seen: number;
  readonly by: string;
}

/**
 * Puts new words of a text that readers see before the second editor; null once they wait there. One's own
 * that wait already are said anew; somebody else's are not overwritten.
 */
export async function askForWords(
  taking: Taking,
  deps: ExchangeDeps,
  { noun, row, field, lang, text, seen, by }: NewWords,
  name: Wording,
): Promise<Problem | null> {
  const { client, participant } = taking;
  const { rows } = await client.query<{ id: string; own: boolean }>(
    `select id, by_id is not distinct from exchange.me() as own from exchange.wording_change
     where noun = $1 and row_id = $2 and field = $3 and lang = $4 and state = 'waiting'`,
    [noun, row, field, lang],
  );
  const [waiting] = rows;
  if (waiting?.own === false) return { code: 'words_wait' };
  if (waiting !== undefined) {
    await client.query(
      `delete from exchange.publication where subject_kind = 'translation' and subject_id = $1
         and state = 'waiting'`,
      [waiting.id],
    );
    await client.query('delete from exchange.wording_change where id = $1', [waiting.id]);
  }
  const id = deps.newId();
  const made = await client.query(
    `insert into exchange.wording_change (id, noun, row_id, field, lang, text, seen, by_id, by_name, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [id, noun, row, field, lang, text, seen, participant, by, deps.clock()],
  );
  if (made.rowCount === 0) return { code: 'words_wait' };
  const asked = await askToPublish(taking, deps, {
    ...{ kind: 'translation', id, version: 1, title: inLanguage(name, name.source).text },
    texts: { [`${field}.${lang}`]: text },
  });
  if ('code' in asked) return asked;
  await writeLog(deps, taking, 'publication_asked', [noun, row], { field, lang });
  return null;
}
