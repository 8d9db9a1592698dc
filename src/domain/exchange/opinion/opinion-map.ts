import { z } from 'zod';
import { REGIONS, type Region } from '../region.ts';
import { LEAST, leaning, leans, nameable, shown, shownVotes } from './shown-votes.ts';
import { typicalOf } from './typical.ts';
import { type Ballot, type Tally, tallies } from './vote.ts';

const side = z.enum(['agree', 'disagree']);

/** What everybody sees of a round of votes: frozen when the round ends, never counted anew. */
export const opinionMap = z.object({
  /** Who voted on anything; null: fewer than five, and nothing else is said. */
  voters: z.number().nullable(),
  groups: z.array(
    z.object({
      /** Null for the smallest where fewer than five people stand in no group shown: they could be subtracted. */
      size: z.number().nullable(),
      /** Middle of the group on the two directions in which people differ most, within −1 and 1. */
      x: z.number(),
      y: z.number(),
      /** What this group says more clearly than the others, the clearest first. */
      typical: z.array(z.object({ statement: z.string(), side })),
    }),
  ),
  regions: z.array(z.object({ region: z.enum(REGIONS), size: z.number() })),
  statements: z.array(
    z.object({
      id: z.string(),
      votes: shownVotes,
      /** In the order of `groups` and of `regions`. */
      groups: z.array(leaning),
      regions: z.array(leaning),
      /** All groups say the same, or two say the opposite; null where there are no groups. */
      unites: side.nullable(),
      divides: z.boolean(),
    }),
  ),
});
export type OpinionMap = z.infer<typeof opinionMap>;

/** What the counting is given: ballots without names, where they stand, and how the regions voted. */
export interface Counted {
  readonly statements: readonly string[];
  readonly ballots: readonly Ballot[];
  readonly points: readonly (readonly [number, number] | null)[];
  readonly groups: readonly (number | null)[];
  readonly regions: readonly {
    readonly region: Region;
    readonly voters: number;
    readonly tallies: readonly Tally[];
  }[];
}

/** The opinion map, with nothing in it about fewer than five people. */
export function mapOf(counted: Counted): OpinionMap {
  const { statements, ballots } = counted;
  if (ballots.length < LEAST) return { voters: null, groups: [], regions: [], statements: [] };
  const all = tallies(ballots, statements.length);
  const groups = groupsOf(counted);
  const sized = nameable(groups, ballots.length);
  const regions = nameable(counted.regions, ballots.length).sort(
    (a, b) => REGIONS.indexOf(a.region) - REGIONS.indexOf(b.region),
  );
  return {
    voters: ballots.length,
    groups: groups.map((group, at) => ({
      size: sized.includes(group) ? group.voters : null,
      x: group.x,
      y: group.y,
      typical: typicalOf(
        groups.map((group) => group.tallies),
        at,
      ).map(({ statement, side }) => ({ statement: statements[statement] ?? '', side })),
    })),
    regions: regions.map(({ region, voters }) => ({ region, size: voters })),
    statements: statements.map((id, at) => {
      const byGroup = groups.map((group) => leans(group.tallies[at] ?? NOBODY));
      return {
        id,
        votes: shown(all[at] ?? NOBODY),
        groups: byGroup,
        regions: regions.map((region) => leans(region.tallies[at] ?? NOBODY)),
        unites: byGroup.length < 2 ? null : sameOf(byGroup),
        divides: byGroup.includes('agree') && byGroup.includes('disagree'),
      };
    }),
  };
}

const NOBODY: Tally = { agree: 0, disagree: 0, pass: 0 };

function sameOf(leanings: readonly string[]): 'agree' | 'disagree' | null {
  const [first] = leanings;
  if (first !== 'agree' && first !== 'disagree') return null;
  return leanings.every((one) => one === first) ? first : null;
}

interface Group {
  readonly voters: number;
  readonly tallies: readonly Tally[];
  readonly x: number;
  readonly y: number;
}

/** Groups of five or more, the largest first, in the middle of their members. */
function groupsOf({ ballots, groups, points, statements }: Counted): Group[] {
  const reach = Math.max(...points.flatMap((point) => point?.map(Math.abs) ?? []), 1e-9);
  const numbers = [...new Set(groups)].filter((group) => group !== null).sort((a, b) => a - b);
  return numbers
    .map((number) => {
      const at = [...groups.keys()].filter((row) => groups[row] === number);
      const members = at.flatMap((row) => (ballots[row] ? [ballots[row]] : []));
      const middle = (axis: 0 | 1) => {
        const sum = at.reduce((total, row) => total + (points[row]?.[axis] ?? 0), 0);
        return Math.round((100 * sum) / at.length / reach) / 100;
      };
      return {
        voters: members.length,
        tallies: tallies(members, statements.length),
        x: middle(0),
        y: middle(1),
      };
    })
    .filter(({ voters }) => voters >= LEAST);
}
