import type { Bundle } from '@medplum/fhirtypes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOfToken } from '../client/client-secret.ts';
import type { Deps } from '../deps.ts';
import { problemOf } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { capabilityStatement } from './capability.ts';
import { NOT_FOUND, type Refusal, refusalOf, sendFhir, sendOutcome } from './outcome.ts';
import { asClient, LOGIN, logFound, readOne, sendResource, speakingOf } from './read-resource.ts';
import { RESOURCE_TYPES, type ResourceType } from './resource-types.ts';
import { readSearch } from './search-query.ts';
import { updateTask } from './update-task.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The API client that asks; null outside of /fhir. */
    clientId: string | null;
  }
}

/**
 * HL7 FHIR R4 for the systems of receiving services: they read what was sent to their organisation, and
 * nothing else. Only API clients come in here: no cookie counts, so no page of another site can ask.
 */
export function addFhirRoutes(app: ServerApp, deps: Deps): void {
  const base = `${deps.config.url}/fhir`;
  app.decorateRequest('clientId', null);
  void app.register(
    async (inner: ServerApp) => {
      inner.addContentTypeParser(
        'application/fhir+json',
        { parseAs: 'string' },
        inner.getDefaultJsonParser('error', 'error'),
      );
      inner.setErrorHandler((error, request, reply) => {
        const problem = problemOf(error);
        if (problem.code === 'internal') {
          deps.log.error(
            { err: error, request: request.id, route: request.routeOptions.url },
            'bug',
          );
        }
        const refusal = refusalOf(problem);
        // What cannot be read at all is a bad request, not a rule that it breaks.
        const status = problem.code === 'invalid_input' ? 400 : refusal.status;
        return sendOutcome(reply, { ...refusal, status });
      });
      inner.setNotFoundHandler((request, reply) => sendOutcome(reply, unserved(request)));
      inner.addHook('onRequest', async (request, reply) => {
        if (request.routeOptions.config.public === true) return;
        const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
        const now = deps.clock();
        request.clientId =
          token === undefined ? null : await clientOfToken(deps.accounts, token, now);
        if (request.clientId === null) return sendOutcome(reply, LOGIN);
        const { accept = '' } = request.headers;
        if (/xml|turtle/.test(accept) && !/json|\*/.test(accept)) {
          return sendOutcome(reply, { status: 406, text: 'Only JSON is given out.' });
        }
      });
      const open = { schema: { hide: true }, config: { public: true } };
      inner.get('/metadata', open, async (_request, reply) =>
        sendFhir(reply, 200, capabilityStatement(base)),
      );
      // Else the web app's own files would be looked for.
      inner.get('/*', { schema: { hide: true } }, (request, reply) =>
        sendOutcome(reply, unserved(request)),
      );
      for (const [name, type] of Object.entries(RESOURCE_TYPES)) {
        inner.get(`/${name}`, { schema: { hide: true } }, (request, reply) =>
          search(deps, base, name, type, request, reply),
        );
        inner.get<{ Params: { id: string } }>(
          `/${name}/:id`,
          { schema: { hide: true } },
          (request, reply) => read(deps, base, name, request, reply),
        );
      }
      inner.put<{ Params: { id: string } }>(
        '/Task/:id',
        { schema: { hide: true } },
        (request, reply) => updateTask(deps, base, request, reply),
      );
    },
    { prefix: '/fhir' },
  );
}

function unserved({ url, method }: FastifyRequest): Refusal {
  const name = /^\/fhir\/(\w+)/.exec(url)?.[1] ?? '';
  const known = Object.hasOwn(RESOURCE_TYPES, name) && method !== 'GET';
  return known ? { status: 405, text: 'This cannot be done with this type.' } : NOT_FOUND;
}

async function search(
  deps: Deps,
  base: string,
  name: string,
  type: ResourceType,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = new URL(request.url, base).searchParams;
  const asked = readSearch(type, query);
  if ('status' in asked) return sendOutcome(reply, asked);
  const now = deps.clock();
  const found = await asClient(deps, request, async (acting) => {
    const speaking = await speakingOf(acting, base);
    const rows = await type.find(acting, speaking, asked, now);
    const details = { rows: rows.length, type: name };
    await logRead(acting, { action: 'packets_listed', details }, now);
    await logFound(acting, name, rows, now);
    return rows;
  });
  if ('status' in found) return sendOutcome(reply, found);
  const at = (params: URLSearchParams) => {
    const text = params.toString();
    return text === '' ? `${base}/${name}` : `${base}/${name}?${text}`;
  };
  const link = [{ relation: 'self', url: at(query) }];
  const last = found.length === asked.limit ? found.at(-1) : undefined;
  if (last !== undefined) {
    const next = new URLSearchParams(query);
    next.set('_after', last.id);
    link.push({ relation: 'next', url: at(next) });
  }
  const bundle: Bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    link,
    // FHIR knows no empty list.
    ...(found.length === 0
      ? {}
      : {
          entry: found.map(({ id, resource }) => ({
            fullUrl: `${base}/${name}/${id}`,
            resource,
            search: { mode: 'match' as const },
          })),
        }),
  };
  return sendFhir(reply, 200, bundle);
}

async function read(
  deps: Deps,
  base: string,
  name: string,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await asClient(deps, request, (acting) =>
    readOne(acting, base, name, request.params.id, deps.clock()),
  );
  if ('status' in found) return sendOutcome(reply, found);
  return sendResource(reply, found);
}
