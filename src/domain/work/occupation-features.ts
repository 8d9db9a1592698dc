import { fold } from '../arrival/fold.ts';
import { CYRILLIC } from '../people/name/cyrillic.ts';
import { LATIN_LETTERS } from '../people/name/latin.ts';

/** Words that say nothing of an occupation, in the three languages, after folding. */
const EMPTY = new Set(
  'and of the in for a an to on at with и в на по для из va bilan uchun'.split(' '),
);
const LETTERS: Readonly<Record<string, string>> = { ...CYRILLIC, ...LATIN_LETTERS };
const SHORTEST = 3;
const LONGEST = 5;
const MOST_WORDS = 24;

/**
 * What a title or a query is compared by: its words without their endings, and the runs of three to five letters within
 * each, which a typing error leaves mostly alone; each by a number made from its letters, as often as it comes. Cyrillic
 * becomes Latin letter by letter as in names, so that «тикувчи» and tikuvchi, «швея» and shveya are the same.
 */
export function featuresOf(text: string): readonly number[] {
  return wordsOf(text).flatMap(featuresOfWord);
}

/** The same of one word of `wordsOf`. */
export function featuresOfWord(word: string): readonly number[] {
  const stem = stemOf(word);
  const marked = `^${stem}$`;
  const features = [numberOf(`=${stem}`)];
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let at = 0; at + size <= marked.length; at += 1)
      features.push(numberOf(marked.slice(at, at + size)));
  }
  return features;
}

/** FNV-1a in 32 bits: of some 200,000 features hardly two have the same number. */
function numberOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1)
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The words of a title in plain Latin, those that say nothing left out unless there is no other. */
export function wordsOf(text: string): readonly string[] {
  const all = fold(text.toWellFormed()).split(' ').slice(0, MOST_WORDS);
  const words = all.filter((word) => word !== '' && !EMPTY.has(word));
  return (words.length > 0 ? words : all).map(inLatin).filter((word) => word !== '');
}

function inLatin(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  let latin = '';
  for (const letter of word) latin += LETTERS[letter] ?? letter;
  return latin;
}

/** Endings of the plural: tailors, bakeries, dishes. Other endings are left to the runs of letters. */
function stemOf(word: string): string {
  if (/^.{2,}ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/^.+(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  if (/^.{3,}[^s]s$/.test(word)) return word.slice(0, -1);
  return word.length > 5 ? word.replace(/lar$/, '') : word;
}
