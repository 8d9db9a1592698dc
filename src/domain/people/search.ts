import { z } from 'zod';
import { id } from '../id.ts';
import { text } from '../text.ts';
import { queryKeys } from './name.ts';
import { person } from './person.ts';

/** What is typed into the search box: names in any script, or the number of a file. */
export const searchQuery = z.object({ text: text(200) });

/** One person who was found, in reach; `case_id` is a file that may be opened. */
export const searchHit = z.object({
  person_id: z.uuid(),
  case_id: z.uuid().nullable(),
  number: z.string().nullable(),
  /** `relative` = takes part in a household, has no file: the file named is of the same household. */
  kind: z.enum(['participant', 'relative']),
  name: z.custom<z.infer<typeof person>['name']>(),
  called: z.string().nullable(),
  sex: z.string(),
  birth_date: z.string().nullable(),
  birth_precision: z.enum(['day', 'month', 'year']).nullable(),
  birth_estimated: z.boolean().nullable(),
  place_id: z.uuid().nullable(),
  stage: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHit>;
export const searchAnswer = z.object({ people: z.array(searchHit) });

/** Most rows that a search answers, whoever asks. */
export const MOST_HITS = 50;
const MOST_WORDS = 5;
const NUMBER = /^([2-9A-HJ-NP-Z]{4})[- ]?([2-9A-HJ-NP-Z]{4})$/;

/** A typed text as the search reads it: keys of its words, the longest first, initials apart. */
export interface Query {
  readonly folded: string;
  readonly words: readonly (readonly string[])[];
  readonly initials: readonly string[];
  /** The number of a file, where the text may be one. */
  readonly number: string | null;
}

export function queryOf(typed: string): Query {
  const keys = queryKeys(typed);
  const whole = keys.words.filter((word) => word.text.length > 1);
  const longest = whole.toSorted((one, other) => other.text.length - one.text.length);
  const number = NUMBER.exec(typed.trim().toUpperCase());
  return {
    folded: keys.folded,
    words: longest.slice(0, MOST_WORDS).map((word) => word.phonetic),
    initials: keys.words.filter((word) => word.text.length === 1).map((word) => word.text),
    number: number === null ? null : `${number[1]}-${number[2]}`,
  };
}

/** Somebody who is being registered, as far as it is typed: to find people within reach who resemble. */
export const resemblingQuery = z.strictObject({
  id,
  name: person.shape.name,
  former_names: person.shape.former_names,
  sex: person.shape.sex,
  birth: person.shape.birth,
  citizenships: person.shape.citizenships,
  papers: person.shape.papers,
});
export type Resembling = z.infer<typeof resemblingQuery>;

export const resemblingAnswer = z.object({
  people: z.array(
    searchHit.extend({ level: z.enum(['likely', 'possible']), reasons: z.array(z.string()) }),
  ),
});
export type ResemblingHit = z.infer<typeof resemblingAnswer>['people'][number];

/** One of two people who may be one: what tells them apart, no contact, no paper number, no file. */
const duplicateSide = z.object({
  name: z.custom<z.infer<typeof person>['name']>(),
  former_names: z.array(z.custom<z.infer<typeof person>['name']>()),
  sex: z.string(),
  birth_date: z.string().nullable(),
  birth_precision: z.enum(['day', 'month', 'year']).nullable(),
  birth_estimated: z.boolean().nullable(),
  citizenships: z.array(z.string()),
  languages: z.array(z.string()),
  registered_at: z.string(),
  place_ids: z.array(z.uuid()),
  household_size: z.number(),
});
export type DuplicateSide = z.infer<typeof duplicateSide>;

export const likelyDuplicates = z.object({
  pairs: z.array(
    z.object({
      id: z.uuid(),
      level: z.enum(['likely', 'possible']),
      reasons: z.array(z.string()),
      found_at: z.string(),
      arrived: duplicateSide,
      known: duplicateSide,
    }),
  ),
  next: z.uuid().nullable(),
});
export type LikelyDuplicates = z.infer<typeof likelyDuplicates>;

export const settleDuplicate = z.strictObject({ as: z.enum(['same', 'different']) });
