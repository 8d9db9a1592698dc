import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { HxlTable } from '#domain/exchange/evidence/hxl.ts';
import { fieldProblems, unstorableField } from '#domain/field-problem.ts';
import type { Problem } from '#domain/problem.ts';
import { EVIDENCE_LIMITS, readEvidenceFile } from './read-file.ts';

export interface ReceivedFile<T> {
  readonly bytes: Buffer;
  readonly table: HxlTable;
  readonly about: T;
}

/** The file of a multipart request and what is said beside it in the field `about`, as JSON before the file. */
export async function receiveFile<T>(
  request: FastifyRequest,
  schema: z.ZodType<T>,
): Promise<ReceivedFile<T> | Problem> {
  if (!request.isMultipart()) return { code: 'unsupported_media' };
  const read = await readForm(request);
  if ('code' in read) return read;
  if (read.truncated) {
    return { code: 'too_large', details: { limit_bytes: EVIDENCE_LIMITS.bytes } };
  }
  const given = json(read.about);
  const unstorable = unstorableField(given, 'body');
  if (unstorable !== undefined) return { code: 'invalid_input', fields: [unstorable] };
  const about = schema.safeParse(given);
  if (!about.success) {
    return { code: 'invalid_input', fields: fieldProblems(about.error.issues, 'body', given) };
  }
  const table = readEvidenceFile(read.bytes);
  return 'code' in table ? table : { bytes: read.bytes, table, about: about.data };
}

async function readForm(
  request: FastifyRequest,
): Promise<{ bytes: Buffer; truncated: boolean; about: unknown } | Problem> {
  try {
    const part = await request.file();
    if (part === undefined) return { code: 'file_empty' };
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of part.file as AsyncIterable<Uint8Array>) {
      size += piece.length;
      // The rest is read and thrown away, so that the answer is heard.
      if (size <= EVIDENCE_LIMITS.bytes) pieces.push(piece);
    }
    const truncated = part.file.truncated || size > EVIDENCE_LIMITS.bytes;
    return { bytes: Buffer.concat(pieces), truncated, about: part.fields.about };
  } catch (error) {
    // What Fastify itself refuses has its own answer; anything else is a form that is none, or was cut off.
    if (error instanceof Error && 'statusCode' in error) throw error;
    return { code: 'invalid_input', fields: [{ path: 'body', code: 'unreadable' }] };
  }
}

/** The value of a text field; undefined where it is missing or no JSON, so that the schema names it. */
function json(field: unknown): unknown {
  const value =
    typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
