import { z } from 'zod';
import { line } from '../text.ts';

/** What holds for the work itself: how long a colleague is waited for, and when somebody is tried again. */
export const workRules = z.strictObject({
  /** So many minutes after the hour that a worker named, a human is told. */
  grace_minutes: z.int().min(0).max(240),
  /** What was said about an outing goes after so many days. */
  keep_outing_days: z.int().min(1).max(90),
  /** Somebody who could not be found is tried again after so many days. */
  try_again_days: z.int().min(1).max(90),
  source_citation: line,
  verified: z.boolean(),
});
type WorkRules = z.infer<typeof workRules>;

/** What holds where a model says nothing. */
const HOUSE = {
  ...{ grace_minutes: 30, keep_outing_days: 30, try_again_days: 7 },
} satisfies Partial<WorkRules>;

export function workOf(model: {
  readonly work?: WorkRules | undefined;
}): Omit<WorkRules, 'source_citation' | 'verified'> {
  return model.work ?? HOUSE;
}
