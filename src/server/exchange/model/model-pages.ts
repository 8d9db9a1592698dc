import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { type ReviewState, reviewStep, type ShownCard } from '#domain/exchange/model/model-card.ts';
import { labelFor, outlineOf } from '#domain/exchange/model/model-outline.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { type ModelPackage, packageHash } from '#domain/model-package/package-file.ts';
import { fingerprint } from '../../model-package/signing-key.ts';
import type { ServerApp } from '../../server-app.ts';
import { adopted } from '../adoption/adopted-html.ts';
import { adoptionsOf, type ShownAdoption } from '../adoption/adoption-row.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html, paragraphs } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { institutionNames } from '../practice/institution-names.ts';
import { practiceOf, recommendationsBehind } from '../recommendation/came-of.ts';
import { type Links, linksHtml } from '../recommendation/came-of-html.ts';
import { licenceWords, reviewWords, sectionTitle } from './model-words.ts';
import { outlineHtml } from './outline-page.ts';

interface PublicCard {
  readonly id: string;
  readonly slug: string;
  readonly review: ReviewState;
  readonly shown: ShownCard;
}
interface PublicFile {
  readonly file: string;
  readonly public_key: string;
}

/** What countries offer, to read without an account: the list, each model, and its package to download. */
export function addModelPages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };

  app.get(
    '/exchange/:lang/models',
    { schema: { params: pageParams }, ...open },
    async (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const { rows } = await deps.exchange.as(null, ({ client }) =>
        client.query<PublicCard>(
          `select id, slug, review, shown from exchange.model_card where state = 'published'
           order by published_at desc, id limit 50`,
        ),
      );
      const title = i18n._('Programme models');
      const body = html`<h1>${title}</h1>
<p>${i18n._('How a whole programme works, as a file that another country can import, compare with its own and adopt in part.')}</p>
${
  rows.length === 0
    ? html`<p>${i18n._('No model has been published yet.')}</p>`
    : html`<ul class="cards">${rows.map((row) => card(lang, i18n, row))}</ul>`
}`;
      return sendPage(reply, { lang, path: '/models', title, body });
    },
  );

  app.get(
    '/exchange/:lang/models/:slug',
    { schema: { params: pageParams.extend({ slug: z.string().max(80) }) }, ...open },
    async (request, reply) => {
      const { lang, slug } = request.params;
      const found = await deps.exchange.as(null, async (taking) => {
        const { client } = taking;
        const { rows } = await client.query<PublicCard>(
          `select id, slug, review, shown from exchange.model_card
           where slug = $1 and state = 'published'`,
          [slug],
        );
        const [row] = rows;
        if (row === undefined) return null;
        const files = await client.query<PublicFile>(
          'select file, public_key from exchange.model_file where card_id = $1 and hash = $2',
          [row.id, row.shown.file],
        );
        const adoptions = await adoptionsOf(taking, 'model', row.id);
        const names = await institutionNames(
          taking,
          adoptions.map((one) => one.institution_id),
        );
        const practice = await practiceOf(taking, row.shown.practice_id ?? null);
        const recommendations = await recommendationsBehind(taking, 'model', row.id);
        const cameFrom = { practice, recommendations, models: [] };
        return { row, file: files.rows[0], register: { adoptions, names }, cameFrom };
      });
      if (found === null) return sendNothing(reply, lang);
      const { row, file, register, cameFrom } = found;
      const title = plain(lang, row.shown.title);
      const description = plain(lang, row.shown.summary).slice(0, 200);
      const body = modelHtml(lang, row, file, register, cameFrom);
      return sendPage(reply, { lang, path: `/models/${slug}`, title, description, body });
    },
  );

  app.get(
    '/exchange/models/:hash/package.json',
    { schema: { params: z.object({ hash: packageHash }) }, ...open },
    async (request, reply) => {
      const { hash } = request.params;
      const { rows } = await deps.exchange.as(null, ({ client }) =>
        client.query<{ file: string; slug: string }>(
          `select f.file, c.slug from exchange.model_file f
             join exchange.model_card c on c.id = f.card_id where f.hash = $1 limit 1`,
          [hash],
        ),
      );
      const [row] = rows;
      if (row === undefined) return sendNothing(reply, 'en');
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${row.slug}.json"`)
        .header('cache-control', 'no-cache')
        .send(row.file);
    },
  );
}

function card(lang: Locale, i18n: I18n, { slug, review, shown }: PublicCard): Html {
  return html`<li class="card"><h2><a href="/exchange/${lang}/models/${slug}">${worded(lang, shown.title)}</a></h2>
<p class="soft">${countryIn(lang, shown.country)} · <span class="tag">${reviewWords(i18n, reviewStep(review, shown.endorsements))}</span></p>
${worded(lang, shown.summary, 'prose')}</li>`;
}

interface Register {
  readonly adoptions: readonly ShownAdoption[];
  readonly names: ReadonlyMap<string, Wording>;
}

function modelHtml(
  lang: Locale,
  row: PublicCard,
  file: PublicFile | undefined,
  { adoptions, names }: Register,
  cameFrom: Links,
): Html {
  const i18n = speakerFor(lang);
  const { shown } = row;
  // It was read and found whole when it was uploaded, and nobody may change it.
  const inside = file === undefined ? null : (JSON.parse(file.file) as ModelPackage);
  const outline = inside === null ? null : outlineOf(inside.content.model);
  const guide = inside === null ? '' : labelFor(lang, inside.content.guide);
  return html`<h1>${worded(lang, shown.title)}</h1>
<p class="soft">${countryIn(lang, shown.country)} · <span class="tag">${reviewWords(i18n, reviewStep(row.review, shown.endorsements))}</span></p>
${worded(lang, shown.summary, 'prose')}
${linksHtml(lang, i18n, cameFrom)}
${file === undefined || inside === null ? null : packageHtml(lang, shown, file, inside)}
${shown.endorsements.length === 0 ? null : endorsementsHtml(lang, shown)}
${adopted(lang, i18n, adoptions, names, `/workspace/models/${row.id}`)}
<h2>${i18n._('What the country says of its experience')}</h2>
${shown.sections.map(
  ({ kind, body }) => html`<h3>${sectionTitle(i18n, kind)}</h3>${worded(lang, body, 'prose')}`,
)}
${shown.questions.length === 0 ? null : questionsHtml(lang, shown)}
${guide === '' ? null : html`<h2>${i18n._('What others should know')}</h2>${paragraphs(guide)}`}
${outline !== null && 'outline' in outline ? outlineHtml(lang, outline.outline) : null}`;
}

function packageHtml(
  lang: Locale,
  shown: ShownCard,
  { public_key }: PublicFile,
  { manifest }: ModelPackage,
): Html {
  const i18n = speakerFor(lang);
  return html`<h2>${i18n._('The package')}</h2>
<p><a class="button" href="/exchange/models/${shown.file}/package.json" download>${i18n._('Download the package')}</a></p>
<dl>
<dt>${i18n._('Offered by')}</dt><dd>${manifest.made_by}</dd>
<dt>${i18n._('Version')}</dt><dd>${manifest.version} · ${longDay(lang, manifest.made_on)}</dd>
<dt>${i18n._('Under what it may be used')}</dt><dd>${licenceWords(i18n, manifest.licence)}</dd>
<dt>${i18n._('Signed with the key')}</dt><dd><code>${fingerprint(public_key)}</code></dd>
<dt>${i18n._('Hash of the file')}</dt><dd><code>${shown.file}</code></dd>
${
  manifest.made_from.length === 0
    ? null
    : html`<dt>${i18n._('Where its parts come from')}</dt><dd>${manifest.made_from.map(
        ({ package: source }) =>
          html`${labelFor(lang, source.title)} (${countryIn(lang, source.country)}, ${i18n._('version {version}', { version: source.version })})<br>`,
      )}</dd>`
}
</dl>`;
}

function endorsementsHtml(lang: Locale, { endorsements }: ShownCard): Html {
  const i18n = speakerFor(lang);
  return html`<h2>${i18n._('Endorsed by')}</h2>
${endorsements.map(
  (one) => html`<h3>${worded(lang, one.body)}</h3>
<p class="soft">${longDay(lang, one.decided_on)} · ${i18n._('version {version}', { version: one.model_version })}${
    one.edition === null
      ? null
      : html` · <a href="/exchange/${lang}/${one.edition.slug}">${worded(lang, one.edition.title)}</a>`
  }${one.session === null ? null : html` · ${worded(lang, one.session)}`}</p>
<blockquote>${worded(lang, one.words, 'prose')}</blockquote>`,
)}`;
}

function questionsHtml(lang: Locale, { questions }: ShownCard): Html {
  const i18n = speakerFor(lang);
  return html`<h2>${i18n._('Questions of peers, and answers')}</h2>
<dl>${questions.map(
    (
      one,
    ) => html`<dt>${one.country === null ? i18n._('an organisation') : countryIn(lang, one.country)}</dt>
<dd>${worded(lang, one.question, 'prose')}${one.answer === null ? null : html`<blockquote>${worded(lang, one.answer, 'prose')}</blockquote>`}</dd>`,
  )}</dl>`;
}

function countryIn(lang: Locale, code: string): string {
  return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
}
