import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { editionReport, type ReportedOne } from '#domain/exchange/recommendation/edition-report.ts';
import { STATUSES } from '#domain/exchange/recommendation/follow-up.ts';
import type { RecommendationWhole } from '#domain/exchange/recommendation/recommendation.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { addressOf, numberOf } from './board-pages.ts';
import { BOARD, type BoardLine, instantOf } from './recommendation-rows.ts';
import { latenessName, statusName } from './recommendation-words.ts';

/** The report to an edition: how what earlier conferences of its series recommended stands by then. */
export function addReportPages(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/:edition/report',
    {
      schema: { params: pageParams.extend({ edition: z.string().max(80) }) },
      config: { public: true },
    },
    async (request, reply) => {
      const { lang, edition } = request.params;
      const i18n = speakerFor(lang);
      const found = await deps.exchange.as(null, async (taking) => {
        const { rows } = await taking.client.query<ToEdition>(
          `select id, slug, title, series_id, starts_on,
             ($2::timestamptz at time zone time_zone)::date as today
           from exchange.edition where slug = $1 and state <> 'draft'`,
          [edition, deps.clock()],
        );
        const [to] = rows;
        return to && { to, all: await followed(taking, to, deps.clock()) };
      });
      if (found === undefined) return sendNothing(reply, lang);
      const { to, all } = found;
      const title = i18n._('Report to {edition}', { edition: plain(lang, to.title) });
      return sendPage(reply, {
        ...{ lang, path: `/${edition}/report`, title },
        body: bodyOf(lang, i18n, title, to, all),
      });
    },
  );
}

interface ToEdition {
  readonly id: string;
  readonly slug: string;
  readonly title: Wording;
  readonly series_id: string;
  readonly starts_on: string;
  readonly today: string;
}

type Report = Pick<RecommendationWhole['reports'][number], 'words' | 'reported_on' | 'status'>;
type FollowedLine = BoardLine & { readonly replaced: boolean; readonly reports: Report[] };

/** Recommendations of earlier editions of the same series, each with what was reported of it. */
async function followed(
  { client }: Taking,
  to: ToEdition,
  now: Date,
): Promise<readonly FollowedLine[]> {
  const { rows } = await client.query<Omit<FollowedLine, 'replaced'>>(
    `select (select coalesce(jsonb_agg(jsonb_build_object('words', p.words, 'status', p.status,
         'reported_on', p.reported_on, 'at', ${instantOf('p.at')}) order by p.at desc, p.id desc), '[]')
       from exchange.progress_report p where p.recommendation_id = r.id) as reports, ${BOARD}
     where e.series_id = $2 and e.starts_on < $3 and r.adopted_on is not null
     order by e.starts_on, r.number limit 500`,
    [now, to.series_id, to.starts_on],
  );
  return rows.map((row) => ({ ...row, replaced: row.replaced_by !== null }));
}

function bodyOf(
  lang: Locale,
  i18n: I18n,
  title: string,
  to: ToEdition,
  all: readonly FollowedLine[],
): Html {
  const report = editionReport(all, to.today);
  const { total, counts, by_status, late, silent } = report;
  if (total === 0)
    return html`<h1>${title}</h1>
<p>${i18n._('No earlier conference of this series has recommended anything.')}</p>`;
  return html`<h1>${title}</h1>
<p>${i18n._('How the recommendations of earlier conferences stand on {day}.', { day: longDay(lang, to.today) })}
<a href="/exchange/${lang}/${to.slug}">${plain(lang, to.title)}</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="${i18n._('The table')}"><table><caption>${i18n._('{count, plural, one {# recommendation} other {# recommendations}}', { count: total })}</caption>
<thead><tr><th scope="col">${i18n._('Status')}</th><th scope="col" class="number">${i18n._('Number')}</th></tr></thead>
<tbody>${STATUSES.map((status) => html`<tr><th scope="row">${statusName(i18n, status)}</th><td class="number">${counts[status]}</td></tr>`)}</tbody></table></div>
<p>${i18n._('{count, plural, one {# without any report} other {# without any report}}', { count: silent })}</p>
<h2>${i18n._('Overdue')} (${late.length})</h2>
${late.length === 0 ? html`<p>${i18n._('Nothing is overdue.')}</p>` : html`<ul class="cards">${late.map((one) => card(lang, i18n, one))}</ul>`}
${STATUSES.filter((status) => counts[status] > 0).map(
  (status) => html`<h2>${statusName(i18n, status)} (${counts[status]})</h2>
<ul class="cards">${by_status[status].map((one) => card(lang, i18n, one))}</ul>`,
)}`;
}

/** One recommendation in the report, with its latest word. */
function card(
  lang: Locale,
  i18n: I18n,
  { recommendation, latest, late }: ReportedOne<FollowedLine>,
): Html {
  const lateness = latenessName(i18n, late);
  return html`<li class="card"><h3><a href="${addressOf(lang, recommendation)}">${numberOf(lang, i18n, recommendation)}</a></h3>
<p>${worded(lang, recommendation.text)}</p>
<p class="soft">${recommendation.lead === null ? i18n._('No owner yet') : worded(lang, recommendation.lead.name)}</p>
${lateness === null ? null : html`<p><strong class="tag">${lateness}</strong></p>`}
${
  latest === null
    ? html`<p class="soft">${i18n._('Nobody has reported yet.')}</p>`
    : html`<p><strong>${longDay(lang, latest.reported_on)}:</strong> ${latest.words === null ? statusName(i18n, latest.status) : worded(lang, latest.words)}</p>`
}</li>`;
}
