import { z } from 'zod';
import { PROPOSAL_STATES } from '#domain/exchange/conference/proposal.ts';
import {
  type ProposalLine,
  proposalPage,
  toldOf,
} from '#domain/exchange/conference/proposal-view.ts';
import { meanMark, type Review } from '#domain/exchange/conference/review.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

const PAGE = 50;
const params = z.object({ id });
const query = z.strictObject({
  state: z.enum(PROPOSAL_STATES).optional(),
  after: id.optional(),
});

/** Lists of proposals: one's own, those of an edition for its organisers, those that one reviews. */
export function addProposalLists(app: ServerApp, deps: ExchangeDeps): void {
  const schema = { querystring: query, response: { 200: proposalPage } };

  app.get('/api/exchange/my-proposals', { schema }, async (request) => {
    const { id: me } = request.participant;
    return deps.exchange.as(me, (taking) =>
      pageOf(
        taking,
        'exists (select from exchange.proposal_author w where w.proposal_id = p.id and w.participant_id = $1)',
        [me],
        { ...request.query, sight: 'own' },
      ),
    );
  });

  app.get(
    '/api/exchange/editions/:id/proposals',
    { schema: { ...schema, params } },
    async (request, reply) => {
      const edition = request.params.id;
      const page = await deps.exchange.as(request.participant.id, async (taking) =>
        taking.holds(edition, 'organiser')
          ? pageOf(taking, 'p.edition_id = $1', [edition], { ...request.query, sight: 'all' })
          : null,
      );
      return page ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.get('/api/exchange/my-reviews', { schema }, async (request) => {
    const { id: me } = request.participant;
    return deps.exchange.as(me, (taking) =>
      pageOf(
        taking,
        `exists (select from exchange.review_assignment a where a.proposal_id = p.id and a.reviewer_id = $1
           and not exchange.stands_near(a.proposal_id, a.reviewer_id))`,
        [me],
        { ...request.query, sight: 'reviewer' },
      ),
    );
  });
}

interface Line {
  readonly id: string;
  readonly edition_id: string;
  readonly edition: Wording;
  readonly kind: ProposalLine['kind'];
  readonly state: ProposalLine['state'];
  readonly title: Wording;
  readonly version: number;
  readonly submitted_at: Date | null;
  readonly late: boolean;
  readonly names: string | null;
  readonly countries: string[] | null;
  readonly asked: number;
  readonly marks: Review['marks'][] | null;
  readonly reviewed: boolean;
  readonly own: boolean;
}

/** What is read of authors and reviews is what the policies let through; `sight` says what is told of it. */
async function pageOf(
  { client }: Taking,
  where: string,
  values: readonly string[],
  asked: {
    readonly state?: string | undefined;
    readonly after?: string | undefined;
    readonly sight: 'own' | 'all' | 'reviewer';
  },
): Promise<z.infer<typeof proposalPage>> {
  const { rows } = await client.query<Line>(
    `select p.id, p.edition_id, e.title as edition, p.kind, p.state, p.title, p.version,
       p.submitted_at, p.late_at is not null as late,
       (select m.name from exchange.proposal_author w join exchange.participant m
          on m.id = w.participant_id where w.proposal_id = p.id) as names,
       (select array_agg(distinct s.country order by s.country) from exchange.proposal_speaker s
          where s.proposal_id = p.id and s.country is not null) as countries,
       (select count(*)::integer from exchange.review_assignment a where a.proposal_id = p.id) as asked,
       (select jsonb_agg(r.marks) from exchange.review r where r.proposal_id = p.id) as marks,
       exists (select from exchange.review r
          where r.proposal_id = p.id and r.reviewer_id = exchange.me()) as reviewed,
       exists (select from exchange.proposal_author w
          where w.proposal_id = p.id and w.participant_id = exchange.me()) as own
     from exchange.proposal p join exchange.edition e on e.id = p.edition_id
     where ${where} and ($2::text is null or p.state = $2) and ($3::uuid is null or p.id > $3)
     order by p.id limit ${PAGE + 1}`,
    [...values, asked.state ?? null, asked.after ?? null],
  );
  const shown = rows.slice(0, PAGE);
  return {
    rows: shown.map((row) => ({
      ...{ id: row.id, edition_id: row.edition_id, edition: toldOf(row.edition), late: row.late },
      ...{ kind: row.kind, state: row.state, title: toldOf(row.title), version: row.version },
      submitted_at: row.submitted_at?.toISOString() ?? null,
      ...{ authors: row.names, countries: row.names === null ? null : (row.countries ?? []) },
      reviews:
        asked.sight === 'all' && !row.own
          ? {
              ...{ done: row.marks?.length ?? 0, asked: row.asked },
              mean: meanMark((row.marks ?? []).map((marks) => ({ marks }))),
            }
          : null,
      reviewed: row.reviewed,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}
