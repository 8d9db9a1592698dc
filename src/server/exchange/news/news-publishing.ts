import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import type { Publishable } from '../publication/publishable.ts';
import { newsSheetOf } from './news-rows.ts';

/** An item as it was put before the second editor; nothing that was written later is in it. */
export interface NewsCopy {
  readonly version: number;
  readonly title: Wording;
  readonly lead: Wording;
  readonly body: Wording;
  readonly quotations: readonly { readonly id: string; readonly words: Wording }[];
}

/** What becomes of an item when the second editor has decided: the copy that was read goes out, no other. */
export const NEWS_PUBLISHING: Publishable = {
  kind: 'news',
  async published({ client }, { id, version, at }) {
    await client.query(
      `update exchange.news set published = asked, asked = null, published_at = coalesce(published_at, $3)
       where id = $1 and (asked ->> 'version')::int = $2`,
      [id, version, at],
    );
  },
  async sentBack({ client }, { id }) {
    await client.query('update exchange.news set asked = null where id = $1', [id]);
  },
  async takenDown({ client }, { id }) {
    await client.query('update exchange.news set published = null where id = $1', [id]);
  },
};

/** Puts an item with its quotations before the second editor; null once it waits there. */
export async function askForNews(
  deps: ExchangeDeps,
  taking: Taking,
  id: string,
  version: number,
): Promise<Problem | null> {
  const sheet = await newsSheetOf(taking.client, id);
  if (sheet === null || !taking.holds(sheet.edition_id, 'organiser', 'editor')) {
    return { code: 'gone' };
  }
  if (sheet.version !== version) return { code: 'version_conflict' };
  const { title, lead, body } = sheet;
  const quotations = sheet.quotations.map(({ id: quotation, words }) => ({ id: quotation, words }));
  const asked = await askToPublish(taking, deps, {
    ...{ kind: 'news', id, version, title: inLanguage(title, title.source).text },
    texts: {
      ...textsOf('title', title),
      ...textsOf('lead', lead),
      ...textsOf('body', body),
      ...Object.assign(
        {},
        ...quotations.map(({ words }, at) => textsOf(`quotation${at + 1}`, words)),
      ),
    },
  });
  if ('code' in asked) return asked;
  const copy: NewsCopy = { version, title, lead, body, quotations };
  await taking.client.query('update exchange.news set asked = $2 where id = $1', [
    ...[id, JSON.stringify(copy)],
  ]);
  await writeLog(deps, taking, 'publication_asked', ['news', id]);
  return null;
}

/** A wording as the editor reads it, by field and language: `title.ru`. */
export function textsOf(field: string, { versions }: Wording): Record<string, string> {
  return Object.fromEntries(
    Object.entries(versions).map(([lang, { text }]) => [`${field}.${lang}`, text]),
  );
}
