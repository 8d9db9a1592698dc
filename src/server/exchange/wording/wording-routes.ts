import { z } from 'zod';
import { languageTag, reword, said, type Wording, wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { TRANSLATABLE } from './translatable.ts';

const PAGE = 50;

const toTranslate = z.object({
  ...{ noun: z.string(), id: z.uuid(), field: z.string(), name: wording, wording },
  state: z.enum(['missing', 'stale', 'done']),
});

const query = z.strictObject({
  lang: languageTag,
  edition: id.optional(),
  only: z.enum(['open', 'all']).default('open'),
  after: z.coerce.number().int().min(0).max(100_000).default(0),
});

/** Translating: what has no version in a language or a stale one, and one text side by side. */
export function addWordingRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/wordings',
    {
      schema: {
        querystring: query,
        response: { 200: z.object({ rows: z.array(toTranslate), more: z.boolean() }) },
      },
    },
    async (request) => {
      const { lang, edition = null, only, after } = request.query;
      const each = TRANSLATABLE.flatMap(({ noun, table, fields, edition: of, open = 'true' }) =>
        fields.map(
          (field) => `select '${noun}' as noun, id, '${field}' as field, ${fields[0]} as name,
              ${field} as wording from ${table}
            where ${field} is not null and ${open} and ($2::uuid is null or ${of ?? 'null::uuid'} = $2)`,
        ),
      );
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<z.infer<typeof toTranslate>>(
          `select * from (select *, case
               when wording -> 'versions' -> $1 is null then 'missing'
               when (wording -> 'versions' -> $1 ->> 'of')::int < (wording ->> 'revision')::int
                 then 'stale' else 'done' end as state
             from (${each.join(' union all ')}) t) s
           where $3 = 'all' or state <> 'done' order by noun, id, field limit $4 offset $5`,
          [lang, edition, only, PAGE + 1, after],
        ),
      );
      return { rows: rows.slice(0, PAGE), more: rows.length > PAGE };
    },
  );

  app.put(
    '/api/exchange/wordings/:noun/:id/:field',
    {
      schema: {
        params: z.object({ noun: z.string().max(60), id, field: z.string().max(60) }),
        body: said.extend({ seen: z.number().int().min(1) }),
        response: { 200: z.object({ wording }) },
      },
    },
    async (request, reply) => {
      const { noun, id: row, field } = request.params;
      const found = TRANSLATABLE.find((one) => one.noun === noun);
      if (found === undefined || !found.fields.includes(field)) {
        return sendProblem(reply, { code: 'gone' });
      }
      const { seen, ...text } = request.body;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async ({ client }) => {
        const { rows } = await client.query<{ wording: Wording; stands: boolean }>(
          // A row that one may read but not change is not locked, and so not there.
          `select ${field} as wording, ${found.stands ?? 'false'} as stands from ${found.table}
           where id = $1 and ${field} is not null and ${found.open ?? 'true'} for update`,
          [row],
        );
        if (rows[0] === undefined) return { code: 'gone' as const };
        const next = reword(rows[0].wording, text, seen, participant.name, deps.clock());
        if ('code' in next) return next;
        if (rows[0].stands && next.revision !== seen) return { code: 'original_stands' as const };
        await client.query(
          `update ${found.table} set ${field} = $2, version = version + 1 where id = $1`,
          [row, JSON.stringify(next)],
        );
        await client.query(
          `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
           values ($1, $2, $3, 'worded', $4, $5, $6)`,
          [deps.newId(), deps.clock(), participant.id, noun, row, { field, lang: text.lang }],
        );
        return next;
      });
      if ('code' in answer) return sendProblem(reply, answer);
      return { wording: answer };
    },
  );
}
