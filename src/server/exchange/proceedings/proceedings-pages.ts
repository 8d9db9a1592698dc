import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import {
  citationTags,
  dataCite,
  type ProceedingsRecord,
} from '#domain/exchange/proceedings/datacite.ts';
import { LICENCES } from '#domain/exchange/proceedings/proceedings.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor } from '../page/page.ts';
import { proceedingsBody } from './proceedings-body.ts';
import { type ProceedingsOut, proceedingsOut } from './proceedings-rows.ts';

/** Proceedings of an edition as everybody reads and cites them; printed, they are the PDF. */
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
    const record = recordOf(out, lang, `${deps.config.url}/exchange/${lang}`, path);
    const title = i18n._('Proceedings');
    const body = html`<article><p><a href="/exchange/${lang}/${edition}">${plain(lang, copy.title)}</a></p>
${proceedingsBody(lang, out)}
</article>
<p class="no-print"><a href="/exchange/${lang}${path}/datacite.json">${i18n._('Metadata (DataCite)')}</a></p>`;
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
    const base = `${deps.config.url}/exchange/${lang}`;
    return reply
      .type('application/vnd.datacite.datacite+json')
      .send(
        JSON.stringify(dataCite(recordOf(out, lang, base, `/${edition}/proceedings`)), null, 2),
      );
  });
}

function recordOf(
  { published: copy, published_at }: ProceedingsOut,
  lang: Locale,
  base: string,
  path: string,
): ProceedingsRecord {
  const title = inLanguage(copy.title, lang);
  const url = `${base}${path}`;
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
