import { z } from 'zod';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { materialsOf } from './material-rows.ts';

/** The materials of an edition, as far as the reader may have them. */
export function addMaterialPages(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/:edition/materials',
    {
      schema: { params: pageParams.extend({ edition: z.string().max(80) }) },
      config: { public: true },
    },
    async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const i18n = speakerFor(lang);
      const who = request.participating?.accountId ?? null;
      const found = await deps.exchange.as(who, async ({ client }) => {
        const { rows } = await client.query<{ id: string; title: Wording }>(
          `select id, title from exchange.edition where slug = $1 and state <> 'draft'`,
          [slug],
        );
        const [edition] = rows;
        return edition && { edition, ...(await materialsOf(client, edition.id, 0)) };
      });
      if (found === undefined) return sendNothing(reply, lang);
      const shown = found.materials.filter(
        ({ state, withdrawn_at }) => state === 'published' && withdrawn_at === null,
      );
      const languages = new Intl.DisplayNames(lang, { type: 'language' });
      const title = i18n._('Materials');
      const body = html`<p><a href="/exchange/${lang}/${slug}">${plain(lang, found.edition.title)}</a></p>
<h1>${title}</h1>
${shown.length === 0 ? html`<p>${i18n._('There are no materials for you here yet.')}</p>` : null}
<ul class="cards">${shown.map(
        (
          one,
        ) => html`<li class="card"><h2><a href="/api/exchange/materials/${one.id}/file">${worded(lang, one.title)}</a></h2>
${one.session === null ? null : html`<p>${worded(lang, one.session)}</p>`}
<p class="soft">${languages.of(one.language)} · ${kindOf(one.media_type)} · ${i18n._('{size} kB', { size: Math.ceil(one.size / 1024) })}</p></li>`,
      )}</ul>
${who === null ? html`<p class="soft">${i18n._('Whoever takes part finds more materials after signing in.')}</p>` : null}`;
      const heading = `${title} · ${inLanguage(found.edition.title, lang).text}`;
      return sendPage(reply, { lang, path: `/${slug}/materials`, title: heading, body });
    },
  );
}

function kindOf(mediaType: string): string {
  return mediaType === 'application/pdf' ? 'PDF' : mediaType === 'image/png' ? 'PNG' : 'JPEG';
}
