/** A document taken apart: the numbers of its features and how often each comes. */
export type Document = ReadonlyMap<number, number>;

/** Documents one after the other; each is taken apart when it is asked for, so that they never lie side by side. */
export interface Documents {
  readonly length: number;
  at(document: number): Document;
}

/**
 * Which documents have most in common with a query, by the cosine of their features, each weighted by how rare it is
 * (tf-idf). Documents are numbers; built once, asked often.
 */
export interface WeightedIndex {
  /** How near each document is, 0 to 1. */
  near(query: Document): Float32Array;
}

/** A weight of at most 1 in two bytes: there are some millions of them. */
const FINEST = 0xffff;

/**
 * Builds the index over at most 65,536 documents with features below `size`; a query may have others, which stand
 * nowhere. In flat arrays that are as narrow as they can be: a server has other things to keep in memory.
 */
export function weightedIndex(documents: Documents, size: number): WeightedIndex {
  if (documents.length > FINEST + 1) throw new Error('too many documents for this index');
  const frequency = new Uint32Array(size);
  for (let at = 0; at < documents.length; at += 1) {
    for (const feature of documents.at(at).keys())
      frequency[feature] = (frequency[feature] ?? 0) + 1;
  }
  const starts = new Uint32Array(size + 1);
  for (let feature = 0; feature < size; feature += 1)
    starts[feature + 1] = (starts[feature] ?? 0) + (frequency[feature] ?? 0);
  const total = starts[size] ?? 0;
  const holders = new Uint16Array(total);
  const weights = new Uint16Array(total);
  const weigh = weigher(frequency, documents.length);
  const filled = starts.slice();
  for (let document = 0; document < documents.length; document += 1) {
    for (const [feature, weight] of weigh(documents.at(document))) {
      const place = filled[feature] ?? 0;
      filled[feature] = place + 1;
      holders[place] = document;
      weights[place] = Math.round(weight * FINEST);
    }
  }
  return asking({ documents: documents.length, size, starts, holders, weights, weigh });
}

type Weigh = (document: Document) => Iterable<readonly [number, number]>;

/** Weights of one document, together of the length 1. */
function weigher(frequency: Uint32Array, documents: number): Weigh {
  // A feature that stands nowhere is the rarest: it lengthens the query, so that half a match stays half a match.
  const rarity = (feature: number) => Math.log(1 + documents / (frequency[feature] || 0.5));
  return (document) => {
    const own = [...document].map(
      ([feature, count]) => [feature, (1 + Math.log(count)) * rarity(feature)] as const,
    );
    const length = Math.sqrt(own.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return own.map(([feature, weight]) => [feature, weight / length] as const);
  };
}

interface Built {
  readonly documents: number;
  readonly size: number;
  readonly starts: Uint32Array;
  readonly holders: Uint16Array;
  readonly weights: Uint16Array;
  readonly weigh: Weigh;
}

/** Apart from the building, so that nothing of that stays in memory. */
function asking({ documents, size, starts, holders, weights, weigh }: Built): WeightedIndex {
  return {
    near(query) {
      const scores = new Float32Array(documents);
      for (const [feature, weight] of weigh(query)) {
        if (feature >= size) continue;
        const one = weight / FINEST;
        const end = starts[feature + 1] ?? 0;
        for (let place = starts[feature] ?? 0; place < end; place += 1) {
          const document = holders[place] ?? 0;
          scores[document] = (scores[document] ?? 0) + one * (weights[place] ?? 0);
        }
      }
      return scores;
    },
  };
}
