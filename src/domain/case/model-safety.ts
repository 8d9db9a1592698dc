import { z } from 'zod';
import { line } from '../text.ts';

/** How long what protects somebody may stand before a human looks at it again, and when one may ask. */
export const safetyRules = z.strictObject({
  /** A safety plan is looked at again after at most so many days. */
  plan_review_days: z.int().min(1).max(180),
  /** Nobody is screened earlier than so many days after arrival; never fewer than thirty. */
  screening_after_days: z.int().min(30).max(365),
  /** What is withheld from a person's own log is looked at again after at most so many days. */
  withholding_review_days: z.int().min(1).max(180),
  source_citation: line,
  verified: z.boolean(),
});
type SafetyRules = z.infer<typeof safetyRules>;

/** What holds where a model says nothing. */
const STRICT = {
  ...{ plan_review_days: 30, screening_after_days: 30, withholding_review_days: 90 },
} satisfies Partial<SafetyRules>;

export function safetyOf(model: {
  readonly safety?: SafetyRules | undefined;
}): Omit<SafetyRules, 'source_citation' | 'verified'> {
  return model.safety ?? STRICT;
}
