import type { Address, HealthcareService, Location, Organization } from '@medplum/fhirtypes';
import type { Labels } from '#domain/text.ts';
import type { Acting } from '../database.ts';
import { concept, labelOf, type Speaking, withoutEmpty } from './codes.ts';

// The directory of services. Its confidential places are in none of these rows, nor that a service is given there.

export interface WantedEntries {
  readonly ids?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly active?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const values = ({ ids, name, organisation, active, after, limit }: WantedEntries) => [
  ...[ids ?? null, name ?? null, organisation ?? null, active ?? null, after ?? null, limit],
];

/** Filters that all three lists share: $1 ids, $2 part of a name, $3 organisation, $4 active, $5 after. */
const named = (column: string) => `($2::text is null or exists (
  select from jsonb_each_text(${column}) word where position(lower($2) in lower(word.value)) > 0))`;
const page = (id: string) => `($1::uuid[] is null or ${id} = any ($1))
  and ($5::uuid is null or ${id} < $5) order by ${id} desc limit $6`;

/** Organisations of the directory. */
export async function organisations(
  acting: Acting,
  wanted: WantedEntries,
): Promise<Organization[]> {
  const { rows } = await acting.client.query<{ id: string; name: Labels; kind: string }>(
    `select id, name, kind from organisation o where ${named('o.name')}
       and ($3::uuid is null or o.id = $3) and ($4::boolean is null or $4) and ${page('o.id')}`,
    values(wanted),
  );
  return rows.map(({ id, name, kind }) =>
    withoutEmpty<Organization>({
      resourceType: 'Organization',
      id,
      active: true,
      type: [{ text: kind.replaceAll('_', ' ') }],
      name: labelOf(name),
      alias: Object.values(name).filter((word) => word !== labelOf(name)),
    }),
  );
}

interface ServiceRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: Labels;
  readonly need_domain: string;
  readonly languages: readonly string[];
  readonly note: string | null;
  readonly active: boolean;
  readonly document: { description?: string; phones?: { number?: string }[] };
  readonly locations: readonly string[];
}

/** Services of the directory. */
export async function healthcareServices(
  acting: Acting,
  wanted: WantedEntries,
  speaking: Speaking,
): Promise<HealthcareService[]> {
  const { rows } = await acting.client.query<ServiceRow>(
    `select s.id, s.organisation_id, s.name, s.need_domain, s.languages, s.note, s.active, s.document,
       array(select l.id from service_at_location n
         join location l on l.id = n.location_id and not l.confidential
         where n.service_id = s.id order by l.id) as locations
     from service s where ${named('s.name')} and ($3::uuid is null or s.organisation_id = $3)
       and ($4::boolean is null or s.active = $4) and ${page('s.id')}`,
    values(wanted),
  );
  return rows.map((row) =>
    withoutEmpty<HealthcareService>({
      resourceType: 'HealthcareService',
      id: row.id,
      active: row.active,
      providedBy: { reference: `Organization/${row.organisation_id}` },
      type: [concept(speaking, 'need', row.need_domain, speaking.needs.get(row.need_domain))],
      location: row.locations.map((id) => ({ reference: `Location/${id}` })),
      name: labelOf(row.name),
      ...(row.note === null ? {} : { comment: row.note }),
      ...(row.document.description === undefined ? {} : { extraDetails: row.document.description }),
      telecom: (row.document.phones ?? []).flatMap(({ number }) =>
        number === undefined ? [] : [{ system: 'phone' as const, value: number }],
      ),
      communication: row.languages.map((code) => ({
        coding: [{ system: 'urn:ietf:bcp:47', code }],
      })),
    }),
  );
}

interface LocationRow {
  readonly id: string;
  readonly organisation_id: string | null;
  readonly document: {
    name?: string;
    latitude?: number;
    longitude?: number;
    addresses?: Record<string, string | undefined>[];
  };
}

/** Places of the directory where services are given. */
export async function locations(acting: Acting, wanted: WantedEntries): Promise<Location[]> {
  const { rows } = await acting.client.query<LocationRow>(
    `select l.id, l.organisation_id, l.document from location l where not l.confidential
       and ($2::text is null or position(lower($2) in lower(l.document ->> 'name')) > 0)
       and ($3::uuid is null or l.organisation_id = $3) and ($4::boolean is null or $4)
       and ${page('l.id')}`,
    values(wanted),
  );
  return rows.map(({ id, organisation_id, document }) => {
    const { name, latitude, longitude, addresses } = document;
    const address = addresses?.[0];
    return withoutEmpty<Location>({
      resourceType: 'Location',
      id,
      status: 'active',
      ...(name === undefined ? {} : { name }),
      ...(address === undefined ? {} : { address: addressOf(address) }),
      ...(typeof latitude === 'number' && typeof longitude === 'number'
        ? { position: { latitude, longitude } }
        : {}),
      ...(organisation_id === null
        ? {}
        : { managingOrganization: { reference: `Organization/${organisation_id}` } }),
    });
  });
}

function addressOf(document: Record<string, string | undefined>): Address {
  const { address_1, address_2, city, state_province, postal_code, country } = document;
  return {
    line: [address_1, address_2].filter((line) => line !== undefined),
    ...(city === undefined ? {} : { city }),
    ...(state_province === undefined ? {} : { state: state_province }),
    ...(postal_code === undefined ? {} : { postalCode: postal_code }),
    ...(country === undefined ? {} : { country }),
  };
}
