import { sql } from 'kysely';
import { z } from 'zod';
import { type LikelyDuplicates, likelyDuplicates, settleDuplicate } from '#domain/people/search.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

/** Pairs on a page: each is looked at closely. */
const PAGE = 20;

/** Likely duplicates: for intake officers only. Nobody else learns that a pair exists. */
export function addDuplicateRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/duplicates',
    {
      schema: {
        querystring: z.object({ after: z.uuid().optional() }),
        response: { 200: likelyDuplicates },
      },
    },
    async (request, reply) => {
      const pairs = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'intake_officer') return null;
        const { rows } = await sql<LikelyDuplicates['pairs'][number]>`
          select id, level, reasons, to_json(found_at)#>>'{}' as found_at, arrived, known
          from duplicates_to_settle(${request.query.after ?? null}, ${PAGE})`.execute(acting.tx);
        const details = { duplicates: rows.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return rows;
      });
      if (pairs === null) return sendProblem(reply, { code: 'not_allowed' });
      return { pairs, next: pairs.length === PAGE ? (pairs.at(-1)?.id ?? null) : null };
    },
  );

  app.post(
    '/api/duplicates/:id/settle',
    { schema: { params: z.object({ id: z.uuid() }), body: settleDuplicate } },
    async (request, reply) => {
      const { rows } = await deps.database.as(request.actor, ({ tx }) =>
        sql<{ outcome: 'settled' | 'already' | null }>`
          select settle_duplicate(${request.params.id}, ${request.body.as}, ${deps.clock()}) as outcome
        `.execute(tx),
      );
      const outcome = rows[0]?.outcome ?? null;
      if (outcome === 'settled') return reply.code(204).send();
      return sendProblem(reply, { code: outcome === null ? 'gone' : 'already_so' });
    },
  );
}
