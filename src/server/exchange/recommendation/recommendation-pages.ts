import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { outcomePath } from '#domain/exchange/recommendation/came-of.ts';
import { byStance, STANCES } from '#domain/exchange/recommendation/position.ts';
import type { RecommendationWhole } from '#domain/exchange/recommendation/recommendation.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { addressOf, numberOf } from './board-pages.ts';
import { recommendationWholeOf } from './recommendation-whole.ts';
import {
  countryName,
  latenessName,
  stanceName,
  statusName,
  themeName,
} from './recommendation-words.ts';

const params = pageParams.extend({
  edition: z.string().max(80),
  number: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number),
});

/** One recommendation for everybody: its text in its languages, positions, owners, and what followed. */
export function addRecommendationPages(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/:edition/recommendations/:number',
    {
      schema: { params: pageParams.extend({ edition: z.string(), number: z.string() }) },
      config: { public: true },
    },
    async (request, reply) => {
      const { lang } = request.params;
      const read = params.safeParse(request.params);
      if (!read.success) return sendNothing(reply, lang);
      const { edition, number } = read.data;
      const found = await deps.exchange.as(null, (taking) =>
        recommendationWholeOf(taking, { edition, number }, deps.clock()),
      );
      if (found === null) return sendNothing(reply, lang);
      const i18n = speakerFor(lang);
      const title = numberOf(lang, i18n, found);
      const path = addressOf(lang, found).slice(`/exchange/${lang}`.length);
      const description = plain(lang, found.text).slice(0, 200);
      return sendPage(reply, { lang, path, title, description, body: bodyOf(lang, i18n, found) });
    },
  );
}

function bodyOf(lang: Locale, i18n: I18n, one: RecommendationWhole): Html {
  const late = latenessName(i18n, one.late);
  return html`<p><a href="/exchange/${lang}/recommendations">${i18n._('All recommendations')}</a></p>
<h1>${numberOf(lang, i18n, one)}</h1>
<p><span class="tag">${statusName(i18n, one.status)}</span>${late === null ? null : html`<strong class="tag">${late}</strong>`}<span class="tag">${themeName(i18n, one.theme)}</span></p>
${one.replaced_by === null ? null : html`<p class="fault">${i18n._('A later text has taken its place:')} <a href="${addressOf(lang, { edition: one.edition, number: one.replaced_by })}">${i18n._('Recommendation {number}', { number: one.replaced_by })}</a></p>`}
${one.replaces === null ? null : html`<p>${i18n._('It takes the place of')} <a href="${addressOf(lang, { edition: one.edition, number: one.replaces.number })}">${i18n._('Recommendation {number}', { number: one.replaces.number })}</a></p>`}
<blockquote>${worded(lang, one.text, 'prose')}</blockquote>
${otherLanguages(lang, i18n, one)}
<dl>
${one.adopted_on === null || one.body === null ? null : html`<dt>${i18n._('Adopted')}</dt><dd>${longDay(lang, one.adopted_on)}, ${worded(lang, one.body)}</dd>`}
${one.session === null ? null : html`<dt>${i18n._('It came from')}</dt><dd>${source(lang, i18n, one)}</dd>`}
<dt>${i18n._('Lead owner')}</dt><dd>${one.lead === null ? i18n._('No owner yet') : owner(lang, one.lead)}</dd>
${one.co_owners.length === 0 ? null : html`<dt>${i18n._('Together with')}</dt><dd>${one.co_owners.map((each, at) => html`${at === 0 ? '' : html`<br>`}${owner(lang, each)}`)}</dd>`}
${one.due_on === null ? null : html`<dt>${i18n._('To be done by')}</dt><dd>${longDay(lang, one.due_on)}</dd>`}
${one.review_on === null ? null : html`<dt>${i18n._('Next report by')}</dt><dd>${longDay(lang, one.review_on)}</dd>`}
${one.indicator === null ? null : html`<dt>${i18n._('How one sees it')}</dt><dd>${indicator(lang, i18n, one)}</dd>`}
</dl>
${cameOf(lang, i18n, one)}
<h2>${i18n._('Positions of the countries')}</h2>
${positions(lang, i18n, one)}
${one.activities.length === 0 ? null : activities(lang, i18n, one)}
<h2>${i18n._('What followed')}</h2>
${one.reports.length === 0 ? html`<p>${i18n._('Nobody has reported yet.')}</p>` : reports(lang, i18n, one)}`;
}

function otherLanguages(lang: Locale, i18n: I18n, { text }: RecommendationWhole): Html | null {
  const others = Object.entries(text.versions).filter(([tag]) => tag.split('-')[0] !== lang);
  if (others.length === 0) return null;
  const names = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' });
  return html`<details><summary>${i18n._('The text in other languages')}</summary>
${others.map(([tag, { text: words }]) => html`<h3>${names.of(tag) ?? tag}</h3><p lang="${tag}">${words}</p>`)}</details>`;
}

/** Where it was said; of a closed session no more than that. */
function source(lang: Locale, i18n: I18n, { edition, session }: RecommendationWhole): Html | null {
  if (session === null) return null;
  const words =
    session.line === null ? null : i18n._('line {number} of the minutes', { number: session.line });
  const line =
    words === null
      ? null
      : session.minutes_out
        ? html`, <a href="/exchange/${lang}/${edition}/minutes/${session.id}#line-${session.line}">${words}</a>`
        : html`, ${words}`;
  const rule =
    session.rule === 'chatham_house'
      ? html` <small class="note">${i18n._('Chatham House Rule: nobody is named')}</small>`
      : null;
  return html`${worded(lang, session.title)}${line}${rule}`;
}

function owner(lang: Locale, one: NonNullable<RecommendationWhole['lead']>): Html {
  const country = one.country === null ? null : html` (${countryName(lang, one.country)})`;
  return html`${worded(lang, one.name)}${country}`;
}

function indicator(lang: Locale, i18n: I18n, one: RecommendationWhole): Html | null {
  if (one.indicator === null) return null;
  const { name, base, target, unit } = one.indicator;
  const number = (value: number) => new Intl.NumberFormat(lang).format(value);
  const latest = one.reports.find(({ value }) => value !== null)?.value ?? null;
  return html`${worded(lang, name)}<br>${base === null ? null : html`${i18n._('At the start: {value} {unit}', { value: number(base), unit })}; `}${i18n._('aim: {value} {unit}', { value: number(target), unit })}${latest === null ? null : html`; <strong>${i18n._('now: {value} {unit}', { value: number(latest), unit })}</strong>`}`;
}

function cameOf(lang: Locale, i18n: I18n, { came_of }: RecommendationWhole): Html | null {
  if (came_of === null) return null;
  const words =
    came_of.kind === 'practice'
      ? i18n._('The practice that came of it')
      : i18n._('The programme model that came of it');
  return html`<h2>${words}</h2>
<p><a href="/exchange/${lang}${outcomePath(came_of)}">${worded(lang, came_of.title)}</a></p>`;
}

function positions(lang: Locale, i18n: I18n, one: RecommendationWhole): Html {
  if (one.positions.length === 0) return html`<p>${i18n._('No country has spoken to it.')}</p>`;
  const groups = byStance(one.positions);
  return html`${STANCES.filter((stance) => groups[stance].length > 0).map(
    (stance) => html`<h3>${stanceName(i18n, stance)} (${groups[stance].length})</h3>
<ul>${groups[stance].map(({ country, words }) => html`<li>${countryName(lang, country)}${words === null ? null : html`: ${worded(lang, words)}`}</li>`)}</ul>`,
  )}`;
}

function activities(lang: Locale, i18n: I18n, one: RecommendationWhole): Html {
  return html`<h2>${i18n._('Activities')}</h2>
<ul>${one.activities.map(({ title, starts_on, ends_on, done_on }) => html`<li>${worded(lang, title)} <span class="soft">${longDay(lang, starts_on)} – ${longDay(lang, ends_on)}${done_on === null ? null : html` · ${i18n._('done on {day}', { day: longDay(lang, done_on) })}`}</span></li>`)}</ul>`;
}

function reports(lang: Locale, i18n: I18n, one: RecommendationWhole): Html {
  return html`<ol reversed>${one.reports.map(
    (
      each,
    ) => html`<li><strong>${longDay(lang, each.reported_on)}</strong> <span class="tag">${statusName(i18n, each.status)}</span>
<span class="soft">${each.institution === null ? i18n._('The organiser') : worded(lang, each.institution)}</span>
${each.words === null ? null : worded(lang, each.words, 'prose')}
${each.evidence === null ? null : html`<p><a href="${each.evidence}" rel="nofollow noopener">${i18n._('Where it can be read')}</a></p>`}</li>`,
  )}</ol>`;
}
