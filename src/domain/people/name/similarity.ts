import type { NameWords } from '../name.ts';
import { areDistinct } from './distinct.ts';
import { isAlike, likeness } from './edit-distance.ts';
import { withoutHonorific } from './patronymic.ts';
import type { Word } from './words.ts';

/** Why two names are alike or not; texts for people belong to the screens. */
export type NameReason =
  | 'same_words'
  | 'similar_words'
  | 'sounds_alike'
  | 'consonants_alike'
  | 'initial_fits'
  | 'part_missing'
  | 'joined_or_split'
  | 'other_given'
  | 'other_patronymic'
  | 'other_family'
  | 'other_word';

/** Two words that were laid side by side, and how alike they are (0 to 1). */
export interface Pairing {
  readonly left: Word;
  readonly right: Word;
  readonly likeness: number;
}

export interface NameSimilarity {
  /** 0 (nothing in common) to 1 (the same words, in any order, script or spelling). */
  readonly score: number;
  readonly reasons: readonly NameReason[];
  readonly pairs: readonly Pairing[];
}

/** Below this a pair of words is two names, not two spellings. */
export const SAME_WORD = 0.72;
/**
 * From this score on two names are taken for one; set on the even rows of `name-bench` (decision 0004).
 */
export const SAME_NAME = 0.8;
const SOUNDS_ALIKE = 0.88;
const CONSONANTS_ALIKE = 0.92;
const WITHOUT_HONORIFIC = 0.87;
const INITIAL = 0.8;
/** What names as near as Hasan and Husan get: too little to be one. */
const TWO_NAMES = 0.5;
/** What a name loses for each word that only the other has (a patronymic left out, a second surname). */
const MISSING = 0.04;

/**
 * Compares two names by laying their words side by side, whatever their order. A word that only one name
 * has costs little; a word that both have and that differs costs much, so that brothers and a mother and
 * her daughter do not pass for one person. With Arabic script without vowels, consonants are compared.
 */
export function similarity(left: NameWords, right: NameWords): NameSimilarity {
  const reasons = new Set<NameReason>();
  const pairs = pairUp(left.words, right.words);
  if (pairs.length === 0) return { score: 0, reasons: [], pairs };
  let weight = 0;
  let sum = 0;
  let worst = 1;
  for (const pair of pairs) {
    const heavy = Math.sqrt(Math.min(pair.left.text.length, pair.right.text.length));
    weight += heavy;
    sum += heavy * pair.likeness;
    worst = Math.min(worst, pair.likeness);
    reasons.add(reasonOf(pair));
  }
  const missing = Math.abs(left.words.length - right.words.length);
  if (missing > 0) reasons.add('part_missing');
  let score = (sum / weight) * conflict(worst) * Math.max(0.6, 1 - MISSING * missing);
  // One word of a longer name says little about who it is.
  if (pairs.length === 1 && missing > 0) score *= 0.8;
  const whole = score < 0.95 ? joinedLikeness(left.words, right.words) : 0;
  if (whole > score) {
    score = whole;
    reasons.add('joined_or_split');
  }
  return { score, reasons: [...reasons], pairs };
}

/** The likeness of the worst pair weighs on the whole: one differing word is another person. */
function conflict(worst: number): number {
  if (worst >= 0.85) return 1;
  if (worst >= SAME_WORD) return 1 - (0.85 - worst) * 0.7;
  return 0.55 + (0.25 * worst) / SAME_WORD;
}

function pairUp(left: readonly Word[], right: readonly Word[]): Pairing[] {
  const all: { pairing: Pairing; at: number; to: number }[] = [];
  left.forEach((one, at) => {
    right.forEach((other, to) => {
      const pairing = { left: one, right: other, likeness: wordLikeness(one, other) };
      all.push({ pairing, at, to });
    });
  });
  all.sort((a, b) => rank(b.pairing) - rank(a.pairing));
  const pairs: Pairing[] = [];
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  for (const { pairing, at, to } of all) {
    if (usedLeft.has(at) || usedRight.has(to)) continue;
    usedLeft.add(at);
    usedRight.add(to);
    pairs.push(pairing);
  }
  return pairs;
}

/** Of equal likenesses the one between like parts goes first. */
function rank(pairing: Pairing): number {
  return pairing.likeness + (pairing.left.role === pairing.right.role ? 0.001 : 0);
}

function wordLikeness(left: Word, right: Word): number {
  if (left.text === right.text) return 1;
  if (left.text.length === 1 || right.text.length === 1) {
    return left.text[0] === right.text[0] ? INITIAL : 0;
  }
  if (areDistinct(left.text, right.text)) return TWO_NAMES;
  if (left.skeletal !== right.skeletal) return consonantLikeness(left, right);
  const spelled = likeness(left.text, right.text);
  if (spelled >= SOUNDS_ALIKE || spelled < 0.4) return spelled;
  if (withoutHonorific(left.text) === withoutHonorific(right.text)) return WITHOUT_HONORIFIC;
  return soundsAlike(left, right) ? (spelled + 1) / 2 : spelled;
}

/** Whether two words may be two spellings of one. Names with one pair less alike never come to `SAME_NAME`. */
export function isSameWord(left: Word, right: Word): boolean {
  return wordLikeness(left, right) >= SAME_WORD;
}

function soundsAlike(left: Word, right: Word): boolean {
  return left.phonetic.some((key) => key.length > 1 && right.phonetic.includes(key));
}

function consonantLikeness(left: Word, right: Word): number {
  let best = 0;
  for (const one of left.phonetic) {
    for (const other of right.phonetic) {
      if (one === other) return one.length > 1 ? CONSONANTS_ALIKE : SAME_WORD;
      best = Math.max(best, likeness(one, other));
    }
  }
  return best * CONSONANTS_ALIKE;
}

/** What a name loses that is one only when its words are run together. */
const JOINED = 0.97;

/** For names run together or torn apart: "SergeiLavrov", "Plat Ono Vich". */
function joinedLikeness(left: readonly Word[], right: readonly Word[]): number {
  const both = joinedTexts(left, right);
  return both === null ? 0 : likeness(...both) * JOINED;
}

function joinedTexts(left: readonly Word[], right: readonly Word[]): [string, string] | null {
  if (left.length === right.length || left.length > 5 || right.length > 5) return null;
  const a = left.map((word) => word.text).join('');
  const b = right.map((word) => word.text).join('');
  return Math.abs(a.length - b.length) > 2 ? null : [a, b];
}

/**
 * Whether two names come to `SAME_NAME` by their letters alone, run together: all that is left where a word of the
 * shorter has no like in the longer. Quicker than `similarity`, with the same answer.
 */
export function isSameJoined(left: NameWords, right: NameWords): boolean {
  const both = joinedTexts(left.words, right.words);
  return both !== null && isAlike(...both, SAME_NAME / JOINED);
}

function reasonOf({ left, right, likeness: alike }: Pairing): NameReason {
  if (left.text === right.text) return 'same_words';
  if (alike >= SAME_WORD) {
    if (left.text.length === 1 || right.text.length === 1) return 'initial_fits';
    if (left.skeletal !== right.skeletal) return 'consonants_alike';
    return soundsAlike(left, right) ? 'sounds_alike' : 'similar_words';
  }
  if (left.role !== right.role) return 'other_word';
  if (left.role === 'given') return 'other_given';
  if (left.role === 'patronymic') return 'other_patronymic';
  return left.role === 'family' ? 'other_family' : 'other_word';
}
