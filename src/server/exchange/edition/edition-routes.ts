import { z } from 'zod';
import { wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

const editionLine = z.object({
  ...{ id: z.uuid(), series_id: z.uuid(), slug: z.string(), title: wording, time_zone: z.string() },
  ...{ starts_on: z.string(), ends_on: z.string(), languages: z.array(z.string()) },
  ...{ state: z.enum(['draft', 'published', 'ended']), version: z.number().int() },
});

/** The editions that the participant may see, the latest first. */
export function addEditionRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions',
    { schema: { response: { 200: z.object({ editions: z.array(editionLine) }) } } },
    async (request) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<z.infer<typeof editionLine>>(
          `select id, series_id, slug, title, starts_on, ends_on, time_zone, languages, state, version
           from exchange.edition order by starts_on desc, id limit 50`,
        ),
      );
      return { editions: rows };
    },
  );
}
