import { z } from 'zod';

/**
 * The few fixed roles of the programme half (design 4). No role for police or security services
 * exists, and no neighbourhood body has an account: a test reads this list for it.
 */
export const ROLES = [
  'intake_officer',
  'caseworker',
  'supervisor',
  'specialist_health',
  'specialist_psychosocial',
  'specialist_legal',
  'specialist_protection',
  'partner',
  'coordinator',
  'data_protection_officer',
  'complaints_officer',
  'administrator',
  'participant',
  'mentor',
] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** What a fact is about, as far as who may read it is concerned. */
export const COMPARTMENTS = ['general', 'health', 'psychosocial', 'protection', 'legal'] as const;
export const compartment = z.enum(COMPARTMENTS);
export type Compartment = z.infer<typeof compartment>;

export const ACTOR_KINDS = ['account', 'link', 'client', 'job', 'import'] as const;
export const actor = z.object({ kind: z.enum(ACTOR_KINDS), id: z.uuid() });
/** Who says something: a signed-in account, a signed link, an API client, a job or an import. */
export type Actor = z.infer<typeof actor>;
