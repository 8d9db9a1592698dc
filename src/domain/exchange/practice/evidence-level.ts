import { z } from 'zod';

/**
 * The questions on which the evidence level stands: what the author says, what each reviewer confirms.
 * They follow the European Platform for Investing in Children (EPIC), which assesses effectiveness,
 * transferability and enduring impact by + and ++.
 */
export const EVIDENCE_CRITERIA = [
  'measured_before_and_after',
  'results_better',
  'enough_people',
  'comparison_group',
  'not_by_chance',
  'size_of_effect_told',
  'described_to_repeat',
  'costs_told',
  'worked_elsewhere',
  'followed_six_months',
  'followed_two_years',
] as const;
export type EvidenceCriterion = (typeof EVIDENCE_CRITERIA)[number];
export const evidenceAnswers = z.partialRecord(z.enum(EVIDENCE_CRITERIA), z.boolean());
export type EvidenceAnswers = z.infer<typeof evidenceAnswers>;

export const EVIDENCE_ASPECTS = ['effectiveness', 'transferability', 'enduring_impact'] as const;
export type EvidenceAspect = (typeof EVIDENCE_ASPECTS)[number];
export type Plus = 0 | 1 | 2;

/** What each aspect needs for + and, beyond that, for ++. */
export const NEEDED = {
  effectiveness: [
    ['measured_before_and_after', 'results_better', 'enough_people'],
    ['comparison_group', 'not_by_chance', 'size_of_effect_told'],
  ],
  transferability: [['described_to_repeat', 'costs_told'], ['worked_elsewhere']],
  enduring_impact: [['followed_six_months'], ['followed_two_years']],
} as const satisfies Record<EvidenceAspect, readonly (readonly EvidenceCriterion[])[]>;

export const EVIDENCE_LEVELS = ['not_shown', 'emergent', 'promising', 'best'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** 0, + or ++ for an aspect. Who was followed for two years was followed for six months, too. */
export function plusOf(aspect: EvidenceAspect, answers: EvidenceAnswers): Plus {
  const said = answers.followed_two_years ? { ...answers, followed_six_months: true } : answers;
  const [plus, plusPlus] = NEEDED[aspect];
  if (!plus.every((criterion) => said[criterion])) return 0;
  return plusPlus.every((criterion) => said[criterion]) ? 2 : 1;
}

/** EPIC's rule: emergent = effective; promising = and one of the two others; best = all three. */
export function evidenceLevel(answers: EvidenceAnswers): EvidenceLevel {
  if (plusOf('effectiveness', answers) === 0) return 'not_shown';
  const others = (['transferability', 'enduring_impact'] as const).filter(
    (aspect) => plusOf(aspect, answers) > 0,
  ).length;
  return (['emergent', 'promising', 'best'] as const)[others] ?? 'best';
}

/** A criterion counts where the author said it and no reviewer contests it. */
export function confirmed(
  said: EvidenceAnswers,
  contested: readonly EvidenceCriterion[],
): EvidenceAnswers {
  return Object.fromEntries(
    EVIDENCE_CRITERIA.filter((one) => said[one] && !contested.includes(one)).map((one) => [
      one,
      true,
    ]),
  );
}
