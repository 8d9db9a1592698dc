import type { Occupation } from './occupation.ts';
import { featuresOf } from './occupation-features.ts';
import { type Document, weightedIndex } from './weighted-index.ts';

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
  const labels = occupations.flatMap(({ labels: own }, occupation) =>
    own.map((label) => ({ label, occupation })),
  );
  const numbers = new Map<string, number>();
  const known = new Map<string, readonly string[]>();
  const documents = labels.map(({ label }) => numbered(featuresOf(label, known), numbers, true));
  const together = occupations.map(() => new Map<number, number>());
  for (const [at, { occupation }] of labels.entries()) {
    const own = together[occupation];
    for (const feature of documents[at]?.features ?? [])
      own?.set(feature, (own.get(feature) ?? 0) + 1);
  }
  const titles = weightedIndex(documents, numbers.size);
  const wholes = weightedIndex(together.map(packed), numbers.size);

  return (query, limit) => {
    const asked = numbered(featuresOf(query.slice(0, LONGEST_QUERY)), numbers, false);
    const nearWhole = wholes.near(asked);
    const best = occupations.map(() => ({ first: 0, second: 0, label: 0 }));
    for (const [at, near] of titles.near(asked).entries()) {
      const own = best[labels[at]?.occupation ?? -1];
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
        return occupation ? [{ occupation, score, label: labels[label]?.label ?? '' }] : [];
      });
  };
}

/** Features by their numbers; a new one gets the next number, which only building keeps. */
function numbered(
  features: ReadonlyMap<string, number>,
  numbers: Map<string, number>,
  building: boolean,
): Document {
  let next = numbers.size;
  const own = new Map<number, number>();
  for (const [feature, count] of features) {
    const known = numbers.get(feature);
    own.set(known ?? next, count);
    if (known !== undefined) continue;
    if (building) numbers.set(feature, next);
    next += 1;
  }
  return packed(own);
}

function packed(own: ReadonlyMap<number, number>): Document {
  return { features: Uint32Array.from(own.keys()), counts: Uint16Array.from(own.values()) };
}
