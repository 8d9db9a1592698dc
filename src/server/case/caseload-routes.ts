import { may } from '#domain/access/rights.ts';
import { type Caseloads, caseloads } from '#domain/case/caseload.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import type { ServerApp } from '../server-app.ts';

/** How many files each worker has, for whoever gives out files: accounts and numbers, no participant. */
export function addCaseloadRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/caseloads',
    { schema: { response: { 200: caseloads } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role === null || !may(acting.role, 'assign', 'general')) return null;
        const model = await newestModel(acting);
        if (model === null) return null;
        const { rows } = await acting.client.query<Caseloads['workers'][number]>({
          name: 'caseloads_of_workers',
          text: 'select account_id, files from caseloads() order by account_id',
        });
        const { caseload_warn, caseload_full } = model.thresholds;
        return { workers: rows, limits: { caseload_warn, caseload_full } };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );
}
