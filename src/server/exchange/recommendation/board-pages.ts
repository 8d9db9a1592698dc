import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { STATUSES, type Status } from '#domain/exchange/recommendation/follow-up.ts';
import {
  RECOMMENDATION_THEMES,
  type RecommendationTheme,
} from '#domain/exchange/recommendation/theme.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { decodeCursor, encodeCursor } from '../../page-cursor.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { pageParams, plain, sendPage, speakerFor, worded } from '../page/page.ts';
import { boardCursor } from './recommendation-routes.ts';
import { type BoardLine, boardLines, EVERYTHING } from './recommendation-rows.ts';
import { countryName, latenessName, statusName, themeName } from './recommendation-words.ts';

const PAGE = 50;

/** What is chosen in the form; anything that is no choice of ours counts as nothing chosen. */
export const boardQuery = z.object({
  edition: z.string().max(80).catch('').default(''),
  status: z
    .union([z.literal(''), z.enum(STATUSES)])
    .catch('')
    .default(''),
  theme: z
    .union([z.literal(''), z.enum(RECOMMENDATION_THEMES)])
    .catch('')
    .default(''),
  country: z
    .union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)])
    .catch('')
    .default(''),
  after: z.string().max(400).optional().catch(undefined),
});
export type BoardQuery = z.infer<typeof boardQuery>;

/** The filter of the board as it was chosen; of adopted texts alone. */
export function filterOf(query: BoardQuery) {
  const { edition, status, theme, country } = query;
  return {
    ...EVERYTHING,
    ...{ stage: 'adopted' as const, edition: edition || null, status: status || null },
    ...{ theme: theme || null, country: country || null },
  };
}

/** The public board: what became of every recommendation. */
export function addBoardPages(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/recommendations',
    { schema: { params: pageParams, querystring: boardQuery }, config: { public: true } },
    async (request, reply) => {
      const { lang } = request.params;
      const { query } = request;
      const i18n = speakerFor(lang);
      const { found, choices } = await deps.exchange.as(null, async (taking) => ({
        found: await boardLines(taking, filterOf(query), {
          ...{ now: deps.clock(), limit: PAGE + 1 },
          after: decodeCursor(boardCursor, query.after),
        }),
        choices: await boardChoices(taking.client),
      }));
      const rows = found.slice(0, PAGE);
      const last = found.length > PAGE ? rows.at(-1) : undefined;
      const title = i18n._('Recommendations');
      const body = html`<h1>${title}</h1>
<p>${i18n._('What conferences recommended, who took it on, and what became of it.')}</p>
${filters(lang, i18n, query, choices)}
${rows.length === 0 ? html`<p>${i18n._('No recommendation fits what you chose.')}</p>` : null}
${STATUSES.map((status) => byStatus(lang, i18n, status, rows))}
${last === undefined ? null : html`<p><a class="button" rel="next" href="?${asQuery(query, encodeCursor([last.starts_on, last.edition, last.number]))}">${i18n._('More recommendations')}</a></p>`}
<h2>${i18n._('To take along')}</h2>
<p>${i18n._('What is chosen above, as a file:')} <a href="/exchange/recommendations.csv?${asQuery({ ...query, lang })}">CSV</a>,
<a href="/exchange/recommendations.json?${asQuery(query)}">JSON</a></p>`;
      const description = i18n._(
        'Recommendations of the conferences by status, with owner and date.',
      );
      return sendPage(reply, { lang, path: '/recommendations', title, description, body });
    },
  );
}

function byStatus(
  lang: Locale,
  i18n: I18n,
  status: Status,
  rows: Awaited<ReturnType<typeof boardLines>>,
): Html | null {
  const these = rows.filter((row) => row.status === status);
  if (these.length === 0) return null;
  return html`<section><h2>${statusName(i18n, status)} (${these.length})</h2>
<ul class="cards">${these.map((row) => card(lang, i18n, row))}</ul></section>`;
}

/** A recommendation as a card: its text, who has it, by when. */
export function card(
  lang: Locale,
  i18n: I18n,
  row: BoardLine & { readonly late: 'due' | 'review' | null },
): Html {
  const late = latenessName(i18n, row.late);
  return html`<li class="card"><h3><a href="${addressOf(lang, row)}">${numberOf(lang, i18n, row)}</a></h3>
<p>${worded(lang, row.text)}</p>
<p>${late === null ? null : html`<strong class="tag">${late}</strong>`}<span class="tag">${themeName(i18n, row.theme)}</span></p>
<p class="soft">${row.lead === null ? i18n._('No owner yet') : worded(lang, row.lead.name)}${row.due_on === null ? null : html` · ${i18n._('by {day}', { day: longDay(lang, row.due_on) })}`}</p>
${row.replaced_by === null ? null : html`<p class="soft">${i18n._('Replaced by recommendation {number}', { number: row.replaced_by })}</p>`}</li>`;
}

/** `Recommendation 7, Coming home 2025`. */
export function numberOf(
  lang: Locale,
  i18n: I18n,
  row: Pick<BoardLine, 'number' | 'edition_title'>,
): string {
  const edition = plain(lang, row.edition_title);
  return i18n._('Recommendation {number}, {edition}', { number: row.number, edition });
}

export function addressOf(lang: Locale, row: Pick<BoardLine, 'edition' | 'number'>): string {
  return `/exchange/${lang}/${row.edition}/recommendations/${row.number}`;
}

interface Choices {
  readonly editions: readonly { slug: string; title: Wording }[];
  readonly countries: readonly string[];
}

async function boardChoices(client: import('pg').ClientBase): Promise<Choices> {
  const { rows: editions } = await client.query<{ slug: string; title: Wording }>(
    `select e.slug, e.title from exchange.edition e where exists (select from exchange.recommendation r
       where r.edition_id = e.id and r.adopted_on is not null) order by e.starts_on desc limit 50`,
  );
  const { rows: countries } = await client.query<{ country: string }>(
    `select distinct i.country from exchange.recommendation r
     join exchange.institution i on i.id = r.lead_id
     where r.adopted_on is not null and i.country is not null order by 1 limit 200`,
  );
  return { editions, countries: countries.map((one) => one.country) };
}

function filters(lang: Locale, i18n: I18n, query: BoardQuery, choices: Choices): Html {
  const names = (one: string) => countryName(lang, one);
  const countries = choices.countries.toSorted((a, b) => names(a).localeCompare(names(b), lang));
  return html`<form class="filters" method="get">
${choice(
  'edition',
  i18n._('Conference'),
  i18n._('All conferences'),
  query.edition,
  choices.editions.map(({ slug, title }) => [slug, plain(lang, title)]),
)}
${choice(
  'country',
  i18n._('Country of the owner'),
  i18n._('All countries'),
  query.country,
  countries.map((one) => [one, names(one)]),
)}
${choice(
  'status',
  i18n._('Status'),
  i18n._('Every status'),
  query.status,
  STATUSES.map((one) => [one, statusName(i18n, one)]),
)}
${choice(
  'theme',
  i18n._('Theme'),
  i18n._('All themes'),
  query.theme,
  RECOMMENDATION_THEMES.map((one) => [one, themeName(i18n, one)] as [RecommendationTheme, string]),
)}
<button type="submit">${i18n._('Show')}</button></form>`;
}

function choice(
  name: string,
  label: string,
  all: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
): Html {
  return html`<label>${label}<br><select name="${name}"><option value="">${all}</option>
${options.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`)}</select></label>`;
}

function asQuery(query: BoardQuery & { readonly lang?: Locale }, after = ''): string {
  const { lang = '', edition, status, theme, country } = query;
  const chosen = Object.entries({ lang, edition, status, theme, country, after });
  return new URLSearchParams(chosen.filter(([, value]) => value !== '')).toString();
}
