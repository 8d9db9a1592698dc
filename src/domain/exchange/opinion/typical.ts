import { leans } from './shown-votes.ts';
import { type Tally, voters } from './vote.ts';

/** Statements named for a group at most. */
const MOST = 3;
/** One in ten would come about by chance (one-sided); as Polis has it. */
const CLEAR = 1.2816;

export interface Typical {
  /** Its place among the statements. */
  readonly statement: number;
  readonly side: 'agree' | 'disagree';
}

/**
 * What a group says more clearly than the rest: it leans there, the share differs from that of the others by more
 * than chance, ordered by how many times likelier it is said here (with one vote added on either side, so that few
 * votes never look certain).
 */
export function typicalOf(groups: readonly (readonly Tally[])[], of: number): Typical[] {
  const own = groups[of] ?? [];
  return own
    .flatMap((tally, statement) => {
      const side = leans(tally);
      if (side !== 'agree' && side !== 'disagree') return [];
      const rest = groups.filter((_, at) => at !== of).map((other) => other[statement]);
      const said = rest.reduce((sum, other) => sum + (other?.[side] ?? 0), 0);
      const all = rest.reduce((sum, other) => sum + (other === undefined ? 0 : voters(other)), 0);
      const [here, there] = [share(tally[side], voters(tally)), share(said, all)];
      const differs = difference(tally[side], voters(tally), said, all);
      return differs < CLEAR ? [] : [{ statement, side, times: (here / there) * differs }];
    })
    .sort((a, b) => b.times - a.times || a.statement - b.statement)
    .slice(0, MOST)
    .map(({ statement, side }) => ({ statement, side }));
}

const share = (said: number, all: number) => (said + 1) / (all + 2);

/** Two shares compared (z of the difference, pooled). */
function difference(one: number, ofOne: number, other: number, ofOther: number): number {
  const pooled = (one + other + 2) / (ofOne + ofOther + 4);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / (ofOne + 2) + 1 / (ofOther + 2)));
  return spread === 0 ? 0 : (share(one, ofOne) - share(other, ofOther)) / spread;
}
