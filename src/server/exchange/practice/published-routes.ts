import { z } from 'zod';
import { inLanguage, languageTag, type Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** The newest published practices by title, to choose one from. */
export function addPublishedRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/published-practices',
    {
      schema: {
        querystring: z.strictObject({ lang: languageTag }),
        response: {
          200: z.object({
            rows: z.array(z.object({ id: z.uuid(), title: z.string(), version: z.number() })),
          }),
        },
      },
    },
    async (request) => {
      const { lang } = request.query;
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<{ id: string; version: number; title: Wording }>(
          `select practice_id as id, version, card -> 'texts' -> 'title' as title
             from exchange.practice_version
            where latest and published_at is not null and hidden_at is null and archived_at is null
            order by published_at desc, practice_id limit 50`,
        ),
      );
      const sort = new Intl.Collator(lang).compare;
      return {
        rows: rows
          .map(({ title, ...row }) => ({ ...row, title: inLanguage(title, lang).text }))
          .sort((a, b) => sort(a.title, b.title)),
      };
    },
  );
}
