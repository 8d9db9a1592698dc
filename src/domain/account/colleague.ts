import { z } from 'zod';
import { role } from '../access/role.ts';

/** Somebody who works in my place, below or above it; `active` = holds the role now and may sign in. */
export const colleague = z.object({
  id: z.uuid(),
  name: z.string(),
  role,
  place_id: z.uuid().nullable(),
  organisation_id: z.uuid().nullable(),
  active: z.boolean(),
});
export type Colleague = z.infer<typeof colleague>;

export const colleagues = z.object({ colleagues: z.array(colleague) });
