import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';

/** What the new-arrival screen needs beside places, for roles whose device holds no model. */
export function addNewcomerRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/people/new',
    { schema: { response: { 200: z.object({ model_id: z.uuid() }) } } },
    async (request, reply) => {
      const model = await deps.database.as(request.actor, async ({ tx, role }) =>
        role === null || !may(role, 'open', 'general')
          ? undefined
          : tx
              .selectFrom('programme_model')
              .select('id as model_id')
              .orderBy('published_at', 'desc')
              .orderBy('version', 'desc')
              .executeTakeFirst(),
      );
      return model ?? sendProblem(reply, { code: 'gone' });
    },
  );
}
