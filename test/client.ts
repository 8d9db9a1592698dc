import type { LightMyRequestResponse } from 'fastify';
import { v7 as uuid } from 'uuid';
import { fixedId } from '#server/seed/fixed-id.ts';
import type { TestServer } from './http.ts';
import { signIn } from './world.ts';

/** A system of a demo organisation that has its secret. */
export interface TestClient {
  readonly id: string;
  readonly secret: string;
  /** Asks for a token and gives it back. */
  token(): Promise<string>;
  /** A request with a token of its own. */
  request(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    options?: { body?: unknown; headers?: Record<string, string>; token?: string },
  ): Promise<LightMyRequestResponse>;
}

/** Asks for a token with a form, as a client does. */
export function askToken(
  server: TestServer,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return server.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

/** A client of a demo organisation, made by the administrator. */
export async function clientOf(server: TestServer, organisation: string): Promise<TestClient> {
  const sherzod = await signIn(server, 'sherzod');
  const id = uuid();
  const made = await sherzod.request('POST', '/api/clients', {
    ...{ id, name: `System of ${organisation}` },
    organisation_id: fixedId(`organisation:${organisation}`),
  });
  if (made.statusCode !== 200) throw new Error(made.body);
  const secret: string = made.json().client_secret;
  const token = async () => {
    const grant_type = 'client_credentials';
    const reply = await askToken(server, { grant_type, client_id: id, client_secret: secret });
    if (reply.statusCode !== 200) throw new Error(reply.body);
    return reply.json().access_token as string;
  };
  return {
    id,
    secret,
    token,
    async request(method, url, { body, headers = {}, token: given } = {}) {
      return server.app.inject({
        method,
        url,
        headers: {
          authorization: `Bearer ${given ?? (await token())}`,
          ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
    },
  };
}
