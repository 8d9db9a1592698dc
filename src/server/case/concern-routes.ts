import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { listedConcern } from '#domain/case/concern.ts';
import { caseNumber } from '#domain/case/row.ts';
import { id } from '#domain/id.ts';
import { instant } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { decodeCursor, encodeCursor } from '../page-cursor.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { PAGE } from './file-routes.ts';

const cursor = z.tuple([instant, id, id]);
const query = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE).default(PAGE),
});
type Listed = z.infer<typeof listedConcern>;
const answer = z.object({ concerns: z.array(listedConcern), next: z.string().nullable() });

/** Concerns in reach, what is due first on top: for those who may close one; to all others, nothing. */
export function addConcernRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/concerns',
    { schema: { querystring: query, response: { 200: answer } } },
    async (request, reply) => {
      const { state, limit } = request.query;
      const after = decodeCursor(cursor, request.query.after);
      const concerns = await deps.database.as(request.actor, async (acting) => {
        if (acting.role === null || !may(acting.role, 'close_concern', 'protection')) return null;
        const rows = await listConcerns(acting, state, after, limit, deps.clock());
        const details = { list: 'concerns', rows: rows.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return rows;
      });
      if (concerns === null) return sendProblem(reply, { code: 'gone' });
      const last = concerns.length === limit ? concerns.at(-1) : undefined;
      const next = last === undefined ? null : encodeCursor([last.due_at, last.case_id, last.id]);
      return { concerns, next };
    },
  );
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) => `to_char(${column} at time zone 'UTC', ${MOMENT}) as ${column}`;

async function listConcerns(
  acting: Acting,
  state: 'open' | 'closed',
  after: z.infer<typeof cursor> | null,
  limit: number,
  now: Date,
): Promise<Listed[]> {
  const { rows } = await acting.client.query<Omit<Listed, 'number'>>({
    name: 'list_concerns',
    text: `select concern.id, case_id, urgency, about, raised_role, outcome, ${moment('raised_at')},
        ${moment('due_at')}, ${moment('closed_at')}, closed_at is null and due_at < $1 as overdue,
        a.name as given_to
      from concern left join auth.account a on a.id = concern.given_to
      where case_id in (select r.case_id from case_reach r
          where r.key = any (homeward_keys()) and r.compartment = 'protection')
        and (closed_at is null) = ($2::text = 'open')
        and ($3::timestamptz is null
          or (concern.due_at, case_id, concern.id) > ($3, $4::uuid, $5::uuid))
      order by concern.due_at, case_id, concern.id limit $6`,
    values: [now, state, ...(after ?? [null, null, null]), limit],
  });
  return rows.map((row) => ({ ...row, number: caseNumber(row.case_id) }));
}
