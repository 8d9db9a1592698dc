import { z } from 'zod';

/** The lists over the line in which something may wait for an account. */
export const WAITING_LISTS = [
  'concerns',
  'emergency_openings',
  'parked',
  'transfers',
  'packets',
  'complaints',
  'duplicates',
] as const;
export type WaitingList = (typeof WAITING_LISTS)[number];

/** How many entries wait in each list that the account has; numbers, and nobody in them. */
export const waits = z.strictObject({
  waits: z.partialRecord(z.enum(WAITING_LISTS), z.int().nonnegative()),
});
