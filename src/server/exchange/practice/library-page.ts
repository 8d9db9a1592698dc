import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import { EVIDENCE_LEVELS } from '#domain/exchange/practice/evidence-level.ts';
import { MATURITIES } from '#domain/exchange/practice/maturity.ts';
import { STAGES, TARGET_GROUPS, THEMES } from '#domain/exchange/practice/vocabulary.ts';
import { type Html, html } from '../page/html.ts';
import { speakerFor, worded } from '../page/page.ts';
import {
  FACETS,
  type Facet,
  type Library,
  type LibraryQuery,
  PER_PAGE,
  type Shown,
} from './library.ts';
import {
  countryName,
  groupWords,
  levelWords,
  maturityWords,
  stageWords,
  themeWords,
} from './practice-words.ts';

/** The library: what one may choose by, and the cards that fit. A plain form, so that a choice is an address. */
export function libraryBody(
  lang: Locale,
  title: string,
  query: LibraryQuery,
  { rows, found, counts }: Library,
  today: string,
): Html {
  const i18n = speakerFor(lang);
  const chosen = FACETS.some((facet) => query[facet] !== undefined) || (query.q ?? '') !== '';
  return html`<h1>${title}</h1>
<p>${i18n._('What helps when people come home: described by those who do it, looked at by two reviewers of other countries, with what did not work.')}</p>
<p><a href="/exchange/${lang}/practices/map">${i18n._('Evidence gap map')}</a> · <a href="/exchange/${lang}/practices/criteria">${i18n._('How practices are judged')}</a></p>
<form class="filters" method="get" action="/exchange/${lang}/practices" role="search">
<div><label for="q">${i18n._('Words in any language')}</label><input id="q" name="q" type="search" maxlength="200" value="${query.q ?? ''}"></div>
${choices(lang, i18n).map(({ facet, label, options }) => html`<div><label for="${facet}">${label}</label><select id="${facet}" name="${facet}"><option value="">${i18n._('All')}</option>${offered(options, query[facet], counts[facet]).map(([value, name]) => html`<option value="${value}"${value === query[facet] ? html` selected` : null}>${name} (${counts[facet].get(value) ?? 0})</option>`)}</select></div>`)}
<button type="submit">${i18n._('Show')}</button>
${chosen ? html`<a href="/exchange/${lang}/practices">${i18n._('Clear the choice')}</a>` : null}
</form>
<h2>${i18n._('{count, plural, one {# practice} other {# practices}}', { count: found })}</h2>
${found === 0 ? html`<p>${i18n._('Nothing fits all of this. Take one choice away, or use fewer words.')}</p>` : null}
<ul class="cards">${rows.map((row) => card(lang, i18n, row, today))}</ul>
${pages(lang, i18n, query, found)}`;
}

interface Choice {
  readonly facet: Facet;
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[] | null;
}

function choices(lang: Locale, i18n: I18n): Choice[] {
  const from = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
    keys.map((key) => [key, words[key]] as const);
  return [
    { facet: 'theme', label: i18n._('Theme'), options: from(THEMES, themeWords(i18n)) },
    { facet: 'group', label: i18n._('For whom'), options: from(TARGET_GROUPS, groupWords(i18n)) },
    { facet: 'stage', label: i18n._('When'), options: from(STAGES, stageWords(i18n)) },
    { facet: 'country', label: i18n._('Country'), options: null },
    {
      facet: 'evidence',
      label: i18n._('Evidence'),
      options: from(EVIDENCE_LEVELS, levelWords(i18n)),
    },
    {
      facet: 'maturity',
      label: i18n._('Maturity'),
      options: from(MATURITIES, maturityWords(i18n)),
    },
  ].map((one) => ({
    ...(one as Choice),
    options: one.options ?? countryOptions(lang),
  }));
}

/** Countries are those that there are, by their names in the page's language. */
function countryOptions(lang: Locale): Choice['options'] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => `${a}${b}`));
  const sort = new Intl.Collator(lang).compare;
  return codes
    .map((code) => [code, countryName(lang, code, '')] as const)
    .sort(([, a], [, b]) => sort(a, b));
}

/** Only choices that leave something, and the one that is made. */
function offered(
  options: Choice['options'],
  chosen: string | undefined,
  counts: ReadonlyMap<string, number>,
) {
  return (options ?? []).filter(([value]) => counts.has(value) || value === chosen);
}

function card(
  lang: Locale,
  i18n: I18n,
  { id, card: shown, review_on, countries }: Shown,
  today: string,
) {
  const { texts, facts } = shown;
  const themes = themeWords(i18n);
  const stale = review_on !== null && review_on < today;
  return html`<li class="card"><h3><a href="/exchange/${lang}/practices/${id}">${worded(lang, texts.title)}</a></h3>
<p class="soft">${countryName(lang, facts.country, '')}</p>
${texts.one_line === null ? null : html`<p>${worded(lang, texts.one_line)}</p>`}
<p>${facts.themes.map((theme) => html`<span class="tag">${themes[theme]}</span>`)}</p>
<p class="soft">${i18n._('Evidence: {level}', { level: levelWords(i18n)[shown.evidence] })}<br>${i18n._('Maturity: {stage}', { stage: maturityWords(i18n)[shown.maturity] })}</p>
${countries === 0 ? null : html`<p><strong>${i18n._('{count, plural, one {Adopted in # country} other {Adopted in # countries}}', { count: countries })}</strong></p>`}
${stale ? html`<p class="note">${i18n._('Not looked at since its review date')}</p>` : null}</li>`;
}

function pages(lang: Locale, i18n: I18n, query: LibraryQuery, found: number) {
  const last = Math.ceil(found / PER_PAGE);
  if (last < 2) return null;
  const to = (page: number) => {
    const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    const asked = new URLSearchParams([
      ...said.map(([k, v]) => [k, String(v)]),
      ['page', String(page)],
    ]);
    asked.set('page', String(page));
    return `/exchange/${lang}/practices?${asked}`;
  };
  return html`<p>${query.page > 1 ? html`<a rel="prev" href="${to(query.page - 1)}">${i18n._('Earlier page')}</a> ` : null}
${i18n._('Page {page} of {last}', { page: query.page, last })}
${query.page < last ? html` <a rel="next" href="${to(query.page + 1)}">${i18n._('Next page')}</a>` : null}</p>`;
}
