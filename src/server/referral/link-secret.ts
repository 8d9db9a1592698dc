import { randomBytes } from 'node:crypto';
import type { Accounts } from '../account/accounts.ts';
import { digitsOf, typedDigits } from '../account/printed-code.ts';

const DIGITS = 8;

/** What a link is made of: a secret for its address, and a short code that goes another way. */
export function newLinkSecret(): { secret: string; code: string } {
  // Eight digits of 32 are 40 bits: ten wrong ones lock the link.
  const digits = digitsOf(randomBytes(DIGITS));
  return {
    secret: randomBytes(32).toString('base64url'),
    code: `${digits.slice(0, 4)}-${digits.slice(4)}`,
  };
}

/** What is kept of them: keyed hashes. The code's hash belongs to its link and to no other. */
export function linkHashes(accounts: Accounts, secret: string, code: string) {
  const typed = typedDigits(code, DIGITS) ?? `none:${code}`;
  return {
    token_hash: accounts.digest('referral-link', secret),
    code_hash: accounts.digest('referral-link-code', `${secret}\u0000${typed}`),
  };
}
