import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  attendanceList,
  certificateList,
  conferenceReport,
  shownCertificate,
} from '#domain/exchange/conference/attendance-view.ts';
import { certificateCode } from '#domain/exchange/conference/certificate.ts';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { logged } from './proposal-rows.ts';
import { reportFor } from './report-rows.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;

/** Who was in which session, what each gets in writing for it, and what the co-host is told. */
export function addAttendanceRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:id/attendance',
    { schema: { params, response: { 200: attendanceList } } },
    async (request, reply) => {
      const edition = request.params.id;
      const found = await deps.exchange.as(request.participant.id, async (taking) =>
        taking.holds(edition, 'organiser', 'moderator') ? attendanceOf(taking, edition) : null,
      );
      return found ?? sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/exchange/sessions/:id/attendance/:participant',
    {
      schema: {
        params: params.extend({ participant: id }),
        body: z.strictObject({ came: z.boolean() }),
      },
    },
    async (request, reply) => {
      const { id: session, participant } = request.params;
      const { id: me } = request.participant;
      const done = await deps.exchange.as(me, async (taking) => {
        const { rows } = await taking.client.query<{ edition_id: string }>(
          `select s.edition_id from exchange.session s join exchange.registration r
             on r.edition_id = s.edition_id and r.participant_id = $2 and r.state = 'approved'
           where s.id = $1 and s.state <> 'cancelled'`,
          [session, participant],
        );
        const edition = rows[0]?.edition_id;
        if (edition === undefined || !taking.holds(edition, 'organiser', 'moderator')) return false;
        if (request.body.came)
          await taking.client.query(
            `insert into exchange.attendance (session_id, edition_id, participant_id, how, at, marked_by)
             values ($1, $2, $3, 'marked', $4, $5)
             on conflict (session_id, participant_id) do update set how = 'marked', marked_by = $5`,
            [session, edition, participant, deps.clock(), me],
          );
        else
          await taking.client.query(
            'delete from exchange.attendance where session_id = $1 and participant_id = $2',
            [session, participant],
          );
        return true;
      });
      return done ? reply.code(204).send() : sendProblem(reply, gone);
    },
  );

  // Whoever has a seat and opens the room is noted as there.
  app.post('/api/exchange/sessions/:id/arrival', { schema: { params } }, async (request, reply) => {
    const { id: me } = request.participant;
    const { rowCount } = await deps.exchange.as(me, ({ client }) =>
      client.query(
        `insert into exchange.attendance (session_id, edition_id, participant_id, how, at)
           select s.id, s.edition_id, r.participant_id, 'opened', $3 from exchange.session s
             join exchange.registration r on r.edition_id = s.edition_id and r.state = 'approved'
           where s.id = $1 and r.participant_id = $2 and s.state = 'published'
             and s.starts_at - interval '30 minutes' <= $3
             and $3 <= s.starts_at + make_interval(mins => coalesce(s.minutes, 60))
             and not exists (select from exchange.attendance a
               where a.session_id = s.id and a.participant_id = r.participant_id)`,
        [request.params.id, me, deps.clock()],
      ),
    );
    return reply.code(rowCount === 1 ? 201 : 204).send();
  });

  app.post(
    '/api/exchange/editions/:id/certificates',
    { schema: { params, response: { 200: z.object({ issued: z.int() }) } } },
    async (request, reply) => {
      const edition = request.params.id;
      const { id: me } = request.participant;
      const issued = await deps.exchange.as(me, async (taking) =>
        taking.holds(edition, 'organiser') ? issue(deps, taking, edition, me) : null,
      );
      return issued === null ? sendProblem(reply, gone) : { issued };
    },
  );

  app.get(
    '/api/exchange/editions/:id/certificates',
    { schema: { params, response: { 200: certificateList } } },
    async (request, reply) => {
      const edition = request.params.id;
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holds(edition, 'organiser')) return null;
        const { rows } = await taking.client.query<z.infer<typeof certificateList>['rows'][number]>(
          `select id, name, part, code, minutes, sessions, revoked_at is not null as revoked
           from exchange.certificate where edition_id = $1 order by name, part limit 500`,
          [edition],
        );
        return { rows };
      });
      return found ?? sendProblem(reply, gone);
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

  app.get(
    '/api/exchange/editions/:id/report',
    { schema: { params, response: { 200: conferenceReport } } },
    async (request, reply) => {
      const edition = request.params.id;
      const found = await deps.exchange.as(request.participant.id, async (taking) =>
        taking.holds(edition, 'organiser') ? reportFor(taking, edition, deps.clock()) : null,
      );
      return found ?? sendProblem(reply, gone);
    },
  );
}

async function attendanceOf({ client }: Taking, edition: string) {
  const sessions = await client.query<{ id: string; title: Wording; starts_at: Date | null }>(
    `select id, title, starts_at from exchange.session
     where edition_id = $1 and state <> 'cancelled' and kind <> 'break'
     order by starts_at nulls last, id limit 100`,
    [edition],
  );
  const people = await client.query<{ participant_id: string; name: string; came: string[] }>(
    `select r.participant_id, p.name, (select coalesce(array_agg(a.session_id), '{}')
         from exchange.attendance a where a.edition_id = $1
           and a.participant_id = r.participant_id) as came
     from exchange.registration r join exchange.participant p on p.id = r.participant_id
     where r.edition_id = $1 and r.state = 'approved' order by p.name limit 500`,
    [edition],
  );
  return {
    sessions: sessions.rows.map(({ title, starts_at, ...one }) => ({
      ...one,
      title: toldOf(title),
      starts_at: starts_at?.toISOString() ?? null,
    })),
    people: people.rows,
  };
}

/** One certificate for each part that somebody had; whoever has one keeps its code. */
async function issue(
  deps: ExchangeDeps,
  { client }: Taking,
  edition: string,
  me: string,
): Promise<number> {
  const { rows } = await client.query<{
    participant_id: string;
    name: string;
    part: string;
    minutes: number;
    sessions: number;
  }>(
    `with came as (
       select a.participant_id, sum(coalesce(s.minutes, 0))::integer as minutes, count(*)::integer as sessions
       from exchange.attendance a join exchange.session s on s.id = a.session_id
       where a.edition_id = $1 group by a.participant_id)
     select p.id as participant_id, p.name, parts.part, coalesce(c.minutes, 0) as minutes,
       coalesce(c.sessions, 0) as sessions
     from exchange.participant p
       left join came c on c.participant_id = p.id
       cross join lateral (
         select 'participant' as part where c.sessions > 0
         union select r.role from exchange.role r where r.participant_id = p.id and r.revoked_at is null
           and r.edition_id = $1 and r.role in ('speaker', 'moderator', 'interpreter')
           and c.sessions > 0
         union select 'reviewer' where exists (select from exchange.review v
           where v.edition_id = $1 and v.reviewer_id = p.id)) parts
     where not exists (select from exchange.certificate x
       where x.edition_id = $1 and x.participant_id = p.id and x.part = parts.part)
     order by p.name, parts.part limit 1000`,
    [edition],
  );
  // What was corrected since: hours are put right, and nobody keeps one for what he did not attend.
  await client.query(
    `update exchange.certificate c set minutes = n.minutes, sessions = n.sessions,
       revoked_at = case when n.sessions = 0 and c.part <> 'reviewer' then $2 else c.revoked_at end
     from (select x.id, coalesce(sum(s.minutes), 0)::integer as minutes,
         count(s.id)::integer as sessions
       from exchange.certificate x left join exchange.attendance a
           on a.edition_id = x.edition_id and a.participant_id = x.participant_id
         left join exchange.session s on s.id = a.session_id
       where x.edition_id = $1 group by x.id) n
     where c.id = n.id and (c.minutes, c.sessions) is distinct from (n.minutes, n.sessions)`,
    [edition, deps.clock()],
  );
  for (const one of rows)
    await client.query(
      `insert into exchange.certificate (id, edition_id, participant_id, code, name, part, minutes,
         sessions, issued_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[deps.newId(), edition, one.participant_id, certificateCode(randomBytes(11)), one.name],
        ...[one.part, one.minutes, one.sessions, deps.clock()],
      ],
    );
  await logged(client, {
    ...{ id: deps.newId(), at: deps.clock(), participant: me, action: 'certificates_issued' },
    ...{ kind: 'edition', subject: edition, details: { count: rows.length } },
  });
  return rows.length;
}
