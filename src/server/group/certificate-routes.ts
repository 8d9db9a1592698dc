import { z } from 'zod';
import { groupCertificate } from '#domain/group/group.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { reachedState } from '../case/general-state.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { gone } from '../directory/organisation-routes.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { groupRows } from './group-rows.ts';

const asked = z.object({
  /** How often the person came is said only where they want it said. */
  attended: z.enum(['yes', 'no']).default('no'),
});

/** What a certificate of attendance says of a group that somebody has finished. */
export function addCertificateRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/cases/:id/groups/:participation/certificate',
    {
      schema: {
        params: z.object({ id, participation: id }),
        querystring: asked,
        response: { 200: groupCertificate },
      },
    },
    async (request, reply) => {
      const { id: case_id, participation } = request.params;
      const found = await deps.database.as(request.actor, async (acting) => {
        const told = await certificate(acting, case_id, participation, request.query);
        if ('code' in told) return told;
        const { person_id, ...content } = told;
        await logRead(acting, { action: 'printed', case_id, person_id }, deps.clock());
        return content;
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );
}

async function certificate(
  acting: Acting,
  case_id: string,
  participation: string,
  { attended }: z.infer<typeof asked>,
): Promise<(z.infer<typeof groupCertificate> & { person_id: string | null }) | Problem> {
  const state = await reachedState(acting, case_id);
  const one = state?.group.participations[participation];
  const [group] = one === undefined ? [] : await groupRows(acting, one.group_id);
  if (state === null || one === undefined || group === undefined) return gone;
  const until = one.left_on ?? group.ended_on;
  if (until === null) return { code: 'group_not_over' };
  const held = group.sessions.filter(
    ({ on, state: came }) => came === 'held' && on >= one.joined_on && on <= until,
  );
  const came = Object.values(one.attendance).filter((noted) => noted.attended);
  return {
    ...{ title: group.title, organisation_id: group.organisation_id, place_id: group.place_id },
    ...{ from: one.joined_on, until, sessions_held: held.length },
    sessions_attended: attended === 'yes' ? came.length : null,
    person_id: state.opening.person_id,
  };
}
