import type { ArrivalRow } from '#domain/arrival/cell.ts';
import type { Problem } from '#domain/problem.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** A file that can be read more than once, such as the decrypted stream of a temporary copy. */
export interface ArrivalFile {
  /** As its owner named it; only the ending is looked at. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

export interface ReadingLimits {
  /** Bytes of the file itself. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Bytes of a workbook once unpacked, all parts together. */
  readonly unpackedBytes: number;
  /** Bytes of a workbook as it comes; it has to be held whole. */
  readonly workbookBytes: number;
  /** Heap of the process that reads a workbook, in MB, and its time in seconds. */
  readonly workbookHeap: number;
  readonly workbookSeconds: number;
}

export const LIMITS: ReadingLimits = {
  bytes: 50_000_000,
  rows: 100_000,
  columns: 200,
  unpackedBytes: 150_000_000,
  workbookBytes: 20_000_000,
  workbookHeap: 512,
  workbookSeconds: 60,
};

export interface ReadingChoice {
  readonly encoding?: ListEncoding | undefined;
  readonly delimiter?: ListDelimiter | undefined;
  /** Name of a workbook's sheet; the first where none is named. */
  readonly sheet?: string | undefined;
}

export type ListEncoding = 'utf-8' | 'windows-1251' | 'utf-16le';
export type ListDelimiter = ';' | ',' | '\t';

/** All rows of a file from its very first, headings among them; a problem, if any, is the last item. */
export type ListItem = ArrivalRow | { readonly problem: Problem };

export interface OpenedList {
  readonly format: 'csv' | 'xlsx';
  readonly encoding?: ListEncoding;
  readonly delimiter?: ListDelimiter;
  /** The workbook's sheets by name. */
  readonly sheets?: readonly string[];
  readonly rows: AsyncIterable<ListItem>;
}

/**
 * Opens an arrival list. What it is is told by its first bytes, not by its name: a workbook is a zip
 * archive. Old .xls workbooks, archives of other kinds, pictures and other bytes are refused with
 * `unsupported_media`; too many bytes, rows or columns with `too_large`, naming the limit.
 */
export async function openList(
  file: ArrivalFile,
  choice: ReadingChoice = {},
  limits: ReadingLimits = LIMITS,
): Promise<OpenedList | { readonly problem: Problem }> {
  const head = await firstBytes(file, 8);
  if (head.length === 0) return { problem: { code: 'file_empty' } };
  const hex = head.toString('hex');
  if (hex.startsWith('504b0304')) return readXlsx(file, choice, limits);
  const foreign = FOREIGN.find(([magic]) => hex.startsWith(magic));
  if (foreign) return { problem: { code: 'unsupported_media', details: { format: foreign[1] } } };
  if (isBinary(head)) {
    return { problem: { code: 'unsupported_media', details: { format: 'binary' } } };
  }
  return readCsv(file, choice, limits);
}

/** Signs that no text begins with: a damaged workbook must not be shown as a list of odd names. */
function isBinary(head: Buffer): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return false;
  return head.some((byte) => byte < 0x09 && byte > 0x00);
}

const FOREIGN = [
  ['d0cf11e0', 'xls'],
  ['25504446', 'pdf'],
  ['ffd8ff', 'jpeg'],
  ['89504e47', 'png'],
  ['1f8b', 'gzip'],
  ['377abcaf', '7z'],
  ['52617221', 'rar'],
  ['7b5c727466', 'rtf'],
] as const;

async function firstBytes(file: ArrivalFile, count: number): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= count) break;
  }
  return head.subarray(0, count);
}
