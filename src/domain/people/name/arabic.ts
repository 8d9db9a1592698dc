import type { Slot } from './phonetic.ts';

/**
 * What an Arabic-script letter may stand for among the phonetic classes (`phonetic.ts`), the likeliest
 * first. Arabic has no p, v or g of its own and writes b, f, w, k, j for them; what Arabs say as th, dh
 * and d, Persian and the Turkic languages say as s and z. Covers Arabic, Persian, Dari, Pashto, Urdu,
 * Uyghur and the Arabic script of Kazakh.
 */
const CONSONANTS: Readonly<Record<string, Slot>> = {
  ب: ['b', 'p'],
  پ: ['p'],
  ت: ['t'],
  ث: ['s', 't'],
  ج: ['j', 'g'],
  چ: ['q'],
  ح: ['h'],
  خ: ['h'],
  د: ['d'],
  ذ: ['z', 'd'],
  ر: ['r'],
  ز: ['z'],
  ژ: ['j'],
  س: ['s'],
  ش: ['x'],
  ص: ['s'],
  ض: ['z', 'd'],
  ط: ['t'],
  ظ: ['z'],
  غ: ['g'],
  ف: ['v'],
  ڤ: ['v'],
  ق: ['k', 'g'],
  ک: ['k', 'g'],
  ك: ['k', 'g'],
  گ: ['g'],
  ݣ: ['g'],
  ڭ: ['n'],
  ل: ['l'],
  م: ['m'],
  ن: ['n'],
  ں: ['n'],
  ه: ['h'],
  ھ: ['h'],
  ہ: ['h'],
  ۋ: ['v'],
  ټ: ['t'],
  ٹ: ['t'],
  ډ: ['d'],
  ڈ: ['d'],
  ړ: ['r'],
  ڑ: ['r'],
  ږ: ['j', 'g'],
  ښ: ['x', 'h'],
  ځ: ['z', 'j'],
  څ: ['s'],
  ګ: ['g'],
  ڼ: ['n'],
};

/** Letters that are vowels wherever they stand (after a consonant they leave no trace in a key). */
const VOWELS: Readonly<Record<string, string>> = {
  ا: 'a',
  آ: 'a',
  أ: 'a',
  إ: 'i',
  ٱ: 'a',
  ى: 'a',
  ي: 'i',
  ی: 'i',
  ې: 'e',
  ۍ: 'i',
  ے: 'e',
  ع: 'a',
  ة: 'a',
  ە: 'a',
  ۀ: 'a',
  ۇ: 'u',
  ۆ: 'o',
  ۈ: 'u',
};

const MARKS: Readonly<Record<string, string>> = { '\u064e': 'a', '\u064f': 'u', '\u0650': 'i' };

/** The letters of the classes of `phonetic.ts` that are spelled otherwise in Latin text. */
const SPELLED: Readonly<Record<string, string>> = { x: 'sh', q: 'ch', v: 'f' };

export interface ArabicWord {
  /** A readable Latin form; without vowel marks only the consonants and long vowels are known. */
  readonly latin: string;
  readonly slots: readonly Slot[];
  /** True where no short vowel was written, so that only consonants can be compared. */
  readonly skeletal: boolean;
}

/** True where the word has a letter of the Arabic script. */
export function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

/** Reads one word in Arabic script: its article is dropped, its consonants become slots. */
export function readArabic(written: string): ArabicWord {
  const word = withoutArticle(written.normalize('NFC'));
  const letters = Array.from(word);
  let latin = '';
  let skeletal = true;
  const slots: Slot[] = [];
  letters.forEach((letter, at) => {
    const consonant = CONSONANTS[letter];
    const vowel = VOWELS[letter];
    const mark = MARKS[letter];
    if (mark !== undefined) {
      skeletal = false;
      latin += mark;
    } else if (consonant !== undefined) {
      const first = consonant[0] ?? '';
      const before = slots.at(-1);
      // Arabic writes ch as t and sh.
      const ch = first === 'x' && before?.length === 1 && before[0] === 't';
      if (ch) slots.pop();
      slots.push(ch ? ['q', 'tx'] : consonant);
      latin += SPELLED[first] ?? first;
    } else if (letter === 'و' || letter === 'ؤ') {
      const slot = waw(letters, at);
      slots.push(slot);
      latin += slot[0] === 'v' ? 'v' : 'u';
    } else if (vowel !== undefined) {
      if (at === 0) slots.push(['a']);
      latin += vowel;
    }
  });
  return { latin, slots, skeletal };
}

/** Waw is v (w) at the start and beside a long vowel, u or o elsewhere; both are kept where unsure. */
function waw(letters: readonly string[], at: number): Slot {
  if (at === 0) return ['v'];
  const beside = [letters[at - 1] ?? '', letters[at + 1] ?? ''];
  const last = at === letters.length - 1;
  if (!last && beside.some((letter) => letter in VOWELS && letter !== 'ع')) return ['v', ''];
  return ['', 'v'];
}

function withoutArticle(word: string): string {
  return word.length > 3 && /^[اٱ]ل(?!له)/u.test(word) ? word.slice(2) : word;
}
