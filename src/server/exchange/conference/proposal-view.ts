import { callStanding, deadlineOf } from '#domain/exchange/conference/call.ts';
import { afterStep, mayBeChanged } from '#domain/exchange/conference/proposal.ts';
import { type ProposalView, toldOf } from '#domain/exchange/conference/proposal-view.ts';
import { conflictsOf, type Review, sightOf } from '#domain/exchange/conference/review.ts';
import type { Taking } from '../exchange-database.ts';
import { callOf, graceOf } from './call-rows.ts';
import { type Authors, authorsOf, isAuthor, proposalById } from './proposal-rows.ts';

interface ReviewRow extends Review {
  readonly reviewer_id: string;
  readonly name: string;
  readonly submitted_at: Date;
}
interface LetterRow {
  readonly id: string;
  readonly decision: 'accept' | 'wait' | 'decline';
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly sent_at: Date;
}

/** A proposal as the participant of this transaction may see it; null = there is nothing for them. */
export async function viewOf(
  taking: Taking,
  me: { readonly id: string; readonly zone: string },
  id: string,
  now: Date,
): Promise<ProposalView | null> {
  const { client } = taking;
  const row = await proposalById(client, id);
  if (row === undefined) return null;
  const mine = await isAuthor(client, id, me.id);
  const organises = taking.holds(row.edition_id, 'organiser') && !mine;
  const authors = await authorsOf(client, id);
  const assigned = !mine && !organises ? await isFreeReviewer(taking, me.id, id) : false;
  if (!mine && !organises && !assigned) return null;
  const call = await callOf(client, row.edition_id);
  const grace = mine ? await graceOf(client, row.edition_id, me.id) : null;
  const reviews = mine ? [] : await reviewsOf(taking, id);
  const own = reviews.some(({ reviewer_id }) => reviewer_id === me.id);
  const sight = sightOf(call?.phase ?? 'decided', call?.anonymous ?? false, own);
  const standing = call === undefined ? 'closed' : callStanding(call, now.toISOString(), grace);
  const seesAuthors = mine || organises || sight.authors;
  const seesAll = organises || sight.otherReviews;
  return {
    ...{ id, edition_id: row.edition_id, edition: toldOf(row.edition), kind: row.kind },
    ...{ edition_slug: row.edition_slug, state: row.state, version: row.version, mine },
    ...{ title: toldOf(row.title), abstract: toldOf(row.abstract) },
    description: row.description === null ? null : toldOf(row.description),
    do_not_record: row.do_not_record,
    interpretation: row.interpretation,
    submitted_at: row.submitted_at?.toISOString() ?? null,
    late: row.late_at !== null,
    authors: seesAuthors ? shown(authors) : null,
    deadline: call === undefined ? null : deadlineOf(call, me.zone, grace),
    call:
      call === undefined
        ? null
        : {
            ...{ languages: call.languages, kinds: call.kinds, criteria: call.criteria, standing },
            ...{ anonymous: call.anonymous, phase: call.phase },
          },
    reviews: reviews
      .filter(({ reviewer_id }) => seesAll || reviewer_id === me.id)
      .map((one) => ({
        ...{ marks: one.marks, advice: one.advice, to_author: one.to_author },
        reviewer: organises ? one.name : null,
        mine: one.reviewer_id === me.id,
        to_organiser: organises || one.reviewer_id === me.id ? one.to_organiser : null,
        submitted_at: one.submitted_at.toISOString(),
      })),
    notes: seesAll ? await notesOf(taking, id, me.id, organises) : [],
    letters: mine || organises ? await lettersOf(taking, id) : [],
    abilities: {
      change: mine && mayBeChanged(row.state, standing === 'open'),
      submit: mine && row.state === 'draft',
      withdraw: mine && row.state !== 'draft' && !('problem' in afterStep(row.state, 'withdraw')),
      confirm: mine && row.state === 'accepted',
      review: assigned && row.state === 'in_review' && call?.phase !== 'decided',
      discuss: (assigned && sight.discuss) || (organises && call?.phase === 'discussion'),
      organise: organises,
    },
  };
}

/** Whether somebody was given this proposal and still stands far enough from it: people change institutions. */
export async function isFreeReviewer(taking: Taking, me: string, id: string): Promise<boolean> {
  const { rows } = await taking.client.query<{ near: boolean }>(
    'select exchange.stands_near(a.proposal_id, a.reviewer_id) as near from exchange.review_assignment a where a.proposal_id = $1 and a.reviewer_id = $2',
    [id, me],
  );
  return rows[0] !== undefined && !rows[0].near;
}

/** What stands between a reviewer and a proposal, by the one rule of the domain. */
export function nearness(
  reviewer: { id: string; name: string; country: string | null; institution: string | null },
  authors: Authors,
  declared: readonly string[],
) {
  return conflictsOf(reviewer, { ...authors, declared });
}

function shown(authors: Authors | null): ProposalView['authors'] {
  if (authors === null) return null;
  const { proposer, speakers } = authors;
  return { proposer: { id: proposer.id, name: proposer.name }, speakers: [...speakers] };
}

async function reviewsOf({ client }: Taking, id: string): Promise<ReviewRow[]> {
  const { rows } = await client.query<ReviewRow>(
    `select r.reviewer_id, m.name, r.marks, r.advice, r.to_author, r.to_organiser, r.submitted_at
     from exchange.review r join exchange.participant m on m.id = r.reviewer_id
     where r.proposal_id = $1 order by r.submitted_at limit 20`,
    [id],
  );
  return rows;
}

async function notesOf({ client }: Taking, id: string, me: string, names: boolean) {
  const { rows } = await client.query<{
    id: string;
    author_id: string;
    name: string;
    body: string;
    at: Date;
  }>(
    `select n.id, n.author_id, m.name, n.body, n.at from exchange.review_note n
       join exchange.participant m on m.id = n.author_id
     where n.proposal_id = $1 order by n.at limit 200`,
    [id],
  );
  return rows.map(({ id: note, author_id, name, body, at }) => ({
    ...{ id: note, body, at: at.toISOString(), mine: author_id === me },
    author: names ? name : null,
  }));
}

async function lettersOf({ client }: Taking, id: string) {
  const { rows } = await client.query<LetterRow>(
    `select id, decision, language, subject, body, sent_at from exchange.decision_letter
     where proposal_id = $1 order by sent_at desc limit 20`,
    [id],
  );
  return rows.map((one) => ({ ...one, sent_at: one.sent_at.toISOString() }));
}
