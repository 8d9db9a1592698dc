import { rightRows } from '#domain/access/rights.ts';
import type { Role } from '#domain/access/role.ts';
import { localeChange, me, passwordChange, passwordHolds } from '#domain/account/account.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { callAuth } from './call-auth.ts';
import { giveBackAttempt, SIGN_IN_ACCOUNT, takeAttempt } from './throttle.ts';

/** The own account: who am I and what may I do, language, password. */
export function addMeRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/me', { schema: { response: { 200: me } } }, async (request) => {
    const { signedIn, actor } = request;
    if (signedIn === null) throw new Error('not reached: the route is not public');
    const held = await deps.database.as(actor, async ({ role, place_id, organisation_id }) => ({
      role,
      place_id,
      organisation_id,
    }));
    return {
      id: signedIn.accountId,
      name: signedIn.name,
      username: signedIn.username,
      locale: signedIn.locale,
      second_factor: signedIn.secondFactor,
      ...held,
      abilities: abilitiesOf(held.role),
      mode: deps.config.mode,
      halves: [...deps.config.halves],
    };
  });

  app.put('/api/me/locale', { schema: { body: localeChange } }, async (request, reply) => {
    await deps.accounts.pool.query(
      'update auth.account set locale = $2, updated_at = $3 where id = $1',
      [request.actor.id, request.body.locale, deps.clock()],
    );
    return reply.code(204).send();
  });

  // Changing the password ends every other session of the account.
  app.put('/api/me/password', { schema: { body: passwordChange } }, async (request, reply) => {
    const { password, new_password } = request.body;
    const name = request.signedIn?.username ?? null;
    if (name !== null && passwordHolds(new_password, name)) {
      const fields = [{ path: 'body.new_password', code: 'holds_username' }];
      return sendProblem(reply, { code: 'invalid_input', fields });
    }
    const subject = name ?? request.actor.id;
    if (!(await takeAttempt(deps.accounts, SIGN_IN_ACCOUNT, subject, deps.clock()))) {
      return sendProblem(reply, { code: 'too_many_requests' });
    }
    const change = {
      currentPassword: password,
      newPassword: new_password,
      revokeOtherSessions: true,
    };
    const answer = await callAuth(deps, request, reply, '/change-password', change);
    if (answer.problem !== undefined) return sendProblem(reply, answer.problem);
    await giveBackAttempt(deps.accounts, SIGN_IN_ACCOUNT, subject, true);
    return reply.code(204).send();
  });
}

/** What each role may do beside files; screens show only what is listed. */
const ABILITIES_BESIDE_FILES: Partial<Record<Role, readonly string[]>> = {
  administrator: ['accounts'],
  coordinator: ['numbers', 'places', 'organisations', 'programme_model'],
  data_protection_officer: ['read_log'],
  complaints_officer: ['complaints'],
};

/** Rights within reach as `verb:compartment`, and the role's other abilities by name. */
function abilitiesOf(role: Role | null): string[] {
  if (role === null) return [];
  const rights = rightRows()
    .filter((row) => row.role === role)
    .map((row) => `${row.verb}:${row.compartment}`);
  return [...(ABILITIES_BESIDE_FILES[role] ?? []), ...rights];
}
