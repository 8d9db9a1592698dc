import { z } from 'zod';
import { callStanding, deadlineOf } from '#domain/exchange/conference/call.ts';
import { instantAt } from '#domain/exchange/conference/zoned-time.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { isTimeZone } from '#domain/zone.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { pageParams, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { callOf } from './call-rows.ts';
import { criterionText, deadlineText, kindText, momentText, namesIn } from './page-words.ts';
import { zoneChoice } from './zone-choice.ts';

const params = pageParams.extend({ edition: z.string().max(80) });
const query = z.object({ zone: z.string().max(60).optional() });

/** The call of an edition: what is looked for, until when on two clocks, and by what it is weighed. */
export function addCallPages(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/:edition/call',
    { schema: { params, querystring: query }, config: { public: true } },
    async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const i18n = speakerFor(lang);
      const found = await deps.exchange.as(null, async ({ client }) => {
        const { rows } = await client.query<{ id: string; title: Wording; state: string }>(
          'select id, title, state from exchange.edition where slug = $1',
          [slug],
        );
        const [edition] = rows;
        if (edition === undefined) return null;
        const call = await callOf(client, edition.id);
        return call === undefined ? null : { edition, call };
      });
      if (found === null) return sendNothing(reply, lang);
      const { edition, call } = found;
      const zone = isTimeZone(request.query.zone ?? '') ? request.query.zone : undefined;
      const now = deps.clock().toISOString();
      const standing = edition.state === 'ended' ? 'closed' : callStanding(call, now);
      const deadline = deadlineOf(call, zone ?? 'UTC');
      const names = namesIn(lang);
      const title = i18n._('Call for contributions');
      const opens = momentText(lang, instantAt(call.opens, call.time_zone), call.time_zone);
      const body = html`<p><a href="/exchange/${lang}/${slug}">${worded(lang, edition.title)}</a></p>
<h1>${title}</h1>
${standing === 'open' ? html`<p><a class="button" href="/workspace/proposals/new?edition=${edition.id}">${i18n._('Offer a contribution')}</a></p>` : null}
<p><strong>${
        standing === 'open'
          ? i18n._('The call is open until:')
          : standing === 'ahead'
            ? i18n._('The call opens: {opens}', { opens })
            : i18n._('The call ended:')
      }</strong></p>
${standing === 'ahead' ? null : html`<ul>${deadlineText(lang, deadline).map((one) => html`<li>${one}</li>`)}</ul>`}
${zoneChoice(i18n, zone)}
${call.guidance === null ? null : worded(lang, call.guidance, 'prose')}
<h2>${i18n._('What one can offer')}</h2>
<ul>${call.kinds.map((kind) => html`<li>${kindText(i18n, kind)}</li>`)}</ul>
<p>${i18n._('Languages: {languages}', { languages: call.languages.map(names.language).join(', ') })}</p>
<h2>${i18n._('By what it is weighed')}</h2>
<ul>${call.criteria.map((criterion) => html`<li>${criterionText(i18n, criterion)}</li>`)}</ul>
<p>${i18n._('Each criterion gets a mark from 1 (not at all) to 5 (fully) by {count, plural, one {# reviewer} other {# reviewers}}.', { count: call.reviews })}
${call.anonymous ? i18n._('Reviewers do not see who wrote a proposal until all reviews are in.') : null}
${i18n._('Nobody reviews a proposal of the own institution or country.')}</p>
<p>${i18n._('No contribution may hold data about a person of a programme, nor anything that somebody could be recognised by.')}</p>`;
      return sendPage(reply, { lang, path: `/${slug}/call`, title, body });
    },
  );
}
