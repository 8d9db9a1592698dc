import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import type { Deps } from '../deps.ts';
import { type Accounts, ADDRESS_HEADER } from './accounts.ts';

/** The few doors of better-auth that our own routes open; none of them is reachable from outside. */
export type AuthPath =
  | '/sign-in/email'
  | '/sign-in/username'
  | '/sign-out'
  | '/change-password'
  | '/two-factor/enable'
  | '/two-factor/disable'
  | '/two-factor/verify-totp'
  | '/two-factor/verify-backup-code'
  | '/two-factor/generate-backup-codes';

/** What better-auth answered: its body, or its error as one of our problems. */
export type AuthAnswer =
  | { readonly body: Readonly<Record<string, unknown>>; readonly problem?: never }
  | { readonly body?: never; readonly problem: Problem };

const answerBody = z.record(z.string(), z.unknown()).catch({});

/**
 * Asks better-auth in the name of a request, through its own door, so that its limits and its cookies
 * apply. The cookies that it sets go out with `reply`.
 */
export async function callAuth(
  deps: Pick<Deps, 'config' | 'accounts'>,
  request: FastifyRequest,
  reply: FastifyReply,
  path: AuthPath,
  body: Readonly<Record<string, unknown>>,
): Promise<AuthAnswer> {
  const headers = new Headers({
    'content-type': 'application/json',
    origin: new URL(deps.config.url).origin,
    [ADDRESS_HEADER]: pseudonym(deps.accounts, request.ip),
  });
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  const response = await deps.accounts.auth.handler(
    new Request(`${deps.config.url}${deps.accounts.door.basePath}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    }),
  );
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const answer = answerBody.parse(await response.json().catch(() => ({})));
  if (response.ok) return { body: answer };
  return { problem: problemOfAuth(response.status, String(answer.code ?? '')) };
}

/** The address as a keyed hash in the form of a private IPv6 network: countable, not readable. */
function pseudonym(accounts: Accounts, address: string): string {
  const hex = Buffer.from(accounts.digest('address', address), 'base64url').toString('hex');
  return `fd${hex.slice(0, 2)}:${hex.slice(2, 6)}:${hex.slice(6, 10)}:${hex.slice(10, 14)}::1`;
}

const PROBLEM_BY_CODE: Readonly<Record<string, Problem>> = {
  INVALID_PASSWORD: { code: 'wrong_credentials' },
  INVALID_USERNAME: { code: 'wrong_credentials' },
  USERNAME_TOO_SHORT: { code: 'wrong_credentials' },
  USERNAME_TOO_LONG: { code: 'wrong_credentials' },
  INVALID_EMAIL: { code: 'wrong_credentials' },
  INVALID_EMAIL_OR_PASSWORD: { code: 'wrong_credentials' },
  INVALID_USERNAME_OR_PASSWORD: { code: 'wrong_credentials' },
  // A switched-off account has no session made for it; it looks like a wrong password.
  FAILED_TO_CREATE_SESSION: { code: 'wrong_credentials' },
  INVALID_CODE: { code: 'wrong_code' },
  INVALID_BACKUP_CODE: { code: 'wrong_code' },
  INVALID_TWO_FACTOR_COOKIE: { code: 'session_expired' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'too_many_requests' },
  ACCOUNT_TEMPORARILY_LOCKED: { code: 'too_many_requests' },
  TOTP_ALREADY_ENABLED: { code: 'already_so' },
  TOTP_NOT_ENABLED: { code: 'already_so' },
  TWO_FACTOR_NOT_ENABLED: { code: 'already_so' },
  BACKUP_CODES_NOT_ENABLED: { code: 'already_so' },
};

function problemOfAuth(status: number, code: string): Problem {
  const known = PROBLEM_BY_CODE[code];
  if (known !== undefined) return known;
  if (status === 429) return { code: 'too_many_requests' };
  if (status === 401) return { code: 'not_signed_in' };
  if (status === 403) return { code: 'not_allowed' };
  throw new Error(`better-auth answered ${status} ${code}`);
}
