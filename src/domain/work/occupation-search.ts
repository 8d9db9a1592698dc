import type { Occupation } from './occupation.ts';
import { takenApart } from './occupation-words.ts';
import { type WeightedIndex, weightedIndex } from './weighted-index.ts';

/** One occupation that may be meant. */
export interface FoundOccupation {
  readonly occupation: Occupation;
  /** 0 to 1; to compare answers to one query, and nothing else. */
  readonly score: number;
  /** The title by which it was found. */
  readonly label: string;
}

export type OccupationSearch = (query: string, limit: number) => readonly FoundOccupation[];

/** How much the second-best title adds, and how much all titles of an occupation together. */
const SECOND = 0.15;
const TOGETHER = 1;
const HIGHEST = 1 + SECOND + TOGETHER;
const LONGEST_QUERY = 300;
/** Below this two words have hardly a run of letters in common. */
const NOTHING = 0.05;

/**
 * Search by free words in English, Russian and Uzbek. An occupation is as near as its best title, a little nearer for a
 * second one, and as near as all its titles taken together: the one finds the title as it is written, the other
 * finds words that stand in different titles. Building takes a second or two; keep what is built.
 */
export function occupationSearch(occupations: readonly Occupation[]): OccupationSearch {
  const owners = occupations.flatMap(({ labels }, at) => labels.map(() => at));
  const apart = takenApart(
    occupations.flatMap(({ labels }) => labels),
    owners,
  );
  return asking({
    ...{ occupations, owners: Uint16Array.from(owners), query: apart.query },
    titles: weightedIndex(apart.titles, apart.size),
    wholes: weightedIndex(apart.wholes, apart.size),
  });
}

interface Built {
  readonly occupations: readonly Occupation[];
  /** Whose each title is. */
  readonly owners: Uint16Array;
  readonly query: ReturnType<typeof takenApart>['query'];
  readonly titles: WeightedIndex;
  readonly wholes: WeightedIndex;
}

function asking({ occupations, owners, query: taken, titles, wholes }: Built): OccupationSearch {
  const begins = occupations.map((_, at) => owners.indexOf(at));
  return (query, limit) => {
    const asked = taken(query.slice(0, LONGEST_QUERY));
    const nearWhole = wholes.near(asked);
    const best = occupations.map(() => ({ first: 0, second: 0, label: 0 }));
    for (const [at, near] of titles.near(asked).entries()) {
      const own = best[owners[at] ?? -1];
      if (own === undefined || near <= own.second) continue;
      if (near > own.first) Object.assign(own, { first: near, second: own.first, label: at });
      else own.second = near;
    }
    return best
      .map(({ first, second, label }, at) => {
        const score = first + SECOND * second + TOGETHER * (nearWhole[at] ?? 0);
        return { at, label, score: score / HIGHEST };
      })
      .filter(({ score }) => score > NOTHING)
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, limit)
      .flatMap(({ at, label, score }) => {
        const occupation = occupations[at];
        return occupation
          ? [{ occupation, score, label: occupation.labels[label - (begins[at] ?? 0)] ?? '' }]
          : [];
      });
  };
}
