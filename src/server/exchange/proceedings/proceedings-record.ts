import type { Locale } from '#domain/account/account.ts';
import type { ProceedingsRecord } from '#domain/exchange/proceedings/datacite.ts';
import { LICENCES } from '#domain/exchange/proceedings/proceedings.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import type { ProceedingsOut } from './proceedings-rows.ts';

/** The published proceedings as catalogues, search engines and whoever cites them know them. */
export function recordOf(
  { published: copy, published_at }: ProceedingsOut,
  lang: Locale,
  url: string,
): ProceedingsRecord {
  const title = inLanguage(copy.title, lang);
  const publisher = copy.host === null ? title.text : inLanguage(copy.host, lang).text;
  const people = copy.sessions.flatMap((session) => session.people);
  const named = new Map(people.map((person) => [person.name, person]));
  return {
    ...{ doi: copy.doi, url, title: title.text, lang: title.lang, publisher },
    translated: Object.entries(copy.title.versions)
      .filter(([tag]) => tag !== title.lang)
      .map(([tag, { text }]) => ({ title: text, lang: tag })),
    abstract: inLanguage(copy.abstract, lang).text,
    hosts: [{ name: publisher, country: copy.country }],
    speakers: [...named.values()].map(({ name, affiliation }) => ({
      name,
      affiliation: affiliation === null ? null : inLanguage(affiliation, lang).text,
    })),
    subjects: [],
    ...{ starts_on: copy.starts_on, ends_on: copy.ends_on },
    published_on: published_at.toISOString().slice(0, 10),
    licence: LICENCES[copy.licence],
    sessions: copy.sessions.map((session) => ({
      title: inLanguage(session.title, lang).text,
      lang: inLanguage(session.title, lang).lang,
      url: `${url}#${session.id}`,
    })),
  };
}

/** Where proceedings are read on this server; the file and the metadata lie beside them. */
export function proceedingsUrl(base: string, lang: Locale, edition: string): string {
  return `${base}/exchange/${lang}/${edition}/proceedings`;
}
