import { z } from 'zod';
import { PRACTICE_STATES } from '#domain/exchange/practice/practice-state.ts';
import {
  barToReview,
  declineReview,
  outcome,
  REVIEW_CRITERIA,
  REVIEW_DECISIONS,
  submitReview,
} from '#domain/exchange/practice/review.ts';
import { askReviewer } from '#domain/exchange/practice/steps.ts';
import { wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { cardFacts, cardWordings, factsOf, type WholeRow, wordingsOf } from './practice-row.ts';
import { findPractice, mayOf, noteStep } from './practice-step.ts';

const params = z.object({ id });
const candidate = z.object({
  ...{ id: z.uuid(), name: z.string(), country: z.string().nullable() },
  institution_id: z.uuid().nullable(),
});
const asked = z.object({
  ...{ id: z.uuid(), practice_id: z.uuid(), title: wording, country: z.string() },
  ...{ state: z.enum(PRACTICE_STATES), asked_at: z.coerce.date() },
  ...{ decided_at: z.coerce.date().nullable(), decision: z.enum(REVIEW_DECISIONS).nullable() },
});
const toGive = asked.extend({ texts: cardWordings, facts: cardFacts });

/** Reviews: the editor asks two of other countries; each looks without seeing the other's answer. */
export function addReviewRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/practices/:id/reviewers',
    {
      schema: {
        params,
        response: {
          200: z.object({
            asked: z.array(
              z.object({
                ...{ name: z.string(), country: z.string().nullable() },
                ...{ decided: z.boolean(), declined_because: z.string().nullable() },
              }),
            ),
            possible: z.array(candidate),
          }),
        },
      },
    },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const row = await findPractice(taking, request.params.id);
        if (row === null || !mayOf(taking, row).desk) return null;
        const { rows } = await taking.client.query(
          `select a.name, r.country, r.decision is not null as decided, r.declined_because
             from exchange.practice_review r join exchange.participant a on a.id = r.reviewer_id
            where r.practice_id = $1 and r.round = $2 order by r.asked_at`,
          [row.id, row.round],
        );
        const others = await activeReviewers(taking, row);
        const candidates = await reviewersOfTheExchange(taking);
        const possible = candidates.filter(
          (one) => barToReview(somebody(one), row, others) === null,
        );
        return { asked: rows, possible };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.post(
    '/api/exchange/practices/:id/reviewers',
    { schema: { params, body: askReviewer, response: { 204: z.null() } } },
    async (request, reply) => {
      const { review_id, reviewer_id } = request.body;
      const at = deps.clock();
      const by = request.participant.id;
      const bar = await deps.exchange.as(by, async (taking): Promise<Problem | null> => {
        const row = await findPractice(taking, request.params.id, 'to write');
        if (row === null || !mayOf(taking, row).desk) return { code: 'gone' };
        if (row.state !== 'submitted' && row.state !== 'in_review')
          return { code: 'practice_not_open' };
        const others = await activeReviewers(taking, row);
        const reviewer = (await reviewersOfTheExchange(taking)).find(
          (one) => one.id === reviewer_id,
        );
        if (reviewer === undefined || reviewer_id === by) return { code: 'gone' };
        const code = barToReview(somebody(reviewer), row, others);
        if (code !== null) return { code };
        const { rowCount } = await taking.client.query(
          `insert into exchange.practice_review (id, practice_id, round, reviewer_id, country, asked_by, asked_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
          [review_id, row.id, row.round, reviewer_id, reviewer.country, by, at],
        );
        if (rowCount === 0) return { code: 'already_so' };
        const active = [...others.map((other) => other.id), reviewer_id];
        await taking.client.query(
          `update exchange.practice set state = 'in_review', reviewers = $2, changed_at = $3,
             version = version + 1 where id = $1`,
          [row.id, active, at],
        );
        await noteStep(taking, deps, 'reviewer_asked', row.id);
        return null;
      });
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );

  app.get(
    '/api/exchange/reviews',
    { schema: { response: { 200: z.object({ rows: z.array(asked) }) } } },
    async (request) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query(
          `select r.id, r.practice_id, p.title, p.country, p.state, r.asked_at, r.decided_at, r.decision
             from exchange.practice_review r join exchange.practice p on p.id = r.practice_id
            where r.reviewer_id = exchange.me() and r.declined_because is null
            order by r.decided_at is not null, r.asked_at desc limit 50`,
        ),
      );
      return { rows };
    },
  );

  app.get(
    '/api/exchange/reviews/:id',
    { schema: { params, response: { 200: toGive } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const review = await ownReview(taking, request.params.id);
        const row = review && (await findPractice(taking, review.practice_id));
        if (!review || !row) return null;
        const { title, country, state } = row;
        return { ...review, title, country, state, texts: wordingsOf(row), facts: factsOf(row) };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.post(
    '/api/exchange/reviews/:id/decision',
    { schema: { params, body: submitReview, response: { 204: z.null() } } },
    async (request, reply) => {
      const { decision, criteria, contested, summary, language } = request.body;
      const missing = REVIEW_CRITERIA.find((one) => criteria[one] === undefined);
      if (missing !== undefined) {
        const fields = [{ path: `body.criteria.${missing}`, code: 'required' }];
        return sendProblem(reply, { code: 'invalid_input', fields });
      }
      const bar = await answer(deps, request, (taking, review, at) =>
        taking.client.query(
          `update exchange.practice_review set decision = $2, criteria = $3, contested = $4, summary = $5,
             language = $6, decided_at = $7 where id = $1`,
          [review.id, decision, JSON.stringify(criteria), contested, summary, language, at],
        ),
      );
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );

  app.post(
    '/api/exchange/reviews/:id/decline',
    { schema: { params, body: declineReview, response: { 204: z.null() } } },
    async (request, reply) => {
      const bar = await answer(deps, request, (taking, review, at) =>
        taking.client.query(
          'update exchange.practice_review set declined_because = $2, decided_at = $3 where id = $1',
          [review.id, request.body.reason, at],
        ),
      );
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );
}

type Candidate = z.infer<typeof candidate>;
/** Somebody of an international organisation comes from no country: never the card's. */
const somebody = (one: Candidate) => ({ ...one, country: one.country ?? '' });

async function reviewersOfTheExchange({ client }: Taking): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>(
    `select p.id, p.name, p.country, p.institution_id from exchange.participant p
      where exists (select from exchange.role r where r.participant_id = p.id and r.role = 'reviewer'
        and r.revoked_at is null)
      order by p.name, p.id limit 500`,
  );
  return rows;
}

async function activeReviewers({ client }: Taking, row: WholeRow) {
  const { rows } = await client.query<{
    id: string;
    country: string;
    institution_id: string | null;
  }>(
    `select a.id, coalesce(r.country, '') as country, a.institution_id
       from exchange.practice_review r join exchange.participant a on a.id = r.reviewer_id
      where r.practice_id = $1 and r.round = $2 and r.declined_because is null`,
    [row.id, row.round],
  );
  return rows;
}

interface OwnReview {
  id: string;
  practice_id: string;
  round: number;
  asked_at: Date;
  decided_at: Date | null;
  decision: 'accept' | 'return' | null;
}

async function ownReview({ client }: Taking, review: string): Promise<OwnReview | null> {
  const { rows } = await client.query<OwnReview>(
    `select id, practice_id, round, asked_at, decided_at, decision from exchange.practice_review
      where id = $1 and reviewer_id = exchange.me() and declined_because is null`,
    [review],
  );
  return rows[0] ?? null;
}

/** Writes one's own answer, once; the second of two moves the card on. */
async function answer(
  deps: ExchangeDeps,
  request: { participant: { id: string }; params: { id: string } },
  write: (taking: Taking, review: OwnReview, at: Date) => Promise<unknown>,
): Promise<Problem | null> {
  return deps.exchange.as(request.participant.id, async (taking) => {
    const known = await ownReview(taking, request.params.id);
    const row = known && (await findPractice(taking, known.practice_id, 'to write'));
    // Read again under the card's lock: two clicks give one answer.
    const review = row && (await ownReview(taking, request.params.id));
    if (!review || !row) return { code: 'gone' };
    if (review.decided_at !== null) return { code: 'review_decided' };
    if (row.state !== 'in_review' || row.round !== review.round)
      return { code: 'practice_not_open' };
    const at = deps.clock();
    await write(taking, review, at);
    const { rows } = await taking.client.query<{ decision: 'accept' | 'return' | null }>(
      `select decision from exchange.practice_review
        where practice_id = $1 and round = $2 and declined_because is null`,
      [row.id, row.round],
    );
    const came = outcome(rows.map(({ decision }) => decision));
    if (came !== null)
      await taking.client.query(
        `update exchange.practice set state = $2, accepted_round = $3, changed_at = $4,
           version = version + 1 where id = $1`,
        [
          ...[row.id, came === 'accept' ? 'accepted' : 'returned'],
          ...[came === 'accept' ? row.round : null, at],
        ],
      );
    await noteStep(taking, deps, 'reviewed', row.id);
    return null;
  });
}
