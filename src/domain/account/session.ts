import { z } from 'zod';
import { line } from '../text.ts';
import { givenPassword } from './account.ts';

/** Signing in by user name or by e-mail address, whichever somebody has. */
export const signIn = z.strictObject({ user: line, password: givenPassword });

/** `second_factor_needed` = the password was right, and a code must follow within ten minutes. */
export const signInState = z.object({ state: z.enum(['signed_in', 'second_factor_needed']) });

/** Six digits from the authenticator, or one of the ten backup codes (`Ab3dE-f7Gh9`), each once. */
export const secondFactorCode = z.union([
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ backup_code: z.string().regex(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/) }),
]);

/** Turning the second factor on begins with the password and ends with a first code. */
export const secondFactorBegin = z.strictObject({ password: givenPassword });
export const secondFactorConfirm = z.strictObject({ code: z.string().regex(/^\d{6}$/) });

/** Shown once: the address that the authenticator reads, its key to type by hand, the backup codes. */
export const secondFactorOffer = z.object({
  uri: z.string(),
  key: z.string(),
  backup_codes: z.array(z.string()),
});
export const backupCodes = z.object({ backup_codes: z.array(z.string()) });
