import { sql } from 'kysely';
import { z } from 'zod';
import { notificationPage, readNotifications } from '#domain/account/notification.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';

const PAGE = 50;
const query = z.strictObject({ after: z.uuid().optional() });

/** What the signed-in account is told: its own only, by the policy of the table. */
export function addNotificationRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/notifications',
    { schema: { querystring: query, response: { 200: notificationPage } } },
    async (request) =>
      deps.database.as(request.actor, async (acting) => {
        const { rows: notifications } = await acting.client.query<
          z.infer<typeof notificationPage>['notifications'][number]
        >({
          name: 'own_notifications',
          text: `select id, kind, details,
              to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at,
              to_char(read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as read_at
            from notification where account_id = $1 and ($2::uuid is null or (created_at, id)
              < (select n.created_at, n.id from notification n where n.id = $2))
            order by created_at desc, notification.id desc limit ${PAGE}`,
          values: [acting.actor.id, request.query.after ?? null],
        });
        const { rows } = await sql<{ unread: number }>`
          select count(*)::int as unread from notification
          where account_id = ${acting.actor.id} and read_at is null`.execute(acting.tx);
        const last = notifications.length === PAGE ? notifications.at(-1)?.id : undefined;
        return { notifications, unread: rows[0]?.unread ?? 0, next: last ?? null };
      }),
  );

  // Safe to repeat: what is read stays read at its first moment; somebody else's does not exist.
  app.post(
    '/api/notifications/read',
    { schema: { body: readNotifications } },
    async (request, reply) => {
      await deps.database.as(request.actor, (acting) =>
        acting.tx
          .updateTable('notification')
          .set({ read_at: deps.clock() })
          .where('id', 'in', request.body.ids)
          .where('account_id', '=', acting.actor.id)
          .where('read_at', 'is', null)
          .execute(),
      );
      return reply.code(204).send();
    },
  );
}
