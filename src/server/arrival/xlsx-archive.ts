import { crc32, inflateRawSync } from 'node:zlib';
import type { Problem } from '#domain/problem.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const MOST_ENTRIES = 2_000;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** A sheet by its name; a hidden one is not what its owner sees when the workbook is opened. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/**
 * A workbook with nothing in it but the parts that were unpacked once, within a limit, and found whole.
 * What a zip archive says about its own sizes is not believed: a bomb of 45 kB claims what it likes.
 * The parts that hold no cells (pictures, macros, drawings) are left out.
 *
 * @returns the clean archive and the sheets in their order
 */
export function cleanWorkbook(
  archive: Buffer,
  unpackedLimit: number,
): { archive: Buffer; sheets: readonly WorkbookSheet[] } | { problem: Problem } {
  const listed = entriesOf(archive);
  if (listed === undefined) return unreadable('archive_damaged');
  const entries: Entry[] = [];
  let left = unpackedLimit;
  let sheets: readonly WorkbookSheet[] | undefined;
  for (const entry of listed) {
    if (
      !/^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/[^/]*\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]*\.xml)$/.test(
        entry.path,
      )
    ) {
      continue;
    }
    const content = unpack(entry, left);
    if (content === 'too_large') {
      return { problem: { code: 'too_large', details: { limit_unpacked_bytes: unpackedLimit } } };
    }
    if (content === undefined) return unreadable('archive_damaged');
    left -= content.length;
    if (entry.path === 'xl/workbook.xml') {
      const workbook = content.toString('utf8');
      sheets = sheetsOf(workbook);
      entries.push(stored(entry.path, Buffer.from(with1904(workbook))));
    } else entries.push({ ...entry, size: content.length, crc: crc32(content) });
  }
  if (sheets === undefined || sheets.length === 0) return unreadable('not_a_workbook');
  return { archive: packed(entries), sheets };
}

function unreadable(reason: string): { problem: Problem } {
  return { problem: { code: 'file_unreadable', details: { reason } } };
}

/** The central directory; `undefined` where it is damaged, encrypted, doubled, or of a kind no spreadsheet program writes. */
function entriesOf(archive: Buffer): readonly Omit<Entry, 'size' | 'crc'>[] | undefined {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > archive.length) return undefined;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return undefined;
  const found = new Map<string, Omit<Entry, 'size' | 'crc'>>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== CENTRAL) return undefined;
    const flags = archive.readUInt16LE(at + 8);
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (local + 30 > archive.length || archive.readUInt32LE(local) !== LOCAL) return undefined;
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const encrypted = (flags & 1) !== 0;
    if (encrypted || start + size > archive.length || found.has(path)) return undefined;
    found.set(path, { path, method, packed: archive.subarray(start, start + size) });
  }
  return [...found.values()];
}

function unpack(
  entry: Omit<Entry, 'size' | 'crc'>,
  left: number,
): Buffer | 'too_large' | undefined {
  if (entry.method === 0) return entry.packed.length > left ? 'too_large' : entry.packed;
  if (entry.method !== 8) return undefined;
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return tooLarge ? 'too_large' : undefined;
  }
}

/** A zip archive of these entries, as packed as they came. */
function packed(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const path = Buffer.from(entry.path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(entry.method, 4);
    common.writeUInt32LE(entry.crc, 10);
    common.writeUInt32LE(entry.packed.length, 14);
    common.writeUInt32LE(entry.size, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([word(LOCAL), common, path, entry.packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([word(CENTRAL), Buffer.from([20, 0]), common, rest, path]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, word(END), end]);
}

function word(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

/**
 * LibreOffice writes "true" where Excel writes "1", and the reader knows the latter only: each day of such a
 * list would be four years too early.
 */
function with1904(workbook: string): string {
  return workbook.replace(/(\bdate1904=)(["'])true\2/, '$1"1"');
}

function stored(path: string, content: Buffer): Entry {
  return { path, method: 0, packed: content, size: content.length, crc: crc32(content) };
}

function sheetsOf(workbook: string): readonly WorkbookSheet[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"[^>]*/g)].map((match) => ({
    name: nameOf(match[1] ?? ''),
    hidden: /\sstate="(?:hidden|veryHidden)"/.test(match[0]),
  }));
}

function nameOf(written: string): string {
  return written
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => character(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The character of a number that a file may have made up. */
function character(code: number): string {
  return code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd';
}
