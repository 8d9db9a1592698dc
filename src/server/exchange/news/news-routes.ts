import { z } from 'zod';
import { newNews, newsLine, newsSheet } from '#domain/exchange/news/news.ts';
import { newWording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { askForNews } from './news-publishing.ts';
import { newsList, newsSheetOf } from './news-rows.ts';

const gone = { code: 'gone' } as const;

/**
 * News as editors and organisers write them. Texts are put right and translated where all texts are; an
 * item goes out by a publication, which a second editor decides on.
 */
export function addNewsRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/news',
    {
      schema: {
        querystring: z.strictObject({
          edition: id.optional(),
          after: z.coerce.number().int().min(0).max(100_000).default(0),
        }),
        response: { 200: z.object({ news: z.array(newsLine), more: z.boolean() }) },
      },
    },
    async (request, reply) => {
      const { edition = null, after } = request.query;
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holdsAny('organiser', 'editor')) return null;
        return newsList(taking.client, edition, after);
      });
      return found ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/exchange/news',
    { schema: { body: newNews, response: { 200: newsSheet } } },
    async (request, reply) => {
      const said = request.body;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        if (!taking.holds(said.edition_id, 'organiser', 'editor')) return null;
        const now = deps.clock();
        const worded = (text: string) =>
          JSON.stringify(newWording({ lang: said.language, text }, participant.name, now));
        const slug = `${said.kind.replace('_', '-')}-${now.toISOString().slice(0, 10)}-${said.id.slice(-6)}`;
        await client.query(
          `insert into exchange.news (id, slug, edition_id, kind, title, lead, body, created_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
          [
            ...[said.id, slug, said.edition_id, said.kind, worded(said.title), worded(said.lead)],
            ...[worded(said.body), participant.id, now],
          ],
        );
        await writeLog(deps, taking, 'written', ['news', said.id]);
        return newsSheetOf(client, said.id);
      });
      return answer ?? sendProblem(reply, gone);
    },
  );

  app.get(
    '/api/exchange/news/:id',
    { schema: { params: z.object({ id }), response: { 200: newsSheet } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const sheet = await newsSheetOf(taking.client, request.params.id);
        if (sheet === null || !taking.holds(sheet.edition_id, 'organiser', 'editor')) return null;
        return sheet;
      });
      return found ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/exchange/news/:id/publication-request',
    {
      schema: {
        params: z.object({ id }),
        body: z.strictObject({ version: z.int().min(1) }),
        response: { 200: newsSheet },
      },
    },
    async (request, reply) => {
      const news = request.params.id;
      const answer = await deps.exchange.as(request.participant.id, async (taking) => {
        const bar = await askForNews(deps, taking, news, request.body.version);
        return bar ?? (await newsSheetOf(taking.client, news)) ?? gone;
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}
