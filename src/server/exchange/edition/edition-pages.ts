import type { I18n } from '@lingui/core';
import { z } from 'zod';
import { askedLocale, type Locale } from '#domain/account/account.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { isTimeZone } from '#domain/zone.ts';
import type { ServerApp } from '../../server-app.ts';
import { doors, editionParts, hostList } from '../conference/edition-parts.ts';
import { zoneChoice } from '../conference/zone-choice.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { longDays } from '../page/long-day.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';

interface EditionRow {
  readonly id: string;
  readonly slug: string;
  readonly title: Wording;
  readonly lead: Wording | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly time_zone: string;
  readonly state: string;
}

const COLUMNS = 'id, slug, title, lead, starts_on, ends_on, time_zone, state';

/** The first page of the exchange and the home of each edition. */
export function addEditionPages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };

  app.get('/exchange', open, (request, reply) =>
    reply.redirect(`/exchange/${askedLocale(request.headers['accept-language'])}`),
  );

  app.get(
    '/exchange/:lang',
    { schema: { params: pageParams }, ...open },
    async (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const { rows } = await deps.exchange.as(null, ({ client }) =>
        client.query<EditionRow>(
          `select ${COLUMNS} from exchange.edition where state <> 'draft'
           order by starts_on desc limit 50`,
        ),
      );
      const title = i18n._('Exchange of experience');
      const part = (heading: string, states: readonly string[]) => {
        const some = rows.filter(({ state }) => states.includes(state));
        return some.length === 0
          ? null
          : html`<h2>${heading}</h2><ul class="cards">${some.map((row) => card(lang, i18n, row))}</ul>`;
      };
      const body = html`<h1>${title}</h1>
<p>${i18n._('Countries and organisations share what works when people come home: practices, whole programme models and conferences whose recommendations are followed until someone has acted on them.')}</p>
${part(i18n._('Coming conferences'), ['published'])}
${part(i18n._('Conferences that have ended'), ['ended'])}
<p><a href="/exchange/${lang}/certificate">${i18n._('Is this certificate genuine?')}</a></p>`;
      return sendPage(reply, { lang, path: '', title, body });
    },
  );

  app.get(
    '/exchange/:lang/:edition',
    {
      schema: {
        params: pageParams.extend({ edition: z.string().max(80) }),
        querystring: z.object({ zone: z.string().max(60).optional() }),
      },
      ...open,
    },
    async (request, reply) => {
      const { lang, edition } = request.params;
      const i18n = speakerFor(lang);
      const found = await deps.exchange.as(null, async ({ client }) => {
        const { rows } = await client.query<
          EditionRow & {
            released: boolean;
            proceeded: boolean;
            pictured: boolean;
            noted: boolean;
            given: boolean;
          }
        >(
          `select ${COLUMNS}, exists (select from exchange.programme_version v
             where v.edition_id = edition.id) as released,
             exists (select from exchange.proceedings p where p.edition_id = edition.id
               and p.published is not null) as proceeded,
             exists (select from exchange.picture c where c.edition_id = edition.id) as pictured,
             exists (select from exchange.minutes m where m.edition_id = edition.id
               and m.published is not null
               and exchange.public_version('minutes', m.session_id) is not null) as noted,
             exists (select from exchange.material m where m.edition_id = edition.id
               and m.access = 'public' and m.withdrawn_at is null
               and exchange.public_version('material', m.id) is not null) as given
           from exchange.edition where slug = $1`,
          [edition],
        );
        const [row] = rows;
        return row === undefined || row.state === 'draft'
          ? null
          : { row, parts: await editionParts(client, row) };
      });
      if (found === null) return sendNothing(reply, lang);
      const { row, parts } = found;
      const zone = isTimeZone(request.query.zone ?? '') ? request.query.zone : undefined;
      const clock = { now: deps.clock().toISOString(), zone };
      const home = `/exchange/${lang}/${row.slug}`;
      const body = html`<h1>${worded(lang, row.title)}</h1>
<p><strong>${when(i18n, lang, row)}</strong>${row.state === 'ended' ? html` · ${i18n._('This conference has ended.')}` : null}</p>
${row.lead === null ? null : worded(lang, row.lead, 'prose')}
${parts.about === null ? null : worded(lang, parts.about, 'prose')}
${row.released ? html`<p><a class="button" href="${home}/programme">${i18n._('Programme')}</a></p>` : null}
${row.state === 'ended' ? null : html`${doors(i18n, lang, row.slug, parts, clock)}${zoneChoice(i18n, zone)}`}
${row.proceeded ? html`<p><a class="button" href="${home}/proceedings">${i18n._('Proceedings')}</a></p>` : null}
${row.noted ? html`<p><a href="${home}/minutes">${i18n._('Minutes')}</a></p>` : null}
<p><a href="${home}/materials">${i18n._('Materials')}</a></p>
${row.pictured ? html`<p><a href="${home}/gallery">${i18n._('Pictures of the conference')}</a></p>` : null}
${row.released || row.proceeded || row.noted || row.given ? html`<p><a href="${home}/copy.zip">${i18n._('A copy of all pages to read without a connection (.zip)')}</a></p>` : null}
<p><a href="${home}/report">${i18n._('What became of earlier recommendations')}</a></p>
${parts.listed ? html`<p><a href="${home}/participants">${i18n._('Participants')}</a></p>` : null}
${row.state === 'ended' ? html`<p><a href="/exchange/${lang}/certificate">${i18n._('Is this certificate genuine?')}</a></p>` : null}
${hostList(i18n, lang, parts.hosts)}
${parts.contact === null ? null : html`<p>${i18n._('Write to the organisers:')} <a href="mailto:${parts.contact}">${parts.contact}</a></p>`}`;
      const description = row.lead === null ? plain(lang, row.title) : plain(lang, row.lead);
      return sendPage(reply, {
        ...{ lang, path: `/${edition}`, title: plain(lang, row.title), description, body },
      });
    },
  );
}

function card(lang: Locale, i18n: I18n, row: EditionRow) {
  return html`<li class="card"><h3><a href="/exchange/${lang}/${row.slug}">${worded(lang, row.title)}</a></h3>
<p class="soft">${when(i18n, lang, row)}</p>
${row.lead === null ? null : worded(lang, row.lead, 'prose')}</li>`;
}

/** The days of an edition, with the zone in which they are days. */
function when(i18n: I18n, lang: Locale, { starts_on, ends_on, time_zone }: EditionRow): string {
  const span = longDays(lang, starts_on, ends_on);
  return i18n._('{span} ({zone} time)', { span, zone: time_zone });
}
