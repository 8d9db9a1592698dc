import { rm } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import type { Problem } from '#domain/problem.ts';
import type { Deps } from '../deps.ts';
import { openList } from './read-list.ts';
import { newFileKey, sealedFile, sealedPath, sealFile } from './sealed-file.ts';
import { COPY_HOURS } from './sweep.ts';

/** A file that came in and lies sealed on the disk. */
export interface Upload {
  readonly listId: string;
  readonly file: { readonly key: Buffer; readonly bytes: number; readonly expires_at: Date };
}

/**
 * Takes the one file of a multipart request and seals it while it comes. Its name is not kept. A file
 * that is too large, empty or of a kind that is no list is refused at once and nothing of it stays.
 */
export async function takeUpload(
  request: FastifyRequest,
  deps: Deps,
): Promise<Upload | { readonly problem: Problem }> {
  if (!request.isMultipart()) return { problem: { code: 'unsupported_media' } };
  const part = await request.file();
  if (part === undefined) return { problem: { code: 'file_empty' } };
  const listId = deps.newId();
  const key = newFileKey();
  const path = sealedPath(deps.config.dataDirectory, listId);
  const bytes = await sealFile(path, key, part.file);
  const refused = part.file.truncated
    ? ({ code: 'too_large' } as const)
    : await kindProblem(path, key);
  if (refused !== undefined) {
    await rm(path, { force: true });
    return { problem: refused };
  }
  const expires_at = new Date(deps.clock().getTime() + COPY_HOURS * 3_600_000);
  return { listId, file: { key, bytes, expires_at } };
}

async function kindProblem(path: string, key: Buffer): Promise<Problem | undefined> {
  const opened = await openList(sealedFile(path, key));
  return 'problem' in opened ? opened.problem : undefined;
}
