import { z } from 'zod';
import { type Role, role } from '../access/role.ts';
import { id } from '../id.ts';
import { line, text } from '../text.ts';
import { instant } from '../time.ts';

/** The languages that screens, mails and prints speak. */
export const LOCALES = ['en', 'ru', 'uz'] as const;
export const locale = z.enum(LOCALES);
export type Locale = z.infer<typeof locale>;

/** The first language of ours that a browser asks for by its header `accept-language`, else English. */
export function askedLocale(accept = ''): Locale {
  const asked = accept.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  const found = asked.map((lang) => LOCALES.find((one) => one === lang));
  return found.find((one) => one !== undefined) ?? 'en';
}

/** What somebody types to sign in: lower-case letters, digits, dot, dash, underscore; 3 to 40. */
export const username = z
  .string()
  .min(3)
  .max(40)
  .regex(/^[A-Za-z0-9._-]+$/)
  .transform((name) => name.toLowerCase());

/**
 * A new password: 12 to 128 UTF-16 units, not one letter over and over, never holding the user name
 * (checked where both are known: `passwordHolds`). No other rule: length is what helps.
 */
export const newPassword = text(128)
  .min(12)
  .refine((word) => new Set(word).size >= 5, { error: 'too_simple' });

/** True where `password` contains the user name, whatever the case. */
export function passwordHolds(password: string, name: string): boolean {
  return password.toLowerCase().includes(name.toLowerCase());
}

/** A password that is only compared: any text up to the longest that could have been set. */
export const givenPassword = text(128);

/** Roles that hold in the whole country; each other one holds at a place. */
const EVERYWHERE: readonly Role[] = [
  ...(['administrator', 'coordinator', 'data_protection_officer'] as const),
  'complaints_officer',
];

/** What is missing before a role means anything: a place where it holds, a partner's organisation. */
export function missingInGrant(grant: {
  readonly role: Role;
  readonly organisation_id: string | null;
  readonly place_id: string | null;
}): 'organisation_id' | 'place_id' | null {
  if (grant.role === 'partner' && grant.organisation_id === null) return 'organisation_id';
  return grant.place_id === null && !EVERYWHERE.includes(grant.role) ? 'place_id' : null;
}

export const roleGrant = z
  .strictObject({ role, organisation_id: id.nullable(), place_id: id.nullable() })
  .superRefine((grant, told) => {
    const missing = missingInGrant(grant);
    if (missing !== null) told.addIssue({ code: 'custom', path: [missing], message: 'required' });
  });
export type RoleGrant = z.infer<typeof roleGrant>;

export const ACCOUNT_STATES = ['invited', 'active', 'disabled'] as const;

/** One line of the administrator's list. No case data: who works here, as what, and whether they may. */
export const accountLine = z.object({
  id: z.uuid(),
  name: line,
  username: z.string().nullable(),
  locale,
  state: z.enum(ACCOUNT_STATES),
  role: role.nullable(),
  organisation_id: z.uuid().nullable(),
  place_id: z.uuid().nullable(),
  second_factor: z.boolean(),
  last_active_at: instant.nullable(),
});
export type AccountLine = z.infer<typeof accountLine>;

/** A page of the list: at most 50, in the order of ids; `after` = the last id of the page before. */
export const accountPage = z.strictObject({
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(50),
  /** Part of a name or user name; looked for as it is written, whatever its capitals. */
  text: z.string().trim().max(80).optional(),
});

/** What a signed-in person is told about the own account. Screens show only these abilities. */
export const me = z.object({
  id: z.uuid(),
  name: line,
  username: z.string().nullable(),
  locale,
  second_factor: z.boolean(),
  role: role.nullable(),
  organisation_id: z.uuid().nullable(),
  place_id: z.uuid().nullable(),
  abilities: z.array(z.string()),
  mode: z.enum(['trial', 'live']),
  halves: z.array(z.enum(['programme', 'exchange'])),
});
export type Me = z.infer<typeof me>;

export const localeChange = z.strictObject({ locale });
export const passwordChange = z.strictObject({
  password: givenPassword,
  new_password: newPassword,
});
export const disabling = z.strictObject({
  disabled: z.boolean(),
  /** Open files without a next worker go to the supervisors of the place. */
  files_to_supervisor: z.boolean().optional(),
});
