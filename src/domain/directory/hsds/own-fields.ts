import { z } from 'zod';
import { code, naming } from '../organisation.ts';

/** Whom a service is for, where that is said. */
export const SERVES = ['everybody', 'women', 'men'] as const;
/** Whom one can be seen by. */
export const STAFF = ['women', 'men', 'both'] as const;

const count = z.int().min(0).max(1_000_000);

/** How many are taken, how many places are free, how long one waits, and when that was last made sure of. */
export const capacity = z
  .strictObject({
    capacity: count.nullable(),
    places_free: count.nullable(),
    waiting_days: z.int().min(0).max(3650).nullable(),
  })
  .refine(
    ({ capacity: all, places_free }) => all === null || places_free === null || places_free <= all,
    { path: ['places_free'], error: 'more_than_there_are' },
  );
export type Capacity = z.infer<typeof capacity>;

/** What HSDS 3 has no field for: it travels under `x_directory`, as profiles of HSDS may add fields. */
export const ownFields = z.strictObject({
  names: naming,
  need_domain: code,
  purpose: code,
  /** The code of a place of the tree; its absence = the whole country. */
  place: z.string().max(40).optional(),
  serves: z.enum(SERVES).default('everybody'),
  staff: z.enum(STAFF).optional(),
  childcare: z.boolean().default(false),
  capacity: count.optional(),
  places_free: count.optional(),
  waiting_days: z.int().min(0).max(3650).optional(),
});
export type OwnFields = z.infer<typeof ownFields>;
