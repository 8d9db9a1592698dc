import { z } from 'zod';
import { line } from '../text.ts';

/** How soon whoever complains is heard, and how long what they said is kept. */
export const complaintRules = z.strictObject({
  acknowledge_working_days: z.int().min(1).max(30),
  answer_days: z.int().min(1).max(180),
  /** After the answer, a recording goes after so many days, the whole complaint after so many. */
  keep_recording_days: z.int().min(1).max(365),
  keep_days: z.int().min(30).max(3660),
  source_citation: line,
  verified: z.boolean(),
});
export type ComplaintRules = z.infer<typeof complaintRules>;

/** What holds where a model says nothing. */
const HOUSE = {
  ...{ acknowledge_working_days: 5, answer_days: 30 },
  ...{ keep_recording_days: 30, keep_days: 365 },
} satisfies Partial<ComplaintRules>;

export function complaintsOf(model: {
  readonly complaints?: ComplaintRules | undefined;
}): Omit<ComplaintRules, 'source_citation' | 'verified'> {
  return model.complaints ?? HOUSE;
}
