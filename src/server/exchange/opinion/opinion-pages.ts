import type { I18n } from '@lingui/core';
import type { Phase } from '#domain/exchange/opinion/poll.ts';
import { id } from '#domain/id.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { mapMarkup } from './map-markup.ts';
import { onePoll, pollLines } from './poll-rows.ts';

/** Opinion maps of public sessions, once a round has been counted. */
export function addOpinionPages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };

  app.get(
    '/exchange/:lang/opinions',
    { schema: { params: pageParams }, ...open },
    async (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const polls = await deps.exchange.as(null, ({ client }) => pollLines(client, null));
      const title = i18n._('Opinion maps');
      const body = html`<h1>${title}</h1>
<p>${i18n._('What experts agree on and where they differ, on statements of their own. Nobody can read who voted what, and nothing is said of fewer than five people.')}</p>
${
  polls.length === 0
    ? html`<p>${i18n._('No poll has been counted yet.')}</p>`
    : html`<ul class="cards">${polls.map(
        (
          poll,
        ) => html`<li class="card"><h2><a href="/exchange/${lang}/opinions/${poll.id}">${worded(lang, poll.title)}</a></h2>
${poll.session === null ? null : html`<p class="soft">${worded(lang, poll.session)}</p>`}
<p class="soft">${poll.told.map((phase) => phaseName(i18n, phase)).join(', ')}</p></li>`,
      )}</ul>`
}`;
      return sendPage(reply, { lang, path: '/opinions', title, body });
    },
  );

  app.get(
    '/exchange/:lang/opinions/:id',
    { schema: { params: pageParams.extend({ id }) }, ...open },
    async (request, reply) => {
      const { lang, id: wanted } = request.params;
      const poll = await deps.exchange.as(null, (taking) => onePoll(taking, wanted));
      if (poll === null) return sendNothing(reply, lang);
      const i18n = speakerFor(lang);
      const told = poll.rounds.flatMap(({ phase, map }) => (map === null ? [] : [{ phase, map }]));
      const title = plain(lang, poll.title);
      const body = html`<h1>${worded(lang, poll.title)}</h1>
${poll.session === null ? null : html`<p class="soft">${worded(lang, poll.session)}</p>`}
${told.map(
  ({ phase, map }) => html`<section><h2>${phaseName(i18n, phase)}</h2>
${mapMarkup(lang, map, poll.statements)}</section>`,
)}
<h2>${i18n._('How this was counted')}</h2>
<p>${i18n._('Groups are people who voted alike (two principal components, k-means, the number of groups by silhouette). Groups as far apart as votes dealt out at random would make are not shown. Exact numbers are given for everybody together only; of groups and regions, where two thirds or more said the same. Groups, regions and answers of fewer than five people are left out.')}</p>`;
      return sendPage(reply, { lang, path: `/opinions/${wanted}`, title, body });
    },
  );
}

function phaseName(i18n: I18n, phase: Phase): string {
  const names: Readonly<Record<Phase, string>> = {
    before: i18n._('Before the session'),
    during: i18n._('During the session'),
    after: i18n._('After the session'),
  };
  return names[phase];
}
