import { z } from 'zod';
import { type Tally, VOTES, type Vote, vote, voters } from './vote.ts';

/** Nothing is said of fewer people than this: neither of a group, nor of a region, nor of an answer. */
export const LEAST = 5;

/**
 * How the votes on a statement are told without telling of fewer than five.
 * - `counts`: each answer was given by five or more.
 * - `one`: the answer given most often; the other two only together, because one of them is small.
 * - `nearly_all`: all but fewer than five gave this answer; how many exactly would tell of those few.
 * - `too_few`: nothing can be told.
 */
export const shownVotes = z.discriminatedUnion('shows', [
  z.object({
    shows: z.literal('counts'),
    agree: z.number(),
    disagree: z.number(),
    pass: z.number(),
  }),
  z.object({ shows: z.literal('one'), answer: vote, count: z.number(), others: z.number() }),
  z.object({ shows: z.literal('nearly_all'), answer: vote, voters: z.number() }),
  z.object({ shows: z.literal('too_few') }),
]);
export type ShownVotes = z.infer<typeof shownVotes>;

/** The votes of everybody on a statement. These are the only exact numbers: a second set of them could be subtracted. */
export function shown(tally: Tally): ShownVotes {
  const all = voters(tally);
  const { agree, disagree, pass } = tally;
  if (Math.min(agree, disagree, pass) >= LEAST) return { shows: 'counts', agree, disagree, pass };
  const answer = VOTES.reduce<Vote>(
    (most, one) => (tally[one] > tally[most] ? one : most),
    'agree',
  );
  const [count, others] = [tally[answer], all - tally[answer]];
  if (count < LEAST) return { shows: 'too_few' };
  if (others < LEAST) {
    // The number of voters and "fewer than five others" give the same as "at least voters less four".
    return all < 2 * LEAST ? { shows: 'too_few' } : { shows: 'nearly_all', answer, voters: all };
  }
  return { shows: 'one', answer, count, others };
}

/** Where a group or a region leans; `hidden` where fewer than five of it voted on the statement. */
export const LEANINGS = ['agree', 'disagree', 'mixed', 'hidden'] as const;
export type Leaning = (typeof LEANINGS)[number];
export const leaning = z.enum(LEANINGS);

/**
 * Two thirds or more say the same. No number stands beside it: numbers of parts and of the whole give, by
 * subtraction, the few that are hidden; and of five who agree, one may still not.
 */
export function leans(tally: Tally): Leaning {
  const all = voters(tally);
  if (all < LEAST) return 'hidden';
  if (3 * tally.agree >= 2 * all) return 'agree';
  if (3 * tally.disagree >= 2 * all) return 'disagree';
  return 'mixed';
}

/**
 * Which parts of a whole may be named with their sizes: those of five or more; and where what is left over is one
 * to four people, the smallest of them is left out too, else the rest could be had by subtraction.
 */
export function nameable<Part extends { readonly voters: number }>(
  parts: readonly Part[],
  all: number,
): Part[] {
  const large = parts.filter((part) => part.voters >= LEAST).sort((a, b) => b.voters - a.voters);
  const rest = all - large.reduce((sum, part) => sum + part.voters, 0);
  return rest > 0 && rest < LEAST ? large.slice(0, -1) : large;
}
