import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { referralWaiting } from '#domain/case/referral-waiting.ts';
import { id } from '#domain/id.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';

/** When the silent services of one file were reminded, and when worker and supervisor were told. */
export function addWaitingRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/cases/:id/referrals/waiting',
    { schema: { params: z.object({ id }), response: { 200: referralWaiting } } },
    async (request, reply) => {
      const rows = await deps.database.as(request.actor, async ({ tx, role }) => {
        if (role === null || !may(role, 'append', 'general')) return null;
        return (
          tx
            .selectFrom('referral_packet as p')
            .select(['p.referral_id', 'p.reminded_at', 'p.escalated_at as told_at'])
            .where('p.case_id', '=', request.params.id)
            // Also in the words of the query: the reach of this caller, and of a file's own people only.
            .where(({ exists, selectFrom }) =>
              exists(
                selectFrom('case_reach as r')
                  .select('r.case_id')
                  .whereRef('r.case_id', '=', 'p.case_id')
                  .where('r.compartment', '=', 'general')
                  .where('r.reads_to', 'is', null),
              ),
            )
            .execute()
        );
      });
      if (rows === null) return sendProblem(reply, { code: 'gone' });
      const moment = (at: Date | string | null) =>
        at === null ? null : new Date(at).toISOString();
      return {
        referrals: rows.map(({ referral_id, reminded_at, told_at }) => ({
          ...{ referral_id, reminded_at: moment(reminded_at), told_at: moment(told_at) },
        })),
      };
    },
  );
}
