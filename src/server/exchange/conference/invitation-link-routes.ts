import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { invitationFields } from '#domain/exchange/conference/registration.ts';
import { invitationList } from '#domain/exchange/conference/registration-view.ts';
import { instantAt } from '#domain/exchange/conference/zoned-time.ts';
import { id } from '#domain/id.ts';
import { localTimeAt } from '#domain/zone.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { hashOf } from './invitation-rows.ts';
import { gone, organisingIn } from './organising.ts';

const params = z.object({ id });

/** Links by which people register without being approved one by one: made, listed, ended. */
export function addInvitationLinkRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const organising = organisingIn(deps);

  app.get(
    '/api/exchange/editions/:id/invitations-by-link',
    { schema: { params, response: { 200: invitationList } } },
    async (request, reply) => {
      const edition = request.params.id;
      const found = await organising(request, edition, async ({ client }) => {
        const zone = await client.query<{ time_zone: string }>(
          'select time_zone from exchange.edition where id = $1',
          [edition],
        );
        const time_zone = zone.rows[0]?.time_zone ?? 'UTC';
        const { rows } = await client.query<{
          id: string;
          label: string;
          uses: number;
          used: number;
          until: Date;
          revoked_at: Date | null;
        }>(
          `select i.id, i.label, i.uses, i.until, i.revoked_at, (select count(*)::integer
               from exchange.registration r where r.invitation_id = i.id
                 and r.state in ('requested', 'approved', 'waiting', 'unconfirmed')) as used
           from exchange.edition_invitation i where i.edition_id = $1 order by i.id desc limit 50`,
          [edition],
        );
        return {
          time_zone,
          rows: rows.map(({ revoked_at, until, ...row }) => ({
            ...row,
            until: localTimeAt(until.toISOString(), time_zone),
            ended: revoked_at !== null || until <= deps.clock() || row.used >= row.uses,
          })),
        };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.post(
    '/api/exchange/editions/:id/invitations-by-link',
    {
      schema: {
        params,
        body: invitationFields.extend({ id }),
        // The secret is told this once.
        response: { 201: z.object({ link: z.string() }) },
      },
    },
    async (request, reply) => {
      const edition = request.params.id;
      const { label, uses, until, id: invitation } = request.body;
      const secret = randomBytes(18).toString('base64url');
      const made = await organising(request, edition, async ({ client }) => {
        const found = await client.query<{ slug: string; time_zone: string }>(
          'select slug, time_zone from exchange.edition where id = $1',
          [edition],
        );
        const [row] = found.rows;
        if (row === undefined) return gone;
        await client.query(
          `insert into exchange.edition_invitation (id, edition_id, label, secret_hash, uses, until,
             created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            ...[invitation, edition, label, hashOf(secret), uses, instantAt(until, row.time_zone)],
            ...[request.participant.id, deps.clock()],
          ],
        );
        return row;
      });
      if ('code' in made) return sendProblem(reply, made);
      const lang = request.participating?.locale ?? 'en';
      const link = `${deps.config.url}/exchange/${lang}/${made.slug}/registration?invitation=${secret}`;
      return reply.code(201).send({ link });
    },
  );

  app.delete(
    '/api/exchange/editions/:id/invitations-by-link/:invitation',
    { schema: { params: params.extend({ invitation: id }) } },
    async (request, reply) => {
      const { id: edition, invitation } = request.params;
      const ended = await organising(request, edition, async ({ client }) => {
        const { rowCount } = await client.query(
          `update exchange.edition_invitation set revoked_at = $3
           where id = $1 and edition_id = $2 and revoked_at is null`,
          [invitation, edition, deps.clock()],
        );
        return rowCount === 1 ? null : gone;
      });
      return ended === null ? reply.code(204).send() : sendProblem(reply, ended);
    },
  );
}
