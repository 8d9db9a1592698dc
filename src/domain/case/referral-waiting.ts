import { z } from 'zod';
import { id } from '../id.ts';
import { type Instant, instant } from '../time.ts';
import { dayAt } from '../zone.ts';
import { daysAfter } from './referral-answer.ts';
import type { Referral } from './referral-state.ts';

/** What was done about services that stay silent, of one file. */
export const referralWaiting = z.object({
  referrals: z.array(
    z.object({
      referral_id: id,
      reminded_at: instant.nullable(),
      /** When worker and supervisor were told. */
      told_at: instant.nullable(),
    }),
  ),
});
export type ReferralWaiting = z.infer<typeof referralWaiting>['referrals'][number];

/** When a silent service is reminded: halfway to the day by which it was asked to answer, on the clock of its place. */
export function remindsAt({ sent_at, answer_due_on }: Referral, zone: string): Instant | null {
  if (sent_at === null || answer_due_on === null) return null;
  const days = (Date.parse(answer_due_on) - Date.parse(dayAt(sent_at, zone))) / 86_400_000;
  return daysAfter(sent_at, days / 2);
}
