import { z } from 'zod';
import { proposedPortrait } from '#domain/exchange/picture/picture.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { isStorable } from '#domain/text.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { askForPicture } from './ask-for-picture.ts';

const AGREED = 'Brought by an editor; the person in the picture agreed to its being public.';
const people = z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string() })) });

/** Portraits that an editor brings for somebody else: whom it could show, which wait, and that person's yes. */
export function addPortraitProposalRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/possible-portraits',
    {
      schema: {
        querystring: z.strictObject({ text: z.string().min(2).max(100).refine(isStorable) }),
        response: { 200: people },
      },
    },
    async (request, reply) => {
      const rows = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holdsAny('organiser', 'editor')) return null;
        const found = await taking.client.query<{ id: string; name: string }>(
          `select id, name from exchange.participant
           where position(lower($1) in lower(name)) > 0 and id <> exchange.me()
           order by name, id limit 20`,
          [request.query.text],
        );
        return found.rows;
      });
      return rows === null ? sendProblem(reply, { code: 'gone' }) : { rows };
    },
  );

  app.get(
    '/api/exchange/portraits-for-others',
    { schema: { response: { 200: z.object({ rows: z.array(proposedPortrait) }) } } },
    async (request, reply) => {
      const rows = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holdsAny('organiser', 'editor')) return null;
        const found = await taking.client.query<{ id: string; name: string; at: Date }>(
          `select c.id, p.name, c.created_at as at from exchange.picture c
             join exchange.participant p on p.id = c.proposed_for
           where c.created_by = exchange.me() order by c.created_at desc, c.id limit 50`,
        );
        return found.rows.map((one) => ({ ...one, at: one.at.toISOString() }));
      });
      return rows === null ? sendProblem(reply, { code: 'gone' }) : { rows };
    },
  );

  app.post(
    '/api/exchange/pictures/:id/agreement',
    { schema: { params: z.object({ id }), response: { 204: z.null() } } },
    async (request, reply) => {
      const problem = await deps.exchange.as(request.participant.id, (taking) =>
        agree(taking, deps, request.params.id),
      );
      return problem === null ? reply.code(204).send(null) : sendProblem(reply, problem);
    },
  );
}

/** From now on it is that person's own portrait, and the one before it is gone; then a second editor looks. */
async function agree(taking: Taking, deps: ExchangeDeps, picture: string): Promise<Problem | null> {
  const { client } = taking;
  const { rows } = await client.query<{ alt: Wording; caption: Wording | null }>(
    `select alt, caption from exchange.picture where id = $1 and proposed_for = exchange.me()
     for update`,
    [picture],
  );
  const [row] = rows;
  if (row === undefined) return { code: 'gone' };
  await client.query('delete from exchange.picture where participant_id = exchange.me()');
  await client.query(
    `update exchange.picture set participant_id = exchange.me(), proposed_for = null, consent = $2,
       agreed_at = $3 where id = $1`,
    [picture, AGREED, deps.clock()],
  );
  await writeLog(deps, taking, 'portrait_agreed', ['picture', picture]);
  const asked = await askForPicture(taking, deps, { id: picture, ...row });
  return 'code' in asked ? asked : null;
}
