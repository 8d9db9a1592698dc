import { z } from 'zod';
import { id } from '../id.ts';
import { line } from '../text.ts';
import { instant } from '../time.ts';
import { locale, newPassword, roleGrant, username } from './account.ts';

/** Days until an invitation ends, by its means: a printed code lies on desks, a link in one mailbox. */
export const INVITATION_DAYS = { link: 3, code: 7 } as const;

/** By link to an e-mail address, or by a code that is printed and handed over. */
export const invitationMeans = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('link'), email: z.email().max(200) }),
  z.strictObject({ by: z.literal('code') }),
]);
export type InvitationMeans = z.infer<typeof invitationMeans>;

/** A new colleague: how the worker is called, language to begin with, the one role, and the means. */
export const invitation = z.strictObject({
  id,
  name: line,
  locale: locale.default('en'),
  grant: roleGrant,
  means: invitationMeans,
});
export type Invitation = z.infer<typeof invitation>;

/** A way in for an account that exists: the first code was lost, or the password forgotten. */
export const renewedInvitation = z.strictObject({ means: invitationMeans });

/** The answer to the administrator. The code is shown this once; a link is only mailed. */
export const invitationSent = z.object({
  account_id: z.uuid(),
  code: z.string().nullable(),
  expires_at: instant,
});
export type InvitationSent = z.infer<typeof invitationSent>;

/** What the invited person holds: the long secret of a link, or the code as printed. */
export const invitationSecret = line.transform((given) => given.trim());

export const invitationLookup = z.strictObject({ secret: invitationSecret });

/** What the invited person is shown before choosing; `username` is set where only the password is new. */
export const invitationOffer = z.object({
  name: line,
  username: z.string().nullable(),
  locale,
  expires_at: instant,
});

/** Taking the invitation: user name (where none is set yet), password, language. */
export const invitationAcceptance = z.strictObject({
  secret: invitationSecret,
  username: username.optional(),
  password: newPassword,
  locale,
});
export type InvitationAcceptance = z.infer<typeof invitationAcceptance>;
