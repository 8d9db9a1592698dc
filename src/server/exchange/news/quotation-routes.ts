import type pg from 'pg';
import { z } from 'zod';
import {
  approvalInput,
  newQuotation,
  newsSheet,
  quotationChange,
  quotationSheet,
} from '#domain/exchange/news/news.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { newsSheetOf, quotationById, quotationSheetOf, quotationsBy } from './news-rows.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;

/** Words of speakers in news: an editor writes them, their speaker alone says yes or no to them. */
export function addQuotationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/news/:id/quotations',
    { schema: { params, body: newQuotation, response: { 200: newsSheet } } },
    async (request, reply) => {
      const { participant } = request;
      const said = request.body;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        const sheet = await worked(taking, request.params.id);
        if (sheet === null) return gone;
        const { rows } = await client.query<{ name: string; institution: Wording | null }>(
          `select p.name, o.name as institution from exchange.participant p
           left join exchange.institution o on o.id = p.institution_id where p.id = $1`,
          [said.participant_id],
        );
        const [speaker] = rows;
        if (speaker === undefined) return nobody;
        const now = deps.clock();
        const words = newWording({ lang: said.language, text: said.words }, participant.name, now);
        await client.query(
          `insert into exchange.quotation (id, news_id, participant_id, speaker, institution, news_title,
             words, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
          [
            ...[said.id, sheet.id, said.participant_id, speaker.name, json(speaker.institution)],
            ...[json(sheet.title), json(words), participant.id, now],
          ],
        );
        await moved(client, sheet.id);
        await writeLog(deps, taking, 'quoted', ['news', sheet.id]);
        return (await newsSheetOf(client, sheet.id)) ?? gone;
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.put(
    '/api/exchange/quotations/:id',
    { schema: { params, body: quotationChange, response: { 200: quotationSheet } } },
    async (request, reply) => {
      const { participant } = request;
      const { language, words, seen } = request.body;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        const before = await quotationById(client, request.params.id, 'for update of q');
        if (before === null || (await worked(taking, before.news_id)) === null) return gone;
        const said = { lang: language, text: words };
        const next = reword(before.words, said, seen, participant.name, deps.clock());
        if ('code' in next) return next;
        await client.query(
          'update exchange.quotation set words = $2, version = version + 1 where id = $1',
          [before.id, json(next)],
        );
        await moved(client, before.news_id);
        await writeLog(deps, taking, 'requoted', ['quotation', before.id]);
        const changed = await quotationById(client, before.id);
        return changed === null ? gone : quotationSheetOf(changed);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.delete(
    '/api/exchange/quotations/:id',
    { schema: { params, response: { 200: params } } },
    async (request, reply) => {
      const removed = await deps.exchange.as(request.participant.id, async (taking) => {
        const found = await quotationById(taking.client, request.params.id);
        if (found === null || (await worked(taking, found.news_id)) === null) return false;
        await taking.client.query('delete from exchange.quotation where id = $1', [found.id]);
        await moved(taking.client, found.news_id);
        await writeLog(deps, taking, 'unquoted', ['news', found.news_id]);
        return true;
      });
      return removed ? request.params : sendProblem(reply, gone);
    },
  );

  app.get(
    '/api/exchange/me/quotations',
    { schema: { response: { 200: z.object({ quotations: z.array(quotationSheet) }) } } },
    async (request) => {
      const { id: me } = request.participant;
      const rows = await deps.exchange.as(me, ({ client }) => quotationsBy(client, me));
      return { quotations: rows.map(quotationSheetOf) };
    },
  );

  app.post(
    '/api/exchange/quotations/:id/approval',
    { schema: { params, body: approvalInput, response: { 200: quotationSheet } } },
    async (request, reply) => {
      const { language, words, approved } = request.body;
      const { id: me } = request.participant;
      const answer = await deps.exchange.as(me, async (taking) => {
        const { client } = taking;
        const found = await quotationById(client, request.params.id);
        if (found === null || found.participant_id !== me) return gone;
        // Yes is said to what was read: words that were edited meanwhile are read again first.
        if (found.words.versions[language]?.text !== words) {
          return { code: 'text_changed_meanwhile' as const };
        }
        await client.query(
          `insert into exchange.quotation_approval (quotation_id, lang, words, approved, participant_id, at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (quotation_id, lang) do update set words = $3, approved = $4, at = $6`,
          [found.id, language, words, approved, me, deps.clock()],
        );
        await writeLog(deps, taking, approved ? 'approved' : 'refused', ['quotation', found.id]);
        const changed = await quotationById(client, found.id);
        return changed === null ? gone : quotationSheetOf(changed);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}

const nobody = {
  code: 'invalid_input' as const,
  fields: [{ path: 'body.participant_id', code: 'not_one_of' }],
};

/** An item with other quotations is another version: whoever asks to publish it has seen them. */
async function moved(client: pg.PoolClient, news: string): Promise<void> {
  await client.query('update exchange.news set version = version + 1 where id = $1', [news]);
}

/** The item, where this participant edits it. */
async function worked(taking: Taking, news: string) {
  const sheet = await newsSheetOf(taking.client, news);
  if (sheet === null || !taking.holds(sheet.edition_id, 'organiser', 'editor')) return null;
  return sheet;
}

function json(value: Wording | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
