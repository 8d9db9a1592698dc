import { z } from 'zod';
import { beginAdoption, changeAdoption, mayBecome } from '#domain/exchange/practice/adoption.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { ADOPTION, type AdoptionRow, adoptionRow, adoptionTexts } from './adoption-row.ts';

const params = z.object({ id });
const line = adoptionRow.extend({ title: z.string(), shown: z.boolean(), waiting: z.boolean() });

/** The adoption register: who takes over what, how far they are, what came of it. */
export function addAdoptionRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/adoptions',
    { schema: { response: { 200: z.object({ rows: z.array(line) }) } } },
    async (request) => {
      const rows = await deps.exchange.as(request.participant.id, async (taking) => {
        const found = await taking.client.query<AdoptionRow & { shown: boolean; waiting: boolean }>(
          `select ${ADOPTION},
             exists (select from exchange.adoption_shown s where s.adoption_id = a.id) as shown,
             exists (select from exchange.publication u where u.subject_kind = 'adoption'
               and u.subject_id = a.id and u.state = 'waiting') as waiting
           from exchange.adoption a where a.owner_id = exchange.me() order by a.changed_at desc, a.id limit 50`,
        );
        return Promise.all(
          found.rows.map(async (row) => ({ ...row, title: (await titleOf(taking, row)) ?? '' })),
        );
      });
      return { rows };
    },
  );

  app.post(
    '/api/exchange/adoptions',
    { schema: { body: beginAdoption, response: { 201: z.object({ id: z.uuid() }) } } },
    async (request, reply) => {
      const {
        adoption_id,
        subject_kind,
        subject_id,
        from_version,
        parts = [],
        ...said
      } = request.body;
      const at = deps.clock();
      const bar = await deps.exchange.as(
        request.participant.id,
        async (taking): Promise<Problem | null> => {
          if (said.status === 'stopped') return { code: 'adoption_step' };
          const title = await titleOf(taking, request.body);
          if (title === null) return { code: 'gone' };
          const { rowCount } = await taking.client.query(
            `insert into exchange.adoption (id, subject_kind, subject_id, from_version, owner_id, country,
             institution_id, status, since, language, adaptation, created_at, changed_at, parts)
           select $1, $2, $3, $4, id, country, institution_id, $5, $6, $7, $8, $9, $9, $10
             from exchange.participant where id = exchange.me() on conflict do nothing`,
            [
              ...[adoption_id, subject_kind, subject_id, from_version, said.status, said.since],
              ...[said.language, said.adaptation, at, [...new Set(parts)]],
            ],
          );
          if (rowCount === 0) return { code: 'already_so' };
          return ask(taking, deps, adoption_id, title);
        },
      );
      return bar ? sendProblem(reply, bar) : reply.code(201).send({ id: adoption_id });
    },
  );

  app.put(
    '/api/exchange/adoptions/:id',
    { schema: { params, body: changeAdoption, response: { 204: z.null() } } },
    async (request, reply) => {
      const { seen, status, since, ...texts } = request.body;
      const bar = await deps.exchange.as(
        request.participant.id,
        async (taking): Promise<Problem | null> => {
          const { rows } = await taking.client.query<AdoptionRow>(
            `select ${ADOPTION} from exchange.adoption a where a.id = $1 and a.owner_id = exchange.me() for update`,
            [request.params.id],
          );
          const [row] = rows;
          if (row === undefined) return { code: 'gone' };
          if (row.version !== seen) return { code: 'changed_meanwhile' };
          if (row.status !== status && !mayBecome(row.status, status))
            return { code: 'adoption_step' };
          if (status === 'stopped' && texts.stopped_because === null) {
            const fields = [{ path: 'body.stopped_because', code: 'required' }];
            return { code: 'invalid_input', fields };
          }
          const steps =
            row.status === status
              ? row.steps
              : [...row.steps, { status: row.status, since: row.since }];
          await taking.client.query(
            `update exchange.adoption set status = $2, since = $3, adaptation = $4, result = $5, lessons = $6,
             stopped_because = $7, steps = $8, version = version + 1, changed_at = $9 where id = $1`,
            [
              ...[row.id, status, since, texts.adaptation, texts.result, texts.lessons],
              ...[texts.stopped_because, JSON.stringify(steps.slice(-20)), deps.clock()],
            ],
          );
          return ask(taking, deps, row.id, (await titleOf(taking, row)) ?? row.subject_kind);
        },
      );
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );
}

/** Its title in the language that it was written in; null where readers do not see that version. */
async function titleOf(
  { client }: Taking,
  {
    subject_kind,
    subject_id,
    from_version,
  }: Pick<AdoptionRow, 'subject_kind' | 'subject_id' | 'from_version'>,
): Promise<string | null> {
  const { rows } = await client.query<{ title: Wording }>(
    `select card -> 'texts' -> 'title' as title from exchange.practice_version
      where $1 = 'practice' and practice_id = $2 and version = $3
        and published_at is not null and hidden_at is null
     union all select c.shown -> 'title' from exchange.model_card c
      where $1 = 'model' and c.id = $2 and c.state = 'published' and exists (
        select from exchange.model_file f where f.card_id = c.id and f.published_at is not null
          and (f.manifest ->> 'version')::integer = $3)`,
    [subject_kind, subject_id, from_version],
  );
  const title = rows[0]?.title;
  return title === undefined ? null : inLanguage(title, title.source).text;
}

/** What is written anew replaces what waited: readers get the newest, and only after a second editor. */
async function ask(
  taking: Taking,
  deps: ExchangeDeps,
  adoption: string,
  title: string,
): Promise<Problem | null> {
  const { rows } = await taking.client.query<AdoptionRow>(
    `select ${ADOPTION} from exchange.adoption a where a.id = $1`,
    [adoption],
  );
  const [row] = rows;
  if (row === undefined) return { code: 'gone' };
  await taking.client.query(
    `delete from exchange.publication where subject_kind = 'adoption' and subject_id = $1
       and state = 'waiting' and asked_by = exchange.me()`,
    [adoption],
  );
  const asked = await askToPublish(taking, deps, {
    ...{ kind: 'adoption', id: adoption, version: row.version, title },
    texts: adoptionTexts(row),
  });
  return 'code' in asked ? asked : null;
}
