import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { prose } from '../text.ts';
import { instant } from '../time.ts';

/** A BCP-47 tag as we use it: `ru`, `uz-Latn`, `uz-Cyrl`. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
export type LanguageTag = z.infer<typeof languageTag>;

/** How many languages one text may have. */
const MOST_VERSIONS = 40;

const version = z.object({
  text: prose,
  /** The revision of the source that this says; behind the wording's own revision it is stale. */
  of: z.number().int().min(1),
  /** Who wrote or translated it: a name to print, or null where nobody is named. */
  by: z.string().max(200).nullable(),
  at: instant,
});

/**
 * A text in its languages, as it stands in a column of the type `exchange.wording`. `source` is the
 * language it was first said in; `revision` counts the changes of that text.
 */
export const wording = z.object({
  source: languageTag,
  revision: z.number().int().min(1),
  versions: z.record(languageTag, version),
});
export type Wording = z.infer<typeof wording>;

/** What somebody types: one text in one language. */
export const said = z.strictObject({ lang: languageTag, text: prose });
export type Said = z.infer<typeof said>;

/** A new text, in the language it was said in; `by` = the name to print, or null. */
export function newWording(said: Said, by: string | null, at: Date): Wording {
  const first = { text: said.text, of: 1, by, at: at.toISOString() };
  return { source: said.lang, revision: 1, versions: { [said.lang]: first } };
}

/**
 * The wording with `said` in its language. `seen` = the revision of the source that the author had
 * before him: `text_changed_meanwhile` where the source moved on since, so that no translation says
 * what is no longer there and no editor overwrites another. Changing the source makes the rest stale.
 */
export function reword(
  wording: Wording,
  said: Said,
  seen: number,
  by: string | null,
  at: Date,
): Wording | Problem {
  if (seen !== wording.revision) return { code: 'text_changed_meanwhile' };
  const isSource = said.lang === wording.source;
  if (!isSource && !(said.lang in wording.versions)) {
    if (Object.keys(wording.versions).length >= MOST_VERSIONS)
      return { code: 'too_many_languages' };
  }
  const same = wording.versions[said.lang]?.text === said.text;
  const revision = isSource && !same ? wording.revision + 1 : wording.revision;
  const next = { text: said.text, of: revision, by, at: at.toISOString() };
  return { ...wording, revision, versions: { ...wording.versions, [said.lang]: next } };
}

export interface InLanguage {
  readonly text: string;
  readonly lang: LanguageTag;
  /** True where the wanted language has no version and another stands in. */
  readonly fallback: boolean;
  /** True where the source changed after this version was made. */
  readonly stale: boolean;
  readonly by: string | null;
}

/**
 * The text for a reader of `wanted`: his language, else the same language in another script or region,
 * else the source, and never without saying so.
 */
export function inLanguage(wording: Wording, wanted: LanguageTag): InLanguage {
  const { versions, source, revision } = wording;
  const base = baseOf(wanted);
  const near = Object.keys(versions)
    .toSorted()
    .find((tag) => baseOf(tag) === base);
  const lang = wanted in versions ? wanted : (near ?? source);
  const found = versions[lang] ?? versions[source];
  if (found === undefined) throw new Error('a wording without its source');
  // `uz` on a page is Uzbek in Latin letters: that version is no stand-in.
  const fallback = lang !== wanted && !(wanted === 'uz' && lang === 'uz-Latn');
  return { text: found.text, lang, fallback, stale: found.of < revision, by: found.by };
}

/** The same texts without who wrote or translated them. */
export function unsigned(wording: Wording): Wording {
  const versions = Object.entries(wording.versions).map(([tag, one]) => [
    tag,
    { ...one, by: null },
  ]);
  return { ...wording, versions: Object.fromEntries(versions) };
}

/** True where the wording has a version in every one of `languages`, none of them stale. */
export function isWholeIn(wording: Wording, languages: readonly LanguageTag[]): boolean {
  return languages.every((lang) => {
    const { fallback, stale } = inLanguage(wording, lang);
    return !fallback && !stale;
  });
}

function baseOf(tag: LanguageTag): string {
  return tag.split('-')[0] ?? tag;
}
