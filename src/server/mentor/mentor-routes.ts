import { meetings } from '#domain/mentor/meeting.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

const MOST = 100;

/** A mentor's own meetings, the nearest first; what lies behind is of no use any more. */
export function addMentorRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/meetings', { schema: { response: { 200: meetings } } }, async (request, reply) => {
    const now = deps.clock();
    const found = await deps.database.as(request.actor, async (acting) => {
      if (acting.role !== 'mentor') return null;
      const rows = await acting.tx
        .selectFrom('mentor_activity')
        .select(['id', 'called', 'what', 'on_day as on', 'at_time as at', 'meeting_place'])
        .where('account_id', '=', acting.actor.id)
        .where('on_day', '>=', new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10))
        .orderBy('on_day')
        .orderBy('at_time')
        .limit(MOST)
        .execute();
      const details = { list: 'meetings', rows: rows.length };
      await logRead(acting, { action: 'listed', details }, now);
      return { meetings: rows };
    });
    return found ?? sendProblem(reply, { code: 'gone' });
  });
}
