import { z } from 'zod';
import { answeredSession } from '#domain/group/group.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Deps } from '../deps.ts';
import { gone } from '../directory/organisation-routes.ts';
import { say } from '../journal.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { countNeighbours } from './count-neighbours.ts';

const answered = z.object({
  answers: z.array(
    z.object({ member_id: id, answer: z.string(), problem: z.custom<Problem>().optional() }),
  ),
});

/**
 * Who came, as the staff of the organisation says it: by the lines of its own list. Each line becomes a
 * fact of a file that they never see; which file it is, only this route learns.
 */
export function addAttendanceRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/groups/:id/sessions/:session/attendance',
    {
      schema: {
        params: z.object({ id, session: id }),
        body: answeredSession,
        response: { 200: answered },
      },
    },
    async (request, reply) => {
      const { id: group_id, session } = request.params;
      const { marks, neighbours, said_at } = request.body;
      const now = deps.clock();
      const opened = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'partner') return gone;
        const known = await acting.tx
          .selectFrom('group_session')
          .select('on_day as on')
          .where('id', '=', session)
          .where('group_id', '=', group_id)
          .executeTakeFirst();
        if (known === undefined) return gone;
        if (neighbours !== null) {
          const counted = { group_id, group_session_id: session, neighbours };
          const told = await countNeighbours(acting, counted, { now });
          if (told.answer === 'gone') return gone;
          if ('problem' in told) return told.problem;
        }
        const files = new Map<string, string | null>();
        for (const { member_id } of marks) {
          const { rows } = await acting.client.query<{ case_id: string | null }>(
            'select file_of_member($1) as case_id',
            [member_id],
          );
          files.set(member_id, rows[0]?.case_id ?? null);
        }
        return { on: known.on, files };
      });
      if ('code' in opened) return sendProblem(reply, opened);
      const answers: z.infer<typeof answered>['answers'] = [];
      for (const { command_id, member_id, attended } of marks) {
        const case_id = opened.files.get(member_id) ?? null;
        if (case_id === null) {
          answers.push({ member_id, answer: 'gone' });
          continue;
        }
        const body = {
          ...{ participation_id: member_id, group_session_id: session },
          ...{ on: opened.on, attended },
        };
        const command = { id: command_id, case_id, kind: 'answer_attendance', body, said_at };
        const said = { actor: request.actor, device_id: null, now };
        const { answer, problem } = await say(deps.database, command, said);
        answers.push({ member_id, answer, ...(problem === undefined ? {} : { problem }) });
      }
      return { answers };
    },
  );
}
