import { z } from 'zod';
import {
  beginPractice,
  CARD_FACT_NAMES,
  CARD_TEXT_NAMES,
  missingFields,
  savePractice,
} from '#domain/exchange/practice/card.ts';
import { isOpen, PRACTICE_STATES, stateOn } from '#domain/exchange/practice/practice-state.ts';
import { settleClash } from '#domain/exchange/practice/steps.ts';
import { outcome, sourceRecommendation } from '#domain/exchange/recommendation/came-of.ts';
import { newWording, wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { decodeCursor, encodeCursor } from '../../page-cursor.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { linksOfPractice } from '../recommendation/came-of.ts';
import { cardFacts, cardWordings, factsOf, sourceTexts, wordingsOf } from './practice-row.ts';
import { saveCard } from './practice-save.ts';
import { findPractice, mayOf, noteStep, practiceMay } from './practice-step.ts';
import { givenReviews, shownReview } from './practice-version.ts';

const PAGE = 50;
const line = z.object({
  ...{ id: z.uuid(), title: wording, country: z.string(), state: z.enum(PRACTICE_STATES) },
  ...{ changed_at: z.coerce.date(), own: z.boolean(), clashes: z.number() },
  published_version: z.number().nullable(),
});
const clash = z.object({
  ...{ id: z.uuid(), field: z.string(), language: z.string(), yours: z.unknown() },
  ...{ theirs: z.unknown(), by: z.string(), at: z.coerce.date() },
  /** True where it is the reader's own text, from another window or device. */
  own: z.boolean(),
});
export const wholePractice = z.object({
  ...{ id: z.uuid(), state: z.enum(PRACTICE_STATES), version: z.number(), round: z.number() },
  ...{ texts: cardWordings, facts: cardFacts, may: practiceMay },
  published_version: z.number().nullable(),
  missing: z.array(z.enum([...CARD_TEXT_NAMES, ...CARD_FACT_NAMES])),
  ...{ clashes: z.array(clash), reviews: z.array(shownReview) },
  /** Why the second editor sent it back. */
  sent_back: z.string().nullable(),
  waiting: z.boolean(),
  recommendations: z.array(sourceRecommendation),
  models: z.array(outcome),
});
const query = z.strictObject({
  of: z.enum(['mine', 'desk']).default('mine'),
  after: z.string().max(300).optional(),
});
const cursor = z.tuple([z.string().max(40), z.uuid()]);
const params = z.object({ id });

/** Writing a card: one's own list, beginning one, reading it whole, saving section by section. */
export function addPracticeRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/practices',
    {
      schema: {
        querystring: query,
        response: { 200: z.object({ rows: z.array(line), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const after = decodeCursor(cursor, request.query.after);
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query(
          `select p.id, p.title, p.country, p.state, p.review_on::text, p.changed_at, p.published_version,
             (p.author_id = exchange.me() or exchange.me() = any (p.editors)) as own,
             (select count(*)::int from exchange.practice_clash c
               where c.practice_id = p.id and c.settled_at is null) as clashes
           from exchange.practice p
           where case when $1 = 'mine' then p.author_id = exchange.me() or exchange.me() = any (p.editors)
               else exchange.holds_any('editor', 'organiser') end
             and ($2::timestamptz is null or (p.changed_at, p.id) < ($2, $3::uuid))
           order by p.changed_at desc, p.id desc limit $4`,
          [request.query.of, after?.[0] ?? null, after?.[1] ?? null, PAGE + 1],
        ),
      );
      const today = deps.clock().toISOString().slice(0, 10);
      const shown = rows.slice(0, PAGE).map(({ review_on, ...row }) => ({
        ...row,
        state: stateOn(row.state, review_on, today),
      }));
      const last = rows.length > PAGE ? shown.at(-1) : undefined;
      return {
        rows: shown,
        next: last ? encodeCursor([last.changed_at.toISOString(), last.id]) : null,
      };
    },
  );

  app.post(
    '/api/exchange/practices',
    { schema: { body: beginPractice, response: { 201: z.object({ id: z.uuid() }) } } },
    async (request, reply) => {
      const { practice_id, language, title, country } = request.body;
      const { participant } = request;
      const at = deps.clock();
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const text = newWording({ lang: language, text: title }, participant.name, at);
        const { rowCount } = await taking.client.query(
          `insert into exchange.practice (id, author_id, institution_id, title, country, created_at, changed_at)
           select $1, id, institution_id, $2, $3, $4, $4 from exchange.participant where id = exchange.me()
           on conflict do nothing`,
          [practice_id, JSON.stringify(text), country, at],
        );
        if (rowCount === 0) return false;
        await noteStep(taking, deps, 'begun', practice_id);
        return true;
      });
      if (!answer) return sendProblem(reply, { code: 'already_so' });
      return reply.code(201).send({ id: practice_id });
    },
  );

  app.get(
    '/api/exchange/practices/:id',
    { schema: { params, response: { 200: wholePractice } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const row = await findPractice(taking, request.params.id);
        if (row === null) return null;
        const may = mayOf(taking, row);
        if (!may.read) return null;
        const { rows: clashes } = await taking.client.query(
          `select c.id, c.field, c.language, c.yours, c.theirs, c.at,
             c.said_by as by, c.participant_id = exchange.me() as own
           from exchange.practice_clash c
           where c.practice_id = $1 and c.settled_at is null order by c.at, c.id limit 50`,
          [row.id],
        );
        const { rows: asked } = await taking.client.query<{ state: string; reason: string | null }>(
          `select state, reason from exchange.publication
            where subject_kind = 'practice' and subject_id = $1 order by asked_at desc limit 1`,
          [row.id],
        );
        const today = deps.clock().toISOString().slice(0, 10);
        const reviews = await givenReviews(taking, row);
        const { recommendations, models } = await linksOfPractice(taking, row.id);
        return {
          ...{ recommendations, models },
          ...{ id: row.id, version: row.version, round: row.round, may, clashes, reviews },
          ...{ texts: wordingsOf(row), facts: factsOf(row) },
          state: stateOn(row.state, row.review_on, today),
          published_version: row.published_version,
          missing: missingFields(sourceTexts(wordingsOf(row)), row),
          sent_back: asked[0]?.state === 'returned' ? asked[0].reason : null,
          waiting: asked[0]?.state === 'waiting',
        };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.put(
    '/api/exchange/practices/:id',
    {
      schema: {
        params,
        body: savePractice,
        response: {
          200: z.object({
            answer: z.enum(['saved', 'changed_meanwhile']),
            version: z.number(),
            clashes: z.array(
              z.object({ field: z.string(), theirs: z.unknown(), yours: z.unknown() }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const row = await findPractice(taking, request.params.id, 'to write');
        if (row === null || !mayOf(taking, row).read) return { code: 'gone' as const };
        if (!isOpen(row.state)) return { code: 'practice_not_open' as const };
        if (!mayOf(taking, row).write) return { code: 'not_allowed' as const };
        return saveCard(taking, deps, row, request.body, participant.name);
      });
      if ('code' in answer) return sendProblem(reply, answer);
      const said =
        answer.clashes.length === 0 ? ('saved' as const) : ('changed_meanwhile' as const);
      return { answer: said, ...answer };
    },
  );

  app.post(
    '/api/exchange/practices/:id/settled',
    { schema: { params, body: settleClash, response: { 204: z.null() } } },
    async (request, reply) => {
      const { rowCount } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query(
          `update exchange.practice_clash set settled_at = $3
            where practice_id = $1 and id = $2 and settled_at is null`,
          [request.params.id, request.body.clash_id, deps.clock()],
        ),
      );
      return rowCount === 0 ? sendProblem(reply, { code: 'gone' }) : reply.code(204).send(null);
    },
  );
}
