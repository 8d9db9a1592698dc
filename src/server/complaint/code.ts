import type { Accounts } from '../account/accounts.ts';
import { digitsOf, typedDigits } from '../account/printed-code.ts';

const LENGTH = 12;

/**
 * The code of a complaint, made of what only its sender knows: whoever sends the same again is told the
 * same code, and nobody makes it from what is stored. Twelve digits of 32: 60 bits, throttled.
 */
export function codeOf(accounts: Accounts, sending: string): string {
  const bytes = Buffer.from(accounts.digest('complaint-code', sending), 'base64url');
  const digits = digitsOf(bytes.subarray(0, LENGTH));
  return [0, 4, 8].map((from) => digits.slice(from, from + 4)).join('-');
}

/** What is kept of a code: a keyed hash. What cannot be a code has a hash too, of nothing there is. */
export function hashOfCode(accounts: Accounts, typed: string): string {
  return accounts.digest('complaint', typedDigits(typed, LENGTH) ?? `none:${typed}`);
}
