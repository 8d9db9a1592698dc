import { LOAN_STEMS } from './uzbek-loans.ts';

/**
 * Uzbek in Latin letters written in Cyrillic ones, by the rules of the alphabets of 1995 and 1940: sh, ch,
 * oʻ and gʻ are one letter, yo, yu and ya one letter, e is э at the head of a word and after a vowel, ye is е
 * there, ʼ is ъ and vanishes where it only parts s from h. What Latin no longer shows of words from other
 * languages (ц, ь) is in a list of stems. Text that is Cyrillic already, or not Uzbek, stays as it is.
 */
export function uzbekCyrillic(text: string): string {
  return text.replace(WORD, (word) => (isUzbekLatin(word) ? writtenWord(word) : word));
}

/** A word with its apostrophes; a quotation mark after it is none, but after o and g, where it is a letter. */
const WORD = /\p{L}(?:[\p{L}\p{M}ʻʼ'‘’`]*(?:[\p{L}\p{M}ʻʼ]|(?<=[oOgG])['‘’`]))?/gu;
/** The letters of the alphabet; c stands only in ch, w nowhere. */
const UZBEK = /^(?:[abdefghijklmnopqrstuvxyzʻʼ]|ch)+$/u;
/** Signs that Cyrillic text keeps in Latin letters, and numbers of centuries and groups. */
export const KEPT = /^(?:[IVX]{2,}|QR|ID|PDF|USB)$/;

const ONE: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'б', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'ҳ', i: 'и', j: 'ж', k: 'к', l: 'л' },
  ...{ m: 'м', n: 'н', o: 'о', p: 'п', q: 'қ', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', x: 'х' },
  ...{ y: 'й', z: 'з', ʻ: '', ʼ: 'ъ' },
};
const TWO: Readonly<Record<string, string>> = {
  ...{ oʻ: 'ў', gʻ: 'ғ', sh: 'ш', ch: 'ч', yo: 'ё', yu: 'ю', ya: 'я' },
};
const AFTER_VOWEL = /(?:[aeiou]|oʻ)$/;
/** Where ts is the one letter of words from other languages; t and s of a stem and its ending stay two. */
const TS = /^ts(?:$|e|i[aokprtvy])/;

function isUzbekLatin(word: string): boolean {
  return !KEPT.test(word) && UZBEK.test(plain(word));
}

/** In small letters, with one sign for the apostrophe of oʻ and gʻ and one for the others. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?<=[og])[ʻʼ'‘’`]/g, 'ʻ')
    .replace(/(?<![og])[ʻʼ'‘’`]/g, 'ʼ');
}

function writtenWord(word: string): string {
  const small = plain(word);
  const shouted = word.length > 1 && word === word.toUpperCase();
  const loan = loanOf(small);
  let written = '';
  for (let at = loan?.length ?? 0; at < small.length; ) {
    const [letters, length] = lettersAt(small, at);
    written += cased(letters, word.slice(at, at + length), shouted);
    at += length;
  }
  if (loan === null) return written;
  return cased(loan.cyrillic, word.slice(0, loan.length), shouted) + written;
}

/** A stem from another language at the head of the word; its last ь falls away before an ending. */
function loanOf(small: string): { readonly cyrillic: string; readonly length: number } | null {
  for (let length = small.length; length > 2; length -= 1) {
    const cyrillic = LOAN_STEMS[small.slice(0, length)];
    if (cyrillic === undefined) continue;
    const bare = length < small.length ? cyrillic.replace(/ь$/, '') : cyrillic;
    return { cyrillic: bare, length };
  }
  return null;
}

/** The Cyrillic letters for what stands at a place, and how many Latin signs they take. */
function lettersAt(small: string, at: number): readonly [letters: string, length: number] {
  const rest = small.slice(at);
  const before = at === 0 ? '' : small.charAt(at - 1);
  const first = at === 0 || AFTER_VOWEL.test(small.slice(0, at));
  // Isʼhoq, asʼhob: s and h, not sh.
  if (rest.startsWith('ʼ') && before === 's' && small.charAt(at + 1) === 'h') return ['', 1];
  if (rest.startsWith('yoʻ')) return ['йў', 3];
  if (rest.startsWith('ye')) return [first || before === 'ʼ' ? 'е' : 'ье', 2];
  if (rest.startsWith('e')) return [first ? 'э' : 'е', 1];
  if (TS.test(rest)) return ['ц', 2];
  // Redaksiya, korrupsiya, konferensiya: here too the s was ц.
  if (/^siya/.test(rest) && /[knp]/.test(before)) return ['ц', 1];
  const two = TWO[rest.slice(0, 2)];
  if (two !== undefined) return [two, 2];
  return [ONE[rest.charAt(0)] ?? rest.charAt(0), 1];
}

/** In capitals where the Latin was: all of them in a word of capitals, else the first. */
function cased(letters: string, latin: string, shouted: boolean): string {
  const [first = ''] = latin;
  if (shouted) return letters.toUpperCase();
  if (first === first.toLowerCase()) return letters;
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}
