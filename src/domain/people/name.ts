import { z } from 'zod';
import { line } from '#domain/text.ts';
import type { ReadWords } from './name/remembered-words.ts';
import { type Word, wordsOf } from './name/words.ts';

/** What a name is to its bearer: the one in use, one given up, or another spelling of the one in use. */
export const nameKind = z.enum(['current', 'former', 'other_spelling']);
export type NameKind = z.infer<typeof nameKind>;

/**
 * A name, its parts kept exactly as written in the source, in any script. `single` is for people who
 * have one name only. `script` is an ISO 15924 code (`Cyrl`, `Latn`, `Arab`) where it is known.
 */
export const name = z
  .strictObject({
    kind: nameKind,
    given: line.optional(),
    patronymic: line.optional(),
    family: line.optional(),
    single: line.optional(),
    script: z
      .string()
      .regex(/^[A-Z][a-z]{3}$/)
      .optional(),
  })
  .refine((parts) => PARTS.some((part) => /[\p{L}\p{N}]/u.test(parts[part] ?? '')), {
    error: 'required',
    path: ['given'],
  });
export type Name = z.infer<typeof name>;

/** The parts that keys are made from. */
export interface NameParts {
  readonly given?: string | undefined;
  readonly patronymic?: string | undefined;
  readonly family?: string | undefined;
  readonly single?: string | undefined;
}

/** The words of one name: all that `similarity` looks at. */
export interface NameWords {
  readonly words: readonly Word[];
}

/**
 * The keys of one name. The first four are stored per name row; `words` is for `similarity` alone.
 *
 * Store `folded` text (index: gin (folded gin_trgm_ops)), `tokens` text[] and `phonetic` text[] (a GIN
 * index each). A search takes `queryKeys(text)` as q and
 * 1. selects candidates by `phonetic && q.phonetic`; with two words or more first by
 *    `phonetic @> array[k1, k2]` for a key of each word (`words[i].phonetic[0]`), which is selective;
 *    and, for typing errors in a consonant, by `folded % q.folded` with threshold .45;
 * 2. orders by `greatest(similarity(folded, q.folded), .9 * coverage)` descending, where coverage is
 *    the share of the words of q of which some phonetic key is in `phonetic`. Coverage carries names in
 *    Arabic script, whose folded form lacks the short vowels and has few trigrams in common;
 * 3. takes a word of one letter as an initial: it must be in `initials`, which also may filter.
 */
export interface NameKeys extends NameWords {
  /** The folded words sorted and joined by a space, at most 500 characters. */
  readonly folded: string;
  /** The folded words without repeats, sorted; at most 12, each at most 40 characters. */
  readonly tokens: readonly string[];
  /** Consonant keys of all words without repeats, sorted; at most 48, each at most 16 characters. */
  readonly phonetic: readonly string[];
  /** First letters of the folded words without repeats, sorted. */
  readonly initials: readonly string[];
}

const PARTS = ['given', 'patronymic', 'family', 'single'] as const;
const MOST_WORDS = 12;
const MOST_PHONETIC = 48;
const LONGEST_FOLDED = 500;

/**
 * Keys of a name in parts. One name in Cyrillic, Latin or Arabic script, with its words in any order
 * and its patronymic in any style, gets the same keys as nearly as its spelling allows. Any Unicode is
 * taken; a name without a letter or digit gets empty keys.
 *
 * @param read a reader that remembers, for many names
 */
export function nameKeys(parts: NameParts, read: ReadWords = wordsOf): NameKeys {
  return keysOf(nameWords(parts, read).words);
}

/** The words of a name without the keys that are stored, where two names are compared. */
export function nameWords(parts: NameParts, read: ReadWords = wordsOf): NameWords {
  const words: Word[] = [];
  for (const part of PARTS) {
    const text = parts[part];
    if (text === undefined) continue;
    const found = read(text, part);
    // A full name written into one field is not a single name.
    const whole = part === 'single' && found.length > 1;
    words.push(...(whole ? read(text, 'any') : found));
  }
  return { words: distinct(words) };
}

/** Keys of a text in which the parts are not told apart: what is typed into a search box. */
export function queryKeys(text: string): NameKeys {
  return keysOf(distinct(wordsOf(text, 'any')));
}

function distinct(all: readonly Word[]): readonly Word[] {
  const words: Word[] = [];
  for (const word of all) {
    const same = words.find((one) => one.text === word.text);
    if (same === undefined) words.push(word);
    else words[words.indexOf(same)] = merged(same, word);
  }
  return words.slice(0, MOST_WORDS);
}

function keysOf(words: readonly Word[]): NameKeys {
  const tokens = words.map((word) => word.text).sort();
  const phonetic = [...new Set(words.flatMap((word) => word.phonetic))].sort();
  return {
    folded: tokens.join(' ').slice(0, LONGEST_FOLDED),
    tokens,
    phonetic: phonetic.slice(0, MOST_PHONETIC),
    initials: [
      ...new Set(tokens.map((token) => String.fromCodePoint(token.codePointAt(0) ?? 0))),
    ].sort(),
    words,
  };
}

/** One word written twice, perhaps in two scripts, which may give it different keys. */
function merged(one: Word, other: Word): Word {
  return { ...one, phonetic: [...new Set([...one.phonetic, ...other.phonetic])] };
}
