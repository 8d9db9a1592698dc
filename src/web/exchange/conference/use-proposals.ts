import { z } from 'zod';
import {
  type ProposalLine,
  type ProposalView,
  proposalPage,
  proposalView,
  reviewerChoice,
} from '#domain/exchange/conference/proposal-view.ts';
import { type Asked, type AskedPages, useAsk, useAskPages } from '../../ask.ts';

/** Lists of proposals page by page: one's own, those to review, those of an edition. */
export function useProposals(
  of: 'my-proposals' | 'my-reviews' | `editions/${string}/proposals`,
  state = '',
): AskedPages<ProposalLine> {
  return useAskPages(
    ['exchange', of, state],
    (after) => {
      const query = new URLSearchParams();
      if (state !== '') query.set('state', state);
      if (after !== null) query.set('after', after);
      return `/api/exchange/${of}?${query}`;
    },
    proposalPage,
  );
}

export function useProposal(id: string): Asked<ProposalView> {
  return useAsk(['exchange', 'proposal', id], `/api/exchange/proposals/${id}`, proposalView);
}

export function useReviewers(id: string) {
  return useAsk(
    ['exchange', 'proposal', id, 'reviewers'],
    `/api/exchange/proposals/${id}/reviewers`,
    z.object({ reviewers: z.array(reviewerChoice) }),
  );
}
