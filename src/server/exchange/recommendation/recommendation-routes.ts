import { z } from 'zod';
import { STATUSES } from '#domain/exchange/recommendation/follow-up.ts';
import {
  institutionChoices,
  recommendationPage,
  recommendationWhole,
} from '#domain/exchange/recommendation/recommendation.ts';
import { RECOMMENDATION_THEMES } from '#domain/exchange/recommendation/theme.ts';
import { id } from '#domain/id.ts';
import { day } from '#domain/time.ts';
import { decodeCursor, encodeCursor } from '../../page-cursor.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { boardLines } from './recommendation-rows.ts';
import { recommendationWholeOf } from './recommendation-whole.ts';

const PAGE = 50;
export const boardCursor = z.tuple([day, z.string().max(80), z.int()]);

const query = z.strictObject({
  edition: z.string().max(80).optional(),
  status: z.enum(STATUSES).optional(),
  theme: z.enum(RECOMMENDATION_THEMES).optional(),
  stage: z.enum(['draft', 'adopted']).optional(),
  late: z.literal('yes').optional(),
  /** Those of the participant's own institution. */
  mine: z.literal('yes').optional(),
  after: z.string().max(400).optional(),
});

/** Recommendations that the participant may see: the drafting, one's own, the follow-up. */
export function addRecommendationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/recommendations',
    { schema: { querystring: query, response: { 200: recommendationPage } } },
    async (request) => {
      const {
        edition = null,
        status = null,
        theme = null,
        stage = null,
        late,
        mine,
      } = request.query;
      return deps.exchange.as(request.participant.id, async (taking) => {
        let owner: string | null = null;
        if (mine === 'yes') {
          const { rows } = await taking.client.query<{ institution_id: string | null }>(
            'select institution_id from exchange.participant where id = $1',
            [request.participant.id],
          );
          owner = rows[0]?.institution_id ?? null;
          if (owner === null) return { rows: [], next: null };
        }
        const found = await boardLines(
          taking,
          { edition, status, theme, stage, country: null, late: late === 'yes', owner },
          {
            ...{ now: deps.clock(), limit: PAGE + 1 },
            after: decodeCursor(boardCursor, request.query.after),
          },
        );
        const rows = found.slice(0, PAGE);
        const last = rows.at(-1);
        const more = found.length > PAGE && last !== undefined;
        const next = more ? encodeCursor([last.starts_on, last.edition, last.number]) : null;
        return { rows, next };
      });
    },
  );

  app.get(
    '/api/exchange/recommendations/:id',
    { schema: { params: z.object({ id }), response: { 200: recommendationWhole } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, (taking) =>
        recommendationWholeOf(taking, { id: request.params.id }, deps.clock()),
      );
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.get(
    '/api/exchange/institution-choices',
    { schema: { response: { 200: institutionChoices } } },
    async (request) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<z.infer<typeof institutionChoices>['institutions'][number]>(
          'select id, name, country from exchange.institution order by slug limit 500',
        ),
      );
      return { institutions: rows };
    },
  );
}
