import type { I18n } from '@lingui/core';
import type { Contact } from '#domain/people/person.ts';
import { WEEKDAYS } from './words.ts';

type Times = Contact['safe']['times'];

export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Every span with its days: a call on a day that was not named may do harm. All seven need no names. */
export function timesText(i18n: I18n, times: Times): string {
  return times
    .map(({ days, from, to }) => {
      const named = WEEK.filter((day) => days.includes(day)).map((day) => i18n._(WEEKDAYS[day]));
      return named.length === WEEK.length ? `${from}–${to}` : `${named.join(', ')} ${from}–${to}`;
    })
    .join('; ');
}

/**
 * The first span changed, the others as they were. Without a beginning there is none; its days stay
 * where they were named, and are all seven where it is new.
 */
export function withFirst(times: Times, patch: Partial<Times[number]>): Times {
  const [first, ...others] = times;
  const span = { ...(first ?? { days: [...WEEK], from: '', to: '21:00' }), ...patch };
  return span.from === '' ? others : [span, ...others];
}
