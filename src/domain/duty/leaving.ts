import { z } from 'zod';
import { id } from '../id.ts';
import { day } from '../time.ts';

/** Somebody leaves: the last day on which the account works. */
export const sayLeaving = z.strictObject({ account_id: id, last_day: day });

export const listedLeaving = z.object({
  id,
  account_id: z.uuid(),
  name: z.string().nullable(),
  last_day: day,
  /** Open files that have no next worker yet. */
  files: z.int(),
  /** It is this account that leaves. */
  own: z.boolean(),
  abilities: z.array(z.enum(['take_back'])),
});
export const leavings = z.object({ leavings: z.array(listedLeaving) });
