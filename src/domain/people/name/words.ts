import { isArabic, readArabic } from './arabic.ts';
import { CYRILLIC } from './cyrillic.ts';
import { foldLatin, LATIN_LETTERS } from './latin.ts';
import { OTHER_ALPHABETS } from './other-alphabets.ts';
import { isMarker, withoutEnding, withoutHonorific } from './patronymic.ts';
import { phoneticKeys, type Slot, slotsOf } from './phonetic.ts';

/** Which part of a name a word comes from; `any` where the text was not parted. */
export type Role = 'given' | 'patronymic' | 'family' | 'single' | 'any';

/** One word of a name, folded. */
export interface Word {
  readonly role: Role;
  /** Plain Latin where the script is known, else the letters as written; 1–40 characters. */
  readonly text: string;
  readonly phonetic: readonly string[];
  /** Only the consonants are known (Arabic script without vowel marks). */
  readonly skeletal: boolean;
}

const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const LONGEST_TEXT = 600;
const MOST_ROUNDS = 10;

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CYRILLIC),
  ...Object.entries(OTHER_ALPHABETS),
  ...Object.entries(LATIN_LETTERS),
]);

/** Every sign that people type for the Uzbek oʻ and gʻ, the tutuq belgisi, ayn and hamza. */
const APOSTROPHES = /[ʻʼʽʾʿʺˈ‘’‛′´`ʹ'＇՚ꞌ]/gu;
const INVISIBLE = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const WORD = /[\p{L}\p{M}\p{N}']+/gu;
/** "Abd al-Rahman", "Abdul Rahman": one name in two words. */
const ABD = /^abd(?:[aeu][lrnszdt]?)?$/;

interface Read {
  text: string;
  slots: readonly Slot[] | undefined;
  skeletal: boolean;
}

/** The folded words of one part of a name, at most twelve. Never throws, whatever the text. */
export function wordsOf(text: string, role: Role): Word[] {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    // Before NFKC, which takes the acute accent ´ for a blank.
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    // AlisherUsmanov: a blank was left out.
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    // Once more for what came apart (ŉ) or was a capital (Ꞌ).
    .replace(APOSTROPHES, "'");
  const read: Read[] = [];
  for (const word of plain.match(WORD) ?? []) {
    const one = readWord(word);
    if (one.text !== '') read.push(one);
  }
  const words = joined(read).slice(0, MOST_WORDS);
  const kept =
    words.length > 1
      ? words.filter((word, at) => !isMarker(word.text, words[at + 1]?.text ?? ''))
      : words;
  return (kept.length > 0 ? kept : words).map((word) => finished(word, role));
}

function readWord(word: string): Read {
  if (isArabic(word)) {
    const { latin, slots, skeletal } = readArabic(word);
    const text = foldLatin(latin);
    // Compounds were respelled by the folding, so their slots are read again from it.
    const compound = /^abdu|idin$/.test(text);
    return { text, slots: compound ? undefined : slots, skeletal };
  }
  return { text: foldLatin(inLatin(word)), slots: undefined, skeletal: false };
}

function inLatin(word: string): string {
  if (/^[a-z']*$/.test(word)) return word;
  // With a Turkish letter in the word, its c is the sound of j.
  const turkish = /[ğşıçə]/.test(word);
  let latin = '';
  for (const letter of word) {
    const known = LETTERS.get(letter);
    if (known !== undefined) latin += known;
    else if (turkish && letter === 'c') latin += 'j';
    else latin += plainLetters(letter);
  }
  return latin;
}

function plainLetters(letter: string): string {
  let plain = '';
  for (const part of letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) {
    plain += LETTERS.get(part) ?? part;
  }
  return plain;
}

/** Joins what is one name in two words: "Abdul Rahman", "Nur al-Din". */
function joined(read: readonly Read[]): Read[] {
  const words: Read[] = [];
  for (const word of read) {
    const before = words.at(-1);
    const isArticle = /^[aeu][ld]$/.test(word.text);
    if (before !== undefined && /^d[ie]+n$/.test(word.text) && words.length > 0) {
      const article = /^[aeu][ld]$/.test(before.text) && words.length > 1;
      if (article) words.pop();
      glue(words, word, 'idin');
    } else if (before !== undefined && ABD.test(before.text) && !isArticle) {
      glue(words, word, `abdul${word.text}`);
    } else if (!(isArticle && before !== undefined && ABD.test(before.text))) {
      words.push({ ...word });
    }
  }
  return words;
}

function glue(words: Read[], word: Read, tail: string): void {
  const before = words.pop();
  if (before === undefined) return;
  const text = foldLatin(tail.startsWith('abdul') ? tail : before.text + tail);
  const skeletal = before.skeletal || word.skeletal;
  words.push({ text, slots: undefined, skeletal });
}

function finished(word: Read, role: Role): Word {
  const text = settled(word.text);
  const slots = text === word.text && word.slots !== undefined ? word.slots : slotsOf(text);
  const phonetic = phoneticKeys(slots);
  const plain = withoutHonorific(text);
  if (plain !== text) phonetic.push(...phoneticKeys(slotsOf(plain)));
  return { role, text, phonetic: phonetic.length > 0 ? phonetic : [text], skeletal: word.skeletal };
}

/** Folds until nothing changes, so that the keys of a key are the key itself. */
function settled(folded: string): string {
  let text = folded;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = foldLatin(withoutEnding(text)).slice(0, LONGEST_WORD);
    if (next === text) break;
    text = next;
  }
  return text.isWellFormed() ? text : text.slice(0, -1);
}
