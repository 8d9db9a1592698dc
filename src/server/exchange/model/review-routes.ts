import { z } from 'zod';
import {
  answerQuestion,
  askQuestion,
  endorse,
  isPeer,
  modelCard,
} from '#domain/exchange/model/model-card.ts';
import { newWording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { cardRow, cardWhole, ownCountry } from './card-rows.ts';
import { noteModel } from './note.ts';

const gone: Problem = { code: 'gone' };
const params = z.object({ id });
const one = z.object({ model: modelCard });

/** The country experience review: peers ask, those who know answer, a body stands behind it. */
export function addModelReviewRoutes(app: ServerApp, deps: ExchangeDeps): void {
  /** Does one thing to a card that whoever acts may see, and answers with the card as it then stands. */
  const act = async (
    participant: string,
    card: string,
    work: (
      taking: Taking,
      row: NonNullable<Awaited<ReturnType<typeof cardRow>>>,
    ) => Promise<Problem | null>,
  ) =>
    deps.exchange.as(participant, async (taking) => {
      const row = await cardRow(taking, card);
      if (row === null) return gone;
      const problem = await work(taking, row);
      if (problem !== null) return problem;
      const model = await cardWhole(taking, card);
      return model === null ? gone : { model };
    });

  app.post(
    '/api/exchange/models/:id/questions',
    { schema: { params, body: askQuestion, response: { 200: one } } },
    async (request, reply) => {
      const { params: at, body, participant } = request;
      const done = await act(participant.id, at.id, async (taking, row) => {
        if (row.state !== 'published' || row.review !== 'open') return { code: 'peers_not_asked' };
        const country = await ownCountry(taking);
        if (!isPeer(row.country, country)) return { code: 'peers_of_own_country' };
        const question = newWording(body.question, null, deps.clock());
        await taking.client.query(
          `insert into exchange.model_question (id, card_id, asked_by, country, question, asked_at)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
          [body.id, at.id, participant.id, country, JSON.stringify(question), deps.clock()],
        );
        await noteModel(taking, deps, 'model_question_asked', at.id);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/exchange/models/:id/questions/:question/answer',
    {
      schema: {
        params: params.extend({ question: id }),
        body: answerQuestion,
        response: { 200: one },
      },
    },
    async (request, reply) => {
      const { params: at, body, participant } = request;
      const done = await act(participant.id, at.id, async (taking, row) => {
        if (!row.works) return { code: 'not_allowed' };
        const answer = newWording(body.answer, null, deps.clock());
        const { rowCount } = await taking.client.query(
          `update exchange.model_question set answer = $3, answered_by = $4, answered_at = $5,
             version = version + 1
           where id = $1 and card_id = $2 and answer is null`,
          [at.question, at.id, JSON.stringify(answer), participant.id, deps.clock()],
        );
        // Answered once; what is there is changed as a text, with what changed meanwhile told.
        if (rowCount === 0) return { code: 'text_changed_meanwhile' };
        await noteModel(taking, deps, 'model_question_answered', at.id);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/exchange/models/:id/endorsements',
    { schema: { params, body: endorse, response: { 200: one } } },
    async (request, reply) => {
      const { params: at, body, participant } = request;
      const done = await act(participant.id, at.id, async (taking) => {
        if (!taking.holdsAny('editor', 'organiser')) return { code: 'not_allowed' };
        const { rows } = await taking.client.query<{ known: boolean }>(
          `select ($1::uuid is null or exists (select from exchange.edition where id = $1))
             and ($2::uuid is null or exists (select from exchange.session
               where id = $2 and edition_id = $1)) as known`,
          [body.edition_id, body.session_id],
        );
        if (rows[0]?.known !== true) {
          const field = { path: 'body.edition_id', code: 'unknown' };
          return { code: 'invalid_input', fields: [field] };
        }
        const now = deps.clock();
        const [who, words] = [newWording(body.body, null, now), newWording(body.words, null, now)];
        await taking.client.query(
          `insert into exchange.model_endorsement (id, card_id, body, words, edition_id, session_id,
             decided_on, model_version, recorded_by, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
          [
            ...[body.id, at.id, JSON.stringify(who), JSON.stringify(words), body.edition_id],
            ...[body.session_id, body.decided_on, body.model_version, participant.id, now],
          ],
        );
        await noteModel(taking, deps, 'model_endorsed', at.id);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}
