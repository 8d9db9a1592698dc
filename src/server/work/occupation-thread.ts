import { parentPort } from 'node:worker_threads';
import { fold } from '#domain/arrival/fold.ts';
import type { LocalTitles, Occupation, ShownOccupation } from '#domain/work/occupation.ts';
import { type OccupationSearch, occupationSearch } from '#domain/work/occupation-search.ts';
import { occupationTables } from './occupations.ts';

/** What the thread is asked, each with a number by which its answer is known. */
export interface OccupationQuestion {
  readonly number: number;
  /** Titles edited here, where they are others than before. */
  readonly edited?: readonly LocalTitles[];
  readonly ask:
    | { readonly words: string; readonly limit: number }
    /** The occupations that have these codes. */
    | { readonly codes: readonly string[] }
    /** For each title the one occupation that has exactly it, whatever its letters' size. */
    | { readonly exactly: readonly string[] };
}
export interface OccupationReply {
  readonly number: number;
  readonly found: readonly (ShownOccupation | null)[];
}

/** So near, beside the nearest, must be what is shown. */
const LEAST_OF_FIRST = 0.3;

let edited: readonly LocalTitles[] = [];
let occupations: readonly Occupation[] | undefined;
let search: OccupationSearch | undefined;

parentPort?.on('message', (question: OccupationQuestion) => {
  if (question.edited !== undefined) {
    edited = question.edited;
    occupations = undefined;
    search = undefined;
  }
  const reply: OccupationReply = { number: question.number, found: answer(question.ask) };
  parentPort?.postMessage(reply);
});

function answer(ask: OccupationQuestion['ask']): readonly (ShownOccupation | null)[] {
  occupations ??= occupationTables(edited);
  if ('codes' in ask) {
    const wanted = new Set(ask.codes);
    return occupations.filter(({ code }) => wanted.has(code)).map(shown);
  }
  if ('exactly' in ask) {
    const holders = exactly(occupations, new Set(ask.exactly.map(fold)));
    return ask.exactly.map((title) => holders.get(fold(title)) ?? null);
  }
  search ??= occupationSearch(occupations);
  const found = search(ask.words, ask.limit);
  // Far behind the nearest stand only chance neighbours of the same letters.
  const least = (found[0]?.score ?? 0) * LEAST_OF_FIRST;
  return found.filter(({ score }) => score >= least).map(({ occupation }) => shown(occupation));
}

/** By title its occupation; where several have it the unit group, else the one that shows it; else none. */
function exactly(
  all: readonly Occupation[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ShownOccupation> {
  const holders = new Map<string, Occupation[]>();
  for (const one of all) {
    for (const title of new Set(one.labels.map(fold)))
      if (wanted.has(title)) holders.set(title, [...(holders.get(title) ?? []), one]);
  }
  const chosen = new Map<string, ShownOccupation>();
  for (const [title, own] of holders) {
    const shows = own.filter(({ titles }) => Object.values(titles).some((t) => fold(t) === title));
    const one = own.length === 1 ? own[0] : shows.length === 1 ? shows[0] : undefined;
    if (one !== undefined) chosen.set(title, shown(one));
  }
  return chosen;
}

function shown({ code, unit, titles }: Occupation): ShownOccupation {
  return { code, unit, titles };
}
