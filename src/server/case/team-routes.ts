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
    text: `with own as (
        select c.* from case_file c where c.closed_at is null
          and c.id in (select r.case_id from case_reach r
            where r.key = any (homeward_keys()) and r.compartment = 'general')
      ), late as (
        select t.case_id, count(*)::int as tasks from task t
        where t.due_at < $1 and t.case_id in (select id from own) group by t.case_id
      )
      select o.worker_id, a.name, count(*)::int as open,
        (count(*) filter (where o.urgent_needs > 0))::int as urgent,
        coalesce(sum(late.tasks), 0)::int as overdue, sum(o.conflicts)::int as conflicts,
        max(o.last_met_on) as last_met_on, min(o.last_met_on) as longest_unmet_since,
        (count(*) filter (where o.last_met_on is null))::int as never_met
      from own o left join late on late.case_id = o.id left join auth.account a on a.id = o.worker_id
      group by o.worker_id, a.name order by o.worker_id is not null, a.name, o.worker_id`,
    values: [now],
  });
  return rows;
}
