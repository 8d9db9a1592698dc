import { z } from 'zod';
import { ownAgreements } from '#domain/exchange/agreement/agreement-sheet.ts';
import { newAlias } from '#domain/exchange/agreement/alias.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { findsInForm } from '../publication/betraying-words.ts';
import { ownAgreementsOf } from './agreement-routes.ts';

const gone = { code: 'gone' } as const;

/** Speaking of one's own life under another name, and stepping back from it while nothing is published. */
export function addAliasRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.put(
    '/api/exchange/me/alias',
    { schema: { body: newAlias, response: { 200: ownAgreements } } },
    async (request, reply) => {
      const { alias, name, voice_only } = request.body;
      const { id: me } = request.participant;
      // It stands in every programme at once: an age or a village in it would point to who hides behind it.
      const betrays = findsInForm({ alias }, () => true);
      if (betrays !== null) return sendProblem(reply, betrays);
      return deps.exchange.as(me, async (taking) => {
        await taking.client.query('select exchange.appear_as($1, $2, $3, $4)', [
          ...[alias, name, voice_only, deps.clock()],
        ]);
        await writeLog(deps, taking, 'alias_taken', ['participant', me]);
        return ownAgreementsOf(taking);
      });
    },
  );

  app.post(
    '/api/exchange/sessions/:id/step-back',
    { schema: { params: z.object({ id }), response: { 200: ownAgreements } } },
    async (request, reply) => {
      const session = request.params.id;
      const answer = await deps.exchange.as(request.participant.id, async (taking) => {
        const { client, participant } = taking;
        const { rows } = await client.query<{ published: boolean }>(
          `select exchange.public_version('proceedings', edition_id) is not null as published
           from exchange.session where id = $1`,
          [session],
        );
        if (rows[0]?.published === true) return { code: 'published_already' as const };
        const back = await client.query<{ back: boolean }>(
          'select exchange.step_back($1) as back',
          [session],
        );
        if (back.rows[0]?.back !== true) return gone;
        // What was to be shown of it goes with it.
        await client.query(
          `update exchange.material set withdrawn_at = $3, version = version + 1
           where session_id = $1 and created_by = $2 and withdrawn_at is null`,
          [session, participant, deps.clock()],
        );
        await writeLog(deps, taking, 'stepped_back', ['session', session]);
        return ownAgreementsOf(taking);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}
