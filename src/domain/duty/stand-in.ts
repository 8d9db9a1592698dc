import { z } from 'zod';
import { id } from '../id.ts';
import { instant } from '../time.ts';

/** Longer than this nobody stands in for a supervisor in one go. */
export const STAND_IN_DAYS = 62;

/** Who leads the team of a place while its supervisor is away: reads and approves, then it ends by itself. */
export const keepStandIn = z
  .strictObject({ account_id: id, from_at: instant, until_at: instant })
  .refine((said) => said.until_at > said.from_at, {
    ...{ path: ['until_at'], error: 'ends_before_start' },
  });

export const listedStandIn = z.object({
  id,
  place_id: id,
  account_id: z.uuid(),
  name: z.string().nullable(),
  from_at: instant,
  until_at: instant,
  /** Whether that person stands in now. */
  now: z.boolean(),
  /** Whether it is this account that stands in. */
  own: z.boolean(),
  /** `end`: the own place's, and not over. */
  abilities: z.array(z.enum(['end'])),
});
export const standIns = z.object({
  stand_ins: z.array(listedStandIn),
  /** Supervisors of the own region, who may be asked. */
  candidates: z.array(z.object({ account_id: z.uuid(), name: z.string(), place_id: z.uuid() })),
});
