import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { RECEIPT_BYTES, RECEIPTS_EACH, receipts } from '#domain/case/receipt.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { newFileKey } from '../arrival/sealed-file.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { type PlainContent, plainContent } from '../plain-content.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { isGiven, keyedReceipt, receiptsOf } from './receipt-rows.ts';
import {
  removeSealed,
  sealReceipt,
  sweepReceiptsRegularly,
  unsealReceipt,
} from './receipt-store.ts';

const params = z.object({ id });
const ofAssistance = z.object({ id, assistance: id });
const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** Receipts of what was given: over the line only, sealed on the disk, opened one at a time. */
export function addReceiptRoutes(app: ServerApp, deps: Deps): void {
  sweepReceiptsRegularly(app, deps);

  app.get(
    '/api/cases/:id/receipts',
    { schema: { params, response: { 200: receipts } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) => {
        if (!mayIn(acting, 'read') || !(await reaches(acting, request.params.id))) return null;
        const list = await receiptsOf(acting, request.params.id);
        return { receipts: list, may_add: await mayAdd(acting, request.params.id) };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.post(
    '/api/cases/:id/assistance/:assistance/receipts',
    {
      schema: {
        params: ofAssistance,
        consumes: ['multipart/form-data'],
        response: { 201: z.object({ id }) },
      },
    },
    async (request, reply) => {
      const { id: case_id, assistance } = request.params;
      // Before the file is read: what may not be added is not taken in.
      const wrong = await deps.database.as(request.actor, (acting) =>
        notAddable(acting, case_id, assistance),
      );
      if (wrong !== null) return sendProblem(reply, wrong);
      const content = await takeReceipt(request);
      if ('code' in content) return sendProblem(reply, content);
      const receipt = deps.newId();
      const key = newFileKey();
      await sealReceipt(deps, receipt, key, content.bytes);
      const refused = await deps.database
        .as(request.actor, async (acting) => {
          const changed = await notAddable(acting, case_id, assistance);
          if (changed !== null) return changed;
          await acting.tx
            .insertInto('assistance_receipt')
            .values({
              ...{ id: receipt, case_id, assistance_id: assistance, key },
              ...{ media_type: content.type, bytes: content.bytes.length },
              ...{ added_by: acting.actor.id, added_at: deps.clock() },
            })
            .execute();
          return null;
        })
        .catch(async (error: unknown) => {
          await removeSealed(deps, receipt);
          throw error;
        });
      if (refused === null) return reply.code(201).send({ id: receipt });
      await removeSealed(deps, receipt);
      return sendProblem(reply, refused);
    },
  );

  app.get('/api/receipts/:id', { schema: { params } }, async (request, reply) => {
    const found = await deps.database.as(request.actor, async (acting) => {
      const receipt = mayIn(acting, 'read') ? await keyedReceipt(acting, request.params.id) : null;
      if (!receipt) return null;
      const { case_id } = receipt;
      await logRead(acting, { action: 'receipt_opened', case_id }, deps.clock());
      return receipt;
    });
    if (found === null) return sendProblem(reply, { code: 'gone' });
    const bytes = await unsealReceipt(deps, found.id, found.key);
    if (bytes === null) return sendProblem(reply, { code: 'receipt_unreadable' });
    const type = found.media_type as PlainContent['type'];
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="1.${ENDINGS[type]}"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes);
  });

  app.delete(
    '/api/receipts/:id',
    { schema: { params, response: { 200: z.object({ id }) } } },
    async (request, reply) => {
      const removed = await deps.database.as(request.actor, async (acting) => {
        const receipt = await keyedReceipt(acting, request.params.id);
        if (receipt === undefined) return false;
        const { numDeletedRows } = await acting.tx
          .deleteFrom('assistance_receipt')
          .where('id', '=', receipt.id)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        const details = { what: 'receipt' };
        const told = { action: 'erased', case_id: receipt.case_id, details } as const;
        await logRead(acting, told, deps.clock());
        return true;
      });
      if (!removed) return sendProblem(reply, { code: 'gone' });
      await removeSealed(deps, request.params.id);
      return { id: request.params.id };
    },
  );
}

function mayIn({ role }: Acting, verb: 'read' | 'append'): boolean {
  return role !== null && may(role, verb, 'general');
}

async function reaches(acting: Acting, caseId: string): Promise<boolean> {
  const found = await acting.tx
    .selectFrom('case_file')
    .select('id')
    .where('id', '=', caseId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Reach without an end: whoever is here for an emergency adds nothing. */
async function mayAdd(acting: Acting, caseId: string): Promise<boolean> {
  if (!mayIn(acting, 'append')) return false;
  const found = await acting.tx
    .selectFrom('case_reach')
    .select('case_id')
    .where('case_id', '=', caseId)
    .where('compartment', '=', 'general')
    .where('until', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

async function notAddable(
  acting: Acting,
  caseId: string,
  assistanceId: string,
): Promise<Problem | null> {
  if (!(await mayAdd(acting, caseId)) || !(await isGiven(acting, caseId, assistanceId))) {
    return { code: 'gone' };
  }
  const known = await receiptsOf(acting, caseId);
  const same = known.filter(({ assistance_id }) => assistance_id === assistanceId);
  return same.length < RECEIPTS_EACH ? null : { code: 'receipts_enough' };
}

/** The one file of the request as it may be kept. Neither its name nor what it says of itself is. */
async function takeReceipt(request: FastifyRequest): Promise<PlainContent | Problem> {
  if (!request.isMultipart()) return { code: 'unsupported_media' };
  const part = await request.file({ limits: { fileSize: RECEIPT_BYTES } });
  if (part === undefined) return { code: 'file_empty' };
  const pieces: Buffer[] = [];
  for await (const piece of part.file) pieces.push(piece as Buffer);
  if (part.file.truncated) return { code: 'too_large' };
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) return { code: 'file_empty' };
  return plainContent(bytes) ?? { code: 'receipt_kind' };
}
