import { msg } from '@lingui/core/macro';
import type { Sentence } from './fact-words.ts';

/** The facts of referrals and appointments as sentences; to whom stands in the referral itself. */
export const REFERRAL_FACTS: Readonly<Record<string, Sentence>> = {
  referral_prepared: (body, { names }) => {
    const organisation = names.organisation(String(body.organisation_id)) ?? '…';
    return msg`A referral was prepared: ${organisation}`;
  },
  referral_sent: () => msg`A referral was sent.`,
  referral_answered: () => msg`A service answered.`,
  referral_replied: () => msg`A question of a service was answered.`,
  referral_day_picked: () => msg`A day that a service offers was picked.`,
  referral_completed: () => msg`A referral was completed.`,
  referral_cancelled: () => msg`A referral was cancelled.`,
  referral_link_made: () => msg`A link was made for a service without an account.`,
  referral_link_opened: () => msg`A service opened its link.`,
  referral_link_closed: () => msg`A link for a service was closed.`,
  appointment_booked: () => msg`An appointment was made.`,
  appointment_kept: () => msg`An appointment was kept.`,
  appointment_missed: () => msg`An appointment was missed.`,
  appointment_cancelled: () => msg`An appointment was cancelled.`,
  appointment_moved: () => msg`An appointment was moved.`,
};
