import { z } from 'zod';
import type { Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { html } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';

const PER_PAGE = 24;

interface Shown {
  readonly id: string;
  readonly alt: Wording;
  readonly caption: Wording;
  readonly width: number;
  readonly height: number;
}

/** The pictures of a conference that a second editor let out, with what they show in words. */
export function addGalleryPages(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/exchange/:lang/:edition/gallery',
    {
      schema: {
        params: pageParams.extend({ edition: z.string().max(80) }),
        querystring: z.object({ after: z.coerce.number().int().min(0).max(100_000).catch(0) }),
      },
      config: { public: true },
    },
    async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const { after } = request.query;
      const i18n = speakerFor(lang);
      const found = await deps.exchange.as(null, async ({ client }) => {
        const { rows } = await client.query<{ id: string; title: Wording }>(
          `select id, title from exchange.edition where slug = $1 and state <> 'draft'`,
          [slug],
        );
        const [edition] = rows;
        if (edition === undefined) return null;
        const pictures = await client.query<Shown>(
          `select id, alt, caption, width, height from exchange.picture where edition_id = $1
           order by created_at, id limit $2 offset $3`,
          [edition.id, PER_PAGE + 1, after],
        );
        return { edition, pictures: pictures.rows };
      });
      if (found === null) return sendNothing(reply, lang);
      const { edition, pictures } = found;
      const title = i18n._('Pictures of the conference');
      const home = `/exchange/${lang}/${slug}`;
      const body = html`<p><a href="${home}">${worded(lang, edition.title)}</a></p>
<h1>${title}</h1>
<p class="soft">${i18n._('Whoever can be seen here agreed to it. A word to the organisers is enough, and a picture is gone.')}</p>
${pictures.length === 0 ? html`<p>${i18n._('There are no pictures yet.')}</p>` : null}
<div class="gallery">${pictures
        .slice(0, PER_PAGE)
        .map(
          ({ id, alt, caption, width, height }, at) =>
            html`<figure><img src="/exchange/pictures/${id}" alt="${plain(lang, alt)}" width="${width}" height="${height}"${at < 2 ? null : html` loading="lazy"`}><figcaption>${worded(lang, caption)}</figcaption></figure>`,
        )}</div>
${pictures.length > PER_PAGE ? html`<p><a href="${home}/gallery?after=${after + PER_PAGE}">${i18n._('Next page')}</a></p>` : null}`;
      return sendPage(reply, { lang, path: `/${slug}/gallery`, title, body });
    },
  );
}
