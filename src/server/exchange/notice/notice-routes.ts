import { z } from 'zod';
import { NOTICE_KINDS, notices } from '#domain/exchange/notice.ts';
import { id } from '#domain/id.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** What one was told, the latest first, and that it was read. */
export function addNoticeRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get('/api/exchange/notices', { schema: { response: { 200: notices } } }, async (request) => {
    const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
      client.query(
        `select id, kind, details, created_at, read_at from exchange.notice
           where participant_id = exchange.me() and kind = any($1)
           order by created_at desc, id desc limit 50`,
        [NOTICE_KINDS],
      ),
    );
    return {
      rows: rows.map((row) => ({
        ...row,
        created_at: row.created_at.toISOString(),
        read_at: row.read_at?.toISOString() ?? null,
      })),
    };
  });

  app.post(
    '/api/exchange/notices/read',
    {
      schema: {
        body: z.strictObject({ ids: z.array(id).max(50) }),
        response: { 200: z.object({ read: z.int() }) },
      },
    },
    async (request) => {
      const { rowCount } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query(
          `update exchange.notice set read_at = $2
           where participant_id = exchange.me() and id = any($1) and read_at is null`,
          [request.body.ids, deps.clock()],
        ),
      );
      return { read: rowCount ?? 0 };
    },
  );
}
