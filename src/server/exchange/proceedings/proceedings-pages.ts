import { z } from 'zod';
import { citation, citationTags, dataCite } from '#domain/exchange/proceedings/datacite.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor } from '../page/page.ts';
import { proceedingsBody } from './proceedings-body.ts';
import { proceedingsFile } from './proceedings-file.ts';
import { proceedingsUrl, recordOf } from './proceedings-record.ts';
import { proceedingsOut } from './proceedings-rows.ts';

/** Proceedings of an edition as everybody reads, cites and takes them along. */
export function addProceedingsPages(app: ServerApp, deps: ExchangeDeps): void {
  const options = {
    schema: { params: pageParams.extend({ edition: z.string().max(80) }) },
    config: { public: true },
  };
  const find = (slug: string) => deps.exchange.as(null, (taking) => proceedingsOut(taking, slug));

  app.get('/exchange/:lang/:edition/proceedings', options, async (request, reply) => {
    const { lang, edition } = request.params;
    const out = await find(edition);
    if (out === undefined) return sendNothing(reply, lang);
    const i18n = speakerFor(lang);
    const { published: copy } = out;
    const path = `/${edition}/proceedings`;
    const record = recordOf(out, lang, proceedingsUrl(deps.config.url, lang, edition));
    const title = i18n._('Proceedings');
    const body = html`<article><p><a href="/exchange/${lang}/${edition}">${plain(lang, copy.title)}</a></p>
${proceedingsBody(lang, out)}
</article>
<h2>${i18n._('How to cite')}</h2>
<p>${citation(record, title)}</p>
<ul class="no-print"><li><a href="/exchange/${lang}${path}.pdf">${i18n._('Proceedings as a PDF file')}</a></li>
<li><a href="/exchange/${lang}${path}/datacite.json">${i18n._('Metadata (DataCite)')}</a></li></ul>`;
    return sendPage(reply, {
      ...{ lang, path, title: `${title} · ${plain(lang, copy.title)}`, body },
      description: plain(lang, copy.abstract).slice(0, 200),
      head: html`${citationTags(record).map(([name, content]) => html`<meta name="${name}" content="${content}">`)}`,
    });
  });

  app.get('/exchange/:lang/:edition/proceedings/datacite.json', options, async (request, reply) => {
    const { lang, edition } = request.params;
    const out = await find(edition);
    if (out === undefined) return sendProblem(reply, { code: 'gone' });
    const record = recordOf(out, lang, proceedingsUrl(deps.config.url, lang, edition));
    return reply
      .type('application/vnd.datacite.datacite+json')
      .send(JSON.stringify(dataCite(record), null, 2));
  });

  app.get('/exchange/:lang/:edition/proceedings.pdf', options, async (request, reply) => {
    const { lang, edition } = request.params;
    const out = await find(edition);
    if (out === undefined) return sendNothing(reply, lang);
    const { bytes, etag } = await proceedingsFile(deps.config.url, lang, edition, out);
    reply
      .header('etag', etag)
      .header('cache-control', 'no-cache')
      .header('content-language', lang)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${edition}-proceedings-${lang}.pdf"`)
      .send(bytes);
  });
}
