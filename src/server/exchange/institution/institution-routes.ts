import { z } from 'zod';
import { wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

const institutionLine = z.object({
  ...{ id: z.uuid(), name: wording, country: z.string().nullable(), kind: z.string() },
});

/** The institutions of the exchange, to be chosen from. */
export function addInstitutionRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/institutions',
    {
      schema: {
        querystring: z.strictObject({
          /** A part of the name, in any of its languages. */
          name: z.string().max(100).default(''),
        }),
        response: { 200: z.object({ institutions: z.array(institutionLine), more: z.boolean() }) },
      },
    },
    async (request) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<z.infer<typeof institutionLine>>(
          `select id, name, country, kind from exchange.institution i
           where $1 = '' or exists (select from jsonb_each(i.name -> 'versions') v
             where position(lower($1) in lower(v.value ->> 'text')) > 0)
           order by country nulls last, i.slug limit 51`,
          [request.query.name.trim()],
        ),
      );
      return { institutions: rows.slice(0, 50), more: rows.length > 50 };
    },
  );
}
