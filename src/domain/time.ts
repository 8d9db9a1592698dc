import { z } from 'zod';

/** A moment in UTC with milliseconds: `2026-11-24T08:30:00.000Z`. */
export const instant = z.iso
  .datetime({ precision: 3 })
  .refine(isOfOurEra, { error: 'not_a_moment' });
export type Instant = z.infer<typeof instant>;

/** A calendar day without a zone: `2026-11-24`. */
export const day = z.iso.date().refine(isOfOurEra, { error: 'not_a_date' });
export type Day = z.infer<typeof day>;

/** The year before 1 is -1: nobody who keeps days knows a year 0000. */
function isOfOurEra(written: string): boolean {
  return !written.startsWith('0000');
}
