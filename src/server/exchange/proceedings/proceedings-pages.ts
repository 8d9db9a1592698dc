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
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import type { ProceedingsCopy } from './proceedings-rows.ts';

interface Out {
  readonly published: ProceedingsCopy;
  readonly published_at: Date;
}

/** Proceedings of an edition as everybody reads and cites them; printed, they are the PDF. */
export function addProceedingsPages(app: ServerApp, deps: ExchangeDeps): void {
  const options = {
    schema: { params: pageParams.extend({ edition: z.string().max(80) }) },
    config: { public: true },
  };
  const find = async (slug: string): Promise<Out | undefined> => {
    const { rows } = await deps.exchange.as(null, ({ client }) =>
      client.query<Out>(
        `select q.published, q.published_at from exchange.proceedings q
         join exchange.edition e on e.id = q.edition_id where e.slug = $1 and q.published is not null`,
        [slug],
      ),
    );
    return rows[0];
  };

  app.get('/exchange/:lang/:edition/proceedings', options, async (request, reply) => {
    const { lang, edition } = request.params;
    const out = await find(edition);
    if (out === undefined) return sendNothing(reply, lang);
    const i18n = speakerFor(lang);
    const { published: copy } = out;
    const path = `/${edition}/proceedings`;
    const record = recordOf(out, lang, `${deps.config.url}/exchange/${lang}`, path);
    const licence = LICENCES[copy.licence];
    const title = i18n._('Proceedings');
    const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
    const body = html`<article><p><a href="/exchange/${lang}/${edition}">${plain(lang, copy.title)}</a></p>
<h1>${title}</h1>
<p>${worded(lang, copy.title)}</p>
<dl>${copy.host === null ? null : html`<dt>${i18n._('Publisher')}</dt><dd>${worded(lang, copy.host)}</dd>`}
<dt>${i18n._('Day of publication')}</dt><dd>${day.format(out.published_at)}</dd>
${copy.doi === null ? null : html`<dt>DOI</dt><dd><a href="https://doi.org/${copy.doi}">${copy.doi}</a></dd>`}
<dt>${i18n._('Licence')}</dt><dd><a href="${licence.url}">${licence.name}</a></dd></dl>
${worded(lang, copy.abstract, 'prose')}
${copy.sessions.map(
  (session) => html`<section id="${session.id}"><h2>${worded(lang, session.title)}</h2>
${session.people.length === 0 ? null : html`<p class="soft">${session.people.map(({ name, affiliation }, at) => html`${at === 0 ? null : '; '}${name}${affiliation === null ? null : html`, ${plain(lang, affiliation)}`}`)}</p>`}
${session.abstract === null ? null : worded(lang, session.abstract, 'prose')}</section>`,
)}
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
  { published: copy, published_at }: Out,
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
