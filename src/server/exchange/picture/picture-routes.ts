import type pg from 'pg';
import { z } from 'zod';
import {
  inThree,
  ownPortrait,
  type PictureLine,
  pictureLine,
} from '#domain/exchange/picture/picture.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { notice } from '../notice/notice.ts';
import { askForPicture } from './ask-for-picture.ts';
import { type TakenPicture, takePicture } from './take-picture.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;
const LINE = `select c.id, c.alt, c.caption, c.consent, c.width, c.height, c.created_by = exchange.me() as own,
    (select p.state from exchange.publication p where p.subject_kind = 'picture' and p.subject_id = c.id
      order by p.asked_at desc, p.id desc limit 1) as state
  from exchange.picture c`;

/** One's own portrait, and the pictures of a conference: put before a second editor as they come in. */
export function addPictureRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/me/portrait',
    { schema: { response: { 200: ownPortrait } } },
    async (request) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<PictureLine & { proposed: boolean }>(
          `select l.*, c.proposed_for is not null as proposed
           from (${LINE} where exchange.me() in (c.participant_id, c.proposed_for)) l
             join exchange.picture c on c.id = l.id order by c.created_at limit 20`,
        ),
      );
      return {
        portrait: rows.find(({ proposed }) => !proposed) ?? null,
        proposed: rows.filter(({ proposed }) => proposed),
      };
    },
  );

  app.get(
    '/api/exchange/editions/:id/pictures',
    {
      schema: {
        params,
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0).max(100_000).default(0),
        }),
        response: { 200: z.object({ pictures: z.array(pictureLine), more: z.boolean() }) },
      },
    },
    async (request, reply) => {
      const rows = await deps.exchange.as(request.participant.id, async ({ client, holds }) => {
        if (!holds(request.params.id, 'organiser', 'editor')) return null;
        const found = await client.query<PictureLine>(
          `${LINE} where c.edition_id = $1 order by c.created_at desc, c.id limit 51 offset $2`,
          [request.params.id, request.query.after],
        );
        return found.rows;
      });
      if (rows === null) return sendProblem(reply, gone);
      return { pictures: rows.slice(0, 50), more: rows.length > 50 };
    },
  );

  app.post(
    '/api/exchange/pictures',
    { schema: { consumes: ['multipart/form-data'], response: { 200: pictureLine } } },
    async (request, reply) => {
      const taken = await takePicture(request);
      if ('code' in taken) return sendProblem(reply, taken);
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { edition_id: edition, for_id: whose, id: picture } = taken.said;
        if (edition !== null && !taking.holds(edition, 'organiser', 'editor')) return gone;
        if (whose !== null && !taking.holdsAny('organiser', 'editor')) return gone;
        if (whose === participant.id) return { code: 'not_allowed' as const };
        const known = await one(taking.client, picture);
        if (known !== null) return known;
        return await keep(deps, taking, taken, participant.name);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.delete(
    '/api/exchange/pictures/:id',
    { schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      const picture = request.params.id;
      const removed = await deps.exchange.as(request.participant.id, async (taking) => {
        const { rowCount } = await taking.client.query(
          'delete from exchange.picture where id = $1',
          [picture],
        );
        if (rowCount === 1) await writeLog(deps, taking, 'removed', ['picture', picture]);
        return rowCount === 1;
      });
      return removed ? reply.code(204).send(null) : sendProblem(reply, gone);
    },
  );

  app.get(
    '/exchange/pictures/:id',
    { schema: { params }, config: { public: true } },
    async (request, reply) => {
      const who = request.participating?.accountId ?? null;
      const { rows } = await deps.exchange.as(who, ({ client }) =>
        client.query<{ media_type: string; bytes: Buffer }>(
          'select media_type, bytes from exchange.picture where id = $1',
          [request.params.id],
        ),
      );
      const [row] = rows;
      if (row === undefined) return sendProblem(reply, gone);
      return (
        reply
          .header('content-type', row.media_type)
          // Taken down means gone: nobody's browser keeps it.
          .header('cache-control', 'no-store')
          .header('x-content-type-options', 'nosniff')
          .header('content-security-policy', "default-src 'none'; sandbox")
          .send(row.bytes)
      );
    },
  );
}

async function one(client: pg.PoolClient, picture: string): Promise<PictureLine | null> {
  const { rows } = await client.query<PictureLine>(`${LINE} where c.id = $1`, [picture]);
  return rows[0] ?? null;
}

/**
 * A new portrait takes the place of the last one, and a second editor looks first. What is brought for somebody
 * else waits for them before that.
 */
async function keep(deps: ExchangeDeps, taking: Taking, taken: TakenPicture, by: string) {
  const { said, type, bytes, width, height } = taken;
  const { client, participant } = taking;
  const now = deps.clock();
  const portrait = said.edition_id === null && said.for_id === null;
  if (portrait)
    await client.query('delete from exchange.picture where participant_id = exchange.me()');
  if (said.for_id !== null)
    await client.query(
      'delete from exchange.picture where proposed_for = $1 and created_by = exchange.me()',
      [said.for_id],
    );
  const alt = inThree({ en: said.alt_en, ru: said.alt_ru, uz: said.alt_uz }, by, now);
  const { caption_en: en, caption_ru: ru, caption_uz: uz } = said;
  const caption = en && ru && uz ? inThree({ en, ru, uz }, by, now) : null;
  const { rowCount } = await client.query(
    `insert into exchange.picture (id, participant_id, edition_id, proposed_for, alt, caption, media_type,
       bytes, width, height, consent, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [
      ...[said.id, portrait ? participant : null, said.edition_id, said.for_id],
      ...[JSON.stringify(alt), caption && JSON.stringify(caption), type, bytes, width, height],
      ...[said.consent, participant, now],
    ],
  );
  if (rowCount === 0) return gone;
  await writeLog(deps, taking, 'handed_in', ['picture', said.id], { size: bytes.length });
  if (said.for_id !== null) {
    const details = { workspace: '/workspace/directory' };
    await notice(taking, deps, [said.for_id], { kind: 'portrait_proposed', details });
  } else {
    const asked = await askForPicture(taking, deps, { id: said.id, alt, caption });
    if ('code' in asked) return asked;
  }
  return (await one(client, said.id)) ?? gone;
}
