import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArrivalFile } from './read-list.ts';

const PIECE = 64 * 1024;
const TAG = 16;

/** A key for one file; whoever forgets it has erased the file. */
export function newFileKey(): Buffer {
  return randomBytes(32);
}

/** Where the sealed copy of a list lies. */
export function sealedPath(dataDirectory: string, listId: string): string {
  return join(dataDirectory, 'uploads', `${listId}.sealed`);
}

/**
 * Writes a stream as pieces of 64 KB, each sealed by AES-256-GCM under its number and whether it is the
 * last, so that no piece can be changed, moved or left out, and reading can stop anywhere. Plain bytes
 * never touch the disk. Returns how many came; what was begun is removed where the stream fails.
 */
export async function sealFile(
  path: string,
  key: Buffer,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      waiting = Buffer.concat([waiting, chunk]);
      while (waiting.length > PIECE) {
        await file.write(seal(key, number++, false, waiting.subarray(0, PIECE)));
        waiting = waiting.subarray(PIECE);
      }
    }
    await file.write(seal(key, number, true, waiting));
    await file.close();
    return bytes;
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
}

/** The sealed file as a list that can be read again and again. Throws where a piece was tampered with. */
export function sealedFile(path: string, key: Buffer): ArrivalFile {
  return { name: 'list', open: () => pieces(path, key) };
}

async function* pieces(path: string, key: Buffer): AsyncGenerator<Uint8Array> {
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE + TAG })) {
    waiting = Buffer.concat([waiting, chunk as Buffer]);
    // One piece is held back: only the end tells which is the last.
    while (waiting.length > PIECE + TAG) {
      yield unseal(key, number++, false, waiting.subarray(0, PIECE + TAG));
      waiting = waiting.subarray(PIECE + TAG);
    }
  }
  yield unseal(key, number, true, waiting);
}

function nonce(number: number, last: boolean): Buffer {
  const value = Buffer.alloc(12);
  value.writeUInt32BE(number, 4);
  value.writeUInt8(last ? 1 : 0, 11);
  return value;
}

function seal(key: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unseal(key: Buffer, number: number, last: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([
    decipher.update(sealed.subarray(0, sealed.length - TAG)),
    decipher.final(),
  ]);
}
