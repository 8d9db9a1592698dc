import { z } from 'zod';
import { type LatestLook, latestLook } from '#domain/exchange/publication/look.ts';
import { SUBJECT_KINDS } from '#domain/exchange/publication/publication.ts';
import { id } from '#domain/id.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** What the desk said last of one thing: whoever asked for it, and editors, see it where they work on it. */
export function addLookRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/looks/:kind/:id',
    {
      schema: {
        params: z.object({ kind: z.enum(SUBJECT_KINDS), id }),
        response: { 200: latestLook },
      },
    },
    async (request) => {
      const { kind, id: subject } = request.params;
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<NonNullable<LatestLook>>(
          `select state, asked_by = exchange.me() as own, findings,
             coalesce(taken_down_because, reason) as reason from exchange.publication
           where subject_kind = $1 and subject_id = $2 order by asked_at desc, id desc limit 1`,
          [kind, subject],
        ),
      );
      return { look: rows[0] ?? null };
    },
  );
}
