import { z } from 'zod';
import { filledLetter, letter } from '#domain/exchange/conference/letter.ts';
import { afterStep } from '#domain/exchange/conference/proposal.ts';
import {
  decision,
  proposalCode,
  type ReviewerChoice,
  reviewerChoice,
} from '#domain/exchange/conference/proposal-view.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Letter } from '../../mail/outbox.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { addressOf } from './address.ts';
import {
  type Authors,
  authorsOf,
  INSTITUTION,
  logged,
  type ProposalRow,
  type Proposer,
  proposalById,
} from './proposal-rows.ts';
import { draftSession } from './proposal-session.ts';
import { nearness } from './proposal-view.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;
const decided = decision.extend({ letter });

/** What organisers do with a proposal: choose reviewers, decide, and tell the proposer by letter. */
export function addDecisionRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/proposals/:id/reviewers',
    { schema: { params, response: { 200: z.object({ reviewers: z.array(reviewerChoice) }) } } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const found = await deps.exchange.as(me, async (taking) => {
        const one = await organised(taking, me, request.params.id);
        return 'code' in one ? one : { reviewers: await choices(taking, one.row, one.authors) };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.put(
    '/api/exchange/proposals/:id/reviewers/:reviewer',
    { schema: { params: params.extend({ reviewer: id }) } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const { id: proposal, reviewer } = request.params;
      const problem = await deps.exchange.as(me, async (taking): Promise<Problem | null> => {
        const one = await organised(taking, me, proposal);
        if ('code' in one) return one;
        const next = afterStep(one.row.state, 'review');
        if ('problem' in next) return { code: next.problem };
        const found = (await choices(taking, one.row, one.authors)).find(
          ({ id: who }) => who === reviewer,
        );
        if (found === undefined) return gone;
        if (found.conflicts.length > 0)
          return { code: 'review_conflict', details: { conflicts: found.conflicts } };
        await taking.client.query(
          `insert into exchange.review_assignment (proposal_id, edition_id, reviewer_id, assigned_by,
             assigned_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [proposal, one.row.edition_id, reviewer, me, deps.clock()],
        );
        await taking.client.query(
          `update exchange.proposal set state = 'in_review', version = version + 1
           where id = $1 and state = 'submitted'`,
          [proposal],
        );
        await logged(taking.client, {
          ...{ id: deps.newId(), at: deps.clock(), participant: me, action: 'reviewer_assigned' },
          ...{ kind: 'proposal', subject: proposal },
        });
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.delete(
    '/api/exchange/proposals/:id/reviewers/:reviewer',
    { schema: { params: params.extend({ reviewer: id }) } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const { id: proposal, reviewer } = request.params;
      const problem = await deps.exchange.as(me, async (taking): Promise<Problem | null> => {
        const one = await organised(taking, me, proposal);
        if ('code' in one) return one;
        // A review that was written stays, and its writer with it.
        const removed = await taking.client.query(
          `delete from exchange.review_assignment a where a.proposal_id = $1 and a.reviewer_id = $2
             and not exists (select from exchange.review r
               where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id)`,
          [proposal, reviewer],
        );
        return removed.rowCount === 1 ? null : { code: 'proposal_step_unfit' };
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/proposals/:id/decision',
    { schema: { params, body: decided, response: { 200: z.object({ version: z.int() }) } } },
    async (request, reply) => {
      const { id: me } = request.participant;
      const answer = await deps.exchange.as(me, (taking) =>
        decide(deps, taking, me, request.params.id, request.body),
      );
      if ('code' in answer) return sendProblem(reply, answer);
      const to = await addressOf(deps, answer.proposer);
      if (to !== null) await deps.mail.send({ ...answer.letter, to: to.email });
      return { version: request.body.version + 1 };
    },
  );
}

interface Told {
  readonly proposer: string;
  readonly letter: Omit<Letter, 'to'>;
}

async function decide(
  deps: ExchangeDeps,
  taking: Taking,
  me: string,
  proposal: string,
  said: z.infer<typeof decided>,
): Promise<Told | Problem> {
  const { client } = taking;
  const one = await organised(taking, me, proposal, true);
  if ('code' in one) return one;
  const { row, authors } = one;
  if (row.version !== said.version) return { code: 'version_conflict' };
  const next = afterStep(row.state, said.decision);
  if ('problem' in next) return { code: next.problem };
  const language = row.title.source;
  const { rows: remarks } = await client.query<{ to_author: string }>(
    `select to_author from exchange.review where proposal_id = $1 and to_author is not null
     order by submitted_at limit 20`,
    [proposal],
  );
  const filled = filledLetter(said.letter, {
    name: authors.proposer.name,
    title: inLanguage(row.title, language).text,
    edition: inLanguage(row.edition, language).text,
    number: proposalCode(proposal),
    remarks: remarks.map(({ to_author }) => `– ${to_author}`).join('\n') || '–',
    link: `${deps.config.url}/workspace/proposals/${proposal}`,
  });
  await draftSession(deps, taking, row, authors, said.decision);
  await client.query(
    `update exchange.proposal set state = $2, decided_at = $3, version = version + 1 where id = $1`,
    [proposal, next.state, deps.clock()],
  );
  await client.query(
    `insert into exchange.decision_letter (id, proposal_id, edition_id, decision, language, subject,
       body, sent_by, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[deps.newId(), proposal, row.edition_id, said.decision, language],
      ...[filled.subject, filled.body, me, deps.clock()],
    ],
  );
  await logged(client, {
    ...{ id: deps.newId(), at: deps.clock(), participant: me, action: `proposal_${said.decision}` },
    ...{ kind: 'proposal', subject: proposal },
  });
  return {
    proposer: authors.proposer.id,
    letter: { subject: filled.subject, text: filled.body },
  };
}

/** The proposal for an organiser of its edition who has no part in it. */
async function organised(
  taking: Taking,
  me: string,
  proposal: string,
  forUpdate = false,
): Promise<{ row: ProposalRow; authors: Authors } | Problem> {
  const row = await proposalById(taking.client, proposal, forUpdate);
  if (row === undefined || !taking.holds(row.edition_id, 'organiser')) return gone;
  const authors = await authorsOf(taking.client, proposal);
  if (authors === null) return gone;
  if (authors.proposer.id === me) return { code: 'review_conflict' };
  return { row, authors };
}

async function choices(
  { client }: Taking,
  row: ProposalRow,
  authors: Authors,
): Promise<ReviewerChoice[]> {
  const { rows } = await client.query<
    Proposer & { assigned: boolean; done: boolean; load: number; declared: boolean; near: boolean }
  >(
    `select m.id, m.name, m.country, ${INSTITUTION} as institution,
       exists (select from exchange.review_assignment a
         where a.proposal_id = $1 and a.reviewer_id = m.id) as assigned,
       exists (select from exchange.review r
         where r.proposal_id = $1 and r.reviewer_id = m.id) as done,
       exists (select from exchange.review_conflict c
         where c.proposal_id = $1 and c.reviewer_id = m.id) as declared,
       exchange.stands_near($1, m.id) as near,
       (select count(*)::integer from exchange.review_assignment a
         where a.edition_id = $2 and a.reviewer_id = m.id) as load
     from exchange.participant m left join exchange.institution i on i.id = m.institution_id
     where exists (select from exchange.role r where r.participant_id = m.id and r.role = 'reviewer'
       and r.revoked_at is null and (r.edition_id is null or r.edition_id = $2))
     order by m.name limit 50`,
    [row.id, row.edition_id],
  );
  return rows.map(({ assigned, done, load, declared, near, ...one }) => {
    const found = nearness(one, authors, declared ? [one.id] : []);
    // The database compares an institution's name in every language; the rule here in one.
    const conflicts = near && found.length === 0 ? (['same_institution'] as const) : found;
    return {
      ...{ id: one.id, name: one.name, country: one.country, assigned, done, load },
      conflicts: [...conflicts],
    };
  });
}
