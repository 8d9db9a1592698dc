import { z } from 'zod';
import { frozenAccess as access } from '#domain/evidence/access-numbers.ts';
import { frozenAssistance as assistance } from '#domain/evidence/assistance-numbers.ts';
import { frozenNumbers as answer, freezing, month } from '#domain/evidence/frozen-number.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { frozenAccess } from './frozen-access.ts';
import { frozenAssistance } from './frozen-assistance.ts';
import { freezeMonth, frozenTables } from './frozen-numbers.ts';

const frozen = z.object({ month, state: z.enum(['frozen', 'already']) });

/** Numbers of the whole country for the coordinator: no name, no district, no cell of a few people. */
export function addNumbersRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/numbers', { schema: { response: { 200: answer } } }, async (request, reply) => {
    const tables = await deps.database.as(request.actor, async (acting) =>
      acting.role === 'coordinator' ? frozenTables(acting) : null,
    );
    return tables === null ? sendProblem(reply, { code: 'gone' }) : { tables };
  });

  app.get(
    '/api/numbers/assistance',
    { schema: { response: { 200: assistance } } },
    async (request, reply) => {
      const months = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'coordinator' ? frozenAssistance(acting) : null,
      );
      return months === null ? sendProblem(reply, { code: 'gone' }) : { months };
    },
  );

  app.get(
    '/api/numbers/access',
    { schema: { response: { 200: access } } },
    async (request, reply) => {
      const months = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'coordinator' ? frozenAccess(acting) : null,
      );
      return months === null ? sendProblem(reply, { code: 'gone' }) : { months };
    },
  );

  app.post(
    '/api/numbers/freeze',
    { schema: { body: freezing, response: { 200: frozen } } },
    async (request, reply) => {
      const done = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'coordinator'
          ? freezeMonth(acting, request.body.month, deps.clock())
          : ({ code: 'gone' } as const),
      );
      if (typeof done !== 'string') return sendProblem(reply, done);
      return { month: request.body.month, state: done };
    },
  );
}
