import { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { parseDraft } from '#domain/programme/draft-check.ts';
import {
  beginDraft as beginBody,
  draftReply,
  modelVersions,
  publishDraft as publishBody,
  saveDraft as saveBody,
  trialResult,
  tryDraft as tryBody,
} from '#domain/programme/model-draft.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { beginDraft, discardDraft, openDraft, publishDraft, saveDraft } from './model-draft.ts';
import { readsModels } from './model-routes.ts';
import { tryModel } from './model-trial.ts';

const params = z.object({ id });
const gone: Problem = { code: 'gone' };
const draftSchema = { response: { 200: draftReply } };

/** The next version of the programme model: begun, saved, tried and published by a coordinator. */
export function addDraftRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/model/versions',
    { schema: { response: { 200: modelVersions } } },
    async (request, reply) => {
      const versions = await deps.database.as(request.actor, async (acting) =>
        readsModels(acting) ? publishedVersions(acting) : null,
      );
      return versions === null ? sendProblem(reply, gone) : { versions };
    },
  );

  app.get('/api/model/draft', { schema: draftSchema }, async (request, reply) => {
    const draft = await deps.database.as(request.actor, async (acting) =>
      acting.role === 'coordinator' ? { draft: await openDraft(acting) } : null,
    );
    return draft ?? sendProblem(reply, gone);
  });

  /** Does one thing to the draft as the coordinator, and answers with the draft as it then stands. */
  const act = async (
    actor: Parameters<typeof deps.database.as>[0],
    work: (acting: Acting) => Promise<Problem | null>,
  ) =>
    deps.database.as(actor, async (acting) => {
      if (acting.role !== 'coordinator') return gone;
      return (await work(acting)) ?? { draft: await openDraft(acting) };
    });

  app.post(
    '/api/model/draft',
    { schema: { ...draftSchema, body: beginBody } },
    async (request, reply) => {
      const done = await act(request.actor, (acting) =>
        beginDraft(acting, request.body.id, deps.clock()),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.put(
    '/api/model/draft/:id',
    { schema: { ...draftSchema, params, body: saveBody } },
    async (request, reply) => {
      const done = await act(request.actor, (acting) =>
        saveDraft(acting, request.params.id, request.body, deps.clock()),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/model/draft/:id/discard',
    { schema: { ...draftSchema, params, body: tryBody } },
    async (request, reply) => {
      const done = await act(request.actor, (acting) =>
        discardDraft(acting, request.params.id, request.body.version, deps.clock()),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/model/draft/:id/publish',
    { schema: { ...draftSchema, params, body: publishBody } },
    async (request, reply) => {
      const done = await act(request.actor, (acting) =>
        publishDraft(acting, request.params.id, request.body, deps.clock()),
      );
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/model/draft/:id/try',
    { schema: { params, body: tryBody, response: { 200: trialResult } } },
    async (request, reply) => {
      const { version } = request.body;
      const model = await deps.database.as(request.actor, (acting) =>
        soundDraft(acting, request.params.id, version),
      );
      if ('problem' in model) return sendProblem(reply, model.problem);
      const result = await tryModel(deps, model.model);
      if (result === null) return sendProblem(reply, { code: 'model_unknown' });
      await deps.database.as(request.actor, (acting) =>
        acting.tx
          .updateTable('model_draft')
          .set({ trial: JSON.stringify(result), trial_of: version })
          .where('id', '=', request.params.id)
          .where('version', '=', version)
          .where('ended_at', 'is', null)
          .execute(),
      );
      return result;
    },
  );
}

/** The draft as a model that can be tried, or why not. */
async function soundDraft(
  acting: Acting,
  wanted: string,
  version: number,
): Promise<{ readonly model: ProgrammeModel } | { readonly problem: Problem }> {
  const draft = acting.role === 'coordinator' ? await openDraft(acting) : null;
  if (draft === null || draft.id !== wanted) return { problem: gone };
  if (draft.version !== version) return { problem: { code: 'model_draft_changed' } };
  const parsed = parseDraft(draft.document);
  if ('model' in parsed) return parsed;
  return { problem: { code: 'model_draft_unsound', fields: parsed.problems } };
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
