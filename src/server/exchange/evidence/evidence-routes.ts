import { z } from 'zod';
import {
  aboutEvidence,
  evidenceCase as answer,
  evidencePreview,
  evidenceLines as lines,
} from '#domain/exchange/evidence/evidence-table.ts';
import { id } from '#domain/id.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { evidenceCase, evidenceLines, evidenceTable, previewOf } from './evidence-rows.ts';
import { receiveFile } from './receive-file.ts';
import { findingsFor, uploadEvidence } from './upload-evidence.ts';

const params = z.object({ id });
const after = z.coerce.number().int().min(0).max(100_000).default(0);
const file = { consumes: ['multipart/form-data'] };

/** Evidence tables for whoever works on them: looking at a file, keeping it for the second look. */
export function addEvidenceRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/evidence',
    { schema: { querystring: z.strictObject({ after }), response: { 200: lines } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) =>
        works(taking) ? evidenceLines(taking, request.query.after) : null,
      );
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  // Nothing is kept of what is only looked at.
  app.post(
    '/api/exchange/evidence/preview',
    { schema: { ...file, response: { 200: evidencePreview } } },
    async (request, reply) => {
      const received = await receiveFile(request, z.strictObject({ table_id: id.nullable() }));
      if ('code' in received) return sendProblem(reply, received);
      const { table, about } = received;
      const findings = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!works(taking)) return null;
        const known =
          about.table_id === null ? undefined : await evidenceTable(taking, 'id', about.table_id);
        return findingsFor(taking, known ?? null, table, null);
      });
      return findings === null ? sendProblem(reply, { code: 'gone' }) : previewOf(table, findings);
    },
  );

  app.post(
    '/api/exchange/evidence',
    { schema: { ...file, response: { 201: params } } },
    async (request, reply) => {
      const received = await receiveFile(request, aboutEvidence);
      if ('code' in received) return sendProblem(reply, received);
      const { participant } = request;
      const kept = await deps.exchange.as(participant.id, (taking) =>
        uploadEvidence(taking, deps, {
          ...received,
          ...{ by: participant, now: deps.clock(), newId: deps.newId },
        }),
      );
      return 'code' in kept ? sendProblem(reply, kept) : reply.code(201).send(kept);
    },
  );

  const one = { schema: { params, response: { 200: answer } } };
  app.get('/api/exchange/evidence/:id', one, async (request, reply) => {
    const found = await deps.exchange.as(request.participant.id, async (taking) =>
      works(taking) ? evidenceCase(taking, request.params.id) : null,
    );
    return found ?? sendProblem(reply, { code: 'gone' });
  });
}

function works(taking: Taking): boolean {
  return taking.holdsAny('organiser', 'editor', 'delegate');
}
