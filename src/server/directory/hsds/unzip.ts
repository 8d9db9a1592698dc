import { setImmediate } from 'node:timers/promises';
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { File } from './read-files.ts';

/** A package as it comes, and with all its tables once unpacked. */
export const ZIP_LIMITS = { packed: 12_000_000, unpacked: 48_000_000, entries: 60 } as const;
/** Little at a time: what a bomb makes of one piece still fits, and other requests go on between two. */
const PIECE = 16_384;

/**
 * The tables of a package, unpacked within limits that are counted and not believed. Nothing is written anywhere; a
 * name with a path is refused all the same, since tables lie at the top of a package and only a trap needs more.
 */
export async function unzip(
  archive: Uint8Array,
  limits: { readonly unpacked: number; readonly entries: number } = ZIP_LIMITS,
): Promise<readonly File[] | Problem> {
  // "PK", and an end of the directory: a package that was cut off has none.
  const end = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength).lastIndexOf(
    Buffer.from([0x50, 0x4b, 0x05, 0x06]),
  );
  if (archive[0] !== 0x50 || archive[1] !== 0x4b || end === -1) return { code: 'file_unreadable' };
  const box = new Box(limits);
  const unpacking = new Unzip((file) => box.take(file));
  unpacking.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length && box.problem === undefined; at += PIECE) {
      unpacking.push(archive.subarray(at, at + PIECE), at + PIECE >= archive.length);
      await setImmediate();
    }
  } catch {
    return box.problem ?? { code: 'file_unreadable' };
  }
  return box.problem ?? box.files();
}

class Box {
  problem: Problem | undefined;
  readonly #limits: { readonly unpacked: number; readonly entries: number };
  readonly #whole = new Map<string, string>();
  #begun = 0;
  #bytes = 0;

  constructor(limits: { readonly unpacked: number; readonly entries: number }) {
    this.#limits = limits;
  }

  take(file: UnzipFile): void {
    if (this.problem !== undefined) return;
    this.#begun += 1;
    if (this.#begun > this.#limits.entries) {
      this.problem = { code: 'too_large', details: { limit_entries: this.#limits.entries } };
      return;
    }
    const wrong = nameProblem(file.name);
    if (wrong !== null) {
      this.problem = { code: 'invalid_input', fields: [wrong] };
      return;
    }
    if (this.#whole.has(file.name)) {
      this.problem = { code: 'invalid_input', fields: [at(file.name, 'id_twice')] };
      return;
    }
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, final) => {
      if (error !== null) this.problem ??= { code: 'file_unreadable' };
      if (this.problem !== undefined) return;
      this.#bytes += piece.length;
      if (this.#bytes > this.#limits.unpacked) {
        this.problem = {
          ...{ code: 'too_large', details: { limit_unpacked_bytes: this.#limits.unpacked } },
        };
        file.terminate();
        return;
      }
      pieces.push(piece);
      if (!final) return;
      const text = textOf(pieces);
      if (text === null) {
        this.problem = { code: 'invalid_input', fields: [at(file.name, 'not_utf8')] };
      } else this.#whole.set(file.name, text);
    };
    file.start();
  }

  /** What was unpacked to its end; a part that broke off makes the whole package unreadable. */
  files(): readonly File[] | Problem {
    if (this.#whole.size < this.#begun) return { code: 'file_unreadable' };
    if (this.#whole.size === 0) return { code: 'file_empty' };
    return [...this.#whole].map(([name, text]) => ({ name, text }));
  }
}

function nameProblem(name: string): FieldProblem | null {
  if (name === '' || name.length > 100 || /[/\\:]/.test(name)) return at(name, 'name_with_path');
  return null;
}

function at(name: string, code: string): FieldProblem {
  const shown = name.slice(0, 60).replaceAll(/[^\w-]+/g, '_');
  return { path: `files.${shown === '' ? 'file' : shown}`, code };
}

function textOf(pieces: readonly Uint8Array[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    return null;
  }
}
