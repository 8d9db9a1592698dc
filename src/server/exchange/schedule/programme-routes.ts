import { z } from 'zod';
import type { Programme } from '#domain/exchange/schedule/programme.ts';
import { type ProgrammeView, programmeView } from '#domain/exchange/schedule/programme-view.ts';
import { isStorable } from '#domain/text.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findEdition } from './schedule-rows.ts';
import { released } from './version-rows.ts';

const params = z.object({ edition: z.string().max(80) });
const people = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), country: z.string().nullable() })),
});

/** The released programme for whoever takes part, with the addresses of the sessions; and whom a session may name. */
export function addProgrammeRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:edition/programme',
    { schema: { params, response: { 200: programmeView } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const edition = await findEdition(taking, request.params.edition);
        if (edition === undefined) return null;
        const last = await released(taking, edition.id);
        const mine = await taking.client.query<{ session_id: string }>(
          `select session_id from exchange.session_speaker
           where edition_id = $1 and participant_id = exchange.me()`,
          [edition.id],
        );
        const addresses = await taking.client.query<{
          session_id: string;
          lang: string;
          url: string;
        }>(
          'select session_id, lang, url from exchange.session_address where edition_id = $1 order by lang',
          [edition.id],
        );
        const noted = await taking.client.query<{ registered: boolean; attended: string[] }>(
          `select exists (select from exchange.registration where edition_id = $1
               and participant_id = exchange.me() and state = 'approved') as registered,
             array(select session_id from exchange.attendance where edition_id = $1
               and participant_id = exchange.me()) as attended`,
          [edition.id],
        );
        const { id, slug, title } = edition;
        return {
          edition: { id, slug, title },
          version: last?.number ?? null,
          programme: last === undefined ? null : viewOf(last.programme),
          mine: mine.rows.map(({ session_id }) => session_id),
          ...(noted.rows[0] ?? { registered: false, attended: [] }),
          addresses: grouped(addresses.rows),
        };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.get(
    '/api/exchange/editions/:edition/possible-speakers',
    {
      schema: {
        params,
        querystring: z.strictObject({ text: z.string().max(100).refine(isStorable).default('') }),
        response: { 200: people },
      },
    },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const edition = await findEdition(taking, request.params.edition);
        if (edition === undefined || !taking.holds(edition.id, 'organiser')) return null;
        const { rows } = await taking.client.query<z.infer<typeof people>['rows'][number]>(
          `select id, name, country from exchange.participant
           where position(lower($1) in lower(name)) > 0 order by name, id limit 50`,
          [request.query.text],
        );
        return { rows };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );
}

function viewOf(programme: Programme): ProgrammeView['programme'] {
  const { startsOn, endsOn, zone, rooms, tracks, sessions } = programme;
  return {
    ...{ startsOn, endsOn, zone, rooms: [...rooms], tracks: [...tracks] },
    sessions: sessions.flatMap(({ startsAt, people: of, languages, ...session }) =>
      startsAt === null
        ? []
        : [{ ...session, startsAt, languages: [...languages], people: [...of] }],
    ),
  };
}

function grouped(rows: readonly { session_id: string; lang: string; url: string }[]) {
  const made: Record<string, Record<string, string>> = {};
  for (const { session_id, lang, url } of rows) {
    made[session_id] = { ...made[session_id], [lang]: url };
  }
  return made;
}
