import { z } from 'zod';
import { attendanceList, conferenceReport } from '#domain/exchange/conference/attendance-view.ts';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { reportFor } from './report-rows.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;

/** Who was in which session, and what the co-host is told. */
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
