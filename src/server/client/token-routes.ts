import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_SCOPES, TOKEN_SECONDS } from '#domain/client/client.ts';
import { id } from '#domain/id.ts';
import { giveBackAttempt, type Limit, takeAttempt } from '../account/throttle.ts';
import type { Deps } from '../deps.ts';
import { problemOf } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { giveToken } from './client-secret.ts';

/** Wrong secrets for one client, and by one address for any. */
const CLIENT: Limit = { purpose: 'client-token', attempts: 20, seconds: 3600 };
const ADDRESS: Limit = { purpose: 'client-token-from', attempts: 60, seconds: 3600 };

/** The error codes of RFC 6749, section 5.2, that this door knows. */
type OauthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable';

const STATUS: Readonly<Record<OauthError, number>> = {
  invalid_request: 400,
  invalid_client: 401,
  unsupported_grant_type: 400,
  invalid_scope: 400,
  temporarily_unavailable: 503,
};

/**
 * OAuth 2 client credentials (RFC 6749, 4.4): a client shows its secret and gets a token for some minutes.
 * Unknown, withdrawn and wrong answer the same. No cookie is read or set here.
 */
export function addTokenRoutes(app: ServerApp, deps: Deps): void {
  void app.register(async (inner: ServerApp) => {
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4096 },
      (_request, text, done) => done(null, String(text)),
    );
    inner.setErrorHandler((error, _request, reply) => {
      const { code } = problemOf(error);
      if (code === 'too_many_requests') return tooMany(reply);
      if (code !== 'internal' && code !== 'unavailable') return refuse(reply, 'invalid_request');
      if (code === 'internal') deps.log.error({ err: error, route: '/oauth/token' }, 'bug');
      return refuse(reply, 'temporarily_unavailable');
    });
    inner.post('/oauth/token', { schema: { hide: true } }, async (request, reply) => {
      const asked = askedFor(request);
      if (typeof asked === 'string') return refuse(reply, asked);
      const now = deps.clock();
      const { accounts } = deps;
      const byAddress = await takeAttempt(accounts, ADDRESS, request.ip, now);
      if (!byAddress || !(await takeAttempt(accounts, CLIENT, asked.client, now))) {
        return tooMany(reply);
      }
      const known = id.safeParse(asked.client);
      const token = known.success ? await giveToken(accounts, known.data, asked.secret, now) : null;
      if (token === null) return refuse(reply, 'invalid_client');
      await giveBackAttempt(accounts, CLIENT, asked.client);
      await giveBackAttempt(accounts, ADDRESS, request.ip);
      return uncached(reply).send({
        access_token: token,
        token_type: 'Bearer',
        expires_in: TOKEN_SECONDS,
        scope: CLIENT_SCOPES.join(' '),
      });
    });
  });
}

interface AskedFor {
  readonly client: string;
  readonly secret: string;
}

/** Who asks, from the header or the form but not both; or what is wrong with the question. */
function askedFor(request: FastifyRequest): AskedFor | OauthError {
  if (typeof request.body !== 'string') return 'invalid_request';
  const form = new URLSearchParams(request.body);
  const names = [...form.keys()];
  if (new Set(names).size !== names.length) return 'invalid_request';
  const grant = form.get('grant_type');
  if (grant === null) return 'invalid_request';
  if (grant !== 'client_credentials') return 'unsupported_grant_type';
  const scopes = form.get('scope')?.split(' ').filter(Boolean) ?? [];
  if (scopes.some((scope) => !CLIENT_SCOPES.some((own) => own === scope))) return 'invalid_scope';
  const given = fromHeader(request.headers.authorization);
  const client = form.get('client_id');
  const secret = form.get('client_secret');
  if (given !== null) {
    const same = client === null || client === given.client;
    return secret === null && same ? given : 'invalid_request';
  }
  if (request.headers.authorization !== undefined) return 'invalid_client';
  return client === null || secret === null ? 'invalid_client' : { client, secret };
}

function fromHeader(header: string | undefined): AskedFor | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? null : { client: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function uncached(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('pragma', 'no-cache')
    .type('application/json; charset=utf-8');
}

/** Names the error and nothing of what was sent. */
function refuse(reply: FastifyReply, error: OauthError): FastifyReply {
  if (error === 'invalid_client') {
    reply.header('www-authenticate', 'Basic realm="oauth", charset="UTF-8"');
  }
  return uncached(reply).code(STATUS[error]).send({ error });
}

function tooMany(reply: FastifyReply): FastifyReply {
  return uncached(reply)
    .code(429)
    .header('retry-after', '3600')
    .send({ error: 'invalid_request', error_description: 'too many attempts' });
}
