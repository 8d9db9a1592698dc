import { z } from 'zod';
import { prose } from '../../text.ts';
import { wording } from '../wording.ts';

/** So long after the end of a session something may still be said about it; then it is told. */
export const FEEDBACK_DAYS = 14;

export const rating = z.number().int().min(1).max(5);

/** What somebody says about a session; unsigned, nobody learns whose it is. */
export const newFeedback = z.strictObject({
  rating,
  words: prose.max(2000).nullable(),
  signed: z.boolean(),
});
export type NewFeedback = z.infer<typeof newFeedback>;

/** A session that has begun, with the reader's own words about it. */
export const feedbackLine = z.object({
  ...{ session_id: z.uuid(), title: wording, edition: wording, starts_at: z.string() },
  /** Until then it can be given and changed; after that it is told. */
  until: z.string(),
  own: newFeedback.nullable(),
  abilities: z.array(z.enum(['give', 'read'])),
});
export type FeedbackLine = z.infer<typeof feedbackLine>;

/** What an organiser reads. Numbers move no more: each further answer would tell itself. */
export const feedbackResult = z.object({
  given: z.number().int(),
  /** Null until the time for it is over. */
  told: z
    .object({
      /** Of those who did not sign; null where they are fewer than five. */
      unsigned: z
        .object({
          count: z.number().int(),
          mean: z.number(),
          /** How many gave 4 or 5; null where they, or the others, are fewer than five. */
          good: z.number().int().nullable(),
          /** Apart from the ratings, in the order of the alphabet. */
          words: z.array(z.string()),
        })
        .nullable(),
      signed: z.array(z.object({ name: z.string(), rating, words: z.string().nullable() })),
    })
    .nullable(),
});
export type FeedbackResult = z.infer<typeof feedbackResult>;
