import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Role } from '#domain/access/role.ts';
import { accountLine, accountPage, disabling, roleGrant } from '#domain/account/account.ts';
import { id } from '#domain/id.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import {
  accountExists,
  endSessions,
  listAccounts,
  removeSecondFactor,
  setDisabled,
} from './account-rows.ts';
import { asAdministrator } from './administrator.ts';
import { leaveFiles } from './leave-files.ts';
import {
  grantRole,
  ofNeighbourhood,
  revokeRole,
  tellOfficers,
  unknownTarget,
} from './role-grant.ts';

const params = z.object({ id });
const page = z.object({ accounts: z.array(accountLine), next: z.uuid().nullable() });
const ended = z.object({ ended: z.number() });

/** The administrator's work: who has an account, in which role, and whether it works. No case data. */
export function addAccountRoutes(app: ServerApp, deps: Deps): void {
  const { accounts } = deps;

  app.get(
    '/api/accounts',
    { schema: { querystring: accountPage, response: { 200: page } } },
    async (request, reply) => {
      const { after, limit, text } = request.query;
      const found = await asAdministrator(deps, request, async (acting) => {
        const rows = await listAccounts(accounts, after ?? null, limit, text ?? '');
        const grants = await grantsOf(
          acting,
          rows.map((row) => row.id),
        );
        return rows.map((row) => ({
          ...row,
          last_active_at: row.last_active_at?.toISOString() ?? null,
          ...(grants.get(row.id) ?? { role: null, organisation_id: null, place_id: null }),
        }));
      });
      if (found === undefined) return sendProblem(reply, { code: 'gone' });
      const last = found.length === limit ? found.at(-1)?.id : undefined;
      return { accounts: found, next: last ?? null };
    },
  );

  app.put(
    '/api/accounts/:id/role',
    { schema: { params, body: roleGrant } },
    async (request, reply) => {
      const { id: account } = request.params;
      const outcome = await asAdministrator(deps, request, async (acting) => {
        if ((await accountExists(accounts, account)) === undefined) return 'gone' as const;
        if (account === acting.actor.id) return 'own' as const;
        const unknown = await unknownTarget(acting, request.body);
        if (unknown !== null) return { unknown };
        if (await ofNeighbourhood(acting, request.body)) return 'neighbourhood' as const;
        await grantRole(acting, account, request.body, deps.newId(), deps.clock());
        return 'done' as const;
      });
      if (outcome === undefined || outcome === 'gone') return sendProblem(reply, { code: 'gone' });
      if (outcome === 'own') {
        return sendProblem(reply, { code: 'not_allowed', details: { reason: 'own_role' } });
      }
      if (outcome === 'neighbourhood') {
        const fields = [{ path: 'body.organisation_id', code: 'neighbourhood_body' }];
        return sendProblem(reply, { code: 'neighbourhood_body', fields });
      }
      if (outcome !== 'done') {
        const fields = [{ path: `body.${outcome.unknown}`, code: 'unknown' }];
        return sendProblem(reply, { code: 'invalid_input', fields });
      }
      return reply.code(204).send();
    },
  );

  app.delete('/api/accounts/:id/role', { schema: { params } }, async (request, reply) => {
    const revoked = await asAdministrator(deps, request, (acting) =>
      revokeRole(acting, request.params.id, deps.clock()),
    );
    if (revoked !== true) return sendProblem(reply, { code: 'gone' });
    return reply.code(204).send();
  });

  app.delete(
    '/api/accounts/:id/sessions',
    { schema: { params, response: { 200: ended } } },
    async (request, reply) => {
      const count = await asAdministrator(deps, request, () =>
        endSessions(accounts, request.params.id),
      );
      if (count === undefined) return sendProblem(reply, { code: 'gone' });
      return { ended: count };
    },
  );

  app.put(
    '/api/accounts/:id/disabled',
    { schema: { params, body: disabling } },
    async (request, reply) => {
      const { disabled, files_to_supervisor = false } = request.body;
      if (disabled) {
        const files = await asAdministrator(deps, request, (acting) =>
          leaveFiles(acting, request.params.id, files_to_supervisor, deps.clock()),
        );
        if (files !== undefined && files > 0 && !files_to_supervisor) {
          return sendProblem(reply, { code: 'files_without_worker', details: { files } });
        }
      }
      const kind = disabled ? 'account_disabled' : 'account_enabled';
      return onOther(deps, request, reply, kind, (account) =>
        setDisabled(accounts, account, disabled, deps.clock()),
      );
    },
  );

  app.delete('/api/accounts/:id/second-factor', { schema: { params } }, async (request, reply) =>
    onOther(deps, request, reply, 'second_factor_reset', (account) =>
      removeSecondFactor(accounts, account),
    ),
  );
}

/** An act on another account's way in, told to the data protection officers in the same breath. */
async function onOther(
  deps: Deps,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  kind: 'account_disabled' | 'account_enabled' | 'second_factor_reset',
  act: (account: string) => Promise<void>,
): Promise<FastifyReply> {
  const account = request.params.id;
  const done = await asAdministrator(deps, request, async (acting) => {
    if (account === acting.actor.id) return false;
    if ((await accountExists(deps.accounts, account)) === undefined) return false;
    await tellOfficers(acting, kind, account, deps.newId, deps.clock());
    await act(account);
    return true;
  });
  if (done !== true) return sendProblem(reply, { code: 'gone' });
  return reply.code(204).send();
}

interface Grant {
  role: Role;
  organisation_id: string | null;
  place_id: string | null;
}

async function grantsOf(acting: Acting, ids: readonly string[]): Promise<Map<string, Grant>> {
  const { rows } = await acting.client.query<Grant & { account_id: string }>(
    `select account_id, role, organisation_id, place_id from role_grant
     where revoked_at is null and account_id = any ($1)`,
    [ids],
  );
  return new Map(
    rows.map(({ account_id, role, organisation_id, place_id }) => [
      account_id,
      { role, organisation_id, place_id },
    ]),
  );
}
