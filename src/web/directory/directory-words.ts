import { msg } from '@lingui/core/macro';
import type { Entry, Reason } from '#domain/directory/directory.ts';
import type { Weekday } from '#domain/directory/open-hours.ts';
import { shortWeekdayName } from '../ui/format.ts';

type Words<Code extends string> = Readonly<Record<Code, ReturnType<typeof msg>>>;

/** Why a service stands in the answer. */
export const REASON_WORDS: Words<Reason> = {
  need: msg`for this area of life`,
  in_this_place: msg`in this place`,
  near_this_place: msg`for the whole region`,
  whole_country: msg`for the whole country`,
  language: msg`speaks the language`,
  staff: msg`can be seen by somebody of this sex`,
  childcare: msg`looks after children meanwhile`,
  open: msg`open now`,
  free: msg`has free places`,
};

export const SERVES_WORDS: Words<Entry['serves']> = {
  everybody: msg`For everybody`,
  women: msg`For women`,
  men: msg`For men`,
};

export const STAFF_WORDS: Words<NonNullable<Entry['staff']>> = {
  women: msg`Women work there`,
  men: msg`Men work there`,
  both: msg`Women and men work there`,
};

const PLACE: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The short name of a day of the week. */
export function weekdayName(locale: string, day: Weekday): string {
  return shortWeekdayName(locale, PLACE.indexOf(day) + 1);
}
