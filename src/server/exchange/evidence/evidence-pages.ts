import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { drawnChart } from '#domain/exchange/evidence/chart.ts';
import { csvOf } from '#domain/exchange/evidence/csv.ts';
import { evidenceRows } from '#domain/exchange/evidence/evidence-file.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { chartSvg } from './chart-svg.ts';
import { chartWords } from './chart-words.ts';
import { evidencePage } from './evidence-page.ts';
import { descriptionOf, evidenceTable, evidenceVersion, tableOf } from './evidence-rows.ts';

const PAGE = 50;
const params = pageParams.extend({ slug: z.string().max(80) });

/** Public pages of evidence tables: the list, each table, its file, its charts. */
export function addEvidencePages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };
  const shown = (slug: string) =>
    deps.exchange.as(null, async (taking) => {
      const table = await evidenceTable(taking, 'slug', slug);
      const version = table && (await evidenceVersion(taking, table, 'shown'));
      return table && version ? { table, version } : null;
    });

  app.get(
    '/exchange/:lang/evidence',
    {
      schema: {
        params: pageParams,
        querystring: z.object({ after: z.coerce.number().int().min(0).max(100_000).default(0) }),
      },
      ...open,
    },
    async (request, reply) => {
      const { lang } = request.params;
      const { after } = request.query;
      const i18n = speakerFor(lang);
      const rows = await listed(deps, after);
      const title = i18n._('Evidence in numbers');
      const cards = rows.slice(0, PAGE).map((row) => card(lang, row));
      const body = html`<h1>${title}</h1>
<p>${i18n._('Tables without any person in them, each with how it was counted. Whoever adopts a practice can see what is known.')}</p>
${rows.length === 0 ? html`<p>${i18n._('No table has been published yet.')}</p>` : html`<ul class="cards">${cards}</ul>`}
${rows.length > PAGE ? html`<p><a href="/exchange/${lang}/evidence?after=${after + PAGE}">${i18n._('Further tables')}</a></p>` : null}`;
      return sendPage(reply, { lang, path: '/evidence', title, body });
    },
  );

  app.get(
    '/exchange/:lang/evidence/:slug',
    { schema: { params }, ...open },
    async (request, reply) => {
      const { lang, slug } = request.params;
      const found = await shown(slug);
      if (found === null) return sendNothing(reply, lang);
      const title = plain(lang, found.table.title);
      const body = evidencePage({ lang, i18n: speakerFor(lang), ...found });
      return sendPage(reply, { lang, path: `/evidence/${slug}`, title, body });
    },
  );

  app.get(
    '/exchange/:lang/evidence/:slug/table.csv',
    { schema: { params }, ...open },
    async (request, reply) => {
      const { lang, slug } = request.params;
      const found = await shown(slug);
      if (found === null) return sendNothing(reply, lang);
      const { table, version } = found;
      const description = {
        ...descriptionOf(version),
        title: plain(lang, table.title),
        method: plain(lang, table.method),
        denominators: plain(lang, table.denominators),
      };
      const rows = evidenceRows(description, tableOf(version.cells));
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${slug}.csv"`)
        .header('cache-control', 'no-cache')
        .send(csvOf(rows));
    },
  );

  app.get(
    '/exchange/:lang/evidence/:slug/:picture',
    {
      schema: { params: params.extend({ picture: z.string().regex(/^chart-[1-9]\.svg$/) }) },
      ...open,
    },
    async (request, reply) => {
      const { lang, slug, picture } = request.params;
      const found = await shown(slug);
      const spec = found?.version.charts[Number(picture.slice(6, -4)) - 1];
      if (found === null || spec === undefined) return sendNothing(reply, lang);
      const chart = drawnChart(tableOf(found.version.cells), spec);
      if ('code' in chart) return sendNothing(reply, lang);
      const title = plain(lang, found.table.title);
      return reply
        .header('content-type', 'image/svg+xml; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(chartSvg(chart, chartWords(speakerFor(lang), lang, { chart, title })));
    },
  );
}

interface ListedTable {
  readonly slug: string;
  readonly title: Wording;
  readonly period: string;
  readonly geography: string;
  readonly source: string;
}

async function listed(deps: ExchangeDeps, after: number): Promise<ListedTable[]> {
  const { rows } = await deps.exchange.as(null, ({ client }) =>
    client.query<ListedTable>(
      `select t.slug, t.title, v.period, v.geography, v.source
       from exchange.evidence_table t
       join exchange.evidence_version v on v.id = t.shown_version_id and v.state = 'published'
       order by v.decided_at desc, t.id limit $1 offset $2`,
      [PAGE + 1, after],
    ),
  );
  return rows;
}

function card(lang: Locale, { slug, title, period, geography, source }: ListedTable): Html {
  return html`<li class="card"><h2><a href="/exchange/${lang}/evidence/${slug}">${worded(lang, title)}</a></h2>
<p>${geography}, ${period}</p><p class="soft">${source}</p></li>`;
}
