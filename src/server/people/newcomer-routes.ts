import { sql } from 'kysely';
import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { modelSchema } from '#domain/case/model.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';

const newcomerGround = z.object({
  model_id: z.uuid(),
  /** The words that a free text is looked over for. */
  word_list: modelSchema.shape.word_list,
});
type WordList = z.infer<typeof newcomerGround>['word_list'];

/** What the new-arrival screen needs beside places, for roles whose device holds no model. */
export function addNewcomerRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/people/new',
    { schema: { response: { 200: newcomerGround } } },
    async (request, reply) => {
      const model = await deps.database.as(request.actor, async ({ tx, role }) =>
        role === null || !may(role, 'open', 'general')
          ? undefined
          : tx
              .selectFrom('programme_model')
              .select(['id as model_id', sql<WordList>`document -> 'word_list'`.as('word_list')])
              .orderBy('published_at', 'desc')
              .orderBy('version', 'desc')
              .executeTakeFirst(),
      );
      return model ?? sendProblem(reply, { code: 'gone' });
    },
  );
}
