import { expect, test } from 'vitest';
import { ROLES, type Role } from '#domain/access/role.ts';
import { NOTIFICATION_MESSAGES } from './notification-messages.ts';
import { notificationPlace } from './notification-places.ts';
import { placesOf } from './ui/places.ts';

const CASE = '01900000-0000-7000-8000-000000000001';
const to = (kind: string, role: Role | null, details = {}) =>
  notificationPlace({ kind, details }, role);

// Broken on purpose: without the check of the role's own places a support worker was led to "Approvals".
test('whatever is told leads where this role looks at it, and nowhere else', () => {
  expect(to('approval_waiting', 'supervisor')).toBe('/approvals');
  expect(to('approval_waiting', 'caseworker')).toBe(null);
  expect(to('share_out_waits', 'supervisor')).toBe('/team/share');
  expect(to('request_waits', 'partner')).toBe('/inbox');
  // A worry about somebody: the list for whoever closes it, the file for whoever was asked to look.
  expect(to('concern_raised', 'supervisor', { case_id: CASE })).toBe('/concerns');
  expect(to('concern_raised', 'caseworker', { case_id: CASE })).toBe(`/cases/${CASE}/concerns`);
  expect(to('referral_answered', 'caseworker', { case_id: CASE })).toBe(`/cases/${CASE}/referrals`);
  expect(to('file_given', 'caseworker', { case_id: CASE })).toBe(`/cases/${CASE}`);
  expect(to('file_given', 'caseworker', { case_id: '' })).toBe(null);
  expect(to('opened_in_emergency', 'coordinator', { case_id: CASE })).toBe(null);
  // Talked over with the supervisor: no screen of the worker's own shows it.
  expect(to('leaving_said', 'caseworker')).toBe(null);
  expect(to('role_granted', null)).toBe(null);
});

test('every kind leads somebody somewhere, and only to screens of the role', () => {
  for (const kind of Object.keys(NOTIFICATION_MESSAGES)) {
    const led = ROLES.filter((role) => {
      const place = to(kind, role, { case_id: CASE });
      if (place === null) return false;
      const known = placesOf(role).some(
        (one) => place === one.to || place.startsWith(`${one.to}/`),
      );
      expect(known, `${kind} leads ${role} to ${place}`).toBe(true);
      return true;
    });
    expect(led.length > 0, kind).toBe(true);
  }
});
