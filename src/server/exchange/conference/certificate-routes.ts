import { z } from 'zod';
import {
  certificateList,
  certificateRule,
  shownCertificate,
} from '#domain/exchange/conference/attendance-view.ts';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { line } from '#domain/text.ts';
import { decodeCursor, encodeCursor } from '../../page-cursor.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { issueCertificates, tellOfCertificates } from './issue-certificates.ts';
import { gone, organisingIn } from './organising.ts';

const PAGE = 200;
const params = z.object({ id });
const query = z.object({ after: z.string().max(2000).optional() });
const cursor = z.tuple([line, line, z.uuid()]);

/** What each gets in writing for having been there: made by the clock or by an organiser, withdrawn by an organiser. */
export function addCertificateRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const organising = organisingIn(deps);
  app.post(
    '/api/exchange/editions/:id/certificates',
    { schema: { params, response: { 200: z.object({ issued: z.int() }) } } },
    async (request, reply) => {
      const edition = request.params.id;
      const issued = await deps.exchange.as(request.participant.id, async (taking) =>
        taking.holds(edition, 'organiser') ? issueCertificates(deps, taking, edition) : null,
      );
      if (issued === null) return sendProblem(reply, gone);
      await tellOfCertificates(deps, edition, issued.people);
      return { issued: issued.made };
    },
  );

  app.get(
    '/api/exchange/editions/:id/certificates',
    { schema: { params, querystring: query, response: { 200: certificateList } } },
    async (request, reply) => {
      const after = decodeCursor(cursor, request.query.after);
      const found = await organising(request, request.params.id, ({ client }) =>
        pageOf(client, request.params.id, after),
      );
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/exchange/editions/:id/certificates/rule',
    { schema: { params, response: { 200: certificateRule } } },
    async (request, reply) => {
      const found = await organising(request, request.params.id, async ({ client }) => {
        const { rows } = await client.query<z.infer<typeof certificateRule>>(
          `select certificates_by_themselves as by_themselves, ends_on,
             (select count(*)::int from exchange.certificate c where c.edition_id = e.id) as made
           from exchange.edition e where id = $1`,
          [request.params.id],
        );
        return rows[0] ?? gone;
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.put(
    '/api/exchange/editions/:id/certificates/rule',
    {
      schema: {
        params,
        body: z.strictObject({ by_themselves: z.boolean() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const edition = request.params.id;
      const { by_themselves } = request.body;
      const done = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holds(edition, 'organiser')) return false;
        const { rowCount } = await taking.client.query(
          'update exchange.edition set certificates_by_themselves = $2 where id = $1',
          [edition, by_themselves],
        );
        await writeLog(deps, taking, 'certificate_rule', ['edition', edition], {
          by_themselves: Number(by_themselves),
        });
        return rowCount === 1;
      });
      return done ? reply.code(204).send(null) : sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/exchange/certificates/:id',
    { schema: { params, body: z.strictObject({ revoked: z.boolean() }) } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const now = deps.clock();
      const { rowCount } = await deps.exchange.as(me, ({ client }) =>
        client.query(
          'update exchange.certificate set revoked_at = case when $2 then $3::timestamptz end where id = $1',
          [request.params.id, request.body.revoked, now],
        ),
      );
      return rowCount === 1 ? reply.code(204).send() : sendProblem(reply, gone);
    },
  );

  app.get(
    '/api/exchange/certificates/:id',
    { schema: { params, response: { 200: shownCertificate } } },
    async (request, reply) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<
          Omit<z.infer<typeof shownCertificate>, 'edition' | 'issued_at' | 'hosts'> & {
            edition: Wording;
            hosts: Wording[] | null;
            issued_at: Date;
          }
        >(
          `select c.name, e.title as edition, e.starts_on, e.ends_on, c.part, c.minutes, c.sessions,
             c.code, c.issued_at, c.revoked_at is not null as revoked,
             (select jsonb_agg(i.name order by h.standing) from exchange.host h
                join exchange.institution i on i.id = h.institution_id
                where h.edition_id = e.id and h.part in ('host', 'co_host')) as hosts
           from exchange.certificate c join exchange.edition e on e.id = c.edition_id where c.id = $1`,
          [request.params.id],
        ),
      );
      const [row] = rows;
      if (row === undefined) return sendProblem(reply, gone);
      return {
        ...row,
        edition: toldOf(row.edition),
        hosts: (row.hosts ?? []).map(toldOf),
        issued_at: row.issued_at.toISOString(),
      };
    },
  );
}

async function pageOf(
  client: Taking['client'],
  edition: string,
  after: z.infer<typeof cursor> | null,
): Promise<z.infer<typeof certificateList>> {
  const { rows } = await client.query<z.infer<typeof certificateList>['rows'][number]>(
    `select id, name, part, code, minutes, sessions, revoked_at is not null as revoked
     from exchange.certificate where edition_id = $1
       and ($2::text is null or (name, part, id) > ($2, $3::text, $4::uuid))
     order by name, part, id limit ${PAGE + 1}`,
    [edition, ...(after ?? [null, null, null])],
  );
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    rows: shown,
    next: last === undefined ? null : encodeCursor([last.name, last.part, last.id]),
  };
}
