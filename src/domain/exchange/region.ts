/** The regions in which votes and numbers are told; a country alone is too small a group. */
export const REGIONS = [
  'central_asia',
  'south_asia',
  'south_east_asia',
  'eu',
  'organisations',
] as const;
export type Region = (typeof REGIONS)[number];

const COUNTRIES: Readonly<Record<Exclude<Region, 'organisations'>, readonly string[]>> = {
  central_asia: ['KZ', 'KG', 'TJ', 'TM', 'UZ'],
  south_asia: ['AF', 'BD', 'BT', 'IN', 'LK', 'MV', 'NP', 'PK'],
  south_east_asia: ['BN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'SG', 'TH', 'TL', 'VN'],
  eu: [
    ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE'],
    ...['IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ],
};

/**
 * The region of an ISO 3166-1 alpha-2 code; without a country somebody is of an organisation. Null for
 * a country of none of them.
 */
export function regionOf(country: string | null): Region | null {
  if (country === null) return 'organisations';
  const found = Object.entries(COUNTRIES).find(([, codes]) => codes.includes(country));
  return found === undefined ? null : (found[0] as Region);
}
