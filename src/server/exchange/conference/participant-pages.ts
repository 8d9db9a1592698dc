import { z } from 'zod';
import { readCode } from '#domain/exchange/conference/certificate.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { longDays } from '../page/long-day.ts';
import { pageParams, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { namesIn, partText } from './page-words.ts';

const params = pageParams.extend({ edition: z.string().max(80) });

/** Who takes part, as far as each agreed to; and whether a certificate is genuine. */
export function addParticipantPages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };
  app.get(
    '/exchange/:lang/:edition/participants',
    { schema: { params }, ...open },
    async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const i18n = speakerFor(lang);
      const found = await deps.exchange.as(null, async ({ client }) => {
        const { rows } = await client.query<{ id: string; title: Wording }>(
          'select id, title from exchange.edition where slug = $1',
          [slug],
        );
        const [edition] = rows;
        if (edition === undefined) return null;
        const people = await client.query<{
          name: string | null;
          institution: Wording | null;
          country: string | null;
        }>('select name, institution, country from exchange.listed_participants($1)', [edition.id]);
        return { edition, people: people.rows };
      });
      if (found === null) return sendNothing(reply, lang);
      const { edition, people } = found;
      const names = namesIn(lang);
      const title = i18n._('Participants');
      const body = html`<p><a href="/exchange/${lang}/${slug}">${worded(lang, edition.title)}</a></p>
<h1>${title}</h1>
<p class="soft">${i18n._('Each participant decides what stands here. Whoever shows nothing is not listed.')}</p>
${
  people.length === 0
    ? html`<p>${i18n._('Nobody is listed yet.')}</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr><th scope="col">${i18n._('Name')}</th><th scope="col">${i18n._('Institution')}</th><th scope="col">${i18n._('Country')}</th></tr></thead>
<tbody>${people.map(
        (one) =>
          html`<tr><td>${one.name ?? '–'}</td><td>${one.institution === null ? '–' : worded(lang, one.institution)}</td><td>${one.country === null ? '–' : names.country(one.country)}</td></tr>`,
      )}</tbody></table></div>`
}`;
      return sendPage(reply, { lang, path: `/${slug}/participants`, title, body });
    },
  );

  app.get(
    '/exchange/:lang/certificate',
    {
      schema: {
        params: pageParams,
        querystring: z.object({ code: z.string().max(60).optional() }),
      },
      ...open,
    },
    async (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const typed = request.query.code?.trim() ?? '';
      const code = readCode(typed);
      const { rows } =
        code === null
          ? { rows: [] }
          : await deps.exchange.as(null, ({ client }) =>
              client.query<{
                name: string;
                edition: Wording;
                starts_on: string;
                ends_on: string;
                part: string;
                minutes: number;
                sessions: number;
                revoked_at: Date | null;
              }>('select * from exchange.certificate_by($1)', [code]),
            );
      const [row] = rows;
      const title = i18n._('Is this certificate genuine?');
      const answer =
        row === undefined
          ? html`<p>${i18n._('No certificate has this code. Look at the code once more.')}</p>`
          : row.revoked_at !== null
            ? html`<p>${i18n._('This certificate was withdrawn by the organisers.')}</p>`
            : html`<p><strong>${i18n._('Yes: this certificate is genuine.')}</strong></p>
<dl><dt>${i18n._('Name')}</dt><dd>${row.name}</dd>
<dt>${i18n._('Conference')}</dt><dd>${worded(lang, row.edition)}</dd>
<dt>${i18n._('Days of the conference')}</dt><dd>${longDays(lang, row.starts_on, row.ends_on)}</dd>
<dt>${i18n._('As')}</dt><dd>${partText(i18n, row.part)}</dd>
<dt>${i18n._('Attended')}</dt><dd>${i18n._('{sessions, plural, one {# session} other {# sessions}}', { sessions: row.sessions })}</dd></dl>`;
      const body = html`<h1>${title}</h1>
<form class="filters" method="get"><div><label for="code">${i18n._('Code on the certificate')}</label>
<input id="code" name="code" autocomplete="off" maxlength="60" value="${typed}"></div>
<button type="submit">${i18n._('Check the code')}</button></form>
${typed === '' ? null : html`<div role="status">${answer}</div>`}`;
      // Its address holds a code: it is kept nowhere.
      reply.header('referrer-policy', 'no-referrer');
      return sendPage(reply, { lang, path: '/certificate', title, body });
    },
  );
}
