import type { FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import { sendProblem } from './problem-reply.ts';
import type { ServerApp } from './server-app.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Live mode answers only what the trusted proxy received by https; health stays open for probes. */
export function guardTransport(app: ServerApp, config: Config): void {
  if (config.mode !== 'live') return;
  app.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https' || request.url.startsWith('/api/health/')) return;
    return sendProblem(reply, { code: 'https_required' });
  });
}

/**
 * Against requests that another site makes a browser send: whatever changes something must come from
 * our own pages. Clients that are no browser send neither header and carry no cookie by themselves.
 */
export function guardOrigin(app: ServerApp, config: Config): void {
  const own = new URL(config.url).origin;
  app.addHook('onRequest', async (request, reply) => {
    if (SAFE.has(request.method) || isFromOwnPage(request, own, config.mode)) return;
    return sendProblem(reply, { code: 'not_allowed', details: { reason: 'foreign_origin' } });
  });
}

function isFromOwnPage(request: FastifyRequest, own: string, mode: Config['mode']): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined) {
    if (origin === own) return true;
    // A trial is opened under whatever name the machine has: its own host counts as its address.
    return mode === 'trial' && host !== undefined && origin === `http://${host}`;
  }
  return site === undefined || site === 'same-origin';
}
