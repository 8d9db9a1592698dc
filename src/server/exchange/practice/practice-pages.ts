import { z } from 'zod';
import { gapMap } from '#domain/exchange/practice/gap-map.ts';
import { id } from '#domain/id.ts';
import type { ServerApp } from '../../server-app.ts';
import { adoptionsOf } from '../adoption/adoption-row.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor } from '../page/page.ts';
import { linksOfPractice } from '../recommendation/came-of.ts';
import { criteriaBody } from './criteria-page.ts';
import { gapMapBody } from './gap-map-page.ts';
import { institutionNames } from './institution-names.ts';
import { libraryQuery, searchLibrary, shownVersion } from './library.ts';
import { libraryBody } from './library-page.ts';
import { practiceBody } from './practice-page.ts';
import { publishedStudies, versionsOf } from './published.ts';

/** The library as everybody reads it, without a script. */
export function addPracticePages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };
  const today = () => deps.clock().toISOString().slice(0, 10);

  app.get(
    '/exchange/:lang/practices',
    { schema: { params: pageParams, querystring: libraryQuery }, ...open },
    async (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const found = await deps.exchange.as(null, (taking) => searchLibrary(taking, request.query));
      const title = i18n._('Practice library');
      const body = libraryBody(lang, title, request.query, found, today());
      return sendPage(reply, { lang, path: '/practices', title, body });
    },
  );

  app.get(
    '/exchange/:lang/practices/map',
    { schema: { params: pageParams }, ...open },
    async (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const title = i18n._('Evidence gap map');
      const studies = await deps.exchange.as(null, publishedStudies);
      const body = gapMapBody(lang, title, gapMap(studies), studies.length);
      return sendPage(reply, { lang, path: '/practices/map', title, body });
    },
  );

  app.get(
    '/exchange/:lang/practices/criteria',
    { schema: { params: pageParams }, ...open },
    (request, reply) => {
      const { lang } = request.params;
      const i18n = speakerFor(lang);
      const title = i18n._('How practices are judged');
      return sendPage(reply, {
        ...{ lang, path: '/practices/criteria', title },
        body: criteriaBody(lang, title),
      });
    },
  );

  app.get(
    '/exchange/:lang/practices/:id',
    {
      schema: {
        params: pageParams.extend({ id: z.string().max(80) }),
        querystring: z.object({
          version: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
        }),
      },
      ...open,
    },
    async (request, reply) => {
      const { lang } = request.params;
      const known = id.safeParse(request.params.id);
      if (!known.success) return sendNothing(reply, lang);
      const { version } = request.query;
      const found = await deps.exchange.as(null, async (taking) => {
        const shown = await shownVersion(taking, known.data, version);
        if (shown === null) return null;
        const adoptions = await adoptionsOf(taking, 'practice', shown.id);
        const institutions = [
          shown.card.institution_id,
          ...adoptions.map((one) => one.institution_id),
        ];
        return {
          ...{ shown, adoptions, versions: await versionsOf(taking, shown.id) },
          links: await linksOfPractice(taking, shown.id),
          names: await institutionNames(taking, institutions),
        };
      });
      if (found === null) return sendNothing(reply, lang);
      const { texts } = found.shown.card;
      return sendPage(reply, {
        ...{ lang, path: `/practices/${known.data}`, title: plain(lang, texts.title) },
        ...(texts.one_line === null ? {} : { description: plain(lang, texts.one_line) }),
        body: practiceBody(lang, found, today()),
      });
    },
  );
}
