import { z } from 'zod';
import { namedInput, namedRow } from '#domain/exchange/schedule/session-input.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { logged } from './logged.ts';
import { findEdition } from './schedule-rows.ts';

const gone = { code: 'gone' } as const;
const MOST = 60;
/** A name that everybody reads at once names nobody by the check. */
const anybody = () => true;

/** Rooms and tracks of an edition: a new one, another name, and away with an empty one. Both are the same small thing. */
export function addRoomRoutes(app: ServerApp, deps: ExchangeDeps): void {
  for (const noun of ['room', 'track'] as const) {
    app.post(
      `/api/exchange/${noun}s`,
      { schema: { body: namedInput, response: { 201: z.object({ id }) } } },
      async (request, reply) => {
        const { body, participant } = request;
        const problem = await deps.exchange.as(participant.id, async (taking) => {
          const edition = await findEdition(taking, body.edition_id);
          if (edition === undefined || !taking.holds(edition.id, 'organiser')) return gone;
          const betrays = findsInForm({ 'name.text': body.name.text }, anybody);
          if (betrays !== null) return betrays;
          const { rows } = await taking.client.query<{ count: number }>(
            `select count(*)::int as count from exchange.${noun} where edition_id = $1`,
            [edition.id],
          );
          const standing = rows[0]?.count ?? 0;
          if (standing >= MOST) return { code: 'schedule_too_long' } as const;
          const name = newWording(body.name, participant.name, deps.clock());
          const { rowCount } = await taking.client.query(
            `insert into exchange.${noun} (id, edition_id, name, standing) values ($1, $2, $3, $4)
             on conflict (id) do nothing`,
            [body.id, edition.id, JSON.stringify(name), standing],
          );
          if (rowCount !== 1) return { code: 'already_so' } as const;
          await logged(taking, deps, 'added', noun, body.id);
          return null;
        });
        if (problem !== null) return sendProblem(reply, problem);
        return reply.code(201).send({ id: body.id });
      },
    );

    app.put(
      `/api/exchange/${noun}s/:id`,
      {
        schema: {
          params: z.object({ id }),
          body: namedRow,
          response: { 200: z.object({ version: z.int() }) },
        },
      },
      async (request, reply) => {
        const { body, participant, params } = request;
        const done = await deps.exchange.as(participant.id, async (taking) => {
          const { rows } = await taking.client.query<{
            edition_id: string;
            version: number;
            name: Wording;
          }>(`select edition_id, version, name from exchange.${noun} where id = $1 for update`, [
            params.id,
          ]);
          const [row] = rows;
          if (row === undefined || !taking.holds(row.edition_id, 'organiser')) return gone;
          if (row.version !== body.version) return { code: 'version_conflict' } as const;
          const betrays = findsInForm({ 'name.text': body.name.text }, anybody);
          if (betrays !== null) return betrays;
          const name = reword(
            row.name,
            body.name,
            row.name.revision,
            participant.name,
            deps.clock(),
          );
          if ('code' in name) return name;
          await taking.client.query(
            `update exchange.${noun} set name = $2, version = version + 1 where id = $1`,
            [params.id, JSON.stringify(name)],
          );
          await logged(taking, deps, 'changed', noun, params.id);
          return { version: row.version + 1 };
        });
        return 'code' in done ? sendProblem(reply, done) : done;
      },
    );

    app.delete(
      `/api/exchange/${noun}s/:id`,
      {
        schema: {
          params: z.object({ id }),
          response: { 200: z.object({ deleted: z.literal(true) }) },
        },
      },
      async (request, reply) => {
        const { id: wanted } = request.params;
        const problem = await deps.exchange.as(request.participant.id, async (taking) => {
          // The row is held: a session that is moved into it meanwhile waits and is then refused.
          const { rows } = await taking.client.query<{ edition_id: string }>(
            `select edition_id from exchange.${noun} where id = $1 for update`,
            [wanted],
          );
          const [row] = rows;
          if (row === undefined || !taking.holds(row.edition_id, 'organiser')) return gone;
          const inside = await taking.client.query<{ sessions: number; first: string | null }>(
            `select count(*)::int as sessions, min(title -> 'versions' -> (title ->> 'source') ->> 'text') as first
             from exchange.session where ${noun}_id = $1`,
            [wanted],
          );
          const { sessions = 0, first = '' } = inside.rows[0] ?? {};
          if (sessions > 0)
            return { code: `${noun}_in_use`, details: { sessions, first: first ?? '' } } as const;
          await taking.client.query(`delete from exchange.${noun} where id = $1`, [wanted]);
          await logged(taking, deps, 'deleted', noun, wanted);
          return null;
        });
        return problem === null ? { deleted: true as const } : sendProblem(reply, problem);
      },
    );
  }
}
