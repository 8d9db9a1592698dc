import type { Birth } from './birth.ts';
import {
  type BirthParts,
  type BirthReason,
  birthParts,
  compareBirth,
  isOtherGeneration,
} from './duplicate/birth.ts';
import { JOINED, type NameEvidence, nameEvidence } from './duplicate/name-evidence.ts';
import {
  AT_MOST_POSSIBLE,
  LIKELY,
  POSSIBLE,
  PRIOR,
  SAME_GIVEN,
  WEIGHTS,
} from './duplicate/weights.ts';
import { likeness } from './name/edit-distance.ts';
import type { ReadWords } from './name/remembered-words.ts';
import type { NameReason } from './name/similarity.ts';
import { wordsOf } from './name/words.ts';
import { type NameParts, type NameWords, nameWords } from './name.ts';
import type { SEXES } from './person.ts';

/** What is known of a person for finding doubles. Everything but the names may be missing. */
export interface PersonSummary {
  readonly names: readonly NameParts[];
  readonly sex?: (typeof SEXES)[number] | undefined;
  readonly birth?: Birth | undefined;
  /** ISO 3166 codes or as written; compared by equality. */
  readonly citizenship?: readonly string[] | undefined;
  /** Numbers of identity papers, as written. */
  readonly papers?: readonly string[] | undefined;
  /** Family number of the list, or household id. */
  readonly household?: string | undefined;
  readonly mother?: NameParts | undefined;
  /** Where the person lives or will live, as written. */
  readonly address?: string | undefined;
}

/** A summary with its keys made once; a set of people is prepared before its pairs are compared. */
export interface ComparablePerson {
  readonly names: readonly NameWords[];
  readonly sex: 'female' | 'male' | undefined;
  readonly birth: BirthParts | undefined;
  readonly citizenship: readonly string[];
  readonly papers: readonly string[];
  readonly household: string | undefined;
  readonly mother: NameWords | undefined;
  readonly address: readonly string[];
}

export type DuplicateReason =
  | NameReason
  | BirthReason
  | 'same_sex'
  | 'other_sex'
  | 'same_citizenship'
  | 'other_citizenship'
  | 'same_paper'
  | 'paper_one_sign_differs'
  | 'other_paper'
  | 'same_household'
  | 'same_mother'
  | 'other_mother'
  | 'same_address'
  | 'similar_address'
  | 'other_address'
  | 'relatives_more_likely'
  | 'other_generation'
  | 'little_to_compare';

export interface DuplicateVerdict {
  /** Probability as the weights see it, 0 to 1. A proposal to a human; nothing merges by itself. */
  readonly score: number;
  readonly level: 'likely' | 'possible' | 'none';
  readonly reasons: readonly DuplicateReason[];
}

/** Cyrillic capitals that look Latin: the same series is typed in either. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('АВСЕНКМОРТХУІЅЈ', (letter, at) => [letter, 'ABCEHKMOPTXYISJ'[at] ?? letter]),
);

/** Prepares a person for `compareForDuplicate` and `blockingKeys`; for many people with a reader that remembers. */
export function comparable(person: PersonSummary, read: ReadWords = wordsOf): ComparablePerson {
  const known = person.sex === 'female' || person.sex === 'male' ? person.sex : undefined;
  const address = person.address === undefined ? [] : read(person.address, 'any');
  return {
    names: person.names.map((one) => nameWords(one, read)).filter((keys) => keys.words.length > 0),
    sex: known,
    birth: person.birth === undefined ? undefined : birthParts(person.birth),
    citizenship: person.citizenship ?? [],
    papers: (person.papers ?? []).map(paperKey).filter((number) => number.length >= 5),
    household: person.household,
    mother: person.mother === undefined ? undefined : nameWords(person.mother, read),
    address: address.map((word) => word.text),
  };
}

/**
 * Whether two records may be one person, and why. Evidence that relatives share (family name, patronymic,
 * household, mother, address, even the birth date of twins) never outweighs two different given names:
 * only a common paper number does. Without a birth date or paper number on both sides a pair is
 * `possible` at most. Symmetric.
 */
export function compareForDuplicate(
  left: ComparablePerson,
  right: ComparablePerson,
): DuplicateVerdict {
  const reasons = new Set<DuplicateReason>();
  const name = nameEvidence(left.names, right.names);
  for (const reason of name?.reasons ?? []) reasons.add(reason);
  const paper = add(reasons, comparePapers(left.papers, right.papers));
  const birth = birthBits(left, right, reasons);
  let bits = (name?.bits ?? 0) + paper + birth + add(reasons, compareSex(left, right));
  bits += add(reasons, compareCitizenship(left, right));
  const otherGiven = name?.otherGiven ?? false;
  if (!otherGiven) bits += sharedByRelatives(left, right, reasons);
  const limit = limitOf(left, right, name, paper, birth, reasons);
  // One number on two records is for a human to see, whatever else speaks against it.
  const floor = paper === WEIGHTS.paper.same ? POSSIBLE : 0;
  const score = Math.max(floor, Math.min(limit, 1 / (1 + 2 ** (PRIOR - bits))));
  const level = score >= LIKELY ? 'likely' : score >= POSSIBLE ? 'possible' : 'none';
  return { score, level, reasons: [...reasons] };
}

/** Bits from which on a pair is `possible`. */
const POSSIBLE_BITS = PRIOR + Math.log2(POSSIBLE / (1 - POSSIBLE));

/**
 * False only where `compareForDuplicate` says `none` whatever the names: quick, for the many pairs of a
 * large list whose names sound alike and whose births lie far apart. A side without names yet may have any.
 */
export function mayBeOne(left: ComparablePerson, right: ComparablePerson): boolean {
  if (comparePapers(left.papers, right.papers)[0] > 0) return true;
  if (left.birth === undefined || right.birth === undefined) return true;
  if (isOtherGeneration(left.birth, right.birth)) return false;
  const rest = compareSex(left, right)[0] + compareCitizenship(left, right)[0];
  const birth = WEIGHTS.birth[compareBirth(left.birth, right.birth)];
  const names = Math.min(mostNameBits(left), mostNameBits(right));
  return names + birth + rest + mostSharedBits(left, right) >= POSSIBLE_BITS;
}

function mostSharedBits(left: ComparablePerson, right: ComparablePerson): number {
  const household = left.household !== undefined && left.household === right.household;
  const address = left.address.length > 0 && right.address.length > 0;
  return (
    (household ? WEIGHTS.household : 0) +
    (left.mother && right.mother ? WEIGHTS.mother.same : 0) +
    (address ? WEIGHTS.address.same : 0)
  );
}

function mostNameBits({ names }: ComparablePerson): number {
  if (names.length === 0) return Number.POSITIVE_INFINITY;
  const [best] = WEIGHTS.word;
  const of = ({ words }: NameWords) =>
    words.reduce((bits, { role }) => bits + (role === 'family' ? best.family : best.other), 0);
  return Math.max(JOINED, ...names.map(of));
}

type Finding = readonly [number, DuplicateReason?];

function add(reasons: Set<DuplicateReason>, [bits, reason]: Finding): number {
  if (reason !== undefined) reasons.add(reason);
  return bits;
}

function limitOf(
  left: ComparablePerson,
  right: ComparablePerson,
  name: NameEvidence | undefined,
  paper: number,
  birth: number,
  reasons: Set<DuplicateReason>,
): number {
  if (paper > 0) return 1;
  if (name?.otherGiven) {
    reasons.add('relatives_more_likely');
    return 0.05;
  }
  if (left.birth && right.birth && isOtherGeneration(left.birth, right.birth)) {
    reasons.add('other_generation');
    return 0.05;
  }
  if (name?.given !== undefined && name.given < SAME_GIVEN && isFamily(reasons)) {
    reasons.add('relatives_more_likely');
    return AT_MOST_POSSIBLE;
  }
  if (name?.given === undefined || birth <= 0 || name.agreeing < 2) {
    reasons.add('little_to_compare');
    return AT_MOST_POSSIBLE;
  }
  return 1;
}

/** Twins often get names alike, so in one family a name that is only similar is not the same. */
function isFamily(reasons: ReadonlySet<DuplicateReason>): boolean {
  return reasons.has('same_household') || reasons.has('same_mother');
}

function birthBits(
  left: ComparablePerson,
  right: ComparablePerson,
  reasons: Set<DuplicateReason>,
): number {
  if (left.birth === undefined || right.birth === undefined) return 0;
  const reason = compareBirth(left.birth, right.birth);
  return add(reasons, [WEIGHTS.birth[reason], reason]);
}

function compareSex(left: ComparablePerson, right: ComparablePerson): Finding {
  if (left.sex === undefined || right.sex === undefined) return [0];
  return left.sex === right.sex ? [WEIGHTS.sex.same, 'same_sex'] : [WEIGHTS.sex.other, 'other_sex'];
}

function compareCitizenship(left: ComparablePerson, right: ComparablePerson): Finding {
  if (left.citizenship.length === 0 || right.citizenship.length === 0) return [0];
  return left.citizenship.some((state) => right.citizenship.includes(state))
    ? [WEIGHTS.citizenship.same, 'same_citizenship']
    : [WEIGHTS.citizenship.other, 'other_citizenship'];
}

function comparePapers(left: readonly string[], right: readonly string[]): Finding {
  if (left.length === 0 || right.length === 0) return [0];
  if (left.some((number) => right.includes(number))) return [WEIGHTS.paper.same, 'same_paper'];
  const near = left.some((one) => right.some((other) => differsByOne(one, other)));
  if (near) return [WEIGHTS.paper.one_sign_differs, 'paper_one_sign_differs'];
  return [WEIGHTS.paper.other, 'other_paper'];
}

function differsByOne(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  return longer >= 6 && likeness(one, other) >= 1 - 1.01 / longer;
}

function sharedByRelatives(
  left: ComparablePerson,
  right: ComparablePerson,
  reasons: Set<DuplicateReason>,
): number {
  let bits = 0;
  if (left.household !== undefined && left.household === right.household) {
    bits += add(reasons, [WEIGHTS.household, 'same_household']);
  }
  if (left.mother && right.mother) {
    const evidence = nameEvidence([left.mother], [right.mother]);
    if (evidence !== undefined) {
      const same = !evidence.otherGiven && evidence.bits > 0;
      bits += same
        ? add(reasons, [WEIGHTS.mother.same, 'same_mother'])
        : add(reasons, [WEIGHTS.mother.other, 'other_mother']);
    }
  }
  return bits + add(reasons, compareAddress(left.address, right.address));
}

function compareAddress(left: readonly string[], right: readonly string[]): Finding {
  const shorter = Math.min(left.length, right.length);
  if (shorter === 0) return [0];
  const common = left.filter((word) => right.includes(word)).length / shorter;
  if (common >= 0.6) return [WEIGHTS.address.same, 'same_address'];
  if (common >= 0.3) return [WEIGHTS.address.similar, 'similar_address'];
  return [WEIGHTS.address.other, 'other_address'];
}

function paperKey(number: string): string {
  const capitals = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from(capitals, (letter) => LOOKALIKES[letter] ?? letter)
    .join('')
    .slice(0, 40);
}
