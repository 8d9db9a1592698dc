import { z } from 'zod';
import { change } from '#domain/exchange/schedule/difference.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { release } from './release.ts';
import { releaseLetter } from './release-letter.ts';
import { findEdition } from './schedule-rows.ts';
import { versionsOf } from './version-rows.ts';

const params = z.object({ edition: z.string().max(80) });
const version = z.object({ number: z.int(), released_at: z.string(), changes: z.array(change) });

/** Versions of a programme, and releasing the draft as the next one. */
export function addReleaseRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:edition/versions',
    { schema: { params, response: { 200: z.object({ rows: z.array(version) }) } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const edition = await findEdition(taking, request.params.edition);
        if (edition === undefined) return null;
        const rows = await versionsOf(taking, edition.id);
        return rows.map(({ released_at, changes, number }) => ({
          ...{ number, changes: [...changes], released_at: released_at.toISOString() },
        }));
      });
      return found === null ? sendProblem(reply, { code: 'gone' }) : { rows: found };
    },
  );

  app.post(
    '/api/exchange/editions/:edition/versions',
    {
      schema: {
        params,
        // The number of the last version that the organiser saw; 0 before the first.
        body: z.strictObject({ seen: z.int().min(0) }),
        response: {
          201: z.object({ number: z.int(), changes: z.int(), told: z.int() }),
          // Nothing is released yet: words in it wait for a second editor.
          202: z.object({ waits: z.literal(true) }),
        },
      },
    },
    async (request, reply) => {
      const done = await deps.exchange.as(request.participant.id, (taking) =>
        release(taking, deps, request.params.edition, request.body.seen),
      );
      if ('code' in done) return sendProblem(reply, done);
      if ('waits' in done) return reply.code(202).send(done);
      const { number, changes, slug, concerned } = done;
      for (const { email, locale } of concerned) {
        const link = `${deps.config.url}/exchange/${locale}/${slug}/programme`;
        // The version stands, and the notice in the workspace too: a lost letter loses nothing.
        await deps.mail
          .send(releaseLetter(email, locale, link))
          .catch((error: unknown) => deps.log.warn({ err: error }, 'a letter was not sent'));
      }
      return reply.code(201).send({ number, changes, told: concerned.length });
    },
  );
}
