import type { EvidenceCriterion } from '#domain/exchange/practice/evidence-level.ts';
import { REVIEW_CRITERIA, type ReviewCriterion } from '#domain/exchange/practice/review.ts';

interface DemoReview {
  readonly decision: 'accept' | 'return' | null;
  readonly criteria?: Readonly<Record<ReviewCriterion, { met: boolean; reason: string }>>;
  readonly contested?: readonly EvidenceCriterion[];
  readonly summary?: string;
}

const REASONS: Readonly<Record<ReviewCriterion, string>> = {
  need_clear: 'The need is described from the side of the families.',
  safe_for_people: 'What is kept and what is not is said plainly.',
  results_supported: 'Numbers, period and source are given.',
  failures_told: 'What did not work helps most of all.',
  can_be_repeated: 'Steps, people and conditions are clear enough to begin.',
  nobody_in_it: 'Nobody can be recognised.',
};

function criteria(not: Partial<Record<ReviewCriterion, string>> = {}) {
  return Object.fromEntries(
    REVIEW_CRITERIA.map((one) => [one, { met: !(one in not), reason: not[one] ?? REASONS[one] }]),
  ) as Record<ReviewCriterion, { met: boolean; reason: string }>;
}

const GOOD: readonly DemoReview[] = [
  {
    ...{ decision: 'accept', criteria: criteria() },
    summary: 'Clear, careful with people and honest about its limits. I would try it at home.',
  },
  {
    ...{ decision: 'accept', criteria: criteria() },
    summary: 'A colleague in another country can begin with this. The figures fit the claims.',
  },
];

/** The reviews of the demo by card, else by the state of the card. */
export const DEMO_REVIEWS: Readonly<Record<string, readonly DemoReview[]>> = {
  published: GOOD,
  accepted: GOOD,
  'bridge-classes': [
    {
      ...{ decision: 'accept', criteria: criteria() },
      contested: ['worked_elsewhere'],
      summary:
        'Strong within one country. I do not confirm that it worked elsewhere: the other districts share its rules.',
    },
    {
      ...{ decision: 'accept', criteria: criteria() },
      summary: 'The comparison of districts is fair, and the failures are told. Good to build on.',
    },
  ],
  'employer-breakfast': [
    {
      decision: 'accept',
      criteria: criteria({
        results_supported: 'Fifteen trial days are a beginning, not a result.',
      }),
      summary: 'A good idea that costs nothing. It should be measured before anybody leans on it.',
    },
    {
      ...{ decision: 'accept', criteria: criteria() },
      summary: 'Published as an experience; the level says so.',
    },
  ],
  in_review: [
    {
      ...{ decision: 'accept', criteria: criteria() },
      summary: 'The three parts are convincing, and losses are told.',
    },
    { decision: null },
  ],
  returned: [
    {
      decision: 'return',
      criteria: criteria({
        results_supported: 'About a hundred people is no result: please count.',
        failures_told: 'Nothing is told yet of what did not work.',
      }),
      summary: 'The idea is good. Please count for a season and tell what did not work.',
    },
    {
      decision: 'return',
      criteria: criteria({ can_be_repeated: 'Who prepares the day, and who pays for the way?' }),
      summary: 'I would like to read it again with steps and costs.',
    },
  ],
};
