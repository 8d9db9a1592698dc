import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { VOICE_BYTES, voiceFields, voiceTaken } from '#domain/complaint/complaint.ts';
import { fieldProblems } from '#domain/field-problem.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { codeOf, hashOfCode } from './code.ts';
import { byCode } from './say-routes.ts';
import { mediaOf, openVoice, type SealedVoice, sealVoice } from './sealed-voice.ts';

/** A voice instead of writing: taken from whoever sent the complaint, played by its officer alone. */
export function addRecordingRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/say/recording',
    {
      schema: { consumes: ['multipart/form-data'], response: { 200: voiceTaken } },
      config: { public: true },
    },
    async (request, reply) => {
      const found = await byCode(deps, request, async () => {
        const voice = await takeVoice(request);
        if ('problem' in voice) return voice.problem;
        const { sound, media, sending, seconds } = voice;
        const { salt, sealed } = sealVoice(deps.config.secret, sound);
        const hash = hashOfCode(deps.accounts, codeOf(deps.accounts, sending));
        const { rows } = await deps.database.pool.query<{ done: string }>(
          'select add_complaint_recording($1, $2, $3, $4, $5, $6) as done',
          [hash, salt, sealed, media, seconds, deps.clock()],
        );
        if (rows[0]?.done === 'unknown') return { code: 'code_unknown' } as const;
        return { taken: true } as const;
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.get(
    '/api/complaints/:id/recording',
    { schema: { params: z.object({ id }) } },
    async (request, reply) => {
      const voice = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'complaints_officer') return undefined;
        const { rows } = await acting.client.query<SealedVoice & { media: string }>(
          'select salt, sealed, media from complaint_recording where complaint_id = $1',
          [request.params.id],
        );
        if (rows[0] !== undefined)
          await logRead(acting, { action: 'complaint_played' }, deps.clock());
        return rows[0];
      });
      if (voice === undefined) return sendProblem(reply, { code: 'gone' });
      return reply
        .type(voice.media)
        .header('content-disposition', 'inline')
        .send(openVoice(deps.config.secret, voice));
    },
  );
}

interface Voice extends z.infer<typeof voiceFields> {
  readonly sound: Buffer;
  readonly media: string;
}

/** The one file of a form, with the fields that stand before it. Its name is not kept. */
async function takeVoice(request: FastifyRequest): Promise<Voice | { readonly problem: Problem }> {
  if (!request.isMultipart()) return { problem: { code: 'unsupported_media' } };
  const part = await request.file({ limits: { fileSize: VOICE_BYTES } });
  if (part === undefined) return { problem: { code: 'file_empty' } };
  const sound = await part.toBuffer();
  const given = Object.fromEntries(
    Object.entries(part.fields).map(([name, field]) => {
      const one = Array.isArray(field) ? field[0] : field;
      return [name, one?.type === 'field' ? one.value : undefined];
    }),
  );
  const fields = voiceFields.safeParse(given);
  if (!fields.success) {
    const wrong = fieldProblems(fields.error.issues, 'body', given);
    return { problem: { code: 'invalid_input', fields: wrong } };
  }
  if (sound.length === 0) return { problem: { code: 'file_empty' } };
  const media = mediaOf(sound);
  if (media === undefined) return { problem: { code: 'unsupported_media' } };
  return { sound, media, ...fields.data };
}
