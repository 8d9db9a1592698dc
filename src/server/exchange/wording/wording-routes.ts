import { z } from 'zod';
import { languageTag, reword, said, type Wording, wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { betrayingWords, hardFinds } from '../publication/betraying-words.ts';
import { askForWords } from './ask-for-words.ts';
import { TRANSLATABLE } from './translatable.ts';

const PAGE = 50;

const toTranslate = z.object({
  ...{ noun: z.string(), id: z.uuid(), field: z.string(), name: wording, wording },
  state: z.enum(['missing', 'stale', 'done']),
  /** New words that wait for a second editor, or came back from him with a reason. */
  asked: z
    .object({
      text: z.string(),
      own: z.boolean(),
      waits: z.boolean(),
      reason: z.string().nullable(),
    })
    .nullable(),
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
          `select s.*, w.asked from (select *, case
               when wording -> 'versions' -> $1 is null then 'missing'
               when (wording -> 'versions' -> $1 ->> 'of')::int < (wording ->> 'revision')::int
                 then 'stale' else 'done' end as state
             from (${each.join(' union all ')}) t) s
           left join lateral (select jsonb_build_object('text', c.text, 'own', c.by_id is not distinct from
                 exchange.me(), 'waits', c.state = 'waiting', 'reason', p.reason) as asked, c.state = 'waiting' as waits
               from exchange.wording_change c left join exchange.publication p
                 on p.subject_kind = 'translation' and p.subject_id = c.id
               where c.noun = s.noun and c.row_id = s.id and c.field = s.field and c.lang = $1
                 and c.state <> 'published' and (c.at >= coalesce((select max(l.at) from exchange.wording_change l
                   where l.noun = s.noun and l.row_id = s.id and l.field = s.field and l.lang = $1
                     and l.state = 'published'), '-infinity'))
               order by c.at desc limit 1) w on true
           where $3 = 'all' or (state <> 'done' and w.waits is not true) or w.waits is false
           order by noun, id, field limit $4 offset $5`,
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
        response: { 200: z.object({ wording, waits: z.boolean() }) },
      },
    },
    async (request, reply) => {
      const { noun, id: row, field } = request.params;
      const found = TRANSLATABLE.find((one) => one.noun === noun);
      if (found === undefined || !found.fields.includes(field)) {
        return sendProblem(reply, { code: 'gone' });
      }
      const { fields, stands = 'false', frozen = 'false', shown = 'false' } = found;
      const { seen, ...text } = request.body;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        const { rows } = await client.query<Standing>(
          // A row that one may read but not change is not locked, and so not there.
          `select ${field} as wording, ${fields[0]} as name, ${stands} as stands, ${frozen} as frozen,
             ${shown} as shown from ${found.table}
           where id = $1 and ${field} is not null and ${found.open ?? 'true'} for update`,
          [row],
        );
        if (rows[0] === undefined) return { code: 'gone' as const };
        const next = reword(rows[0].wording, text, seen, participant.name, deps.clock());
        if ('code' in next) return next;
        if (rows[0].stands && next.revision !== seen) return { code: 'original_stands' as const };
        const before = rows[0].wording.versions[text.lang];
        const same = before?.text === text.text;
        if (same && before.of === rows[0].wording.revision) return { wording: next, waits: false };
        if (rows[0].frozen && before !== undefined) return { code: 'original_stands' as const };
        // Before readers see the row nobody looks at it but where that is said: then nothing is found in it at all.
        const lookedAt = rows[0].shown || found.shown === undefined || found.looked === true;
        const betrays = (lookedAt ? hardFinds : betrayingWords)({ [field]: text.text });
        if (betrays !== null) return betrays;
        // The same words said again of a newer original: they are right still, and no longer behind it.
        if (rows[0].shown && !same) {
          const change = { noun, row, field, ...text, seen, by: participant.name };
          const refused = await askForWords(taking, deps, change, rows[0].name);
          return refused ?? { wording: rows[0].wording, waits: true };
        }
        await client.query(
          `update ${found.table} set ${field} = $2, version = version + 1 where id = $1`,
          [row, JSON.stringify(next)],
        );
        await client.query(
          `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
           values ($1, $2, $3, 'worded', $4, $5, $6)`,
          [deps.newId(), deps.clock(), participant.id, noun, row, { field, lang: text.lang }],
        );
        return { wording: next, waits: false };
      });
      if ('code' in answer) return sendProblem(reply, answer);
      return answer;
    },
  );
}

interface Standing {
  readonly wording: Wording;
  readonly name: Wording;
  readonly stands: boolean;
  readonly frozen: boolean;
  readonly shown: boolean;
}
