import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { migrationState } from '../migrate.ts';
import type { ServerApp } from '../server-app.ts';

/** `mode` tells the sign-in screen whether to say that this is a trial. */
const live = z.object({ status: z.literal('live'), mode: z.enum(['trial', 'live']) });
const readiness = z.object({
  status: z.enum(['ready', 'not_ready']),
  database: z.enum(['up', 'away']),
  /** How many migrations of this version wait, and how many were applied that it does not know. */
  migrations: z
    .object({ applied: z.number(), pending: z.number(), foreign: z.number() })
    .nullable(),
});

/** For balancers and people: does the process live, and can it serve (database there, schema current). */
export function addHealthRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/health/live',
    { schema: { response: { 200: live } }, config: { public: true, rateLimit: false } },
    async () => ({ status: 'live' as const, mode: deps.config.mode }),
  );

  app.get(
    '/api/health/ready',
    {
      schema: { response: { 200: readiness, 503: readiness } },
      config: { public: true, rateLimit: false },
    },
    async (_request, reply) => {
      try {
        const state = await migrationState(deps.database.pool);
        const migrations = {
          applied: state.applied.length,
          pending: state.pending.length,
          foreign: state.foreign.length,
        };
        if (state.current) return { status: 'ready' as const, database: 'up' as const, migrations };
        return reply
          .code(503)
          .send({ status: 'not_ready' as const, database: 'up' as const, migrations });
      } catch (error) {
        deps.log.warn({ err: error }, 'not ready');
        return reply
          .code(503)
          .send({ status: 'not_ready' as const, database: 'away' as const, migrations: null });
      }
    },
  );
}
