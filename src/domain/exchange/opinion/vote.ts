import { z } from 'zod';

/** What one may say to a statement. Who does not want to decide passes; that is an answer too. */
export const VOTES = ['agree', 'disagree', 'pass'] as const;
export type Vote = (typeof VOTES)[number];
export const vote = z.enum(VOTES);

/**
 * The votes of one participant in the order of the statements, without who it is; null: not voted yet. Whoever
 * counts sees rows in an order that says nothing.
 */
export type Ballot = readonly (Vote | null)[];

/** How many said what to one statement. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

/** One tally a statement over the ballots handed in. */
export function tallies(ballots: readonly Ballot[], statements: number): Tally[] {
  return Array.from({ length: statements }, (_, at) => {
    const tally = { agree: 0, disagree: 0, pass: 0 };
    for (const ballot of ballots) {
      const said = ballot[at];
      if (said != null) tally[said] += 1;
    }
    return tally;
  });
}

/** Who voted on a statement at all. */
export function voters({ agree, disagree, pass }: Tally): number {
  return agree + disagree + pass;
}

/** Statements that a ballot has an answer to. */
export function answered(ballot: Ballot): number {
  return ballot.filter((said) => said !== null).length;
}
