import type { ComparablePerson } from '../duplicate.ts';
import type { BirthParts } from './birth.ts';

/** Keys a person has at most; a pair of people who share one is compared. */
const MOST_KEYS = 40;
const MOST_WORDS = 4;

/**
 * The keys under which a person is looked for among doubles: store them in a table (person, key), join
 * it with itself on the key, take each pair once, score it with `compareForDuplicate`. A pair is found if
 * - a paper number is the same;
 * - the full birth date is the same, or has day and month swapped, or
 * - two words of the name sound alike (whatever the births), or
 * - one word sounds alike, with the same month and day of birth or the same household, or
 * - both have a single name that sounds alike.
 * Where the day is 1 January or unknown only the name keys are used, as half a list may carry that date.
 */
export function blockingKeys(person: ComparablePerson): string[] {
  const keys = new Set<string>();
  for (const paper of person.papers) keys.add(`p:${paper}`);
  const { birth } = person;
  if (birth?.day !== undefined && birth.month !== undefined) {
    const low = Math.min(birth.day, birth.month);
    const high = Math.max(birth.day, birth.month);
    keys.add(`b:${birth.year}:${low}:${high}`);
  }
  for (const name of person.names) {
    const words = name.words.slice(0, MOST_WORDS).map((word) => word.phonetic.slice(0, 3));
    words.forEach((sounds, at) => {
      for (const sound of sounds) {
        for (const key of wordKeys(sound, birth)) keys.add(key);
        for (const other of words.slice(at + 1).flat()) {
          const pair = [sound, other].sort().join('|');
          keys.add(`n:${pair}`);
          // Narrow enough where a join leaves out keys that too many share.
          if (birth !== undefined) keys.add(`m:${pair}:${birth.year}`);
        }
      }
    });
    if (words.length === 1) for (const sound of words[0] ?? []) keys.add(`s:${sound}`);
    if (person.household !== undefined) {
      for (const word of name.words) keys.add(`h:${person.household}:${word.phonetic[0] ?? ''}`);
    }
  }
  return [...keys].slice(0, MOST_KEYS);
}

function wordKeys(sound: string, birth: BirthParts | undefined): string[] {
  if (birth === undefined || sound.length < 2) return [];
  if (birth.day === undefined || birth.month === undefined) return [];
  return [`d:${sound}:${birth.month}-${birth.day}`];
}
