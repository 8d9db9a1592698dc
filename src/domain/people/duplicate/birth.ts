import type { Birth } from '../birth.ts';
import type { WEIGHTS } from './weights.ts';

export type BirthReason = keyof typeof WEIGHTS.birth;

/** What is compared of a birth date. 1 January counts as a year: offices write it where no day is known. */
export interface BirthParts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly text: string;
  readonly estimated: boolean;
}

/** Years that an estimate may be off. */
const ESTIMATE = 3;
/** From here on two dates are of two generations. */
const GENERATION = 10;

export function birthParts(birth: Birth): BirthParts {
  const { date } = birth;
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const filler = birth.precision === 'day' && month === 1 && day === 1;
  const exact = birth.precision === 'day' && !filler;
  return {
    year: Number(date.slice(0, 4)),
    month: exact || birth.precision === 'month' ? month : undefined,
    day: exact ? day : undefined,
    text: date.slice(0, 4) + date.slice(5, 7) + date.slice(8),
    estimated: birth.estimated,
  };
}

/** The strongest reason that two birth dates give. */
export function compareBirth(left: BirthParts, right: BirthParts): BirthReason {
  const years = Math.abs(left.year - right.year);
  const estimated = left.estimated || right.estimated;
  if (left.day === undefined || right.day === undefined) {
    return compareCoarse(left, right, years, estimated);
  }
  const sameDay = left.month === right.month && left.day === right.day;
  if (years === 0 && sameDay) return 'same_birth_date';
  if (years === 0 && left.month === right.day && left.day === right.month) {
    return 'birth_day_month_swapped';
  }
  if (differingDigits(left.text, right.text) === 1) return 'birth_one_digit_differs';
  if (transposed(left.text, right.text)) return 'birth_one_digit_differs';
  if (estimated && years <= ESTIMATE) return 'birth_year_within_estimate';
  if (sameDay) return 'same_birth_day_other_year';
  return years === 0 ? 'birth_near' : 'other_birth';
}

/** True where two known dates lie a generation apart and neither is a guess. */
export function isOtherGeneration(left: BirthParts, right: BirthParts): boolean {
  const known = !left.estimated && !right.estimated;
  const slip = differingDigits(left.text, right.text) === 1;
  return known && !slip && Math.abs(left.year - right.year) > GENERATION;
}

function compareCoarse(
  left: BirthParts,
  right: BirthParts,
  years: number,
  estimated: boolean,
): BirthReason {
  const bothMonths = left.month !== undefined && right.month !== undefined;
  if (years === 0 && bothMonths) {
    return left.month === right.month ? 'same_birth_month' : 'birth_near';
  }
  if (years === 0) return 'same_birth_year';
  if (estimated && years <= ESTIMATE) return 'birth_year_within_estimate';
  return years === 1 ? 'birth_near' : 'other_birth';
}

function differingDigits(left: string, right: string): number {
  let differing = 0;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) differing += 1;
  return differing;
}

function transposed(left: string, right: string): boolean {
  if (differingDigits(left, right) !== 2) return false;
  for (let at = 0; at + 1 < left.length; at += 1) {
    if (left[at] !== right[at]) return left[at] === right[at + 1] && left[at + 1] === right[at];
  }
  return false;
}
