import { fixedId } from './fixed-id.ts';

/** Places of the demo accounts, by code of seed/places.csv. */
export const DEMO_PLACES = {
  country: 'PGR3C',
  region: 'D9XFQ',
  district: 'ZCWJC',
  neighbour_district: 'DSSDK',
  other_district: 'ZCZZR',
} as const;

/** The programme model that the demo world begins with. */
export const DEMO_MODEL_ID = fixedId('programme_model:1');

/** The id of a place of the demo world by its code. */
export function placeId(code: string): string {
  return fixedId(`place:${code}`);
}
