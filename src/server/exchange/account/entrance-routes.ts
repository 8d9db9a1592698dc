import { z } from 'zod';
import { locale, newPassword } from '#domain/account/account.ts';
import { invitationLookup } from '#domain/account/invitation.ts';
import { signIn, signInState } from '#domain/account/session.ts';
import { newParticipant } from '#domain/exchange/participant.ts';
import { callAuth } from '../../account/call-auth.ts';
import { acceptInvitation, findInvitation } from '../../account/invitation.ts';
import {
  forgetEnded,
  giveBackAttempt,
  INVITATION_ADDRESS,
  type Limit,
  SIGN_IN_ACCOUNT,
  SIGN_IN_ADDRESS,
  takeAttempt,
} from '../../account/throttle.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { registerParticipant, sendWayIn } from './register.ts';

/** Letters that one address of the network may cause. */
const LETTERS: Limit = { purpose: 'exchange-letter', attempts: 20, seconds: 3600 };

const email = z.email().max(200);
const registration = newParticipant.extend({ email, locale });
const wayIn = invitationLookup.extend({ password: newPassword, locale });

/** Coming in: sign-in by address and password, registration, the mailed link, signing out. */
export function addEntranceRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };
  app.post(
    '/api/exchange/entry',
    { schema: { body: signIn, response: { 200: signInState } }, ...open },
    async (request, reply) => {
      const { user, password } = request.body;
      const now = deps.clock();
      const may =
        (await takeAttempt(deps.accounts, SIGN_IN_ADDRESS, request.ip, now)) &&
        (await takeAttempt(deps.accounts, SIGN_IN_ACCOUNT, user, now));
      if (!may) return sendProblem(reply, { code: 'too_many_requests' });
      const byEmail = user.includes('@');
      const path = byEmail ? '/sign-in/email' : '/sign-in/username';
      const who = byEmail ? { email: user } : { username: user };
      const answer = await callAuth(deps, request, reply, path, { ...who, password });
      if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
      await giveBackAttempt(deps.accounts, SIGN_IN_ACCOUNT, user, true);
      await giveBackAttempt(deps.accounts, SIGN_IN_ADDRESS, request.ip);
      await forgetEnded(deps.accounts, now);
      return { state: 'signed_in' as const };
    },
  );

  app.delete('/api/exchange/entry', open, async (request, reply) => {
    await callAuth(deps, request, reply, '/sign-out', {});
    return reply.code(204).send();
  });

  // The reply is the same whether the address is known: only its owner learns it, by letter.
  app.post(
    '/api/exchange/registrations-of-accounts',
    { schema: { body: registration }, ...open },
    async (request, reply) => {
      if (!(await takeAttempt(deps.accounts, LETTERS, request.ip, deps.clock()))) {
        return sendProblem(reply, { code: 'too_many_requests' });
      }
      await registerParticipant(deps, request.body);
      return reply.code(202).send();
    },
  );

  app.post(
    '/api/exchange/forgotten-password',
    { schema: { body: z.strictObject({ email, locale }) }, ...open },
    async (request, reply) => {
      if (!(await takeAttempt(deps.accounts, LETTERS, request.ip, deps.clock()))) {
        return sendProblem(reply, { code: 'too_many_requests' });
      }
      const address = request.body.email.toLowerCase();
      const { rows } = await deps.accounts.pool.query<{ id: string }>(
        'select id from account where email = $1 and disabled_at is null',
        [address],
      );
      if (rows[0]) await sendWayIn(deps, rows[0].id, address, request.body.locale);
      return reply.code(202).send();
    },
  );

  app.post('/api/exchange/way-in', { schema: { body: wayIn }, ...open }, async (request, reply) => {
    const now = deps.clock();
    if (!(await takeAttempt(deps.accounts, INVITATION_ADDRESS, request.ip, now))) {
      return sendProblem(reply, { code: 'too_many_requests' });
    }
    const { secret, password, locale: chosen } = request.body;
    const found = await findInvitation(deps.accounts, secret, now);
    if (found === undefined) return sendProblem(reply, { code: 'invitation_gone' });
    // People sign in by their address here; the user name only has to be one of a kind.
    const username = found.username ?? `p${found.account_id.replaceAll('-', '').slice(-16)}`;
    const problem = await acceptInvitation(
      deps.accounts,
      { secret, password, locale: chosen, username },
      deps.newId,
      now,
    );
    if (problem !== null) return sendProblem(reply, problem);
    await giveBackAttempt(deps.accounts, INVITATION_ADDRESS, request.ip);
    return reply.code(204).send();
  });
}
