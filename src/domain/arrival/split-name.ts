import type { NameOrder } from './field.ts';

/** A full name taken apart. `clear` = the name itself told which part is which. */
export interface SplitName {
  readonly given?: string;
  readonly patronymic?: string;
  readonly family?: string;
  readonly single?: string;
  readonly clear: boolean;
}

const PATRONYMIC =
  /(?:ович|евич|ьич|овна|евна|ична|инична|ovich|evich|ovna|evna|ichna|(?:[a-z]o['‘’ʻʼ`]?g['‘’ʻʼ`]?li)|qizi|ўғли|қизи|угли|кизи|оглы|кызы)$/iu;
/** "Son of", "daughter of" as a word after the father's name. */
const AFTER_FATHER =
  /^(?:qizi|kizi|qyzy|qızı|gizi|қизи|кизи|қызы|кызы|o['‘’ʻʼ`]?g['‘’ʻʼ`]?li|ugli|ogli|oglu|uly|uulu|ўғли|угли|оглы|оглу|улы|ұлы|уулу)$/iu;
/** The same before the father's name. */
const BEFORE_FATHER = /^(?:bin|ibn|bint|binti|бин|ибн|бинт|бинти|بن|ابن|بنت)$/iu;
/** Endings that only family names have. -ин, -ина are left out: Амина, Марина, Камин are given names. */
const FAMILY =
  /^.{2,}(?:ов|ова|ев|ева|ёв|ёва|ский|ская|енко|зода|заде|ov|ova|ev|eva|yev|yeva|skiy|skaya|zoda|zade)$/iu;

/** Which comes first in this full name, judged by its own words; `undefined` = it does not tell. */
export function orderOf(fullName: string): NameOrder | undefined {
  if (/^[^,]+,[^,]+$/.test(fullName)) return 'family_first';
  const words = wordsOf(fullName);
  const at = words.findIndex((word, index) => index > 0 && word.patronymic);
  if (at === words.length - 1 && at >= 2) return 'family_first';
  if (at > 0 && at < words.length - 1) return 'given_first';
  const rest = words.filter((word) => !word.patronymic);
  const [first, last] = [rest[0], rest.at(-1)];
  if (rest.length < 2 || first === undefined || last === undefined) return undefined;
  const [front, back] = [FAMILY.test(first.text), FAMILY.test(last.text)];
  if (front === back) return undefined;
  return front ? 'family_first' : 'given_first';
}

/**
 * The order of a whole column by the names that tell: the one that at least four fifths of them have.
 * `undefined` where too few tell or they disagree; it is then asked.
 */
export function columnOrder(names: readonly string[]): NameOrder | undefined {
  let family = 0;
  let given = 0;
  for (const name of names) {
    const order = orderOf(name);
    if (order === 'family_first') family += 1;
    if (order === 'given_first') given += 1;
  }
  if (family + given === 0) return undefined;
  if (family >= 4 * given) return 'family_first';
  return given >= 4 * family ? 'given_first' : undefined;
}

/**
 * Takes a full name apart: `Каримова Дилноза Аббосовна`, `Karimova Dilnoza Abbos qizi`, `Dilnoza`,
 * `Karimova, Dilnoza`, `Muhammad ibn Ahmad Halabiy`. Nothing of the name is lost or respelled.
 *
 * @param order the column's order, for names that do not tell themselves
 */
export function splitFullName(fullName: string, order: NameOrder | undefined): SplitName {
  const own = orderOf(fullName);
  const words = wordsOf(fullName);
  const only = words[0];
  if (only === undefined) return { single: fullName, clear: false };
  if (words.length === 1) return { single: only.text, clear: true };
  const at = words.findIndex((word, index) => index > 0 && word.patronymic);
  const patronymic = at === -1 ? undefined : words[at]?.text;
  const rest = words.filter((_, index) => index !== at).map((word) => word.text);
  const names = arrange(rest, own ?? order ?? 'family_first');
  const clear = own !== undefined || (rest.length === 1 && patronymic !== undefined);
  return patronymic === undefined ? { ...names, clear } : { ...names, patronymic, clear };
}

function arrange(words: readonly string[], order: NameOrder): { given?: string; family?: string } {
  const [first = '', ...after] = words;
  if (after.length === 0) return { given: first };
  if (order === 'family_first') return { family: first, given: after.join(' ') };
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

interface Word {
  readonly text: string;
  readonly patronymic: boolean;
}

/** The words of a name, with "Abbos qizi" and "ibn Ahmad" as one word each. */
function wordsOf(fullName: string): readonly Word[] {
  const raw = fullName.replaceAll(',', ' ').split(' ').filter(Boolean);
  const words: Word[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    const text = raw[index] ?? '';
    const before = words.at(-1);
    const next = raw[index + 1];
    if (before !== undefined && words.length > 1 && AFTER_FATHER.test(text)) {
      words[words.length - 1] = { text: `${before.text} ${text}`, patronymic: true };
    } else if (before !== undefined && next !== undefined && BEFORE_FATHER.test(text)) {
      words.push({ text: `${text} ${next}`, patronymic: true });
      index += 1;
    } else {
      words.push({ text, patronymic: PATRONYMIC.test(text) });
    }
  }
  return words;
}
