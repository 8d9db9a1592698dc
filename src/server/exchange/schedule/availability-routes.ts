import { z } from 'zod';
import { availabilityInput } from '#domain/exchange/schedule/session-input.ts';
import { id } from '#domain/id.ts';
import { instant } from '#domain/time.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findEdition } from './schedule-rows.ts';

const params = z.object({ edition: z.string().max(80), participant: id });
const times = z.object({
  times: z.array(z.object({ from: instant, until: instant })),
  edition: z.object({
    ...{ id: z.string(), slug: z.string(), time_zone: z.string() },
    ...{ starts_on: z.string(), ends_on: z.string() },
  }),
});

/** When somebody can take part: said by themselves, or by the organiser who was told. */
export function addAvailabilityRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const path = '/api/exchange/editions/:edition/availability/:participant';

  app.get(path, { schema: { params, response: { 200: times } } }, async (request, reply) => {
    const { edition: key, participant } = request.params;
    const found = await deps.exchange.as(request.participant.id, async (taking) => {
      const edition = await mayKeep(taking, key, participant);
      if (edition === undefined) return null;
      const { rows } = await taking.client.query<{ from_at: Date; until_at: Date }>(
        `select from_at, until_at from exchange.availability
         where edition_id = $1 and participant_id = $2 order by from_at`,
        [edition.id, participant],
      );
      const { id: editionId, slug, time_zone, starts_on, ends_on } = edition;
      return {
        times: rows.map(({ from_at, until_at }) => ({
          ...{ from: from_at.toISOString(), until: until_at.toISOString() },
        })),
        edition: { id: editionId, slug, time_zone, starts_on, ends_on },
      };
    });
    return found ?? sendProblem(reply, { code: 'gone' });
  });

  app.put(
    path,
    { schema: { params, body: availabilityInput, response: { 200: z.object({ kept: z.int() }) } } },
    async (request, reply) => {
      const { edition: key, participant } = request.params;
      const { times: said } = request.body;
      const kept = await deps.exchange.as(request.participant.id, async (taking) => {
        const edition = await mayKeep(taking, key, participant);
        if (edition === undefined) return null;
        const of = [edition.id, participant];
        await taking.client.query(
          'delete from exchange.availability where edition_id = $1 and participant_id = $2',
          of,
        );
        await taking.client.query(
          `insert into exchange.availability (id, edition_id, participant_id, from_at, until_at)
           select u.id, $1, $2, u.from_at, u.until_at
           from unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) u (id, from_at, until_at)`,
          [
            ...[...of, said.map(() => deps.newId())],
            ...[said.map(({ from }) => from), said.map(({ until }) => until)],
          ],
        );
        return said.length;
      });
      return kept === null ? sendProblem(reply, { code: 'gone' }) : { kept };
    },
  );
}

/** Oneself, or an organiser for somebody who exists. */
async function mayKeep(taking: Taking, key: string, participant: string) {
  const edition = await findEdition(taking, key);
  if (edition === undefined) return undefined;
  if (participant === taking.participant) return edition;
  if (!taking.holds(edition.id, 'organiser')) return undefined;
  const { rowCount } = await taking.client.query('select from exchange.participant where id = $1', [
    participant,
  ]);
  return rowCount === 1 ? edition : undefined;
}
