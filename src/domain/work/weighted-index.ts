/** A document taken apart: the numbers of its features and how often each comes. */
export interface Document {
  readonly features: Uint32Array;
  readonly counts: Uint16Array;
}

/**
 * Which documents have most in common with a query, by the cosine of their features, each weighted by how rare it is
 * (tf-idf). Documents are numbers; built once, asked often.
 */
export interface WeightedIndex {
  /** How near each document is, 0 to 1. */
  near(query: Document): Float32Array;
}

/**
 * Builds the index over documents with features below `size`; a query may have others, which stand nowhere. In flat
 * arrays, as there are more than a million of postings.
 */
export function weightedIndex(documents: readonly Document[], size: number): WeightedIndex {
  const frequency = new Uint32Array(size);
  for (const { features } of documents)
    for (const feature of features) frequency[feature] = (frequency[feature] ?? 0) + 1;
  const starts = new Uint32Array(size + 1);
  for (let feature = 0; feature < size; feature += 1)
    starts[feature + 1] = (starts[feature] ?? 0) + (frequency[feature] ?? 0);
  const total = starts[size] ?? 0;
  const holders = new Uint32Array(total);
  const weights = new Float32Array(total);
  const filled = starts.slice();

  // A feature that stands nowhere is the rarest: it lengthens the query, so that half a match stays half a match.
  const rarity = (feature: number) => Math.log(1 + documents.length / (frequency[feature] || 0.5));
  const weigh = ({ features, counts }: Document) => {
    const own = new Float32Array(features.length);
    let square = 0;
    for (const [at, feature] of features.entries()) {
      const weight = (1 + Math.log(counts[at] ?? 1)) * rarity(feature);
      own[at] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    return own.map((weight) => weight / length);
  };

  for (const [document, one] of documents.entries()) {
    const own = weigh(one);
    for (const [at, feature] of one.features.entries()) {
      const place = filled[feature] ?? 0;
      filled[feature] = place + 1;
      holders[place] = document;
      weights[place] = own[at] ?? 0;
    }
  }
  return {
    near(query) {
      const scores = new Float32Array(documents.length);
      const own = weigh(query);
      for (const [at, feature] of query.features.entries()) {
        if (feature >= size) continue;
        const end = starts[feature + 1] ?? 0;
        for (let place = starts[feature] ?? 0; place < end; place += 1) {
          const document = holders[place] ?? 0;
          scores[document] = (scores[document] ?? 0) + (own[at] ?? 0) * (weights[place] ?? 0);
        }
      }
      return scores;
    },
  };
}
