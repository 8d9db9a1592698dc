import { z } from 'zod';
import { cameOf, outcomeChoices } from '#domain/exchange/recommendation/came-of.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { outcomeOf, outcomesToChoose } from './came-of.ts';
import { recommendationWholeOf } from './recommendation-whole.ts';
import { tell } from './tell.ts';

const params = z.object({ id });

/** The link from a recommendation to the practice or the model that came of it. */
export function addCameOfRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/outcome-choices',
    { schema: { response: { 200: outcomeChoices } } },
    async (request) => ({
      outcomes: await deps.exchange.as(request.participant.id, outcomesToChoose),
    }),
  );

  app.put(
    '/api/exchange/recommendations/:id/came-of',
    { schema: { params, body: cameOf } },
    async (request, reply) => {
      const { of } = request.body;
      const { id: wanted } = request.params;
      const problem = await deps.exchange.as(
        request.participant.id,
        async (taking): Promise<Problem | null> => {
          const found = await recommendationWholeOf(taking, { id: wanted }, deps.clock());
          if (found === null) return { code: 'gone' };
          if (!found.abilities.organise) return { code: 'not_allowed' };
          // Readers follow the link: what they cannot open is linked to nothing.
          if (of !== null && (await outcomeOf(taking, of)) === null)
            return {
              code: 'invalid_input',
              fields: [{ path: 'body.of.id', code: 'not_published' }],
            };
          await taking.client.query(
            `update exchange.recommendation set came_of_kind = $2, came_of_id = $3, version = version + 1
             where id = $1`,
            [wanted, of?.kind ?? null, of?.id ?? null],
          );
          if (of !== null)
            await tell(taking, deps, 'came_of', wanted, { details: { kind: of.kind } });
          return null;
        },
      );
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );
}
