import swagger from '@fastify/swagger';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import type { ServerApp } from './server-app.ts';

const described = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } });

/** The description of all routes, made from their schemas: OpenAPI 3.1 at `/api/openapi.json`. */
export async function serveOpenApi(app: ServerApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Homeward', version: '0.1.0', license: { name: 'Apache-2.0' } },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 's.session_token' } },
      },
      security: [{ session: [] }],
    },
    // Pages are for people: what programs may ask stands under /api.
    transform: (route) =>
      route.url.startsWith('/api/') ? described(route) : { schema: { hide: true }, url: route.url },
  });
  app.get('/api/openapi.json', { schema: { hide: true }, config: { public: true } }, async () =>
    app.swagger(),
  );
}
