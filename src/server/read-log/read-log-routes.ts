import { z } from 'zod';
import {
  LOG_PAGE,
  readings,
  type readLogEntry,
  readLogPage,
  readLogQuery,
} from '#domain/access/read-log.ts';
import { may } from '#domain/access/rights.ts';
import { caseIdTail, caseNumber, writtenNumber } from '#domain/case/row.ts';
import { id } from '#domain/id.ts';
import { instant } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { decodeCursor, encodeCursor } from '../page-cursor.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { logRead } from './read-log.ts';
import { readingsOf } from './readings.ts';

const cursor = z.tuple([instant, z.uuid()]);
type Cursor = z.infer<typeof cursor>;
type Entry = z.infer<typeof readLogEntry>;

interface Asked {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly account?: string | undefined;
  readonly action?: string | undefined;
  readonly tail?: string | undefined;
  readonly number?: string | undefined;
  readonly case_id?: string | undefined;
  readonly after: Cursor | null;
  readonly limit: number;
}

/**
 * Who has read what. The data protection officer searches all of it by time, worker, file number and
 * action; a supervisor sees the readers of a file in reach; the person sees role and organisation.
 */
export function addReadLogRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/read-log',
    { schema: { querystring: readLogQuery, response: { 200: readLogPage } } },
    async (request, reply) => {
      const { number, after, ...query } = request.query;
      const tail = number === undefined ? undefined : (caseIdTail(number) ?? undefined);
      const asked = {
        ...{ ...query, tail, after: decodeCursor(cursor, after) },
        number: number === undefined ? undefined : writtenNumber(number),
      };
      const entries = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'data_protection_officer') return null;
        const found = await entriesOf(acting, asked);
        // Who watches is watched too.
        const details = { rows: found.length };
        await logRead(acting, { action: 'log_read', details }, deps.clock());
        return found;
      });
      return entries === null ? sendProblem(reply, { code: 'gone' }) : pageOf(entries, asked.limit);
    },
  );

  app.get(
    '/api/cases/:id/readers',
    {
      schema: {
        params: z.object({ id }),
        querystring: z.strictObject({ after: z.string().max(300).optional() }),
        response: { 200: readLogPage },
      },
    },
    async (request, reply) => {
      const case_id = request.params.id;
      const after = decodeCursor(cursor, request.query.after);
      const entries = await deps.database.as(request.actor, async (acting) => {
        if (acting.role === null || !may(acting.role, 'approve', 'general')) return null;
        if (!(await inReach(acting, case_id))) return null;
        return entriesOf(acting, { case_id, after, limit: LOG_PAGE });
      });
      return entries === null ? sendProblem(reply, { code: 'gone' }) : pageOf(entries, LOG_PAGE);
    },
  );

  app.get(
    '/api/cases/:id/readings',
    { schema: { params: z.object({ id }), response: { 200: readings } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) =>
        (await inReach(acting, request.params.id)) ? readingsOf(acting, request.params.id) : null,
      );
      return found === null ? sendProblem(reply, { code: 'gone' }) : { readings: found };
    },
  );
}

async function inReach(acting: Acting, caseId: string): Promise<boolean> {
  const found = await acting.tx
    .selectFrom('case_file')
    .select('id')
    .where('id', '=', caseId)
    .executeTakeFirst();
  return found !== undefined;
}

async function entriesOf(acting: Acting, asked: Asked): Promise<Entry[]> {
  const [afterAt, afterId] = asked.after ?? [null, null];
  const { rows } = await acting.client.query<Entry & { case_id: string | null }>({
    name: 'read_log_entries',
    text: `select l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        l.actor_id as account_id, coalesce(a.name, c.name) as name, l.role, l.organisation_id, l.action, l.case_id,
        (l.details ->> 'rows')::int as rows, l.details ->> 'number' as number
      from read_log l left join auth.account a on a.id = l.actor_id
        left join client c on c.id = l.actor_id and l.actor_kind = 'client'
      where ($1::timestamptz is null or l.at >= $1) and ($2::timestamptz is null or l.at < $2)
        and ($3::uuid is null or l.actor_id = $3) and ($4::text is null or l.action = $4)
        and ($5::text is null or right(replace(l.case_id::text, '-', ''), 10) = $5
          or l.details ->> 'number' = $10)
        and ($6::uuid is null or l.case_id = $6)
        and ($7::timestamptz is null or (l.at, l.id) < ($7, $8::uuid))
      order by l.at desc, l.id desc limit $9`,
    values: [
      ...[asked.from ?? null, asked.until ?? null, asked.account ?? null, asked.action ?? null],
      ...[asked.tail ?? null, asked.case_id ?? null, afterAt, afterId, asked.limit],
      asked.number ?? null,
    ],
  });
  return rows.map(({ case_id, ...row }) => ({
    ...row,
    // A number that leads to no file was still asked for.
    number: case_id === null ? row.number : caseNumber(case_id),
  }));
}

function pageOf(entries: Entry[], limit: number) {
  const last = entries.length === limit ? entries.at(-1) : undefined;
  return { entries, next: last === undefined ? null : encodeCursor([last.at, last.id]) };
}
