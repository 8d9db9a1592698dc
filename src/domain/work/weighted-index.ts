/**
 * Which documents have most in common with a query, by the cosine of their features, each weighted by how rare it is
 * (tf-idf). Documents are numbers; built once, asked often.
 */
export interface WeightedIndex {
  /** How near each document is, 0 to 1. */
  near(features: ReadonlyMap<string, number>): Float32Array;
}

interface Postings {
  readonly documents: number[];
  readonly weights: number[];
}

/** Builds the index over documents that were taken apart before. */
export function weightedIndex(documents: readonly ReadonlyMap<string, number>[]): WeightedIndex {
  const postings = new Map<string, Postings>();
  for (const features of documents) {
    for (const feature of features.keys()) {
      if (!postings.has(feature)) postings.set(feature, { documents: [], weights: [] });
    }
  }
  const frequency = new Map<string, number>();
  for (const features of documents)
    for (const feature of features.keys())
      frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  // A feature that stands nowhere is the rarest: it lengthens the query, so that half a match stays half a match.
  const rarity = (feature: string) =>
    Math.log(1 + documents.length / (frequency.get(feature) ?? 0.5));
  const weigh = (features: ReadonlyMap<string, number>) => {
    const weights = [...features].map(
      ([feature, count]) => [feature, (1 + Math.log(count)) * rarity(feature)] as const,
    );
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return weights.map(([feature, weight]) => [feature, weight / length] as const);
  };
  for (const [document, features] of documents.entries()) {
    for (const [feature, weight] of weigh(features)) {
      const own = postings.get(feature);
      own?.documents.push(document);
      own?.weights.push(weight);
    }
  }
  // Packed, as there are more than a million.
  const packed = new Map(
    [...postings].map(([feature, own]) => [
      feature,
      { documents: Uint32Array.from(own.documents), weights: Float32Array.from(own.weights) },
    ]),
  );
  postings.clear();
  return {
    near(features) {
      const scores = new Float32Array(documents.length);
      for (const [feature, weight] of weigh(features)) {
        const own = packed.get(feature);
        if (own === undefined) continue;
        for (let at = 0; at < own.documents.length; at += 1) {
          const document = own.documents[at] ?? 0;
          scores[document] = (scores[document] ?? 0) + weight * (own.weights[at] ?? 0);
        }
      }
      return scores;
    },
  };
}
