import type { FastifyRequest } from 'fastify';
import { secondFactorCode, signIn, signInState } from '#domain/account/session.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { callAuth } from './call-auth.ts';
import {
  forgetEnded,
  giveBackAttempt,
  SIGN_IN_ACCOUNT,
  SIGN_IN_ADDRESS,
  takeAttempt,
} from './throttle.ts';

/** Signing in, the second factor, signing out. */
export function addSessionRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/session',
    { schema: { body: signIn, response: { 200: signInState } }, config: { public: true } },
    async (request, reply) => {
      const { user, password } = request.body;
      const subject = await subjectOf(deps, user);
      if (!(await mayTry(deps, request, subject))) {
        return sendProblem(reply, { code: 'too_many_requests' });
      }
      const byEmail = user.includes('@');
      const path = byEmail ? '/sign-in/email' : '/sign-in/username';
      const who = byEmail ? { email: user } : { username: user };
      const answer = await callAuth(deps, request, reply, path, { ...who, password });
      if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
      await giveBackAttempt(deps.accounts, SIGN_IN_ACCOUNT, subject, true);
      await giveBackAttempt(deps.accounts, SIGN_IN_ADDRESS, request.ip);
      await forgetEnded(deps.accounts, deps.clock());
      const needed = answer.body.twoFactorRedirect === true;
      return { state: needed ? ('second_factor_needed' as const) : ('signed_in' as const) };
    },
  );

  app.post(
    '/api/session/second-factor',
    {
      schema: { body: secondFactorCode, response: { 200: signInState } },
      config: { public: true },
    },
    async (request, reply) => {
      const given = request.body;
      const answer =
        'code' in given
          ? await callAuth(deps, request, reply, '/two-factor/verify-totp', { code: given.code })
          : await callAuth(deps, request, reply, '/two-factor/verify-backup-code', {
              code: given.backup_code,
            });
      if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
      return { state: 'signed_in' as const };
    },
  );

  // Public: leaving must work also when the session has already ended.
  app.delete('/api/session', { config: { public: true } }, async (request, reply) => {
    await callAuth(deps, request, reply, '/sign-out', {});
    return reply.code(204).send();
  });
}

/** Whom a sign-in is counted for: one account has one count, by whichever of its names it is tried. */
async function subjectOf({ accounts }: Deps, user: string): Promise<string> {
  const { rows } = await accounts.pool.query<{ id: string }>(
    'select id from account where username = lower($1) or email = lower($1)',
    [user],
  );
  return rows[0]?.id ?? user;
}

/** Counts this attempt for the account and for the address; both must have one left. */
async function mayTry(deps: Deps, request: FastifyRequest, subject: string): Promise<boolean> {
  const now = deps.clock();
  const byAddress = await takeAttempt(deps.accounts, SIGN_IN_ADDRESS, request.ip, now);
  return byAddress && (await takeAttempt(deps.accounts, SIGN_IN_ACCOUNT, subject, now));
}
