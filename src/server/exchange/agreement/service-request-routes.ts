import type pg from 'pg';
import { z } from 'zod';
import { type ServiceRequest, serviceRequest } from '#domain/exchange/agreement/agreement-sheet.ts';
import {
  answered,
  newServiceRequest,
  serviceAnswer,
} from '#domain/exchange/agreement/service-request.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;

/** What sessions ask of those who run the technology, with their answers. */
export function addServiceRequestRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:id/service-requests',
    {
      schema: {
        params,
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0).max(100_000).default(0),
        }),
        response: {
          200: z.object({ requests: z.array(serviceRequest), more: z.boolean() }),
        },
      },
    },
    async (request) => {
      // What one may not see is not there: a speaker finds the requests of the own sessions here.
      const rows = await deps.exchange.as(request.participant.id, ({ client }) =>
        requestsWhere(client, 's.edition_id = $1', [request.params.id], request.query.after),
      );
      return { requests: rows.slice(0, 50), more: rows.length > 50 };
    },
  );

  app.post(
    '/api/exchange/service-requests',
    { schema: { body: newServiceRequest, response: { 200: serviceRequest } } },
    async (request, reply) => {
      const said = request.body;
      const { id: me } = request.participant;
      const answer = await deps.exchange.as(me, async (taking) => {
        const { client } = taking;
        const { rows } = await client.query<{ edition_id: string; speaks: boolean }>(
          'select edition_id, exchange.speaks_in(id) as speaks from exchange.session where id = $1',
          [said.session_id],
        );
        const [session] = rows;
        if (session === undefined) return null;
        if (!session.speaks && !taking.holds(session.edition_id, 'organiser', 'moderator'))
          return null;
        await client.query(
          `insert into exchange.service_request (id, session_id, kind, from_language, to_language, note,
             asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
          [
            ...[said.id, said.session_id, said.kind, said.from_language, said.to_language],
            ...[said.note, me, deps.clock()],
          ],
        );
        await writeLog(deps, taking, 'asked', ['service_request', said.id], { kind: said.kind });
        const [made] = await requestsWhere(client, 'r.id = $1', [said.id]);
        return made ?? null;
      });
      return answer ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/exchange/service-requests/:id/answer',
    { schema: { params, body: serviceAnswer, response: { 200: serviceRequest } } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const said = request.body;
      const answer = await deps.exchange.as(me, async (taking) => {
        const { client } = taking;
        const { rows } = await client.query<Pick<ServiceRequest, 'state'>>(
          'select state from exchange.service_request where id = $1 for update',
          [request.params.id],
        );
        const [found] = rows;
        if (found === undefined) return gone;
        const state = answered(found.state, said);
        if (typeof state !== 'string') return state;
        await client.query(
          `update exchange.service_request set state = $2, answer = $3, answered_by = $4, answered_at = $5
           where id = $1`,
          [request.params.id, state, said.answer, me, deps.clock()],
        );
        await writeLog(deps, taking, 'answered', ['service_request', request.params.id], { state });
        const [changed] = await requestsWhere(client, 'r.id = $1', [request.params.id]);
        return changed ?? gone;
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}

interface Row extends Omit<ServiceRequest, 'asked_at' | 'answered_at'> {
  readonly asked_at: Date;
  readonly answered_at: Date | null;
}

async function requestsWhere(
  client: pg.PoolClient,
  where: string,
  values: readonly string[],
  after = 0,
): Promise<ServiceRequest[]> {
  const { rows } = await client.query<Row>(
    `select r.id, r.session_id, s.title, r.kind, r.from_language, r.to_language, r.note, r.state,
       r.answer, r.asked_at, r.answered_at
     from exchange.service_request r join exchange.session s on s.id = r.session_id
     where ${where} order by r.asked_at, r.id limit 51 offset $2`,
    [...values, after],
  );
  return rows.map((row) => ({
    ...row,
    asked_at: row.asked_at.toISOString(),
    answered_at: row.answered_at?.toISOString() ?? null,
  }));
}
