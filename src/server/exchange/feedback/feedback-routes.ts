import { z } from 'zod';
import {
  type FeedbackLine,
  type FeedbackResult,
  feedbackLine,
  feedbackResult,
  newFeedback,
} from '#domain/exchange/feedback/feedback.ts';
import { EXCHANGE_ROLES } from '#domain/exchange/role.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { hardFinds } from '../publication/betraying-words.ts';

const params = z.object({ session: id });
const GONE: Problem = { code: 'gone' };
const PAGE = 50;

/** What participants say about a session, and what its organiser reads of it. */
export function addFeedbackRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/feedback',
    { schema: { response: { 200: z.object({ sessions: z.array(feedbackLine) }) } } },
    async (request) => ({
      sessions: await deps.exchange.as(request.participant.id, begun),
    }),
  );

  app.put(
    '/api/exchange/feedback/:session',
    { schema: { params, body: newFeedback, response: { 200: z.object({ session: z.uuid() }) } } },
    async (request, reply) => {
      const { session } = request.params;
      const problem = await deps.exchange.as(request.participant.id, (taking) =>
        give(taking, session, request.body),
      );
      return problem === null ? { session } : sendProblem(reply, problem);
    },
  );

  app.get(
    '/api/exchange/feedback/:session/result',
    { schema: { params, response: { 200: feedbackResult } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, (taking) =>
        resultOf(taking, request.params.session),
      );
      return found ?? sendProblem(reply, GONE);
    },
  );
}

interface SessionRow {
  readonly id: string;
  readonly edition_id: string;
  readonly title: FeedbackLine['title'];
  readonly edition: FeedbackLine['edition'];
  readonly starts_at: Date;
  readonly until: Date;
  readonly open: boolean;
  readonly rating: number | null;
  readonly words: string | null;
  readonly signed: boolean | null;
}

const SESSIONS = `select s.id, s.edition_id, s.title, e.title as edition, s.starts_at,
    exchange.feedback_until(s.starts_at, s.minutes) as until,
    s.starts_at <= now() and exchange.feedback_until(s.starts_at, s.minutes) > now() as open,
    f.rating, f.words, f.signed
  from exchange.session s join exchange.edition e on e.id = s.edition_id
    left join exchange.session_feedback f on f.session_id = s.id
  where s.state = 'published' and s.kind <> 'break' and s.starts_at is not null`;

/** Sessions that have begun in conferences in which one takes part, the latest first. */
export async function begun({ client, holds }: Taking): Promise<FeedbackLine[]> {
  const { rows } = await client.query<SessionRow>(
    `${SESSIONS} and s.starts_at <= now() and exchange.holds(s.edition_id, variadic $1::text[])
     order by s.starts_at desc, s.id limit ${PAGE}`,
    [EXCHANGE_ROLES],
  );
  const lines = rows.map(
    (row): FeedbackLine => ({
      ...{ session_id: row.id, title: row.title, edition: row.edition },
      ...{ starts_at: row.starts_at.toISOString(), until: row.until.toISOString() },
      own:
        row.rating === null || row.signed === null
          ? null
          : { rating: row.rating, words: row.words, signed: row.signed },
      abilities: [
        ...(row.open ? (['give'] as const) : []),
        ...(holds(row.edition_id, 'organiser') ? (['read'] as const) : []),
      ],
    }),
  );
  // What is over, and of which one said nothing, is of no use to whoever only took part.
  return lines.filter(({ own, abilities }) => own !== null || abilities.length > 0);
}

/** Writes or changes one's own; the same again is the same. */
async function give(
  { client, holds, participant }: Taking,
  session: string,
  { rating, words, signed }: z.infer<typeof newFeedback>,
): Promise<Problem | null> {
  const { rows } = await client.query<SessionRow>(`${SESSIONS} and s.id = $1`, [session]);
  const [found] = rows;
  if (found === undefined || !holds(found.edition_id, ...EXCHANGE_ROLES)) return GONE;
  if (!found.open) return { code: 'session_feedback_not_now' };
  // It goes on to the hosts in their report.
  const betrays = hardFinds({ words: words ?? '' });
  if (betrays !== null) return betrays;
  await client.query(
    `insert into exchange.session_feedback (session_id, participant_id, rating, words, signed)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [session, participant, rating, words, signed],
  );
  await client.query(
    'update exchange.session_feedback set rating = $2, words = $3, signed = $4 where session_id = $1',
    [session, rating, words, signed],
  );
  return null;
}

async function resultOf(
  { client, holds }: Taking,
  session: string,
): Promise<FeedbackResult | null> {
  const { rows } = await client.query<SessionRow & { over: boolean; given: number }>(
    `select t.*, t.until <= now() as over, exchange.feedback_given(t.id) as given
     from (${SESSIONS} and s.id = $1) t`,
    [session],
  );
  const [found] = rows;
  if (found === undefined || !holds(found.edition_id, 'organiser')) return null;
  if (!found.over) return { given: found.given, told: null };
  type Told = NonNullable<FeedbackResult['told']>;
  const unsigned = await client.query<NonNullable<Told['unsigned']>>(
    'select * from exchange.feedback_unsigned($1)',
    [session],
  );
  const signed = await client.query<Told['signed'][number]>(
    'select * from exchange.feedback_signed($1)',
    [session],
  );
  return { given: found.given, told: { unsigned: unsigned.rows[0] ?? null, signed: signed.rows } };
}
