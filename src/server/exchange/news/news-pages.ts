import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import type { NewsKind } from '#domain/exchange/news/news.ts';
import { shownQuotation } from '#domain/exchange/news/quotation.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html, paragraphs } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import type { NewsCopy } from './news-publishing.ts';
import { type Quotation, quotationsOf, versionsOf } from './news-rows.ts';

const PAGE = 20;

interface PublicNews {
  readonly id: string;
  readonly slug: string;
  readonly kind: NewsKind;
  readonly published: NewsCopy;
  readonly published_at: Date;
}

// As a reader without an account the policy leaves published items only.
const PUBLIC = `select n.id, n.slug, n.kind, n.published, n.published_at from exchange.news n
  where n.published is not null`;

/** News as everybody reads them. */
export function addNewsPages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };

  app.get(
    '/exchange/:lang/news',
    {
      schema: {
        params: pageParams,
        querystring: z.object({ after: z.coerce.number().int().min(0).max(10_000).catch(0) }),
      },
      ...open,
    },
    async (request, reply) => {
      const { lang } = request.params;
      const { after } = request.query;
      const i18n = speakerFor(lang);
      const { rows } = await deps.exchange.as(null, ({ client }) =>
        client.query<PublicNews>(
          `${PUBLIC} order by n.published_at desc, n.id limit $1 offset $2`,
          [...[PAGE + 1, after]],
        ),
      );
      const title = i18n._('News');
      const older = rows.length > PAGE;
      const body = html`<h1>${title}</h1>
${rows.length === 0 ? html`<p>${i18n._('There is no news yet.')}</p>` : null}
<ul class="cards">${rows.slice(0, PAGE).map((row) => card(lang, i18n, row))}</ul>
${older ? html`<p><a href="/exchange/${lang}/news?after=${after + PAGE}">${i18n._('Older news')}</a></p>` : null}`;
      return sendPage(reply, { lang, path: '/news', title, body });
    },
  );

  app.get(
    '/exchange/:lang/news/:slug',
    { schema: { params: pageParams.extend({ slug: z.string().max(80) }) }, ...open },
    async (request, reply) => {
      const { lang, slug } = request.params;
      const i18n = speakerFor(lang);
      const found = await deps.exchange.as(null, async ({ client }) => {
        const { rows } = await client.query<PublicNews>(`${PUBLIC} and n.slug = $1`, [slug]);
        const [row] = rows;
        return row && { row, quotations: await quotationsOf(client, [row.id]) };
      });
      if (found === undefined) return sendNothing(reply, lang);
      const { row, quotations } = found;
      const { title, lead, body: text } = row.published;
      const body = html`<article><p class="soft">${kindName(i18n, row.kind)} · ${longDay(lang, row.published_at)}</p>
<h1>${worded(lang, title)}</h1>
<div class="lead">${worded(lang, lead, 'prose')}</div>
${worded(lang, text, 'prose')}
${row.published.quotations.map((copy) => quoted(lang, copy, quotations))}</article>
<p class="no-print"><a href="/exchange/${lang}/news">${i18n._('All news')}</a></p>`;
      return sendPage(reply, {
        ...{ lang, path: `/news/${slug}`, title: plain(lang, title), body },
        description: plain(lang, lead),
      });
    },
  );
}

function card(lang: Locale, i18n: I18n, row: PublicNews): Html {
  return html`<li class="card"><h2><a href="/exchange/${lang}/news/${row.slug}">${worded(lang, row.published.title)}</a></h2>
<p class="soft">${kindName(i18n, row.kind)} · ${longDay(lang, row.published_at)}</p>
${worded(lang, row.published.lead, 'prose')}</li>`;
}

/** The words of a speaker, as far as the speaker approved them; nothing of them otherwise. */
function quoted(
  lang: Locale,
  { id, words }: NewsCopy['quotations'][number],
  now: readonly Quotation[],
): Html | null {
  // Who speaks, and what was said to the words, is read as it stands now: a no takes them away at once.
  const quotation = now.find((one) => one.id === id);
  if (quotation === undefined) return null;
  const { speaker, institution, said } = quotation;
  const quotable = { source: words.source, versions: versionsOf(words) };
  const shown = shownQuotation(quotable, said, contentTag(lang));
  if (shown === null) return null;
  const from = institution === null ? null : html`, ${worded(lang, institution)}`;
  return html`<figure><blockquote lang="${shown.lang}">${paragraphs(shown.text)}</blockquote><figcaption>— ${speaker}${from}</figcaption></figure>`;
}

/** A page in Uzbek reads the version in Latin letters. */
function contentTag(lang: Locale): string {
  return lang === 'uz' ? 'uz-Latn' : lang;
}

function kindName(i18n: I18n, kind: NewsKind): string {
  const names: Readonly<Record<NewsKind, string>> = {
    announcement: i18n._('Announcement'),
    press_release: i18n._('Press release'),
    communique: i18n._('Communiqué'),
  };
  return names[kind];
}
