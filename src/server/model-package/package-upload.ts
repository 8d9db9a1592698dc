import { TextDecoder } from 'node:util';
import type { FastifyRequest } from 'fastify';
import {
  type ModelPackage,
  PACKAGE_BYTES,
  readPackage,
} from '#domain/model-package/package-file.ts';
import { personInPackage } from '#domain/model-package/person-in-package.ts';
import { personSigns } from '#domain/model-package/person-signs.ts';
import type { Problem } from '#domain/problem.ts';
import { hashOf, verifySignature } from './signing-key.ts';

/** A package as it came in, whole and as it was signed. */
export interface TakenPackage {
  readonly hash: string;
  readonly file: string;
  readonly package: ModelPackage;
}

/** Takes the one file of a multipart request as a package; nothing of a file that is none is kept. */
export async function takePackage(
  request: FastifyRequest,
): Promise<TakenPackage | { readonly problem: Problem }> {
  if (!request.isMultipart()) return { problem: { code: 'unsupported_media' } };
  const part = await request.file();
  if (part === undefined) return { problem: { code: 'file_empty' } };
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of part.file as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    // The rest is read and thrown away, so that the answer is heard.
    if (bytes <= PACKAGE_BYTES) parts.push(piece);
  }
  if (bytes > PACKAGE_BYTES || part.file.truncated) return { problem: { code: 'too_large' } };
  if (bytes === 0) return { problem: { code: 'file_empty' } };
  try {
    const file = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.concat(parts),
    );
    return packageOf(file);
  } catch (error) {
    if (error instanceof TypeError) return { problem: { code: 'package_unreadable' } };
    throw error;
  }
}

/** A package out of its text: as it was signed, and with no person in it. */
export function packageOf(file: string): TakenPackage | { readonly problem: Problem } {
  const read = readPackage(file, verifySignature);
  if ('problem' in read) return read;
  const person = personInPackage(read.package, personSigns);
  if (person !== null) return { problem: person };
  return { hash: hashOf(file), file, package: read.package };
}
