import { z } from 'zod';
import { ownFields } from './own-fields.ts';
import {
  atLocation,
  organisationParts,
  part,
  serviceAtLocation,
  serviceParts,
  taxonomy,
  taxonomyTerm,
} from './parts.ts';

// What a file of HSDS 3 may hold at its top, nested as the read API nests it.

const own = { x_directory: ownFields.optional() };
const ages = (one: { minimum_age?: number | undefined; maximum_age?: number | undefined }) =>
  (one.minimum_age ?? 0) <= (one.maximum_age ?? 150);
const agesSaid = { path: ['maximum_age'], error: 'ends_before_start' };

const organisationAlone = part(organisationParts);
const serviceWithin = part({
  ...{ ...serviceParts, ...own },
  organization: organisationAlone.optional(),
}).refine(ages, agesSaid);

export const RECORDS = {
  service: serviceWithin,
  organisation: part({ ...organisationParts, services: z.array(serviceWithin).optional() }),
  location: serviceAtLocation.shape.location.unwrap(),
  service_at_location: part({ ...atLocation, service: serviceWithin.optional() }),
  taxonomy,
  taxonomy_term: taxonomyTerm,
} as const;
export type RecordKind = keyof typeof RECORDS;

/** What a record is, told by its fields: HSDS does not say it. */
export function kindOf(record: Readonly<Record<string, unknown>>): RecordKind {
  if ('location_type' in record) return 'location';
  if ('status' in record) return 'service';
  if ('location' in record || 'location_id' in record) return 'service_at_location';
  if (['taxonomy', 'taxonomy_detail', 'taxonomy_id', 'term_uri'].some((one) => one in record)) {
    return 'taxonomy_term';
  }
  return 'version' in record ? 'taxonomy' : 'organisation';
}
