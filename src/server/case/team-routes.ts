import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { day } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

const caseload = z.object({
  /** null = files that nobody has been given yet. */
  worker_id: z.uuid().nullable(),
  name: z.string().nullable(),
  open: z.number(),
  /** Files with an urgent need. */
  urgent: z.number(),
  /** Tasks whose time is over. */
  overdue: z.number(),
  /** Things that two people said differently. */
  conflicts: z.number(),
  /** The last day on which one of the persons was met, and the day of the one met longest ago. */
  last_met_on: day.nullable(),
  longest_unmet_since: day.nullable(),
  /** Files whose person has not been met at all yet. */
  never_met: z.number(),
});
type Caseload = z.infer<typeof caseload>;
const answer = z.object({ team: z.array(caseload) });

/** How much each worker carries, in the supervisor's reach: numbers, and no name of a participant. */
export function addTeamRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/team', { schema: { response: { 200: answer } } }, async (request, reply) => {
    const team = await deps.database.as(request.actor, async (acting) => {
      if (acting.role === null || !may(acting.role, 'approve', 'general')) return null;
      const rows = await caseloads(acting, deps.clock());
      const details = { list: 'team', rows: rows.length };
      await logRead(acting, { action: 'listed', details }, deps.clock());
      return rows;
    });
    return team === null ? sendProblem(reply, { code: 'gone' }) : { team };
  });
}

/** Open files by worker, those without one first, then by name. */
async function caseloads(acting: Acting, now: Date): Promise<Caseload[]> {
  const { rows } = await acting.client.query<Caseload>({
    name: 'caseloads',
    text: `select t.worker_id, a.name, t.open, t.urgent, t.overdue, t.conflicts, t.last_met_on,
        t.longest_unmet_since, t.never_met
      from team_caseloads($1) t left join auth.account a on a.id = t.worker_id
      order by t.worker_id is not null, a.name, t.worker_id`,
    values: [now],
  });
  return rows;
}
