import { z } from 'zod';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { trialReply, tryDraft as tryBody } from '#domain/programme/model-draft.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { openDraft } from './model-draft.ts';
import { askForTrial } from './trial-rows.ts';
import { trialWork } from './trial-work.ts';

const params = z.object({ id });

/** The dry run of a draft: asked for here, done as a job, looked at as it goes. For coordinators. */
export function addTrialRoutes(app: ServerApp, deps: Deps): void {
  const work = trialWork(deps);
  // What was asked for before a restart is taken up again.
  app.addHook('onReady', async () => void work.look());
  app.addHook('onClose', () => work.close());

  app.get(
    '/api/model/draft/:id/trial',
    { schema: { params, response: { 200: trialReply } } },
    async (request, reply) => {
      const draft = await deps.database.as(request.actor, (acting) =>
        draftOf(acting, request.params.id),
      );
      return draft === null ? sendProblem(reply, { code: 'gone' }) : { trial: draft.trial };
    },
  );

  app.post(
    '/api/model/draft/:id/try',
    { schema: { params, body: tryBody, response: { 202: trialReply } } },
    async (request, reply) => {
      const { version } = request.body;
      const asked = await deps.database.as(request.actor, async (acting) => {
        const draft = await draftOf(acting, request.params.id);
        if (draft === null) return problem({ code: 'gone' });
        if (draft.version !== version) return problem({ code: 'model_draft_changed' });
        if (draft.problems.length > 0) {
          return problem({ code: 'model_draft_unsound', fields: draft.problems });
        }
        await askForTrial(acting, { id: deps.newId(), draftId: draft.id, version }, deps.clock());
        return { draft: await draftOf(acting, draft.id) };
      });
      if ('problem' in asked) return sendProblem(reply, asked.problem);
      void work.look();
      return reply.code(202).send({ trial: asked.draft?.trial ?? null });
    },
  );
}

async function draftOf(acting: Acting, wanted: string) {
  const draft = acting.role === 'coordinator' ? await openDraft(acting) : null;
  return draft?.id === wanted ? draft : null;
}

function problem(what: Problem): { readonly problem: Problem } {
  return { problem: what };
}
