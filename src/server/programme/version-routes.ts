import { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { id } from '#domain/id.ts';
import { modelVersions } from '#domain/programme/model-draft.ts';
import { modelOf } from '../case/model.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { readsModels } from './model-routes.ts';

const params = z.object({ id });
// It was parsed by the model's own schema when it was published and when it was read.
const answer = z.object({ model: z.custom<ProgrammeModel>() });

/** Every version that was published, and each one whole, to lay two of them side by side. */
export function addVersionRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/model/versions',
    { schema: { response: { 200: modelVersions } } },
    async (request, reply) => {
      const versions = await deps.database.as(request.actor, async (acting) =>
        readsModels(acting) ? publishedVersions(acting) : null,
      );
      return versions === null ? sendProblem(reply, { code: 'gone' }) : { versions };
    },
  );

  app.get(
    '/api/model/versions/:id',
    { schema: { params, response: { 200: answer } } },
    async (request, reply) => {
      const model = await deps.database.as(request.actor, async (acting) =>
        readsModels(acting) ? modelOf(acting, request.params.id) : null,
      );
      return model === null ? sendProblem(reply, { code: 'gone' }) : { model };
    },
  );
}

/** Every version, the newest first, with who published it and why. */
async function publishedVersions(acting: Acting) {
  const rows = await acting.tx
    .selectFrom('programme_model')
    .leftJoin('auth.account', 'auth.account.id', 'programme_model.published_by')
    .select(['programme_model.id', 'version', 'published_at', 'reason'])
    .select('auth.account.name as published_by')
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, published_at: row.published_at.toISOString() }));
}
