import { z } from 'zod';
import {
  FEWEST_STATEMENTS,
  newPoll,
  phase,
  pollFull,
  pollLine,
  roundOpening,
} from '#domain/exchange/opinion/poll.ts';
import { newWording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { countRound } from './count-round.ts';
import { holdPoll, moderates, noted } from './keeping.ts';
import { onePoll, pollLines } from './poll-rows.ts';

const params = z.object({ id });
const GONE: Problem = { code: 'gone' };
const done = z.object({ id: z.uuid() });

/** Polls of a conference: made, opened and closed by organisers and moderators, read by who takes part. */
export function addOpinionRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/opinions',
    {
      schema: {
        querystring: z.strictObject({ edition: id.optional() }),
        response: { 200: z.object({ polls: z.array(pollLine) }) },
      },
    },
    async (request) => ({
      polls: await deps.exchange.as(request.participant.id, ({ client }) =>
        pollLines(client, request.query.edition ?? null),
      ),
    }),
  );

  app.get(
    '/api/exchange/opinions/:id',
    { schema: { params, response: { 200: pollFull } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, (taking) =>
        onePoll(taking, request.params.id),
      );
      return found ?? sendProblem(reply, GONE);
    },
  );

  app.post(
    '/api/exchange/opinions',
    { schema: { body: newPoll, response: { 200: done } } },
    async (request, reply) => {
      const { participant, body } = request;
      const problem = await deps.exchange.as(participant.id, (taking) =>
        make(deps, taking, body, participant.name),
      );
      return problem === null ? { id: body.id } : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/opinions/:id/rounds',
    { schema: { params, body: roundOpening, response: { 200: done } } },
    async (request, reply) => {
      const problem = await deps.exchange.as(request.participant.id, (taking) =>
        open(deps, taking, request.params.id, request.body.phase),
      );
      return problem === null ? { id: request.params.id } : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/opinions/:id/rounds/:phase/closing',
    { schema: { params: params.extend({ phase }), response: { 200: done } } },
    async (request, reply) => {
      const { id: poll, phase: of } = request.params;
      const problem = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!(await moderates(taking, poll))) return GONE;
        return countRound(deps, taking.client, taking.participant, poll, of);
      });
      return problem === null ? { id: poll } : sendProblem(reply, problem);
    },
  );
}

async function make(
  deps: ExchangeDeps,
  { client, holds, participant }: Taking,
  { id: poll, edition_id, session_id, title }: z.infer<typeof newPoll>,
  by: string,
): Promise<Problem | null> {
  if (!holds(edition_id, 'organiser', 'moderator')) return GONE;
  const { rows } = await client.query(
    `select from exchange.edition e where e.id = $1 and ($2::uuid is null
       or exists (select from exchange.session s where s.id = $2 and s.edition_id = e.id))`,
    [edition_id, session_id],
  );
  if (rows.length === 0) return GONE;
  // Everybody reads it once a round was counted, and nobody looks at it before.
  const betrays = findsInForm({ 'title.text': title.text }, () => true);
  if (betrays !== null) return betrays;
  const now = deps.clock();
  const made = await client.query(
    `insert into exchange.opinion_poll (id, edition_id, session_id, title, created_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [poll, edition_id, session_id, JSON.stringify(newWording(title, by, now)), now],
  );
  if (made.rowCount === 0) return { code: 'already_recorded' };
  await noted(deps, client, participant, 'opinion_poll_made', poll);
  return null;
}

async function open(
  deps: ExchangeDeps,
  taking: Taking,
  poll: string,
  of: z.infer<typeof phase>,
): Promise<Problem | null> {
  if (!(await moderates(taking, poll))) return GONE;
  await holdPoll(taking.client, poll);
  const { rows } = await taking.client.query<{ let_in: number; open: boolean; been: boolean }>(
    `select (select count(*)::int from exchange.opinion_statement
         where poll_id = $1 and state = 'let_in') as let_in,
       exists (select from exchange.opinion_round where poll_id = $1 and closed_at is null) as open,
       exists (select from exchange.opinion_round where poll_id = $1 and phase = $2) as been`,
    [poll, of],
  );
  const [state] = rows;
  if (state === undefined) return GONE;
  if (state.been) return { code: 'opinion_round_over' };
  if (state.open) return { code: 'opinion_round_open' };
  if (state.let_in < FEWEST_STATEMENTS) {
    return { code: 'opinion_statements_missing', details: { count: FEWEST_STATEMENTS } };
  }
  await taking.client.query(
    'insert into exchange.opinion_round (poll_id, phase, opened_at) values ($1, $2, $3)',
    [poll, of, deps.clock()],
  );
  await noted(deps, taking.client, taking.participant, 'opinion_round_opened', poll);
  return null;
}
