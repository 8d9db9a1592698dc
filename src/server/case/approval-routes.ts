import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { APPROVED_FACTS, approvable } from '#domain/case/approvable.ts';
import { id } from '#domain/id.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

/** No list names more people than this on a page, whoever asks. */
const PAGE = 50;
const page = z.object({
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE).default(PAGE),
});
const listed = z.object({
  id,
  case_id: id,
  number: z.string(),
  person_id: id,
  name: z.unknown(),
  kind: approvable,
  pin: z.uuid(),
  /** What was proposed has been replaced since: it can only be returned. */
  outdated: z.boolean(),
  proposed_by: z.uuid(),
  proposed_at: z.string(),
  /** The facts that changed it since its last approval, in their order. */
  changed: z.array(z.object({ id: z.uuid(), kind: z.string() })),
});
type Listed = z.infer<typeof listed>;
const answer = z.object({ approvals: z.array(listed), next: id.nullable() });

/** What waits for a decision in the supervisor's reach, with what changed since the last one. */
export function addApprovalRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/approvals',
    { schema: { querystring: page, response: { 200: answer } } },
    async (request, reply) => {
      const { after, limit } = request.query;
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role === null || !may(acting.role, 'approve', 'general')) return null;
        const rows = await waitingApprovals(acting, after ?? null, limit);
        const details = { list: 'approvals', rows: rows.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return rows;
      });
      if (found === null) return sendProblem(reply, { code: 'gone' });
      return { approvals: found, next: found.length === limit ? (found.at(-1)?.id ?? null) : null };
    },
  );
}

/** Proposals by id, so the oldest first. The filter on reach repeats the policy for speed. */
async function waitingApprovals(
  acting: Acting,
  after: string | null,
  limit: number,
): Promise<Listed[]> {
  const { rows } = await acting.client.query<Listed>({
    name: 'waiting_approvals',
    text: `select a.id, a.case_id, c.number, a.person_id, p.name, a.kind, a.pin, a.proposed_by,
        to_char(a.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as proposed_at,
        exists (select from fact f join fact pinned on pinned.id = a.pin
          where f.case_id = a.case_id and f.compartment = 'general' and f.position > pinned.position
            and f.kind in (select jsonb_array_elements_text($1::jsonb -> a.kind -> 'pinned'))
        ) as outdated,
        (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind)
            order by f.position), '[]') from fact f
          where f.case_id = a.case_id and f.compartment = 'general'
            and f.kind in (select jsonb_array_elements_text($1::jsonb -> a.kind -> 'changed'))
            and f.position > coalesce(
              (select b.position from fact b where b.id = a.approved_before), 0)
        ) as changed
      from approval a join case_file c on c.id = a.case_id join person p on p.id = a.person_id
      where a.state = 'waiting' and ($2::uuid is null or a.id > $2)
        and a.case_id in (select r.case_id from case_reach r
          where r.key = any (homeward_keys()) and r.compartment = 'general')
      order by a.id limit $3`,
    values: [JSON.stringify(APPROVED_FACTS), after, limit],
  });
  return rows;
}
