import { z } from 'zod';
import {
  cardLine,
  growsFrom,
  missingToPublish,
  modelCard,
  newCard,
  SECTION_KINDS,
  setReview,
  textsOfCard,
  writeSection,
} from '#domain/exchange/model/model-card.ts';
import { outlineOf } from '#domain/exchange/model/model-outline.ts';
import { newWording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { takePackage } from '../../model-package/package-upload.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { practiceOf } from '../recommendation/came-of.ts';
import { cardLines, cardRow, cardWhole, shownOf } from './card-rows.ts';
import { noteModel, slugOf } from './note.ts';

const gone: Problem = { code: 'gone' };
const params = z.object({ id });
const one = z.object({ model: modelCard });

/** Models that countries offer: the card, its package files, the dossier, and the way to the second editor. */
export function addModelRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/models',
    { schema: { response: { 200: z.object({ models: z.array(cardLine) }) } } },
    async (request) => ({
      models: await deps.exchange.as(request.participant.id, cardLines),
    }),
  );

  app.get(
    '/api/exchange/models/:id',
    { schema: { params, response: { 200: one } } },
    async (request, reply) => {
      const model = await deps.exchange.as(request.participant.id, (taking) =>
        cardWhole(taking, request.params.id),
      );
      return model === null ? sendProblem(reply, gone) : { model };
    },
  );

  /** Does one thing to a card that whoever acts works on, and answers with the card as it then stands. */
  const act = async (
    participant: string,
    card: string,
    work: (taking: Taking) => Promise<Problem | null>,
  ) =>
    deps.exchange.as(participant, async (taking) => {
      const row = await cardRow(taking, card);
      if (row === null) return gone;
      if (!row.works) return { code: 'not_allowed' as const };
      const problem = await work(taking);
      if (problem !== null) return problem;
      const model = await cardWhole(taking, card);
      return model === null ? gone : { model };
    });

  app.post(
    '/api/exchange/models',
    { schema: { body: newCard, response: { 200: one } } },
    async (request, reply) => {
      const { body, participant } = request;
      const done = await deps.exchange.as(participant.id, async (taking) => {
        const { rows } = await taking.client.query<{ works: boolean; known: boolean }>(
          `select exchange.works_for($1) as works,
             $2::uuid is null or exists (select from exchange.institution where id = $2) as known`,
          [body.country, body.institution_id],
        );
        if (rows[0]?.works !== true) return { code: 'not_allowed' as const };
        if (!rows[0].known) return gone;
        const now = deps.clock();
        const title = newWording(body.title, participant.name, now);
        const summary = newWording(body.summary, participant.name, now);
        const { rowCount } = await taking.client.query(
          `insert into exchange.model_card (id, slug, title, summary, country, institution_id, created_by,
             created_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
          [
            ...[body.id, slugOf(body), JSON.stringify(title), JSON.stringify(summary)],
            ...[body.country, body.institution_id, participant.id, now],
          ],
        );
        if (rowCount === 1) await noteModel(taking, deps, 'model_begun', body.id);
        const model = await cardWhole(taking, body.id);
        return model === null ? gone : { model };
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/exchange/models/:id/files',
    { schema: { params, consumes: ['multipart/form-data'], response: { 200: one } } },
    async (request, reply) => {
      // Who may not is told before his file is read.
      const may = await act(request.participant.id, request.params.id, async () => null);
      if ('code' in may) return sendProblem(reply, may);
      const taken = await takePackage(request);
      if ('problem' in taken) return sendProblem(reply, taken.problem);
      const read = outlineOf(taken.package.content.model);
      if ('problems' in read) {
        const fields = read.problems.slice(0, 100);
        return sendProblem(reply, { code: 'package_unsound', fields });
      }
      const { manifest, signature } = taken.package;
      if (manifest.country !== may.model.country) {
        return sendProblem(reply, { code: 'package_of_other_country' });
      }
      const done = await act(request.participant.id, request.params.id, async (taking) => {
        await taking.client.query(
          `insert into exchange.model_file (id, card_id, hash, file, manifest, public_key, uploaded_by,
             uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
          [
            ...[deps.newId(), request.params.id, taken.hash, taken.file, JSON.stringify(manifest)],
            ...[signature.public_key, taking.participant, deps.clock()],
          ],
        );
        await noteModel(taking, deps, 'model_file_added', request.params.id);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.put(
    '/api/exchange/models/:id/sections/:kind',
    {
      schema: {
        params: params.extend({ kind: z.enum(SECTION_KINDS) }),
        body: writeSection,
        response: { 200: one },
      },
    },
    async (request, reply) => {
      const { id: card, kind } = request.params;
      const { participant, body } = request;
      const done = await act(participant.id, card, async (taking) => {
        const text = newWording(body.text, participant.name, deps.clock());
        const { rowCount } = await taking.client.query(
          `insert into exchange.model_section (id, card_id, kind, body) values ($1, $2, $3, $4)
           on conflict (card_id, kind) do nothing`,
          [deps.newId(), card, kind, JSON.stringify(text)],
        );
        // Somebody began it in the meantime: what is there is changed as a text, not written over.
        if (rowCount === 0) return { code: 'text_changed_meanwhile' };
        await noteModel(taking, deps, 'model_section_written', card);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.put(
    '/api/exchange/models/:id/practice',
    { schema: { params, body: growsFrom, response: { 200: one } } },
    async (request, reply) => {
      const { params: at, body, participant } = request;
      const done = await act(participant.id, at.id, async (taking) => {
        const { practice_id } = body;
        if (practice_id !== null && (await practiceOf(taking, practice_id)) === null)
          return {
            code: 'invalid_input',
            fields: [{ path: 'body.practice_id', code: 'not_published' }],
          };
        await taking.client.query(
          'update exchange.model_card set practice_id = $2, version = version + 1 where id = $1',
          [at.id, practice_id],
        );
        await noteModel(taking, deps, 'model_source_said', at.id);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/exchange/models/:id/review',
    { schema: { params, body: setReview, response: { 200: one } } },
    async (request, reply) => {
      const { params: at, body, participant } = request;
      const done = await act(participant.id, at.id, async (taking) => {
        const { rowCount } = await taking.client.query(
          `update exchange.model_card set review = $2, version = version + 1
           where id = $1 and state = 'published' and review <> $2`,
          [at.id, body.review],
        );
        if (rowCount === 0) return { code: 'already_so' };
        await noteModel(taking, deps, `model_review_${body.review}`, at.id);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/exchange/models/:id/publish',
    { schema: { params, response: { 200: one } } },
    async (request, reply) => {
      const { id: card } = request.params;
      const done = await act(request.participant.id, card, async (taking) => {
        const whole = await cardWhole(taking, card);
        if (whole === null) return gone;
        const missing = missingToPublish(whole);
        if (missing !== null) return { code: missing };
        const title = whole.title.versions[whole.title.source]?.text ?? whole.slug;
        const shown = shownOf(whole);
        const texts = textsOfCard(shown);
        const what = { kind: 'model', id: card, version: whole.version, title, texts } as const;
        const asked = await askToPublish(taking, deps, what);
        if ('code' in asked) return asked;
        await taking.client.query(
          `update exchange.model_card set asked = $2,
             state = case state when 'published' then state else 'waiting' end where id = $1`,
          [card, JSON.stringify(shown)],
        );
        await noteModel(taking, deps, 'publication_asked', card);
        return null;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}
