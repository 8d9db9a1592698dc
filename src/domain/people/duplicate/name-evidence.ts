import { type NameReason, type Pairing, SAME_WORD, similarity } from '../name/similarity.ts';
import type { Role } from '../name/words.ts';
import type { NameWords } from '../name.ts';
import { WEIGHTS } from './weights.ts';

export interface NameEvidence {
  readonly bits: number;
  readonly reasons: readonly NameReason[];
  /** Both have a given name, and the two are different names: brothers, a mother and her daughter. */
  readonly otherGiven: boolean;
  /** How alike the given names are; `undefined` where they could not be compared. */
  readonly given: number | undefined;
  /** Words that agree. */
  readonly agreeing: number;
}

/** More names than this a person are not compared. */
const MOST_NAMES = 6;
/** What words run together or torn apart are worth at least. */
export const JOINED = 8;

/** The strongest evidence among all names of the two. */
export function nameEvidence(
  left: readonly NameWords[],
  right: readonly NameWords[],
): NameEvidence | undefined {
  let best: NameEvidence | undefined;
  for (const one of left.slice(0, MOST_NAMES)) {
    for (const other of right.slice(0, MOST_NAMES)) {
      const evidence = evidenceOf(one, other);
      if (evidence !== undefined && (best === undefined || evidence.bits > best.bits)) {
        best = evidence;
      }
    }
  }
  return best;
}

function evidenceOf(left: NameWords, right: NameWords): NameEvidence | undefined {
  const { pairs, reasons, score } = similarity(left, right);
  if (pairs.length === 0) return undefined;
  let bits = 0;
  let agreeing = 0;
  for (const pair of pairs) {
    bits += bitsOf(pair);
    if (pair.likeness >= SAME_WORD) agreeing += 1;
  }
  const joined = reasons.includes('joined_or_split') && score >= 0.9;
  const otherGiven = !joined && pairs.some(isOtherGiven);
  const given = joined ? score : givenLikeness(pairs);
  return { bits: joined ? Math.max(bits, JOINED) : bits, reasons, otherGiven, given, agreeing };
}

function bitsOf({ left, right, likeness }: Pairing): number {
  const level = WEIGHTS.word.find(({ least }) => likeness >= least);
  if (level === undefined) return 0;
  const role = left.role === right.role ? left.role : 'other';
  const bits = level[role === 'single' || role === 'any' ? 'other' : role];
  // An initial that fits is hardly evidence.
  return left.text.length === 1 || right.text.length === 1 ? Math.min(bits, 1) : bits;
}

function isOtherGiven({ left, right, likeness }: Pairing): boolean {
  if (likeness >= SAME_WORD - 0.12) return false;
  return isGiven(left.role) && isGiven(right.role);
}

/** The least likeness among the given names. */
function givenLikeness(pairs: readonly Pairing[]): number | undefined {
  const compared = pairs.filter(({ left, right, likeness }) => {
    if (isGiven(left.role) && isGiven(right.role)) return true;
    // Given and family name in each other's column.
    return (isGiven(left.role) || isGiven(right.role)) && likeness >= SAME_WORD;
  });
  if (compared.length === 0) return undefined;
  return Math.min(...compared.map(({ likeness }) => likeness));
}

function isGiven(role: Role): boolean {
  return role === 'given' || role === 'single' || role === 'any';
}
