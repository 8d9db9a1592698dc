import { localeChange } from '#domain/account/account.ts';
import {
  type ParticipantMe,
  participantChange,
  participantMe,
} from '#domain/exchange/participant.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

/** Who is here and what for; one's own row. */
export function addParticipantRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/me',
    { schema: { response: { 200: participantMe } } },
    async (request, reply) => {
      const { id } = request.participant;
      const locale = request.participating?.locale ?? 'en';
      const me = await deps.exchange.as(id, async ({ client }) => {
        const { rows } = await client.query<Omit<ParticipantMe, 'locale' | 'keeping_secret'>>(
          `select p.id, p.name, p.country, p.institution_id, p.languages, p.time_zone, p.version,
             (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'edition_id', r.edition_id,
                 'country', r.country) order by r.role), '[]')
               from exchange.role r where r.participant_id = p.id and r.revoked_at is null) as roles
           from exchange.participant p where p.id = $1`,
          [id],
        );
        return rows[0];
      });
      if (me === undefined) return sendProblem(reply, { code: 'gone' });
      return { ...me, locale, keeping_secret: deps.accounts.digest('kept in the browser', id) };
    },
  );

  app.put('/api/exchange/me', { schema: { body: participantChange } }, async (request, reply) => {
    const { name, country, institution_id, languages, time_zone, version } = request.body;
    const { id } = request.participant;
    const changed = await deps.exchange.as(id, ({ client }) =>
      client.query(
        `update exchange.participant set name = $3, country = $4, institution_id = $5,
           languages = $6, time_zone = $7, version = version + 1
         where id = $1 and version = $2
           and ($5::uuid is null or exists (select from exchange.institution i where i.id = $5))`,
        [id, version, name, country, institution_id, languages, time_zone],
      ),
    );
    if (changed.rowCount !== 1) return sendProblem(reply, { code: 'version_conflict' });
    return reply.code(204).send();
  });

  app.put('/api/exchange/me/locale', { schema: { body: localeChange } }, async (request, reply) => {
    await deps.accounts.pool.query(
      'update account set locale = $2, updated_at = $3 where id = $1',
      [...[request.participant.id, request.body.locale, deps.clock()]],
    );
    return reply.code(204).send();
  });
}
