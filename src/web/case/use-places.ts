import { useMemo } from 'react';
import { z } from 'zod';
import { labels } from '#domain/text.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useRows } from '../device/use-rows.ts';
import { placeRow } from './rows.ts';

const place = z.object({
  ...{ id: z.string(), parent_id: z.string().nullable(), level: z.string(), name: labels },
  time_zone: z.string().nullable().optional(),
});
const places = z.object({ places: z.array(place) });
type PlaceKnown = z.infer<typeof place>;

/** Every place by id; from the device, or over the line. Undefined while it is read. */
export function usePlaces(): ReadonlyMap<string, PlaceKnown> | undefined {
  const carried = hasCaseload(useMe().role);
  const rows = useRows('place', placeRow);
  const { value } = useAsk(['place tree'], '/api/places', places, {
    enabled: !carried,
    staleTime: 600_000,
  });
  const asked = useMemo(
    () => (value === undefined ? undefined : new Map(value.places.map((one) => [one.id, one]))),
    [value],
  );
  return carried ? rows : asked;
}
