import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { listedRequest, REQUEST_OUTCOMES } from '#domain/case/authority-request.ts';
import { caseNumber } from '#domain/case/row.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { PAGE } from './file-routes.ts';

const query = z.strictObject({ after: z.uuid().optional() });
const answer = z.object({
  /** How many in all, by how they ended. */
  counts: z.record(z.enum(REQUEST_OUTCOMES), z.int()),
  requests: z.array(listedRequest),
  next: z.uuid().nullable(),
});

/**
 * That authorities asked: for the data protection officer all of them, for a supervisor those of files
 * in reach. Ids, numbers and outcomes; what was asked stands in the file, and nothing here releases it.
 */
export function addAuthorityRequestRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/authority-requests',
    { schema: { querystring: query, response: { 200: answer } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        const officer = acting.role === 'data_protection_officer';
        const recorder =
          acting.role !== null && may(acting.role, 'record_authority_request', 'general');
        if (!officer && !recorder) return null;
        const rows = await acting.tx
          .selectFrom('authority_request')
          .leftJoin('auth.account', 'auth.account.id', 'authority_request.recorded_by')
          .select([
            ...(['authority_request.id', 'authority_request.case_id', 'outcome'] as const),
            ...(['asked_on', 'recorded_at', 'auth.account.name'] as const),
          ])
          .where('authority_request.id', '>', request.query.after ?? NOTHING)
          .orderBy('authority_request.id')
          .limit(PAGE)
          .execute();
        const counted = await acting.tx
          .selectFrom('authority_request')
          .select((eb) => ['outcome', eb.fn.countAll<string>().as('n')])
          .groupBy('outcome')
          .execute();
        const details = { list: 'authority_requests', rows: rows.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return { rows, counted };
      });
      if (found === null) return sendProblem(reply, { code: 'gone' });
      const counts = { refused: 0, limited: 0, given_on_paper: 0 };
      for (const { outcome, n } of found.counted) {
        counts[outcome as keyof typeof counts] = Number(n);
      }
      const requests = found.rows.map(({ case_id, name, recorded_at, outcome, ...row }) => ({
        ...{ ...row, outcome: outcome as keyof typeof counts },
        ...{ number: caseNumber(case_id), recorded_at: recorded_at.toISOString() },
        recorded_by: name,
      }));
      return {
        counts,
        requests,
        next: requests.length === PAGE ? (requests.at(-1)?.id ?? null) : null,
      };
    },
  );
}

const NOTHING = '00000000-0000-0000-0000-000000000000';
