import { featuresOf, featuresOfWord, wordsOf } from './occupation-features.ts';
import type { Document, Documents } from './weighted-index.ts';

/** Titles taken apart, as documents and together by whom they belong to, and how a query is taken apart to match. */
export interface TakenApart {
  readonly titles: Documents;
  readonly wholes: Documents;
  /** How many different features there are. */
  readonly size: number;
  readonly query: (text: string) => Document;
}

/** `owners` = whose title each is: numbers from 0, in ascending order. */
export function takenApart(titles: readonly string[], owners: readonly number[]): TakenApart {
  const words = new Map<string, number>();
  const used = flat(titles, (title) =>
    wordsOf(title).map((word) => {
      const known = words.get(word) ?? words.size;
      words.set(word, known);
      return known;
    }),
  );
  const features = flat([...words.keys()], featuresOfWord);
  const known = distinct(features.values);
  for (const [at, feature] of features.values.entries())
    features.values[at] = numberIn(known, feature);
  const add = (document: Map<number, number>, title: number) => {
    for (const word of listOf(used, title))
      for (const feature of listOf(features, word))
        document.set(feature, (document.get(feature) ?? 0) + 1);
    return document;
  };
  const begins = beginnings(owners);
  return {
    titles: { length: titles.length, at: (title) => add(new Map(), title) },
    wholes: {
      length: begins.length - 1,
      at: (owner) => {
        const document = new Map<number, number>();
        for (let title = begins[owner] ?? 0; title < (begins[owner + 1] ?? 0); title += 1)
          // Within an occupation a feature counts once a title that has it.
          for (const feature of add(new Map(), title).keys())
            document.set(feature, (document.get(feature) ?? 0) + 1);
        return document;
      },
    },
    size: known.length,
    query: asked(known),
  };
}

/** Lists of numbers one behind the other: ten thousands of small arrays take many times their room. */
interface Lists {
  readonly starts: readonly number[];
  readonly values: Uint32Array;
}

function flat(texts: readonly string[], numbersOf: (text: string) => Iterable<number>): Lists {
  const starts = [0];
  const values: number[] = [];
  for (const text of texts) {
    for (const value of numbersOf(text)) values.push(value);
    starts.push(values.length);
  }
  return { starts, values: Uint32Array.from(values) };
}

function listOf({ starts, values }: Lists, at: number): Uint32Array {
  return values.subarray(starts[at] ?? 0, starts[at + 1] ?? 0);
}

/** Apart, so that a query keeps no titles in memory. What no title has gets a number above all others. */
function asked(known: Uint32Array): (text: string) => Document {
  return (text) => {
    const strange = new Map<number, number>();
    return counted(
      featuresOf(text).map((feature) => {
        const number = numberIn(known, feature);
        if (number < known.length) return number;
        const own = strange.get(feature) ?? known.length + strange.size;
        strange.set(feature, own);
        return own;
      }),
    );
  };
}

function counted(features: readonly number[]): Document {
  const document = new Map<number, number>();
  for (const feature of features) document.set(feature, (document.get(feature) ?? 0) + 1);
  return document;
}

function distinct(features: Uint32Array): Uint32Array {
  return features
    .toSorted()
    .filter((feature, index, all) => index === 0 || feature !== all[index - 1]);
}

/** Where a feature stands among all, or how many there are where it stands nowhere. */
function numberIn(known: Uint32Array, feature: number): number {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((known[middle] ?? 0) < feature) low = middle + 1;
    else high = middle;
  }
  return known[low] === feature ? low : known.length;
}

/** Where the titles of each owner begin, and behind the last where they end. */
function beginnings(owners: readonly number[]): readonly number[] {
  const begins: number[] = [];
  for (const [at, owner] of owners.entries()) {
    while (begins.length <= owner) begins.push(at);
  }
  return [...begins, owners.length];
}
