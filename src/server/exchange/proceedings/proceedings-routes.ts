import { z } from 'zod';
import { proceedingsChange, proceedingsSheet } from '#domain/exchange/proceedings/proceedings.ts';
import { inLanguage, newWording, reword } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { textsOfProceedings } from './proceedings-publishing.ts';
import { copyNow, proceedingsSheetOf } from './proceedings-rows.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;

/** The proceedings of an edition: what is said of them, and the asking that they go out. */
export function addProceedingsRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const sheet = { response: { 200: proceedingsSheet } };
  const path = '/api/exchange/editions/:id/proceedings';

  app.get(path, { schema: { params, ...sheet } }, async (request, reply) => {
    const edition = request.params.id;
    const found = await deps.exchange.as(request.participant.id, async (taking) =>
      taking.holds(edition, 'organiser', 'editor')
        ? proceedingsSheetOf(taking.client, edition)
        : null,
    );
    return found ?? sendProblem(reply, gone);
  });

  app.put(
    path,
    { schema: { params, body: proceedingsChange, ...sheet } },
    async (request, reply) => {
      const edition = request.params.id;
      const { language, abstract, licence, doi, version } = request.body;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        if (!taking.holds(edition, 'organiser', 'editor')) return gone;
        const known = await client.query('select from exchange.edition where id = $1', [edition]);
        if (known.rowCount !== 1) return gone;
        const before = await proceedingsSheetOf(client, edition);
        if (before.version !== version) return { code: 'version_conflict' as const };
        const said = { lang: language, text: abstract };
        const now = deps.clock();
        const worded =
          before.abstract === null
            ? newWording(said, participant.name, now)
            : reword(before.abstract, said, before.abstract.revision, participant.name, now);
        if ('code' in worded) return worded;
        const { rowCount } = await client.query(
          `insert into exchange.proceedings (edition_id, abstract, licence, doi) values ($1, $2, $3, $4)
           on conflict (edition_id) do update set abstract = $2, licence = $3, doi = $4,
             version = proceedings.version + 1 where proceedings.version = $5`,
          [edition, JSON.stringify(worded), licence, doi, version],
        );
        if (rowCount === 0) return { code: 'version_conflict' as const };
        await writeLog(deps, taking, 'written', ['proceedings', edition]);
        return proceedingsSheetOf(client, edition);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  app.post(
    `${path}/publication-request`,
    {
      schema: { params, body: z.strictObject({ version: z.int().min(1) }), ...sheet },
    },
    async (request, reply) => {
      const edition = request.params.id;
      const answer = await deps.exchange.as(request.participant.id, async (taking) => {
        const { client } = taking;
        if (!taking.holds(edition, 'organiser', 'editor')) return gone;
        const copy = await copyNow(client, edition);
        if (copy === null) return gone;
        if (copy.version !== request.body.version) return { code: 'version_conflict' as const };
        const asked = await askToPublish(taking, deps, {
          ...{ kind: 'proceedings', id: edition, version: copy.version },
          title: inLanguage(copy.title, copy.title.source).text,
          texts: textsOfProceedings(copy),
        });
        if ('code' in asked) return asked;
        await client.query('update exchange.proceedings set asked = $2 where edition_id = $1', [
          ...[edition, JSON.stringify(copy)],
        ]);
        await writeLog(deps, taking, 'publication_asked', ['proceedings', edition]);
        return proceedingsSheetOf(client, edition);
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );
}
