import { msg } from '@lingui/core/macro';

/** What may stand in the way of a poll, its statements and its rounds. */
export const OPINION_PROBLEMS = {
  opinion_proposals_many: msg`You have proposed {count} statements to this poll already; that is the most.`,
  opinion_round_closed: msg`This round of votes is closed.`,
  opinion_round_open: msg`Another round of this poll is open. Close it first.`,
  opinion_round_over: msg`This round has been held already. A round is held once, so that its votes stay secret.`,
  opinion_statements_many: msg`This poll has {count} statements; nobody votes through more.`,
  opinion_statements_missing: msg`Let at least {count} statements in before people vote.`,
};
