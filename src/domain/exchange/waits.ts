import { z } from 'zod';

/** What may wait for one participant, in the order in which it is shown. */
export const EXCHANGE_WAITS = [
  'reviews',
  'practice_reviews',
  'desk',
  'registrations',
  'agreements',
  'quotations',
  'polls',
  'feedback',
] as const;
export type ExchangeWait = (typeof EXCHANGE_WAITS)[number];

export const exchangeWaits = z.strictObject({
  /** How many of each; what is 0 is left out. */
  waits: z.partialRecord(z.enum(EXCHANGE_WAITS), z.int().positive()),
  /** Recommendations of one's own institution whose report is due soon or late, the earliest first. */
  reports: z.array(
    z.object({ id: z.uuid(), number: z.int(), edition: z.string(), due_on: z.string() }),
  ),
});
