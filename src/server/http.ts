import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fastify, { type RouteOptions } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { requireSignIn } from './account/signed-in.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { addExchange } from './exchange/exchange-routes.ts';
import { addHealthRoutes } from './health/health-routes.ts';
import { serveOpenApi } from './openapi.ts';
import { guardOrigin, guardTransport } from './origin.ts';
import { problemOf, replyToError, sendProblem } from './problem-reply.ts';
import { ROUTES } from './routes.ts';
import { PERMISSIONS_POLICY, sendSecurityHeaders } from './security-headers.ts';
import type { ServerApp } from './server-app.ts';
import { guardInput, validatorCompiler } from './validation.ts';
import { serveWeb } from './web-files.ts';

/** Largest JSON body, in bytes: a plan or a batch of the outbox fits, a file does not. */
const BODY_LIMIT = 1024 * 1024;
/** Largest uploaded file, in bytes: an arrival list of 100,000 rows fits. */
export const UPLOAD_LIMIT = 32 * 1024 * 1024;

/**
 * Builds the whole server without listening: tests talk to it by `app.inject`. `onRoute` is told of
 * every route that is added, so that a test can go through all of them.
 */
export async function buildServer(
  config: Config,
  deps: Deps,
  onRoute: (route: RouteOptions) => void = () => {},
): Promise<ServerApp> {
  const app = fastify({
    logger: false,
    trustProxy: config.trustedProxy?.split(',').map((part) => part.trim()) ?? false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 300_000,
    connectionTimeout: 310_000,
    keepAliveTimeout: 65_000,
    genReqId: deps.newId,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // Addresses that cannot be read never reach a hook, so their reply brings its own headers.
    frameworkErrors: (error, _request, reply) => {
      reply.header('content-security-policy', "default-src 'none'");
      reply.header('x-content-type-options', 'nosniff');
      void sendProblem(reply, problemOf(error));
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRoute', onRoute);
  app.setErrorHandler(replyToError(deps.log));
  logRequests(app, deps);
  await sendSecurityHeaders(app, config.mode === 'live');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS_POLICY).header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.decorateReply('trial', config.mode === 'trial');
  guardTransport(app, config);
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
  });
  guardOrigin(app, config);
  await app.register(underPressure, {
    maxEventLoopDelay: config.busyAfterMs,
    exposeStatusRoute: false,
    pressureHandler(_request, reply, _type, delay) {
      // No sample in the last second says that the loop was let go of just now, not that it is stuck.
      if (delay === Number.POSITIVE_INFINITY) return Promise.resolve();
      reply.header('retry-after', 1);
      const busy = { code: 'FST_UNDER_PRESSURE', statusCode: 503 };
      return Promise.reject(Object.assign(new Error('busy'), busy));
    },
  });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, parts: 21, fieldSize: 64 * 1024 },
  });
  guardInput(app);
  requireSignIn(app, deps);
  await serveOpenApi(app);
  // An instance that runs one half has no route of the other.
  const { database: _database, otherHalf, ...shared } = deps;
  if (config.halves.includes('programme')) for (const addRoutes of ROUTES) addRoutes(app, deps);
  else addHealthRoutes(app, deps);
  if (config.halves.includes('exchange')) addExchange(app, { ...shared, ...otherHalf });
  await serveWeb(app);
  return app;
}

/** One line a request: route template, status, time, id. Never the address typed, a body or a name. */
function logRequests(app: ServerApp, deps: Deps): void {
  app.addHook('onResponse', async (request, reply) => {
    deps.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        request: request.id,
      },
      'request',
    );
  });
}
