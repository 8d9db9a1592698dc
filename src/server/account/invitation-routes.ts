import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type Invitation,
  invitation,
  invitationAcceptance,
  invitationLookup,
  invitationOffer,
  invitationSent,
  renewedInvitation,
} from '#domain/account/invitation.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Deps } from '../deps.ts';
import { invitationLetter } from '../mail/invitation-letter.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { accountExists, addAccount, emailTaken, removeAccount } from './account-rows.ts';
import { asAdministrator } from './administrator.ts';
import { acceptInvitation, findInvitation, makeInvitation } from './invitation.ts';
import { grantRole, ofNeighbourhood, tellOfficers, unknownTarget } from './role-grant.ts';
import { giveBackAttempt, INVITATION_ADDRESS, takeAttempt } from './throttle.ts';

/** Inviting (administrator) and taking an invitation (whoever holds its secret). */
export function addInvitationRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/invitations',
    { schema: { body: invitation, response: { 200: invitationSent } } },
    async (request, reply) => {
      const problem = await prepare(deps, request, request.body);
      if (problem !== null) return sendProblem(reply, problem);
      return send(deps, request, request.body.id, request.body.means, request.body.locale);
    },
  );

  app.post(
    '/api/accounts/:id/invitations',
    {
      schema: {
        params: z.object({ id }),
        body: renewedInvitation,
        response: { 200: invitationSent },
      },
    },
    async (request, reply) => {
      const account = await asAdministrator(deps, request, async (acting) => {
        if (request.params.id === request.actor.id) return null;
        const found = await accountExists(deps.accounts, request.params.id);
        if (found === undefined) return null;
        await tellOfficers(acting, 'account_reset', found.id, deps.newId, deps.clock());
        return found;
      });
      if (account === undefined || account === null) return sendProblem(reply, { code: 'gone' });
      return send(deps, request, account.id, request.body.means, account.locale);
    },
  );

  app.post(
    '/api/invitations/look-up',
    {
      schema: { body: invitationLookup, response: { 200: invitationOffer } },
      config: { public: true },
    },
    async (request, reply) => {
      const now = deps.clock();
      if (!(await takeAttempt(deps.accounts, INVITATION_ADDRESS, request.ip, now))) {
        return sendProblem(reply, { code: 'too_many_requests' });
      }
      const open = await findInvitation(deps.accounts, request.body.secret, now);
      if (open === undefined) return sendProblem(reply, { code: 'invitation_gone' });
      await giveBackAttempt(deps.accounts, INVITATION_ADDRESS, request.ip);
      const { name, username, locale } = open;
      return { name, username, locale, expires_at: open.expires_at.toISOString() };
    },
  );

  app.post(
    '/api/invitations/accept',
    { schema: { body: invitationAcceptance }, config: { public: true } },
    async (request, reply) => {
      const now = deps.clock();
      if (!(await takeAttempt(deps.accounts, INVITATION_ADDRESS, request.ip, now))) {
        return sendProblem(reply, { code: 'too_many_requests' });
      }
      const problem = await acceptInvitation(deps.accounts, request.body, deps.newId, now);
      if (problem !== null) return sendProblem(reply, problem);
      await giveBackAttempt(deps.accounts, INVITATION_ADDRESS, request.ip);
      return reply.code(204).send();
    },
  );
}

/**
 * Makes the account and its role. Accounts and roles belong to two database roles and so to two
 * transactions: the account comes first, and goes again where the role could not be given.
 */
async function prepare(
  deps: Deps,
  request: FastifyRequest,
  wanted: Invitation,
): Promise<Problem | null> {
  const problem = await asAdministrator(deps, request, async (acting): Promise<Problem | null> => {
    const unknown = await unknownTarget(acting, wanted.grant);
    if (unknown !== null) return invalid(`body.grant.${unknown}`, 'unknown');
    if (await ofNeighbourhood(acting, wanted.grant)) {
      const path = 'body.grant.organisation_id';
      return { code: 'neighbourhood_body', fields: [{ path, code: 'neighbourhood_body' }] };
    }
    if (wanted.means.by === 'link' && (await emailTaken(deps.accounts, wanted.means.email))) {
      return invalid('body.means.email', 'taken');
    }
    const email = wanted.means.by === 'link' ? wanted.means.email : null;
    if (!(await addAccount(deps.accounts, { ...wanted, email }, deps.clock()))) {
      return { code: 'already_so' };
    }
    return null;
  });
  if (problem === undefined) return { code: 'gone' };
  if (problem !== null) return problem;
  try {
    await asAdministrator(deps, request, (acting) =>
      grantRole(acting, wanted.id, wanted.grant, deps.newId(), deps.clock()),
    );
    return null;
  } catch (error) {
    await removeAccount(deps.accounts, wanted.id);
    throw error;
  }
}

async function send(
  deps: Deps,
  request: FastifyRequest,
  accountId: string,
  means: Invitation['means'],
  locale: Invitation['locale'],
) {
  const { secret, sent } = await makeInvitation(deps.accounts, {
    id: deps.newId(),
    accountId,
    invitedBy: request.actor.id,
    means,
    now: deps.clock(),
  });
  if (means.by === 'link') {
    await deps.mail.send(
      invitationLetter(means.email, locale, deps.config.url, secret, sent.expires_at),
    );
  }
  return sent;
}

function invalid(path: string, code: string): Problem {
  return { code: 'invalid_input', fields: [{ path, code }] };
}
