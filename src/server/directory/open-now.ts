import { type Hours, isOpen } from '#domain/directory/open-hours.ts';
import type { Acting } from '../database.ts';
import type { Moment } from './search-routes.ts';

/** Hours by which a door is open now, on the clock of a time zone: two lists of the same length. */
export interface OpenNow {
  readonly hours: readonly string[];
  readonly zones: readonly string[];
  /** The clock of the programme: that of every place without one of its own. */
  readonly programme: string;
}

/**
 * Which of all opening hours of the directory are open at a moment. Thousands of services share a few hundred of
 * them, so each is worked out once, and the database picks the services. A service is open where its own hours are,
 * or those of one of the places where it is given: `isOpen` of all of them says the same.
 */
export async function openNow(
  acting: Acting,
  { at, zone: programme, isHoliday }: Moment,
): Promise<OpenNow> {
  const { rows } = await acting.client.query<{ hours: readonly Hours[] }>(
    'select hours from service where active union select hours from service_at_location',
  );
  const { rows: clocks } = await acting.client.query<{ zone: string | null }>(
    'select distinct place_time_zone(id) as zone from place',
  );
  const zones = new Set([programme, ...clocks.map(({ zone }) => zone ?? programme)]);
  const open = [...zones].flatMap((zone) =>
    rows
      .filter(({ hours }) => isOpen(hours, at, zone, isHoliday) === true)
      .map(({ hours }) => ({ hours: JSON.stringify(hours), zone })),
  );
  return {
    hours: open.map(({ hours }) => hours),
    zones: open.map(({ zone }) => zone),
    programme,
  };
}
