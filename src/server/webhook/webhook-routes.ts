import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import {
  type DeliveryLine,
  deliveryLine,
  newWebhook,
  type WebhookLine,
  webhookLine,
  webhookPage,
  webhookSecret,
} from '#domain/webhook/webhook.ts';
import { asAdministrator } from '../account/administrator.ts';
import { tellOfficers } from '../account/role-grant.ts';
import { PAGE } from '../case/file-routes.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { addressProblem } from './address.ts';
import { allowedAddresses } from './allowed-address.ts';
import { deliverWebhooksRegularly } from './deliver.ts';
import { secretOf } from './webhook-secret.ts';

const params = z.object({ id });
const GONE = { code: 'gone' } as const;
const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', ${MOMENT}) as ${column.replace(/^\w\./, '')}`;

/** The administrator's work on endpoints that are told of changes. No case data. */
export function addWebhookRoutes(app: ServerApp, deps: Deps): void {
  deliverWebhooksRegularly(app, deps);

  app.get(
    '/api/webhooks',
    {
      schema: {
        querystring: webhookPage,
        response: { 200: z.object({ webhooks: z.array(webhookLine), next: id.nullable() }) },
      },
    },
    async (request, reply) => {
      const webhooks = await asAdministrator(deps, request, async ({ client }) => {
        const { rows } = await client.query<WebhookLine>(
          `select w.id, w.organisation_id, w.url, w.failures, ${moment('w.made_at')},
             ${moment('w.paused_at')}, ${moment('w.withdrawn_at')},
             (select count(*)::int from webhook_delivery d
               where d.webhook_id = w.id and d.state = 'waiting') as waiting
           from webhook w where $1::uuid is null or w.id < $1 order by w.id desc limit $2`,
          [request.query.after ?? null, PAGE],
        );
        return rows;
      });
      if (webhooks === undefined) return sendProblem(reply, GONE);
      return { webhooks, next: webhooks.length === PAGE ? (webhooks.at(-1)?.id ?? null) : null };
    },
  );

  app.post(
    '/api/webhooks',
    { schema: { body: newWebhook, response: { 200: webhookSecret } } },
    async (request, reply) => {
      const { body } = request;
      // Nobody else learns from us which names stand for addresses of this network.
      const may = await asAdministrator(deps, request, async () => true);
      if (may === undefined) return sendProblem(reply, GONE);
      const problem = await addressRefused(deps, body.url);
      if (problem !== null) return sendProblem(reply, problem);
      const made = await asAdministrator(deps, request, async (acting) => {
        const wrong = await organisationProblem(acting, body.organisation_id);
        if (wrong !== null) return wrong;
        const { numInsertedOrUpdatedRows } = await acting.tx
          .insertInto('webhook')
          .values({ ...body, made_by: acting.actor.id, made_at: deps.clock() })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return { code: 'already_recorded' } as const;
        await tellOfficers(acting, 'webhook_made', body.id, deps.newId, deps.clock());
        return null;
      });
      if (made !== null) return sendProblem(reply, made ?? GONE);
      return { webhook_id: body.id, secret: secretOf(deps.accounts, body.id, 1) };
    },
  );

  app.post(
    '/api/webhooks/:id/secret',
    { schema: { params, response: { 200: webhookSecret } } },
    async (request, reply) => {
      const webhook = request.params.id;
      const found = await change(deps, request, 'generation = generation + 1');
      if (found === undefined) return sendProblem(reply, GONE);
      return { webhook_id: webhook, secret: secretOf(deps.accounts, webhook, found.generation) };
    },
  );

  app.post('/api/webhooks/:id/test', { schema: { params } }, async (request, reply) => {
    const queued = await asAdministrator(deps, request, async ({ client }) => {
      const { rowCount } = await client.query(
        `insert into webhook_delivery (id, webhook_id, event, created_at, next_at)
         select $2, w.id, 'test', $3, $3 from webhook w where w.id = $1 and w.withdrawn_at is null`,
        [request.params.id, deps.newId(), deps.clock()],
      );
      return rowCount === 1;
    });
    return queued === true ? reply.code(204).send() : sendProblem(reply, GONE);
  });

  app.post('/api/webhooks/:id/resume', { schema: { params } }, async (request, reply) => {
    const found = await change(deps, request, 'failures = 0, paused_at = null');
    return found === undefined ? sendProblem(reply, GONE) : reply.code(204).send();
  });

  app.delete('/api/webhooks/:id', { schema: { params } }, async (request, reply) => {
    const found = await change(deps, request, 'withdrawn_at = $2', deps.clock());
    return found === undefined ? sendProblem(reply, GONE) : reply.code(204).send();
  });

  app.get(
    '/api/webhooks/:id/deliveries',
    {
      schema: {
        params,
        querystring: webhookPage,
        response: { 200: z.object({ deliveries: z.array(deliveryLine), next: id.nullable() }) },
      },
    },
    async (request, reply) => {
      const deliveries = await asAdministrator(deps, request, async ({ client }) => {
        const { rows } = await client.query<DeliveryLine>(
          `select id, event, state, attempts, ${moment('created_at')}, ${moment('tried_at')}, answer
           from webhook_delivery where webhook_id = $1 and ($2::uuid is null or id < $2)
           order by id desc limit $3`,
          [request.params.id, request.query.after ?? null, PAGE],
        );
        return rows;
      });
      if (deliveries === undefined) return sendProblem(reply, GONE);
      const last = deliveries.length === PAGE ? deliveries.at(-1)?.id : undefined;
      return { deliveries, next: last ?? null };
    },
  );
}

/** Changes one endpoint that was not withdrawn. */
function change(
  deps: Deps,
  request: FastifyRequest<{ Params: { id: string } }>,
  what: string,
  ...more: unknown[]
): Promise<{ generation: number } | undefined> {
  return asAdministrator(deps, request, async ({ client }) => {
    const { rows } = await client.query<{ generation: number }>(
      `update webhook set ${what} where id = $1 and withdrawn_at is null returning generation`,
      [request.params.id, ...more],
    );
    return rows[0];
  });
}

/** An address that may not be called is refused when it is written down, and looked at again at each call. */
async function addressRefused(deps: Deps, url: string): Promise<Problem | null> {
  const field = (code: string): Problem => ({
    ...{ code: 'invalid_input', fields: [{ path: 'body.url', code }] },
  });
  const { mode } = deps.config;
  if (addressProblem(url, mode) !== null) return field('not_https');
  if (mode === 'trial') return null;
  const found = await allowedAddresses(new URL(url).hostname, mode).catch(() => []);
  return found === null ? field('private_address') : null;
}

async function organisationProblem(acting: Acting, organisation: string): Promise<Problem | null> {
  const path = 'body.organisation_id';
  const found = await acting.tx
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', organisation)
    .executeTakeFirst();
  if (found === undefined) return { code: 'invalid_input', fields: [{ path, code: 'unknown' }] };
  if (mayReceive(found.kind)) return null;
  return { code: 'neighbourhood_body', fields: [{ path, code: 'neighbourhood_body' }] };
}
