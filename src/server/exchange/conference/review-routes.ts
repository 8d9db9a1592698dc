import { z } from 'zod';
import { reviewNote } from '#domain/exchange/conference/proposal-view.ts';
import { review, sightOf, unmarked } from '#domain/exchange/conference/review.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { prose } from '#domain/text.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { callOf } from './call-rows.ts';
import { isAuthor, logged, proposalById } from './proposal-rows.ts';
import { isFreeReviewer } from './proposal-view.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;

/** What a reviewer does: weighs, says that somebody else should, and talks with the others. */
export function addProposalReviewRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.put(
    '/api/exchange/proposals/:id/review',
    { schema: { params, body: review } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const proposal = request.params.id;
      const said = request.body;
      const problem = await deps.exchange.as(me, async (taking): Promise<Problem | null> => {
        const row = await proposalById(taking.client, proposal);
        if (row === undefined || !(await isFreeReviewer(taking, me, proposal))) return gone;
        const call = await callOf(taking.client, row.edition_id);
        if (call === undefined || row.state !== 'in_review' || call.phase === 'decided')
          return { code: 'proposal_step_unfit' };
        const missing = unmarked(said, call.criteria);
        if (missing.length > 0)
          return {
            code: 'marks_missing',
            fields: missing.map((one) => ({ path: `body.marks.${one}`, code: 'required' })),
          };
        await taking.client.query(
          `insert into exchange.review (proposal_id, edition_id, reviewer_id, marks, advice, to_author,
             to_organiser, submitted_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
           on conflict (proposal_id, reviewer_id) do update set marks = $4, advice = $5,
             to_author = $6, to_organiser = $7, submitted_at = $8, version = exchange.review.version + 1`,
          [
            ...[proposal, row.edition_id, me, JSON.stringify(said.marks), said.advice],
            ...[said.to_author, said.to_organiser, deps.clock()],
          ],
        );
        await logged(taking.client, {
          ...{ id: deps.newId(), at: deps.clock(), participant: me, action: 'reviewed' },
          ...{ kind: 'proposal', subject: proposal },
        });
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  // From now on the proposal is not there for this reviewer.
  app.post(
    '/api/exchange/proposals/:id/conflict',
    { schema: { params } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const proposal = request.params.id;
      const problem = await deps.exchange.as(me, async (taking): Promise<Problem | null> => {
        const row = await proposalById(taking.client, proposal);
        if (row === undefined || !(await isFreeReviewer(taking, me, proposal))) return gone;
        await taking.client.query(
          'delete from exchange.review_assignment where proposal_id = $1 and reviewer_id = $2',
          [proposal, me],
        );
        await taking.client.query(
          `insert into exchange.review_conflict (proposal_id, edition_id, reviewer_id, declared_at)
           values ($1, $2, $3, $4) on conflict do nothing`,
          [proposal, row.edition_id, me, deps.clock()],
        );
        await logged(taking.client, {
          ...{ id: deps.newId(), at: deps.clock(), participant: me, action: 'conflict_declared' },
          ...{ kind: 'proposal', subject: proposal },
        });
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/proposals/:id/notes',
    { schema: { params, body: reviewNote.extend({ body: prose.max(4000) }) } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const proposal = request.params.id;
      const problem = await deps.exchange.as(me, async (taking): Promise<Problem | null> => {
        const row = await proposalById(taking.client, proposal);
        if (row === undefined || !(await mayDiscuss(taking, me, row))) return gone;
        await taking.client.query(
          `insert into exchange.review_note (id, proposal_id, edition_id, author_id, body, at)
           values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
          [request.body.id, proposal, row.edition_id, me, request.body.body, deps.clock()],
        );
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );
}

async function mayDiscuss(
  taking: Taking,
  me: string,
  { id: proposal, edition_id }: { readonly id: string; readonly edition_id: string },
): Promise<boolean> {
  const call = await callOf(taking.client, edition_id);
  if (call?.phase !== 'discussion' || (await isAuthor(taking.client, proposal, me))) return false;
  if (taking.holds(edition_id, 'organiser')) return true;
  const own = await taking.client.query(
    'select from exchange.review where proposal_id = $1 and reviewer_id = $2',
    [proposal, me],
  );
  const { discuss } = sightOf(call.phase, call.anonymous, own.rowCount === 1);
  return discuss && (await isFreeReviewer(taking, me, proposal));
}
