import { z } from 'zod';
import {
  changedMinutesLine,
  lineRefusal,
  newMinutesLine,
} from '#domain/exchange/recommendation/minutes.ts';
import {
  type MinutesOfSession,
  minutesOfSession,
  sessionsWithMinutes,
} from '#domain/exchange/recommendation/recommendation.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { instantOf } from './recommendation-rows.ts';
import { chairs } from './recommendation-whole.ts';

const params = z.object({ id });
const numbered = z.object({ number: z.int() });
/** More lines than this nobody takes down in one session. */
const MOST_LINES = 2000;

/** The minutes of a session: each line is saved at once, and the same line sent twice is one. */
export function addMinutesRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/minutes',
    { schema: { response: { 200: sessionsWithMinutes } } },
    async (request) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<z.infer<typeof sessionsWithMinutes>['sessions'][number]>(
          `select s.id, s.title, e.title as edition_title, ${instantOf('s.starts_at')} as starts_at,
             (select count(*)::int from exchange.minutes_line l where l.session_id = s.id) as lines
           from exchange.session s join exchange.edition e on e.id = s.edition_id
           where s.kind <> 'break' and s.state <> 'cancelled' and exchange.takes_part(s.edition_id)
             and (s.rule <> 'closed' or exchange.holds(s.edition_id, 'organiser', 'moderator'))
           order by e.starts_on desc, s.starts_at nulls last, s.id limit 200`,
        ),
      );
      return { sessions: rows };
    },
  );

  app.get(
    '/api/exchange/sessions/:id/minutes',
    { schema: { params, response: { 200: minutesOfSession } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const session = await sessionOf(taking, request.params.id);
        if (session === null) return null;
        const write = chairs(taking, session.edition_id);
        const { rows } = await taking.client.query<MinutesOfSession['lines'][number]>(
          `select l.id, l.number, l.words, l.speaker, ${instantOf('l.at')} as at,
             (select jsonb_build_object('id', r.id, 'number', r.number)
               from exchange.recommendation r where r.line_id = l.id order by r.number limit 1)
               as recommendation
           from exchange.minutes_line l where l.session_id = $1 order by l.number limit ${MOST_LINES}`,
          [session.id],
        );
        const named = write && session.rule === 'public' ? await presentAt(taking, session) : [];
        return { session, lines: rows, speakers: named, abilities: { write } };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.post(
    '/api/exchange/sessions/:id/minutes',
    { schema: { params, body: newMinutesLine, response: { 201: numbered } } },
    async (request, reply) => {
      const { participant, body } = request;
      const now = deps.clock();
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const session = await sessionOf(taking, request.params.id);
        if (session === null) return gone;
        if (!chairs(taking, session.edition_id)) return notAllowed;
        const problem = await problemOfLine(taking, session, body);
        if (problem !== null) return problem;
        const { client } = taking;
        // Lines of two hands come one after the other, so that no number is given twice.
        await client.query(`select pg_advisory_xact_lock(hashtextextended('minutes ' || $1, 0))`, [
          session.id,
        ]);
        const { rows: known } = await client.query<{ number: number; session_id: string }>(
          'select number, session_id from exchange.minutes_line where id = $1',
          [body.id],
        );
        const [before] = known;
        if (before !== undefined)
          return before.session_id === session.id ? { number: before.number } : taken;
        const { rows } = await client.query<{ number: number }>(
          `insert into exchange.minutes_line (id, session_id, number, words, speaker, written_by, at)
           select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6
             from exchange.minutes_line where session_id = $2
           on conflict (id) do nothing returning number`,
          [
            ...[body.id, session.id],
            JSON.stringify(newWording({ lang: body.lang, text: body.words }, null, now)),
            ...[body.speaker, participant.id, now],
          ],
        );
        return rows[0] ?? taken;
      });
      return 'code' in answer ? sendProblem(reply, answer) : reply.code(201).send(answer);
    },
  );

  app.put(
    '/api/exchange/minutes/:id',
    { schema: { params, body: changedMinutesLine } },
    async (request, reply) => {
      const { lang, words, speaker, seen } = request.body;
      const problem = await deps.exchange.as(request.participant.id, async (taking) => {
        const { rows } = await taking.client.query<{ session_id: string; words: Wording }>(
          'select session_id, words from exchange.minutes_line where id = $1 for update',
          [request.params.id],
        );
        const [line] = rows;
        const session = line && (await sessionOf(taking, line.session_id));
        if (line === undefined || session === undefined || session === null) return gone;
        if (!chairs(taking, session.edition_id)) return notAllowed;
        const refused = await problemOfLine(taking, session, { words, speaker });
        if (refused !== null) return refused;
        const next = reword(line.words, { lang, text: words }, seen, null, deps.clock());
        if ('code' in next) return next;
        await taking.client.query(
          'update exchange.minutes_line set words = $2, speaker = $3 where id = $1',
          [request.params.id, JSON.stringify(next), speaker],
        );
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );
}

const gone: Problem = { code: 'gone' };
const notAllowed: Problem = { code: 'not_allowed' };
const taken: Problem = { code: 'invalid_input', fields: [{ path: 'body.id', code: 'taken' }] };

export interface SessionOfMinutes {
  readonly id: string;
  readonly edition_id: string;
  readonly title: Wording;
  readonly rule: SessionRule;
  readonly languages: string[];
}

/** A session that is there for whoever takes part; of a closed one only its keepers read minutes. */
export async function sessionOf(taking: Taking, wanted: string): Promise<SessionOfMinutes | null> {
  const { rows } = await taking.client.query<SessionOfMinutes>(
    `select s.id, s.edition_id, s.title, s.rule, e.languages
     from exchange.session s join exchange.edition e on e.id = s.edition_id
     where s.id = $1 and exchange.takes_part(s.edition_id)`,
    [wanted],
  );
  const [session] = rows;
  if (session === undefined) return null;
  return session.rule === 'closed' && !chairs(taking, session.edition_id) ? null : session;
}

/** Everybody with a role in the edition: who may be named, or who must not be. */
export async function presentAt(
  { client }: Taking,
  session: Pick<SessionOfMinutes, 'edition_id'>,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct p.name from exchange.people_of_edition($1) o
     join exchange.participant p on p.id = o.participant_id order by p.name limit 500`,
    [session.edition_id],
  );
  return rows.map(({ name }) => name);
}

async function problemOfLine(
  taking: Taking,
  session: SessionOfMinutes,
  line: { readonly words: string; readonly speaker: string | null },
): Promise<Problem | null> {
  if (session.rule !== 'chatham_house') return null;
  const code = lineRefusal(line, session.rule, await presentAt(taking, session));
  if (code === null) return null;
  const path = code === 'speaker_not_named_here' ? 'body.speaker' : 'body.words';
  return { code, fields: [{ path, code }] };
}
