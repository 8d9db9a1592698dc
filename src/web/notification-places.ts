import type { Role } from '#domain/access/role.ts';
import { placesOf } from './ui/places.ts';

/** Where what is told is looked at, for the roles that have the screen in their menu. */
const SCREENS: Readonly<Record<string, string>> = {
  role_granted: '/accounts',
  role_revoked: '/accounts',
  account_reset: '/accounts',
  second_factor_reset: '/accounts',
  account_disabled: '/accounts',
  account_enabled: '/accounts',
  device_withdrawn: '/accounts',
  late_for_nobody: '/accounts',
  client_made: '/clients',
  client_renewed: '/clients',
  client_withdrawn: '/clients',
  webhook_made: '/clients',
  reading_above_usual: '/read-log',
  likely_duplicate: '/duplicates',
  concern_raised: '/concerns',
  opened_in_emergency: '/emergency-openings',
  emergency_asked: '/emergency-openings',
  emergency_tries: '/emergency-openings',
  emergency_not_in_order: '/emergency-openings',
  approval_waiting: '/approvals',
  parked_command: '/parked',
  complaint_received: '/complaints',
  complaint_replied: '/complaints',
  share_out_waits: '/team/share',
  worker_left: '/team',
  stand_in_asked: '/duty',
  stand_in_ended: '/duty',
  outing_overdue: '/out',
  outing_back: '/out',
  outing_with_you: '/out',
  transfer_waiting: '/transfers',
  transfer_question: '/transfers',
  transfer_accepted: '/transfers',
  transfer_declined: '/transfers',
  // Told with the number of the file only: it is found there by it.
  mentor_given: '/cases',
  ride_given: '/cases',
  request_waits: '/inbox',
};

/** The part of the file that says more, where the role has no screen of its own for it. */
const PARTS: Readonly<Record<string, string>> = {
  concern_raised: '/concerns',
  referral_answered: '/referrals',
  referral_silent: '/referrals',
  course_answered: '/courses',
  course_seat_free: '/courses',
};

interface Told {
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The screen or file that a notification leads to; null where this role has none for it. */
export function notificationPlace({ kind, details }: Told, role: Role | null): string | null {
  const places = placesOf(role).map(({ to }) => to);
  const screen = SCREENS[kind];
  if (screen !== undefined && places.some((to) => screen === to || screen.startsWith(`${to}/`))) {
    return screen;
  }
  const { case_id } = details;
  if (typeof case_id !== 'string' || case_id === '' || !places.includes('/cases')) return null;
  return `/cases/${case_id}${PARTS[kind] ?? ''}`;
}
