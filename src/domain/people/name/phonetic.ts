/**
 * Phonetic classes. A key has one character per consonant, in the order of the word, and `a` in front
 * where it begins with a vowel or y: x = sh, q = ch, v = f and v, s = s and ts. Vowels leave no trace,
 * as Arabic script does not write them and the languages of the region exchange them freely.
 */

/** What one place of a key may be, the likeliest first; `''` means that it may be silent. */
export type Slot = readonly string[];

const DIGRAPHS: Readonly<Record<string, Slot>> = {
  sh: ['x'],
  ch: ['q'],
  // Uthman and Usman, but also Thomas
  th: ['t', 's'],
  // Dhul and Zul, but also Adham
  dh: ['dh', 'z', 'd'],
  ng: ['n', 'ng'],
};

const MOST_KEYS = 6;
const LONGEST_KEY = 16;
/** Ahmed and Ahmet, Ayub and Ayup, Beg and Bek sound alike at the end of a word. */
const DEVOICED: Readonly<Record<string, string>> = { d: 't', b: 'p', g: 'k' };

/** The slots of a folded Latin word. */
export function slotsOf(folded: string): Slot[] {
  const slots: Slot[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const letter = folded[at] ?? '';
    const digraph = DIGRAPHS[folded.slice(at, at + 2)];
    if (digraph !== undefined) {
      slots.push(digraph);
      at += 1;
    } else if (isVowel(letter)) {
      // Uali and Vali; Daulet and Davlat, Rauf and Ravuf
      if (at === 0) slots.push(letter === 'u' && isVowel(folded[1] ?? '') ? ['v', 'a'] : ['a']);
      else if (letter === 'u' && isVowel(folded[at - 1] ?? '')) slots.push(['', 'v']);
    } else if (letter === 'g' && isVowel(folded[at - 1] ?? '') && isVowel(folded[at + 1] ?? '')) {
      // Russian writes h as g: Ibragim, Magomed
      slots.push(['g', 'h']);
    } else {
      slots.push([letter === 'f' ? 'v' : letter]);
    }
  }
  return slots;
}

/** Every key that the slots allow, at most six, the likeliest first. */
export function phoneticKeys(slots: readonly Slot[]): string[] {
  let keys = [''];
  for (const slot of slots) {
    const only = slot.length === 1 ? slot[0] : undefined;
    if (only !== undefined) {
      for (let at = 0; at < keys.length; at += 1) keys[at] += only;
    } else {
      const longer = slot.flatMap((sound) => keys.map((key) => key + sound));
      keys = longer.slice(0, MOST_KEYS);
    }
  }
  return [...new Set(keys.map(finish))].filter((key) => key !== '');
}

export function isVowel(letter: string): boolean {
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u';
}

function finish(key: string): string {
  let text = key;
  if (text.length > 2 && text.endsWith('h')) text = text.slice(0, -1);
  const devoiced = text.length > 1 ? DEVOICED[text.at(-1) ?? ''] : undefined;
  if (devoiced !== undefined) text = text.slice(0, -1) + devoiced;
  return text.slice(0, LONGEST_KEY);
}
