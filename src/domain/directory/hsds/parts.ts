import { z } from 'zod';
import { isStorable } from '../../text.ts';

// The parts of HSDS 3 that stand inside an organisation, a service or a location. Fields that we do not know are
// kept as they came: other profiles add their own, and nothing of a directory is lost on its way through.

/** An id of any version: others made it. */
export const outerId = z.guid().toLowerCase();
const said = z.string().max(8000).refine(isStorable, { error: 'unstorable_text' });
const named = said.min(1);
/** As the published schemas check it, so that what was taken in can also be given out. */
const address = said
  .max(2000)
  .regex(/^[a-z][a-z0-9+.-]*:(?:[a-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i, {
    error: 'not_an_address',
  });
const email = z.email({ error: 'not_an_email' }).max(320);

const metadata = z.looseObject({
  ...{ id: outerId, resource_id: outerId.optional(), resource_type: said.optional() },
  ...{ last_action_date: said, last_action_type: said, field_name: said },
  ...{ previous_value: said, replacement_value: said, updated_by: said },
});
const remarks = { metadata: z.array(metadata).optional() };

export const taxonomy = z.looseObject({
  ...{ id: outerId, name: named, description: said, uri: address.optional() },
  ...{ version: said.optional(), ...remarks },
});
export const taxonomyTerm = z.looseObject({
  ...{ id: outerId, code: said.optional(), name: named, description: said },
  ...{ parent_id: outerId.optional(), taxonomy: said.optional(), language: said.optional() },
  ...{ taxonomy_id: outerId.optional(), term_uri: address.optional() },
  taxonomy_detail: taxonomy.optional(),
  ...remarks,
});
const attribute = z.looseObject({
  ...{ id: outerId, link_id: outerId.optional(), taxonomy_term_id: outerId.optional() },
  ...{ link_type: said.optional(), link_entity: said.optional(), value: said.optional() },
  taxonomy_term: taxonomyTerm.optional(),
  ...remarks,
});

export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject({
    ...{ id: outerId, ...shape, attributes: z.array(attribute).optional() },
    ...remarks,
  });
}

export const language = part({
  ...{ name: said.optional(), code: said.optional(), note: said.optional() },
});
export const phone = part({
  ...{ number: named, extension: z.number().optional(), type: said.optional() },
  ...{ description: said.optional(), languages: z.array(language).optional() },
});
export const contact = part({
  ...{ name: said.optional(), title: said.optional(), department: said.optional() },
  ...{ email: email.optional(), phones: z.array(phone).optional() },
});
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** When one can come: rules of RFC 5545, with the hours of the day. */
export const schedule = part({
  ...{ valid_from: said.optional(), valid_to: said.optional(), dtstart: said.optional() },
  // Hours before or after UTC.
  ...{ timezone: z.number().optional(), until: said.optional(), count: z.number().optional() },
  ...{ wkst: z.enum(WEEKDAYS).optional(), freq: z.enum(['WEEKLY', 'MONTHLY']).optional() },
  ...{ interval: z.number().optional(), byday: said.optional(), byweekno: said.optional() },
  ...{ bymonthday: said.optional(), byyearday: said.optional(), description: said.optional() },
  ...{ opens_at: said.optional(), closes_at: said.optional(), schedule_link: address.optional() },
  ...{ attending_type: said.optional(), notes: said.optional() },
});
export type Schedule = z.infer<typeof schedule>;
const funding = part({ source: said.optional() });
const program = part({ name: named, alternate_name: said.optional(), description: said });
const serviceArea = part({
  ...{ name: said.optional(), description: said.optional(), extent: said.optional() },
  ...{ extent_type: said.optional(), uri: said.optional() },
});
const costOption = part({
  ...{ valid_from: said.optional(), valid_to: said.optional(), option: said.optional() },
  ...{ currency: said.optional(), amount: z.number().optional() },
  amount_description: said.optional(),
});
const requiredDocument = part({ document: said.optional(), uri: address.optional() });
const accessibility = part({
  ...{ description: said.optional(), details: said.optional(), url: address.optional() },
});
const KINDS_OF_ADDRESS = ['physical', 'postal', 'virtual'] as const;
const postal = part({
  ...{ attention: said.optional(), address_1: said, address_2: said.optional(), city: said },
  ...{ region: said.optional(), state_province: said, postal_code: said, country: said },
  address_type: z.enum(KINDS_OF_ADDRESS),
});
const identifier = part({
  ...{ identifier_scheme: said.optional(), identifier_type: said, identifier: said },
});

export const location = part({
  ...{ location_type: z.enum(KINDS_OF_ADDRESS), url: address.optional(), name: said.optional() },
  ...{ alternate_name: said.optional(), description: said.optional() },
  ...{ organization_id: outerId.optional(), transportation: said.optional() },
  ...{ latitude: z.number().optional(), longitude: z.number().optional() },
  ...{ external_identifier: said.optional(), external_identifier_type: said.optional() },
  ...{ languages: z.array(language).optional(), addresses: z.array(postal).optional() },
  ...{ contacts: z.array(contact).optional(), phones: z.array(phone).optional() },
  ...{ accessibility: z.array(accessibility).optional() },
  schedules: z.array(schedule).optional(),
});
export const atLocation = {
  ...{ service_id: outerId.optional(), location_id: outerId.optional() },
  ...{ description: said.optional(), contacts: z.array(contact).optional() },
  ...{ phones: z.array(phone).optional(), schedules: z.array(schedule).optional() },
  location: location.optional(),
};
export const serviceAtLocation = part(atLocation);

export const organisationParts = {
  ...{ name: named, alternate_name: said.optional(), description: said },
  ...{ email: email.optional(), website: address.optional(), tax_status: said.optional() },
  ...{ tax_id: said.optional(), year_incorporated: z.number().optional() },
  ...{ legal_status: said.optional(), logo: said.optional(), uri: address.optional() },
  ...{ parent_organization_id: outerId.optional(), funding: z.array(funding).optional() },
  ...{ contacts: z.array(contact).optional(), phones: z.array(phone).optional() },
  ...{ locations: z.array(location).optional(), programs: z.array(program).optional() },
  organization_identifiers: z.array(identifier).optional(),
};
export const serviceParts = {
  ...{ organization_id: outerId.optional(), program_id: outerId.optional(), name: named },
  ...{ alternate_name: said.optional(), description: said.optional(), url: address.optional() },
  ...{ email: email.optional(), interpretation_services: said.optional() },
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  ...{ application_process: said.optional(), fees_description: said.optional() },
  ...{ wait_time: said.optional(), fees: said.optional(), accreditations: said.optional() },
  eligibility_description: said.optional(),
  minimum_age: z.number().min(0).max(150).optional(),
  maximum_age: z.number().min(0).max(150).optional(),
  ...{ assured_date: z.iso.date({ error: 'not_a_date' }).optional() },
  ...{ assurer_email: email.optional(), licenses: said.optional(), alert: said.optional() },
  last_modified: z.iso.datetime({ offset: true, error: 'not_a_moment' }).optional(),
  ...{ phones: z.array(phone).optional(), schedules: z.array(schedule).optional() },
  ...{ service_areas: z.array(serviceArea).optional(), languages: z.array(language).optional() },
  service_at_locations: z.array(serviceAtLocation).optional(),
  ...{ funding: z.array(funding).optional(), cost_options: z.array(costOption).optional() },
  ...{ program: program.optional(), contacts: z.array(contact).optional() },
  required_documents: z.array(requiredDocument).optional(),
};

/** The parts that have a table of their own in the tabular package. */
export const PARTS = {
  ...{ phones: phone, contacts: contact, languages: language, schedules: schedule },
  ...{ addresses: postal, accessibility, funding, programs: program },
  ...{ service_areas: serviceArea, cost_options: costOption },
  ...{ required_documents: requiredDocument, organization_identifiers: identifier },
  ...{ attributes: attribute, metadata },
} as const;
export type PartTable = keyof typeof PARTS;
