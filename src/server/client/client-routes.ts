import { z } from 'zod';
import {
  type ClientLine,
  clientLine,
  clientPage,
  clientSecret,
  type NewClient,
  newClient,
} from '#domain/client/client.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { asAdministrator } from '../account/administrator.ts';
import { tellOfficers } from '../account/role-grant.ts';
import { PAGE } from '../case/file-routes.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { endClient, renewSecret, secretDates } from './client-secret.ts';

const params = z.object({ id });
const GONE = { code: 'gone' } as const;

/** The administrator's work on API clients: made, given a new secret, withdrawn. No case data. */
export function addClientRoutes(app: ServerApp, deps: Deps): void {
  const { accounts } = deps;

  app.get(
    '/api/clients',
    {
      schema: {
        querystring: clientPage,
        response: { 200: z.object({ clients: z.array(clientLine), next: id.nullable() }) },
      },
    },
    async (request, reply) => {
      const clients = await asAdministrator(deps, request, (acting) =>
        listClients(deps, acting, request.query.after ?? null),
      );
      if (clients === undefined) return sendProblem(reply, GONE);
      return { clients, next: clients.length === PAGE ? (clients.at(-1)?.id ?? null) : null };
    },
  );

  app.post(
    '/api/clients',
    { schema: { body: newClient, response: { 200: clientSecret } } },
    async (request, reply) => {
      const made = await asAdministrator(deps, request, async (acting) => {
        const problem = await addClient(acting, request.body, deps.clock());
        if (problem !== null) return problem;
        await tellOfficers(acting, 'client_made', request.body.id, deps.newId, deps.clock());
        return null;
      });
      if (made !== null) return sendProblem(reply, made ?? GONE);
      const secret = await renewSecret(accounts, request.body.id, deps.clock());
      return { client_id: request.body.id, client_secret: secret };
    },
  );

  app.post(
    '/api/clients/:id/secret',
    { schema: { params, response: { 200: clientSecret } } },
    async (request, reply) => {
      const client = request.params.id;
      const there = await asAdministrator(deps, request, async (acting) => {
        if (!(await isActive(acting, client))) return false;
        await tellOfficers(acting, 'client_renewed', client, deps.newId, deps.clock());
        return true;
      });
      if (there !== true) return sendProblem(reply, GONE);
      const secret = await renewSecret(accounts, client, deps.clock());
      return { client_id: client, client_secret: secret };
    },
  );

  app.delete('/api/clients/:id', { schema: { params } }, async (request, reply) => {
    const client = request.params.id;
    const ended = await asAdministrator(deps, request, async (acting) => {
      if (!(await isActive(acting, client))) return false;
      await acting.tx
        .updateTable('client')
        .set({ withdrawn_by: acting.actor.id, withdrawn_at: deps.clock() })
        .where('id', '=', client)
        .execute();
      await tellOfficers(acting, 'client_withdrawn', client, deps.newId, deps.clock());
      return true;
    });
    if (ended !== true) return sendProblem(reply, GONE);
    // Its tokens already open nothing: begin_actor asks the row.
    await endClient(accounts, client);
    return reply.code(204).send();
  });
}

async function addClient(acting: Acting, client: NewClient, now: Date): Promise<Problem | null> {
  const organisation = await acting.tx
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', client.organisation_id)
    .executeTakeFirst();
  const path = 'body.organisation_id';
  if (organisation === undefined) {
    return { code: 'invalid_input', fields: [{ path, code: 'unknown' }] };
  }
  if (!mayReceive(organisation.kind)) {
    return { code: 'neighbourhood_body', fields: [{ path, code: 'neighbourhood_body' }] };
  }
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('client')
    .values({ ...client, made_by: acting.actor.id, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? null : { code: 'already_recorded' };
}

async function isActive(acting: Acting, client: string): Promise<boolean> {
  const found = await acting.tx
    .selectFrom('client')
    .select('id')
    .where('id', '=', client)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

async function listClients(
  deps: Deps,
  acting: Acting,
  after: string | null,
): Promise<ClientLine[]> {
  let query = acting.tx
    .selectFrom('client')
    .select(['id', 'name', 'organisation_id', 'made_at', 'withdrawn_at'])
    .orderBy('id', 'desc')
    .limit(PAGE);
  if (after !== null) query = query.where('id', '<', after);
  const rows = await query.execute();
  const dates = await secretDates(
    deps.accounts,
    rows.map((row) => row.id),
  );
  return rows.map(({ made_at, withdrawn_at, ...row }) => ({
    ...row,
    made_at: new Date(made_at).toISOString(),
    secret_made_at: dates.get(row.id)?.made_at.toISOString() ?? null,
    last_used_at: dates.get(row.id)?.last_used_at?.toISOString() ?? null,
    withdrawn_at: withdrawn_at === null ? null : new Date(withdrawn_at).toISOString(),
  }));
}
