import { type Role, type Word, wordsOf } from './words.ts';

/** Reads the words of one part of a name: `wordsOf`, or one that remembers. */
export type ReadWords = (text: string, role: Role) => readonly Word[];

/** Of each of the two halves; a word with its keys takes some 500 bytes. */
const HALF = 8_000;

/**
 * `wordsOf` that remembers what it read: in a list of thousands the same names come again and again. Holds
 * at most the last 16,000 texts, and they are names of people: make one for one list and let it go.
 */
export function rememberedWords(read: ReadWords = wordsOf): ReadWords {
  let newer = new Map<string, readonly Word[]>();
  let older = new Map<string, readonly Word[]>();
  return (text, role) => {
    const key = `${role} ${text}`;
    const known = newer.get(key);
    if (known !== undefined) return known;
    const words = older.get(key) ?? read(text, role);
    if (newer.size >= HALF) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, words);
    return words;
  };
}
