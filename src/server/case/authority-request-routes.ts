import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import {
  type ListedRequest,
  type RequestOutcome,
  requestList,
  requestListQuery,
} from '#domain/case/authority-request.ts';
import { caseNumber } from '#domain/case/row.ts';
import { day } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { decodeCursor, encodeCursor } from '../page-cursor.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { PAGE } from './file-routes.ts';

const cursor = z.tuple([day, z.uuid()]);
type Cursor = z.infer<typeof cursor>;
type Asked = Omit<z.infer<typeof requestListQuery>, 'after'> & { readonly after: Cursor | null };

/**
 * That authorities asked, the newest first: for the data protection officer all of them, for a supervisor
 * those of files in reach, with the file's id. What was asked stands in the file; nothing here releases it.
 */
export function addAuthorityRequestRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/authority-requests',
    { schema: { querystring: requestListQuery, response: { 200: requestList } } },
    async (request, reply) => {
      const { after, ...query } = request.query;
      const found = await deps.database.as(request.actor, async (acting) => {
        const officer = acting.role === 'data_protection_officer';
        const recorder =
          acting.role !== null && may(acting.role, 'record_authority_request', 'general');
        if (!officer && !recorder) return null;
        const asked = { ...query, after: decodeCursor(cursor, after) };
        const requests = await requestsOf(acting, asked, recorder);
        const details = { list: 'authority_requests', rows: requests.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        return { requests, counts: await countsOf(acting, asked) };
      });
      if (found === null) return sendProblem(reply, { code: 'gone' });
      const last = found.requests.at(-1);
      const full = found.requests.length === PAGE && last !== undefined;
      return { ...found, next: full ? encodeCursor([last.asked_on, last.id]) : null };
    },
  );
}

const inTime = (acting: Acting, { from, until }: Asked) => {
  let rows = acting.tx.selectFrom('authority_request');
  if (from !== undefined) rows = rows.where('asked_on', '>=', from);
  if (until !== undefined) rows = rows.where('asked_on', '<=', until);
  return rows;
};

async function requestsOf(acting: Acting, asked: Asked, opens: boolean): Promise<ListedRequest[]> {
  const { outcome, after } = asked;
  let listed = inTime(acting, asked)
    .leftJoin('auth.account', 'auth.account.id', 'authority_request.recorded_by')
    .select([
      ...(['authority_request.id', 'authority_request.case_id', 'outcome'] as const),
      ...(['authority', 'told_person', 'asked_on', 'recorded_at', 'auth.account.name'] as const),
    ]);
  if (outcome !== undefined) listed = listed.where('outcome', '=', outcome);
  if (after !== null) {
    const [onDay, lastId] = after;
    listed = listed.where((row) =>
      row.or([
        row('asked_on', '<', onDay),
        row.and([row('asked_on', '=', onDay), row('authority_request.id', '<', lastId)]),
      ]),
    );
  }
  const rows = await listed
    .orderBy('asked_on', 'desc')
    .orderBy('authority_request.id', 'desc')
    .limit(PAGE)
    .execute();
  return rows.map(({ case_id, name, recorded_at, ...row }) => ({
    ...{ id: row.id, number: caseNumber(case_id), case_id: opens ? case_id : null },
    ...{ asked_on: row.asked_on, recorded_at: recorded_at.toISOString(), recorded_by: name },
    // Checked by the table itself.
    outcome: row.outcome as RequestOutcome,
    authority: row.authority as ListedRequest['authority'],
    told_person: row.told_person as ListedRequest['told_person'],
  }));
}

async function countsOf(acting: Acting, asked: Asked): Promise<Record<RequestOutcome, number>> {
  const counted = await inTime(acting, asked)
    .select((row) => ['outcome', row.fn.countAll<string>().as('count')])
    .groupBy('outcome')
    .execute();
  const counts = { refused: 0, limited: 0, given_on_paper: 0 };
  for (const { outcome, count } of counted) counts[outcome as RequestOutcome] = Number(count);
  return counts;
}
