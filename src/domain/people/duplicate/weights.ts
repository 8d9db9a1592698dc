/**
 * What each agreement is worth, in bits (base-2 logarithms of likelihood ratios, after Fellegi and
 * Sunter 1969, "A theory for record linkage"). Set by reasoning on how often strangers agree by chance,
 * not fitted to any labelled file:
 * - names: strangers share a given name about once in 30, a family name once in 60; kept low because
 *   names bunch in a village far more than in a country;
 * - birth: about 70 years of 365 days is 14.6 bits, less 2.6 as ages bunch; a year alone is 6, less 1;
 *   papers without a known day carry 1 January, which then says no more than the year;
 * - papers: seven digits would be 23 bits; 13, as numbers are copied between members of a household;
 * - people change papers, names at marriage and address, so disagreement there costs little.
 */
export const WEIGHTS = {
  /** By the least likeness of two words laid side by side. */
  word: [
    { least: 0.98, given: 5, family: 6, patronymic: 4, other: 5 },
    { least: 0.88, given: 4, family: 5, patronymic: 3.5, other: 4 },
    { least: 0.8, given: 2.5, family: 3, patronymic: 2.5, other: 2.5 },
    { least: 0.72, given: 1, family: 1.5, patronymic: 1, other: 1 },
    { least: 0, given: -6, family: -3, patronymic: -4, other: -4 },
  ],
  birth: {
    same_birth_date: 12,
    birth_day_month_swapped: 9,
    birth_one_digit_differs: 7,
    same_birth_month: 7,
    same_birth_day_other_year: 4,
    same_birth_year: 5,
    birth_year_within_estimate: 3,
    birth_near: -2,
    other_birth: -7,
  },
  sex: { same: 1, other: -5 },
  citizenship: { same: 0.5, other: -1 },
  paper: { same: 13, one_sign_differs: 7, other: -1 },
  household: 3,
  mother: { same: 4, other: -3 },
  address: { same: 5, similar: 3, other: -1 },
} as const;

/** Bits that make even odds: one true double awaited among about 16,000 people. */
export const PRIOR = 14;
/** Odds of nine to one. */
export const LIKELY = 0.9;
/** Odds of one to four: worth a human's look. */
export const POSSIBLE = 0.2;
/** Where the evidence is of a kind that relatives share, or too thin, no more than a human's look. */
export const AT_MOST_POSSIBLE = 0.85;
/** Below this two given names in one family are taken for two children. */
export const SAME_GIVEN = 0.9;
