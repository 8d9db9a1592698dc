import type { Labels } from '../text.ts';
import type { Entry, Wanted } from './directory.ts';

/** What a device holds of a service. */
export interface CarriedService {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: Labels;
  readonly need_domain: string;
  readonly place_id: string | null;
  readonly languages: readonly string[];
  readonly active: boolean;
}

/** A service as a device knows it without a line: what it does not hold is not known. */
export function carriedEntry(one: CarriedService, organisation: Labels): Entry {
  return {
    ...{ id: one.id, organisation_id: one.organisation_id, name: one.name, organisation },
    ...{ need_domain: one.need_domain, place_id: one.place_id, languages: [...one.languages] },
    ...{ minimum_age: null, maximum_age: null, serves: 'everybody', staff: null, childcare: false },
    ...{ active: one.active, capacity: null, places_free: null, waiting_days: null },
    ...{ assured_on: null, open: null },
  };
}

/** What of a question a device can answer by itself. The rest would hide what nobody looked at. */
export function carriedQuestion({ need, place, language }: Wanted): Wanted {
  return {
    ...(need === undefined ? {} : { need }),
    ...(place === undefined ? {} : { place }),
    ...(language === undefined ? {} : { language }),
  };
}
