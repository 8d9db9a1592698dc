import { z } from 'zod';
import {
  MOST_PROPOSALS,
  MOST_STATEMENTS,
  newStatement,
  statementDecision,
  voting,
} from '#domain/exchange/opinion/poll.ts';
import { EXCHANGE_ROLES } from '#domain/exchange/role.ts';
import { newWording, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { personCheck } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { textsOf } from '../news/news-publishing.ts';
import { hardFinds } from '../publication/betraying-words.ts';
import { holdPoll, moderates, noted } from './keeping.ts';

const params = z.object({ id });
const GONE: Problem = { code: 'gone' };
const done = z.object({ id: z.uuid() });

/** Statements of a poll: proposed by who takes part, let in by a moderator, voted on one by one. */
export function addStatementRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/opinions/:id/statements',
    { schema: { params, body: newStatement, response: { 200: done } } },
    async (request, reply) => {
      const { body, participant } = request;
      const problem = await deps.exchange.as(participant.id, (taking) =>
        propose(taking, request.params.id, body, deps.clock()),
      );
      return problem === null ? { id: body.id } : sendProblem(reply, problem);
    },
  );

  app.put(
    '/api/exchange/opinions/:id/statements/:statement/state',
    {
      schema: {
        params: params.extend({ statement: id }),
        body: statementDecision,
        response: { 200: done },
      },
    },
    async (request, reply) => {
      const { id: poll, statement } = request.params;
      const problem = await deps.exchange.as(request.participant.id, (taking) =>
        decide(deps, taking, poll, statement, request.body.state),
      );
      return problem === null ? { id: statement } : sendProblem(reply, problem);
    },
  );

  app.put(
    '/api/exchange/opinions/:id/vote',
    { schema: { params, body: voting, response: { 200: done } } },
    async (request, reply) => {
      const problem = await deps.exchange.as(request.participant.id, (taking) =>
        cast(taking, request.params.id, request.body),
      );
      return problem === null ? { id: request.body.statement_id } : sendProblem(reply, problem);
    },
  );
}

async function propose(
  taking: Taking,
  poll: string,
  { id: statement, said }: z.infer<typeof newStatement>,
  now: Date,
): Promise<Problem | null> {
  const { client, holds, participant } = taking;
  const found = await client.query<{ edition_id: string }>(
    'select edition_id from exchange.opinion_poll where id = $1',
    [poll],
  );
  const edition = found.rows[0]?.edition_id;
  if (edition === undefined) return GONE;
  const keeps = holds(edition, 'organiser', 'moderator');
  if (!holds(edition, ...EXCHANGE_ROLES)) return GONE;
  const betrays = hardFinds({ 'said.text': said.text });
  if (betrays !== null) return betrays;
  // What may point to one person waits for another moderator, whoever says it.
  const letIn = keeps && personCheck({ text: said.text }).length === 0;
  await holdPoll(taking.client, poll);
  if (letIn && !(await roomFor(taking, poll))) return full;
  const own = await client.query('select from exchange.own_statements($1)', [poll]);
  if (!keeps && own.rows.length >= MOST_PROPOSALS) {
    return { code: 'opinion_proposals_many', details: { count: MOST_PROPOSALS } };
  }
  // Without the author's name: the words are to be judged, and voted on, for themselves.
  const made = await client.query(
    `insert into exchange.opinion_statement (id, poll_id, wording, proposed_by, state)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [
      ...[statement, poll, JSON.stringify(newWording(said, null, dayOf(now))), participant],
      letIn ? 'let_in' : 'proposed',
    ],
  );
  return made.rowCount === 0 ? { code: 'already_recorded' } : null;
}

/** The day alone: the minute of a proposal could tell whose it is. */
function dayOf(moment: Date): Date {
  return new Date(`${moment.toISOString().slice(0, 10)}T00:00:00Z`);
}

const full: Problem = { code: 'opinion_statements_many', details: { count: MOST_STATEMENTS } };

async function roomFor({ client }: Taking, poll: string): Promise<boolean> {
  const { rows } = await client.query(
    `select from exchange.opinion_statement where poll_id = $1 and state = 'let_in'`,
    [poll],
  );
  return rows.length < MOST_STATEMENTS;
}

async function decide(
  deps: ExchangeDeps,
  taking: Taking,
  poll: string,
  statement: string,
  state: 'let_in' | 'refused',
): Promise<Problem | null> {
  if (!(await moderates(taking, poll))) return GONE;
  await holdPoll(taking.client, poll);
  if (state === 'let_in' && !(await roomFor(taking, poll))) return full;
  const found = state === 'let_in' ? await foundIn(taking, poll, statement) : null;
  if (found?.own && found.words > 0) return { code: 'statement_of_own' };
  const { rowCount } = await taking.client.query(
    `update exchange.opinion_statement set state = $3, version = version + 1
     where id = $2 and poll_id = $1`,
    [poll, statement, state],
  );
  if (rowCount === 0) return GONE;
  await noted(deps, taking.client, taking.participant, `opinion_statement_${state}`, poll, {
    found: found?.words ?? 0,
  });
  return null;
}

/** How much the check of people finds in a statement, and whether it is of whoever acts. */
async function foundIn(
  { client }: Taking,
  poll: string,
  statement: string,
): Promise<{ readonly own: boolean; readonly words: number } | null> {
  const { rows } = await client.query<{ wording: Wording; own: boolean }>(
    `select s.wording, exists (select from exchange.own_statements($1) o where o.id = s.id) as own
     from exchange.opinion_statement s where s.poll_id = $1 and s.id = $2`,
    [poll, statement],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return { own: row.own, words: personCheck(textsOf('said', row.wording)).length };
}

/** One's own vote; the same again is the same, null takes it back. */
async function cast(
  { client, holds, participant }: Taking,
  poll: string,
  { statement_id, phase, answer }: z.infer<typeof voting>,
): Promise<Problem | null> {
  // Beside other votes, but not beside the counting.
  await client.query(`select pg_advisory_xact_lock_shared(hashtext('opinion'), hashtext($1))`, [
    poll,
  ]);
  const found = await client.query<{ edition_id: string; open: boolean; there: boolean }>(
    `select p.edition_id,
       exists (select from exchange.opinion_round r
         where r.poll_id = p.id and r.phase = $2 and r.closed_at is null) as open,
       exists (select from exchange.opinion_statement s
         where s.id = $3 and s.poll_id = p.id and s.state = 'let_in') as there
     from exchange.opinion_poll p where p.id = $1`,
    [poll, phase, statement_id],
  );
  const [state] = found.rows;
  const takesPart = state !== undefined && holds(state.edition_id, ...EXCHANGE_ROLES);
  if (!takesPart || !state.there) return GONE;
  if (!state.open) return { code: 'opinion_round_closed' };
  if (answer === null) {
    await client.query('delete from exchange.opinion_vote where statement_id = $1 and phase = $2', [
      ...[statement_id, phase],
    ]);
    return null;
  }
  await client.query(
    `insert into exchange.opinion_vote (poll_id, phase, statement_id, participant_id, answer)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [poll, phase, statement_id, participant, answer],
  );
  await client.query(
    'update exchange.opinion_vote set answer = $3 where statement_id = $1 and phase = $2 and answer <> $3',
    [statement_id, phase, answer],
  );
  return null;
}
