import { z } from 'zod';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import {
  beginDraft as beginBody,
  draftReply,
  publishDraft as publishBody,
  saveDraft as saveBody,
  tryDraft as tryBody,
} from '#domain/programme/model-draft.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { beginDraft, discardDraft, openDraft, publishDraft, saveDraft } from './model-draft.ts';

const params = z.object({ id });
const gone: Problem = { code: 'gone' };
const draftSchema = { response: { 200: draftReply } };

/** The next version of the programme model: begun, saved, tried and published by a coordinator. */
export function addDraftRoutes(app: ServerApp, deps: Deps): void {
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
}
