import { z } from 'zod';
import { community, communityActivity, communityReadiness } from '#domain/directory/community.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { asCoordinator } from './coordinator.ts';
import { gone, placeProblem } from './organisation-routes.ts';

const MOST = 200;
const saved = { 201: z.object({ id }) };

/** What places do together and how ready they are: kept by the coordinator, read by supervisors too. */
export function addCommunityRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/community',
    { schema: { response: { 200: community } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'coordinator' || acting.role === 'supervisor' ? listed(acting) : null,
      );
      return found ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/community/activities',
    { schema: { body: communityActivity, response: saved } },
    async (request, reply) => {
      const { on, ...row } = request.body;
      const problem = await asCoordinator(deps, request, (acting) =>
        keep(acting, row.place_id, on, deps.clock(), () =>
          acting.tx
            .insertInto('community_activity')
            .values({ ...row, on_day: on, recorded_at: deps.clock() })
            .onConflict((conflict) => conflict.doNothing())
            .execute(),
        ),
      );
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: row.id });
    },
  );

  app.post(
    '/api/community/readiness',
    { schema: { body: communityReadiness, response: saved } },
    async (request, reply) => {
      const { on, ...row } = request.body;
      const problem = await asCoordinator(deps, request, (acting) =>
        keep(acting, row.place_id, on, deps.clock(), () =>
          acting.tx
            .insertInto('community_readiness')
            .values({ ...row, on_day: on, recorded_at: deps.clock() })
            .onConflict((conflict) => conflict.doNothing())
            .execute(),
        ),
      );
      if (problem !== null) return sendProblem(reply, problem);
      return reply.code(201).send({ id: row.id });
    },
  );
}

/** Writes where the place is there and the day is not ahead. */
async function keep(
  acting: Acting,
  place: string,
  on: string,
  now: Date,
  write: () => Promise<unknown>,
): Promise<Problem | null> {
  const problem = await placeProblem(acting, place);
  if (problem !== null) return problem;
  // The furthest day that has begun anywhere.
  const last = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  if (on > last) {
    return { code: 'day_in_the_future', fields: [{ path: 'body.on', code: 'day_in_the_future' }] };
  }
  await write();
  return null;
}

async function listed(acting: Acting) {
  const activities = await acting.tx
    .selectFrom('community_activity')
    .select(['id', 'place_id', 'activity', 'on_day as on', 'attended', 'open_to_all'])
    .orderBy('on_day', 'desc')
    .limit(MOST)
    .execute();
  const readiness = await acting.tx
    .selectFrom('community_readiness')
    .select(['id', 'place_id', 'words', 'on_day as on'])
    .orderBy('on_day', 'desc')
    .limit(MOST)
    .execute();
  return { activities, readiness };
}
