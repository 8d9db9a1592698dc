import { z } from 'zod';
import { id } from '../id.ts';
import { labels, line, text } from '../text.ts';
import { capacity, SERVES, STAFF } from './hsds/own-fields.ts';
import { WEEKDAYS } from './open-hours.ts';
import { code } from './organisation.ts';

/** What is looked for. Whatever is not said is not asked. */
export const wanted = z.strictObject({
  need: code.optional(),
  place: id.optional(),
  language: z.string().max(20).optional(),
  /** Somebody of this sex must be there to be seen by. */
  staff: z.enum(['women', 'men']).optional(),
  childcare: z.stringbool().optional(),
  open: z.stringbool().optional(),
  free: z.stringbool().optional(),
  text: z.string().max(100).optional(),
});
export type Wanted = z.infer<typeof wanted>;

/** Why a service is in the answer; shown with it, so that nobody has to guess. */
export const REASONS = [
  'need',
  'in_this_place',
  'near_this_place',
  'whole_country',
  'language',
  'staff',
  'childcare',
  'open',
  'free',
] as const;
export type Reason = (typeof REASONS)[number];

const age = z.number().min(0).max(150).nullable();
const who = {
  ...{ minimum_age: age, maximum_age: age },
  ...{ serves: z.enum(SERVES), staff: z.enum(STAFF).nullable(), childcare: z.boolean() },
};
/** One service as the list shows it. */
export const entry = z.object({
  ...{ id: z.string(), organisation_id: z.string(), name: labels, organisation: labels },
  ...{ need_domain: z.string(), place_id: z.string().nullable(), languages: z.array(z.string()) },
  ...who,
  active: z.boolean(),
  ...capacity.shape,
  assured_on: z.string().nullable(),
  /** Null where no hours are told. */
  open: z.boolean().nullable(),
});
export type Entry = z.infer<typeof entry>;

export const found = z.object({
  services: z.array(
    entry.extend({
      reasons: z.array(z.enum(REASONS)),
      /** Where it stands, where its address is open to all and says so; a map looks no closer otherwise. */
      at: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
    }),
  ),
  /** How many there are in all; the list shows the first of them. */
  total: z.int(),
});

/** The areas of life by which one looks, with their names. */
export const needs = z.object({ needs: z.array(z.object({ code: z.string(), labels })) });
export type Needs = z.infer<typeof needs>['needs'];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' });
/** Hours of a week as people say them. */
export const hours = z.strictObject({
  days: z.array(z.enum(WEEKDAYS)).min(1).max(7),
  opens_at: time,
  closes_at: time,
});
/** Where a service is given. A confidential one has a name and an address that only those who refer read. */
export const place = z.strictObject({
  name: line,
  confidential: z.boolean(),
  address: text(500).nullable(),
  /** Steps, lift, ramp: in words. */
  accessibility: text(1000).nullable(),
});

/** What the coordinator writes down of a service beside the plain list. */
export const details = z
  .strictObject({
    ...{ ...who, description: text(4000).nullable(), eligibility: text(2000).nullable() },
    ...{ phone: text(60).nullable(), cost: text(500).nullable() },
    required_documents: z.array(line).max(20),
    hours: z.array(hours).max(7),
    place: place.nullable(),
  })
  .refine((one) => (one.minimum_age ?? 0) <= (one.maximum_age ?? 150), {
    ...{ path: ['maximum_age'], error: 'ends_before_start' },
  });
export type Details = z.infer<typeof details>;

/** Kept by the organisation itself too; `assured` = I made sure today that all of it is true. */
export const changedCapacity = z
  .strictObject({ ...capacity.shape, assured: z.boolean(), version: z.int().min(0) })
  .refine((one) => (one.places_free ?? 0) <= (one.capacity ?? one.places_free ?? 0), {
    ...{ path: ['places_free'], error: 'more_than_there_are' },
  });

/** A service with all that is written down of it. */
export const page = z.object({
  service: entry,
  details: z.object({
    ...{ description: z.string().nullable(), eligibility: z.string().nullable() },
    ...{ phone: z.string().nullable(), cost: z.string().nullable() },
    ...{ required_documents: z.array(z.string()), hours: z.array(hours) },
    note: z.string().nullable(),
  }),
  places: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), confidential: z.boolean() },
      ...{ address: z.string().nullable(), accessibility: z.string().nullable() },
      /** The first line of the address: what is changed here. */
      street: z.string().nullable(),
    }),
  ),
  version: z.int(),
  capacity_version: z.int(),
  may: z.object({ keep: z.boolean(), keep_capacity: z.boolean(), refer: z.boolean() }),
});
export type ServicePage = z.infer<typeof page>;

/** The addresses that are told to those who refer. */
export const confidentialAddresses = z.object({
  addresses: z.array(z.object({ location_id: z.string(), address: z.string() })),
});
