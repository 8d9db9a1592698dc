import type { FastifyRequest } from 'fastify';
import {
  type NewPicture,
  newPicture,
  PICTURE_BYTES,
  PICTURE_SIDE,
  sizeOf,
} from '#domain/exchange/picture/picture.ts';
import { fieldProblems } from '#domain/field-problem.ts';
import type { Problem } from '#domain/problem.ts';
import { plainContent } from '../../plain-content.ts';
import { findsInForm, takesNoAnswer } from '../publication/betraying-words.ts';

export interface TakenPicture {
  readonly said: NewPicture;
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The fields and the one picture of a request; place, time and device of the photograph are taken out. */
export async function takePicture(request: FastifyRequest): Promise<TakenPicture | Problem> {
  if (!request.isMultipart()) return { code: 'unsupported_media' };
  const part = await request.file({ limits: { fileSize: PICTURE_BYTES } });
  if (part === undefined) return { code: 'file_empty' };
  const pieces: Buffer[] = [];
  for await (const piece of part.file) pieces.push(piece as Buffer);
  if (part.file.truncated) return { code: 'too_large' };
  const typed = Object.fromEntries(
    Object.entries(part.fields).flatMap(([name, field]) =>
      field !== undefined && !Array.isArray(field) && field.type === 'field'
        ? [[name, field.value === '' ? null : field.value] as const]
        : [],
    ),
  );
  const nothing = {
    edition_id: null,
    for_id: null,
    caption_en: null,
    caption_ru: null,
    caption_uz: null,
  };
  const parsed = newPicture.safeParse({ ...nothing, ...typed });
  if (!parsed.success) {
    return {
      code: 'invalid_input',
      fields: fieldProblems(parsed.error.issues, 'body', { ...nothing, ...typed }),
    };
  }
  const captions = [parsed.data.caption_en, parsed.data.caption_ru, parsed.data.caption_uz];
  const bare = ['caption_en', 'caption_ru', 'caption_uz'].filter((_, at) => captions[at] === null);
  if (parsed.data.edition_id !== null && bare.length > 0) {
    const fields = bare.map((name) => ({ path: `body.${name}`, code: 'required' }));
    return { code: 'invalid_input', fields };
  }
  const { alt_en, alt_ru, alt_uz, caption_en, caption_ru, caption_uz } = parsed.data;
  const said = { alt_en, alt_ru, alt_uz, caption_en, caption_ru, caption_uz };
  const betrays = findsInForm(said, takesNoAnswer);
  if (betrays !== null) return betrays;
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) return { code: 'file_empty' };
  const content = plainContent(bytes);
  if (content === null || content.type === 'application/pdf') return { code: 'picture_kind' };
  const size = sizeOf(content.bytes);
  if (size === null || Math.min(size.width, size.height) < 1) return { code: 'picture_kind' };
  if (Math.max(size.width, size.height) > PICTURE_SIDE) return { code: 'too_large' };
  return { said: parsed.data, type: content.type, bytes: content.bytes, ...size };
}
