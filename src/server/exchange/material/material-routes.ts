import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  MATERIAL_BYTES,
  type MaterialLine,
  materialLine,
  type NewMaterial,
  newMaterial,
} from '#domain/exchange/material/material.ts';
import { inLanguage, newWording } from '#domain/exchange/wording.ts';
import { fieldProblems } from '#domain/field-problem.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { type PlainContent, plainContent } from '../../plain-content.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { textsOf } from '../news/news-publishing.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { materialById, materialsOf } from './material-rows.ts';

const params = z.object({ id });
const gone = { code: 'gone' } as const;
const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** Slides and papers of an edition: handed in with their file, let out by a second editor, taken back. */
export function addMaterialRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const one = { response: { 200: materialLine } };

  app.get(
    '/api/exchange/editions/:id/materials',
    {
      schema: {
        params,
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0).max(100_000).default(0),
        }),
        response: { 200: z.object({ materials: z.array(materialLine), more: z.boolean() }) },
      },
    },
    (request) =>
      deps.exchange.as(request.participant.id, ({ client }) =>
        materialsOf(client, request.params.id, request.query.after),
      ),
  );

  app.post(
    '/api/exchange/materials',
    { schema: { consumes: ['multipart/form-data'], ...one } },
    async (request, reply) => {
      const taken = await takeMaterial(request);
      if ('code' in taken) return sendProblem(reply, taken);
      const { said, content } = taken;
      const { participant } = request;
      const answer = await deps.exchange.as(participant.id, async (taking) => {
        if (!(await mayAdd(taking, said))) return gone;
        const file = deps.newId();
        const { client } = taking;
        const sha = createHash('sha256').update(content.bytes).digest();
        await client.query(
          `insert into exchange.file (id, sha256, media_type, size, bytes, added_by, added_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            ...[file, sha, content.type, content.bytes.length, content.bytes],
            ...[participant.id, deps.clock()],
          ],
        );
        const title = { lang: said.title_language, text: said.title };
        await client.query(
          `insert into exchange.material (id, edition_id, session_id, title, language, access, file_id,
             created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
          [
            ...[said.id, said.edition_id, said.session_id],
            JSON.stringify(newWording(title, participant.name, deps.clock())),
            ...[said.language, said.access, file, participant.id, deps.clock()],
          ],
        );
        await writeLog(deps, taking, 'handed_in', ['material', said.id], {
          size: content.bytes.length,
        });
        return (await materialById(client, said.id)) ?? gone;
      });
      return 'code' in answer ? sendProblem(reply, answer) : answer;
    },
  );

  const step = (
    name: 'publication-request' | 'withdraw',
    work: (taking: Taking, line: MaterialLine) => Promise<Problem | null>,
  ) =>
    app.post(
      `/api/exchange/materials/:id/${name}`,
      { schema: { params, ...one } },
      async (request, reply) => {
        const answer = await deps.exchange.as(request.participant.id, async (taking) => {
          const { client } = taking;
          const locked = await client.query<{ edition_id: string }>(
            // A row that one may read but not change is not locked, and so not there.
            'select edition_id from exchange.material where id = $1 for update',
            [request.params.id],
          );
          const line = locked.rows[0] && (await materialById(client, request.params.id));
          if (!line) return gone;
          return (await work(taking, line)) ?? (await materialById(client, line.id)) ?? gone;
        });
        return 'code' in answer ? sendProblem(reply, answer) : answer;
      },
    );

  step('publication-request', async (taking, { id: material, title, version, withdrawn_at }) => {
    if (withdrawn_at !== null) return { code: 'already_withdrawn' };
    const asked = await askToPublish(taking, deps, {
      ...{ kind: 'material', id: material, version, title: inLanguage(title, title.source).text },
      texts: textsOf('title', title),
    });
    if ('code' in asked) return asked;
    await writeLog(deps, taking, 'publication_asked', ['material', material]);
    return null;
  });

  step('withdraw', async (taking, { id: material, withdrawn_at }) => {
    if (withdrawn_at !== null) return { code: 'already_withdrawn' };
    await taking.client.query(
      'update exchange.material set withdrawn_at = $2, version = version + 1 where id = $1',
      [material, deps.clock()],
    );
    await writeLog(deps, taking, 'withdrawn', ['material', material]);
    return null;
  });

  app.get(
    '/api/exchange/materials/:id/file',
    { schema: { params }, config: { public: true } },
    async (request, reply) => {
      const who = request.participating?.accountId ?? null;
      const { rows } = await deps.exchange.as(who, ({ client }) =>
        client.query<{ media_type: PlainContent['type']; bytes: Buffer; sha: string }>(
          `select f.media_type, f.bytes, encode(f.sha256, 'hex') as sha from exchange.file f
           join exchange.material m on m.file_id = f.id where m.id = $1`,
          [request.params.id],
        ),
      );
      const [file] = rows;
      if (file === undefined) return sendProblem(reply, gone);
      return reply
        .type(file.media_type)
        .header(
          'content-disposition',
          `attachment; filename="${file.sha.slice(0, 12)}.${ENDINGS[file.media_type]}"`,
        )
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(file.bytes);
    },
  );
}

/** Organisers and editors for the edition, and whoever speaks in the session for it. */
async function mayAdd({ client, holds }: Taking, said: NewMaterial): Promise<boolean> {
  const { session_id, edition_id } = said;
  const staff = holds(edition_id, 'organiser', 'editor');
  if (session_id === null) return staff;
  const { rows } = await client.query<{ speaks: boolean }>(
    'select exchange.speaks_in(id) as speaks from exchange.session where id = $1 and edition_id = $2',
    [session_id, edition_id],
  );
  return rows[0] !== undefined && (staff || rows[0].speaks);
}

/** The fields and the one file of the request; its name and what it says of itself are not kept. */
async function takeMaterial(
  request: FastifyRequest,
): Promise<{ said: NewMaterial; content: PlainContent } | Problem> {
  if (!request.isMultipart()) return { code: 'unsupported_media' };
  const part = await request.file({ limits: { fileSize: MATERIAL_BYTES } });
  if (part === undefined) return { code: 'file_empty' };
  const pieces: Buffer[] = [];
  for await (const piece of part.file) pieces.push(piece as Buffer);
  if (part.file.truncated) return { code: 'too_large' };
  const typed = Object.entries(part.fields).flatMap(([name, field]) =>
    field !== undefined && !Array.isArray(field) && field.type === 'field'
      ? [[name, field.value === '' ? null : field.value] as const]
      : [],
  );
  const parsed = newMaterial.safeParse({ session_id: null, ...Object.fromEntries(typed) });
  if (!parsed.success) {
    const input = Object.fromEntries(typed);
    return { code: 'invalid_input', fields: fieldProblems(parsed.error.issues, 'body', input) };
  }
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) return { code: 'file_empty' };
  const content = plainContent(bytes);
  return content === null ? { code: 'material_kind' } : { said: parsed.data, content };
}
