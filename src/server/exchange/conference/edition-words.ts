import { inLanguage, newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { textsOf } from '../news/news-publishing.ts';
import { lookedAt } from '../publication/looked-at.ts';
import { askForWords } from '../wording/ask-for-words.ts';

const FIELDS = ['title', 'lead', 'about'] as const;
type Field = (typeof FIELDS)[number];

/** The words of a conference; of them the title is always there. */
export interface EditionWords {
  readonly title: Wording;
  readonly lead: Wording | null;
  readonly about: Wording | null;
}
type Said = Readonly<Record<Field, string | null>>;

/** The words as they would be, said in the source language of the title. */
export function wordsAfter(before: EditionWords, said: Said, at: Date): EditionWords {
  const lang = before.title.source;
  const anew = (was: Wording | null, text: string | null) => {
    if (text === null) return null;
    if (was === null || was.source !== lang) return newWording({ lang, text }, null, at);
    const next = reword(was, { lang, text }, was.revision, null, at);
    return 'code' in next ? was : next;
  };
  return {
    title: anew(before.title, said.title) ?? before.title,
    lead: anew(before.lead, said.lead),
    about: anew(before.about, said.about),
  };
}

interface Change {
  readonly edition: string;
  readonly before: EditionWords;
  readonly after: EditionWords;
  /** The name to print. */
  readonly by: string;
}

/**
 * Of a conference that readers see, changed words go to the desk one by one and the old ones stand meanwhile;
 * what is taken out goes at once. Answers what is written now, and which fields wait.
 */
export async function askForEditionWords(
  taking: Taking,
  deps: ExchangeDeps,
  { edition, before, after, by }: Change,
): Promise<Problem | { readonly now: EditionWords; readonly waits: Field[] }> {
  const lang = before.title.source;
  const text = (words: Wording | null) => words?.versions[lang]?.text;
  const waits = FIELDS.filter(
    (field) => after[field] !== null && text(before[field]) !== text(after[field]),
  );
  if (await somebodyElses(taking, edition, lang, waits)) return { code: 'words_wait' };
  for (const field of waits) {
    const change = { noun: 'edition', row: edition, field, lang, text: text(after[field]) ?? '' };
    const seen = before[field]?.revision ?? 1;
    const refused = await askForWords(taking, deps, { ...change, seen, by }, before.title);
    if (refused !== null) return refused;
  }
  const kept = (field: 'lead' | 'about') => (after[field] === null ? null : before[field]);
  return { now: { title: before.title, lead: kept('lead'), about: kept('about') }, waits };
}

/** Whether the words may be announced: a second editor looks first where the check finds somebody in them. */
export function mayBeAnnounced(
  taking: Taking,
  deps: ExchangeDeps,
  { edition, version, words }: { edition: string; version: number; words: EditionWords },
): Promise<Problem | 'clear' | 'waits'> {
  const { title, lead, about } = words;
  return lookedAt(taking, deps, {
    ...{ kind: 'edition', id: edition, version },
    title: inLanguage(title, title.source).text,
    texts: {
      ...textsOf('title', title),
      ...(lead === null ? {} : textsOf('lead', lead)),
      ...(about === null ? {} : textsOf('about', about)),
    },
  });
}

/** Asked before anything is written, so that a save is taken whole or not at all. */
async function somebodyElses(
  { client }: Taking,
  edition: string,
  lang: string,
  fields: readonly Field[],
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from exchange.wording_change where noun = 'edition' and row_id = $1 and lang = $2
       and field = any($3) and state = 'waiting' and by_id is distinct from exchange.me()`,
    [edition, lang, fields],
  );
  return (rowCount ?? 0) > 0;
}
