import { z } from 'zod';
import { namedIn, speakerIsNamed } from '#domain/exchange/recommendation/minutes.ts';
import {
  newRecommendation,
  newReplacement,
} from '#domain/exchange/recommendation/recommendation.ts';
import { newWording, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { sessionOf } from './minutes-routes.ts';
import { chairs } from './recommendation-whole.ts';
import { tell } from './tell.ts';

const params = z.object({ id });
const marked = z.object({ id: z.uuid(), number: z.int() });

/** A line of the minutes becomes a recommendation; an adopted one gets a successor. */
export function addMarkRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/minutes/:id/recommendation',
    { schema: { params, body: newRecommendation, response: { 201: marked } } },
    async (request, reply) => {
      const { body, participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { rows } = await taking.client.query<{ session_id: string; speaker: string | null }>(
          'select session_id, speaker from exchange.minutes_line where id = $1',
          [request.params.id],
        );
        const [line] = rows;
        const session = line && (await sessionOf(taking, line.session_id));
        if (line === undefined || session === undefined || session === null) return gone;
        if (!chairs(taking, session.edition_id)) return notAllowed;
        const named =
          session.rule === 'chatham_house'
            ? namedIn(body.text, await namesOf(taking, session.edition_id))
            : [];
        if (named.length > 0)
          return {
            code: 'line_names_somebody' as const,
            fields: [{ path: 'body.text', code: 'line_names_somebody' }],
          };
        return add(taking, deps, {
          ...{ id: body.id, theme: body.theme, edition_id: session.edition_id },
          ...{ session_id: session.id, line_id: request.params.id, replaces_id: null },
          speaker: speakerIsNamed(session.rule) ? line.speaker : null,
          text: newWording({ lang: body.lang, text: body.text }, participant.name, deps.clock()),
        });
      });
      return 'code' in answer ? sendProblem(reply, answer) : reply.code(201).send(answer);
    },
  );

  app.post(
    '/api/exchange/recommendations/:id/replacement',
    { schema: { params, body: newReplacement, response: { 201: marked } } },
    async (request, reply) => {
      const { body, participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { rows } = await taking.client.query<Replaced>(
          `select edition_id, session_id, line_id, theme, adopted_on,
             exists (select from exchange.recommendation n where n.replaces_id = r.id) as replaced
           from exchange.recommendation r where id = $1`,
          [request.params.id],
        );
        const [old] = rows;
        if (old === undefined) return gone;
        if (!chairs(taking, old.edition_id)) return notAllowed;
        if (old.adopted_on === null) return { code: 'not_adopted' as const };
        if (old.replaced) return { code: 'recommendation_replaced' as const };
        return add(taking, deps, {
          ...{ id: body.id, theme: old.theme, edition_id: old.edition_id, speaker: null },
          ...{ session_id: old.session_id, line_id: old.line_id, replaces_id: request.params.id },
          text: newWording({ lang: body.lang, text: body.text }, participant.name, deps.clock()),
        });
      });
      return 'code' in answer ? sendProblem(reply, answer) : reply.code(201).send(answer);
    },
  );
}

const gone: Problem = { code: 'gone' };
const notAllowed: Problem = { code: 'not_allowed' };

interface Replaced {
  readonly edition_id: string;
  readonly session_id: string | null;
  readonly line_id: string | null;
  readonly theme: string;
  readonly adopted_on: string | null;
  readonly replaced: boolean;
}

interface Added extends Omit<Replaced, 'adopted_on' | 'replaced'> {
  readonly id: string;
  readonly replaces_id: string | null;
  readonly speaker: string | null;
  readonly text: Wording;
}

async function namesOf({ client }: Taking, edition: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select p.name from exchange.people_of_edition($1) o
     join exchange.participant p on p.id = o.participant_id limit 500`,
    [edition],
  );
  return rows.map(({ name }) => name);
}

/** The next number of the edition; who said it is told what becomes of it, where the rule lets it be known. */
async function add(
  taking: Taking,
  deps: ExchangeDeps,
  one: Added,
): Promise<Problem | { id: string; number: number }> {
  const { client } = taking;
  await client.query(
    `select pg_advisory_xact_lock(hashtextextended('recommendations ' || $1, 0))`,
    [one.edition_id],
  );
  const { rows: known } = await client.query<{ number: number; line_id: string | null }>(
    'select number, line_id from exchange.recommendation where id = $1',
    [one.id],
  );
  const [before] = known;
  if (before !== undefined)
    return before.line_id === one.line_id ? { id: one.id, number: before.number } : taken;
  const { rows } = await client.query<{ number: number }>(
    `insert into exchange.recommendation (id, edition_id, session_id, line_id, number, theme, text,
       proposer_id, marked_by, replaces_id, created_at)
     select $1, $2, $3, $4, (select coalesce(max(number), 0) + 1 from exchange.recommendation
         where edition_id = $2), $5, $6,
       (select p.id from exchange.people_of_edition($2) o
         join exchange.participant p on p.id = o.participant_id where p.name = $7 limit 1),
       exchange.me(), $8, $9
     on conflict (id) do nothing returning number`,
    [
      ...[one.id, one.edition_id, one.session_id, one.line_id, one.theme, JSON.stringify(one.text)],
      ...[one.speaker, one.replaces_id, deps.clock()],
    ],
  );
  const [row] = rows;
  if (row === undefined) return taken;
  await tell(taking, deps, 'marked', one.id);
  return { id: one.id, number: row.number };
}

const taken: Problem = { code: 'invalid_input', fields: [{ path: 'body.id', code: 'taken' }] };
