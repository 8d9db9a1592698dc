import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { nameIn } from '#domain/exchange/expert/expert.ts';
import { country } from '#domain/exchange/participant.ts';
import { THEMES, type Theme } from '#domain/exchange/practice/vocabulary.ts';
import { languageTag, type Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import { namesIn } from '../conference/page-words.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { pageParams, plain, sendPage, speakerFor, worded } from '../page/page.ts';
import { themeWords } from '../practice/practice-words.ts';

const PER_PAGE = 50;

interface ListedExpert {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly institution_slug: string | null;
  readonly institution: Wording | null;
  readonly institution_country: string | null;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly themes: readonly Theme[];
  readonly portrait: { readonly id: string; readonly alt: Wording } | null;
}

// What makes no sense is no choice: the address of a page is typed by anybody.
const choice = z.object({
  theme: z.enum(THEMES).optional().catch(undefined),
  language: languageTag.optional().catch(undefined),
  country: country.optional().catch(undefined),
  institution: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  after: z.coerce.number().int().min(0).max(100_000).catch(0),
});
type Choice = z.infer<typeof choice>;

/** Experts and their institutions, as far as each agreed to; searched by theme, language and country. */
export function addExpertPages(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/experts',
    { schema: { params: pageParams, querystring: choice }, config: { public: true } },
    async (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const listed = await deps.exchange.as(null, async ({ client }) => {
        const { rows } = await client.query<ListedExpert>(
          'select * from exchange.listed_experts()',
        );
        return rows;
      });
      const title = i18n._('Experts');
      return sendPage(reply, {
        ...{ lang, path: '/experts', title, body: directory(lang, i18n, request.query, listed) },
        description: i18n._(
          'People and institutions that share what they know, by their own consent.',
        ),
      });
    },
  );
}

function directory(
  lang: Locale,
  i18n: I18n,
  chosen: Choice,
  listed: readonly ListedExpert[],
): Html {
  const { theme, language, country: from, institution, after } = chosen;
  const found = listed
    .filter(
      (one) =>
        (theme === undefined || one.themes.includes(theme)) &&
        (language === undefined || one.languages.includes(language)) &&
        (from === undefined || one.country === from) &&
        (institution === undefined || one.institution_slug === institution),
    )
    .map((one) => ({ ...one, shownName: nameIn(lang, one.name, one.names) }))
    .toSorted((a, b) => a.shownName.localeCompare(b.shownName, lang));
  const next = new URLSearchParams(
    Object.entries({ ...chosen, after: after + PER_PAGE }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  );
  const cards = found.slice(after, after + PER_PAGE);
  return html`<h1>${i18n._('Experts')}</h1>
<p>${i18n._('Each person here agreed to be listed, and to each thing that is shown. Whoever takes it back is gone from this page at once.')}</p>
${searchForm(lang, i18n, chosen, listed)}
<h2>${i18n._('{count, plural, one {# expert} other {# experts}}', { count: found.length })}</h2>
${found.length === 0 ? html`<p>${i18n._('Nobody who is listed fits all of this. Take one choice away.')}</p>` : null}
<ul class="cards">${cards.map((one) => card(lang, i18n, one))}</ul>
${found.length > after + PER_PAGE ? html`<p><a href="/exchange/${lang}/experts?${String(next)}">${i18n._('Next page')}</a></p>` : null}
${institutions(lang, i18n, listed)}`;
}

function searchForm(
  lang: Locale,
  i18n: I18n,
  chosen: Choice,
  listed: readonly ListedExpert[],
): Html {
  const names = namesIn(lang);
  const themes = themeWords(i18n);
  const parts = [
    {
      ...{ key: 'theme', label: i18n._('Theme'), chosen: chosen.theme },
      options: listed.flatMap((one) => one.themes).map((value) => [value, themes[value]] as const),
    },
    {
      ...{ key: 'language', label: i18n._('Language'), chosen: chosen.language },
      options: listed
        .flatMap((one) => one.languages)
        .map((value) => [value, names.language(value)] as const),
    },
    {
      ...{ key: 'country', label: i18n._('Country'), chosen: chosen.country },
      options: listed
        .flatMap((one) => one.country ?? [])
        .map((value) => [value, names.country(value)] as const),
    },
  ];
  const sorted = (options: readonly (readonly [string, string])[]) =>
    [...new Map(options)].toSorted(([, a], [, b]) => a.localeCompare(b, lang));
  return html`<form class="filters" method="get" action="/exchange/${lang}/experts" role="search">
${parts.map(({ key, label, options, chosen: now }) => html`<div><label for="${key}">${label}</label><select id="${key}" name="${key}"><option value="">${i18n._('All')}</option>${sorted(options).map(([value, name]) => html`<option value="${value}"${value === now ? html` selected` : null}>${name}</option>`)}</select></div>`)}
<button type="submit">${i18n._('Show')}</button>
<a href="/exchange/${lang}/experts">${i18n._('Clear the choice')}</a>
</form>`;
}

function card(lang: Locale, i18n: I18n, one: ListedExpert & { shownName: string }): Html {
  const names = namesIn(lang);
  const themes = themeWords(i18n);
  const { institution, languages } = one;
  const portrait =
    one.portrait === null
      ? null
      : html`<img class="portrait" src="/exchange/pictures/${one.portrait.id}" alt="${plain(lang, one.portrait.alt)}" width="80" height="80" loading="lazy">`;
  return html`<li class="card">${portrait}<h3>${one.shownName}</h3>
${institution === null ? null : html`<p>${worded(lang, institution)}</p>`}
${one.country === null ? null : html`<p class="soft">${names.country(one.country)}</p>`}
${languages.length === 0 ? null : html`<p class="soft">${i18n._('Speaks: {languages}', { languages: languages.map(names.language).join(', ') })}</p>`}
${one.themes.length === 0 ? null : html`<p>${one.themes.map((theme) => html`<span class="tag">${themes[theme]}</span>`)}</p>`}</li>`;
}

/** The institutions that somebody listed shows as theirs. */
function institutions(lang: Locale, i18n: I18n, listed: readonly ListedExpert[]): Html | null {
  const names = namesIn(lang);
  const bySlug = Map.groupBy(
    listed.filter((one) => one.institution !== null),
    (one) => one.institution_slug,
  );
  const rows = [...bySlug].flatMap(([slug, people]) => {
    const [first] = people;
    if (first?.institution == null) return [];
    return [{ slug, people, institution: first.institution, from: first.institution_country }];
  });
  const shown = rows
    .toSorted((a, b) => plain(lang, a.institution).localeCompare(plain(lang, b.institution), lang))
    .slice(0, 200);
  if (shown.length === 0) return null;
  return html`<h2>${i18n._('Institutions')}</h2>
<ul>${shown.map(
    ({ slug, people, institution, from }) =>
      html`<li><a href="/exchange/${lang}/experts?institution=${slug}">${worded(lang, institution)}</a>${from === null ? null : html`, ${names.country(from)}`} <span class="soft">(${people.length})</span></li>`,
  )}</ul>`;
}
