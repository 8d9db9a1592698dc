import { z } from 'zod';
import { type Role, role } from '../access/role.ts';
import { id } from '../id.ts';
import { instant } from '../time.ts';

/** Who may be on duty: whoever may look into a worry and close it. */
export const DUTY_ROLES: readonly Role[] = [
  'supervisor',
  'specialist_protection',
  'specialist_psychosocial',
];
/** Longer than this nobody is on duty in one go. */
export const DUTY_DAYS = 31;

/** Who answers when somebody is in danger, from when until when. */
export const keepDuty = z
  .strictObject({ account_id: id, from_at: instant, until_at: instant })
  .refine((said) => said.until_at > said.from_at, {
    ...{ path: ['until_at'], error: 'ends_before_start' },
  });

export const listedDuty = z.object({
  id,
  place_id: id,
  account_id: z.uuid(),
  name: z.string().nullable(),
  role: role.nullable(),
  from_at: instant,
  until_at: instant,
  /** Whether that person is on duty now. */
  now: z.boolean(),
  /** `end`: the own place's, and not over. */
  abilities: z.array(z.enum(['end'])),
});
export const duties = z.object({
  duties: z.array(listedDuty),
  /** `keep`: this account keeps the rota of its place. */
  abilities: z.array(z.enum(['keep'])),
});
