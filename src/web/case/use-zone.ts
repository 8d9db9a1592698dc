import type { CaseFile } from './case-file.ts';
import { usePlaces } from './use-places.ts';
import { useServices } from './use-services.ts';

/** The clock of the place where a service is given, else of the place of the file, else the programme's. */
export function useZoneOf(file: CaseFile, service: string | undefined): string {
  const places = usePlaces();
  const services = useServices();
  const from = (place: string | null | undefined): string | null => {
    let one = place == null ? undefined : places?.get(place);
    for (let steps = 0; one !== undefined && steps < 8; steps += 1) {
      if (one.time_zone != null) return one.time_zone;
      one = one.parent_id === null ? undefined : places?.get(one.parent_id);
    }
    return null;
  };
  const given = service === undefined ? null : services.get(service)?.place_id;
  return from(given) ?? from(file.state.opening.place_id) ?? file.model.time_zone;
}
