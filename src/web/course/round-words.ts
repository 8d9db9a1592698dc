import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CourseAnswer, ROUND_STATES, SEAT_STATES } from '#domain/course/course-round.ts';
import type { Priority } from '#domain/match/round.ts';

export const ROUND_STATE_NAMES = {
  open: msg`people may still wish`,
  run: msg`run, waits for somebody else to confirm it`,
  confirmed: msg`confirmed`,
  set_aside: msg`set aside`,
} as const satisfies Record<(typeof ROUND_STATES)[number], unknown>;

export const SEAT_STATE_NAMES = {
  offered: msg`a seat, not answered yet`,
  waiting: msg`waits`,
  taken: msg`has taken the seat`,
  declined: msg`has declined`,
  given_up: msg`has taken another seat`,
  not_needed: msg`needs it no more`,
} as const satisfies Record<(typeof SEAT_STATES)[number], unknown>;

export const PRIORITY_NAMES = {
  urgent: msg`urgent need of work or training`,
  waited_days: msg`days waited`,
} as const satisfies Record<Priority, unknown>;

/** Why a wish came true or did not, in a sentence that can be read aloud to the person. */
export function useReason(): (answer: CourseAnswer) => string {
  const { t } = useLingui();
  return useCallback(
    (told) => {
      const seats = told.seats ?? 0;
      switch (told.answer) {
        case 'seat':
          return t`There is a seat.`;
        case 'not_needed':
          return t`Not needed: a dearer wish came true.`;
        case 'no_seats':
          return t`There were no seats.`;
        case 'not_in_order':
          return t`The course takes only whom its own list names.`;
        default:
      }
      switch (told.decided_by) {
        case 'urgent':
          return t`All ${seats} seats are taken. Those who got one need work or training more urgently.`;
        case 'waited_days':
          return t`All ${seats} seats are taken. Those who got one have waited longer.`;
        case 'lot':
          return t`All ${seats} seats are taken. Between people with the same need and the same wait the lot decided.`;
        default:
          return t`All ${seats} seats are taken.`;
      }
    },
    [t],
  );
}
