import { parse } from 'csv-parse';
import type { Problem } from '#domain/problem.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import type {
  ArrivalFile,
  ListDelimiter,
  ListEncoding,
  ListItem,
  OpenedList,
  ReadingChoice,
  ReadingLimits,
} from './read-list.ts';

/** A record longer than this has a quote that is never closed. */
const LONGEST_RECORD = 200_000;
const HEAD = 64 * 1024;

/**
 * Reads text with separators. A first pass over the bytes finds size and encoding (UTF-8 if the whole
 * file is, else Windows-1251: no other eight-bit encoding is common where these lists are made) and the
 * separator from the first 64 KB; the second pass gives the rows. Memory does not grow with the file.
 */
export async function readCsv(
  file: ArrivalFile,
  choice: ReadingChoice,
  limits: ReadingLimits,
): Promise<OpenedList | { readonly problem: Problem }> {
  const looked = await look(file, limits.bytes);
  if ('problem' in looked) return looked;
  const encoding = choice.encoding ?? looked.encoding;
  const head = new TextDecoder(encoding).decode(looked.head, { stream: true });
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(head)) {
    return { problem: { code: 'unsupported_media', details: { format: 'html' } } };
  }
  const delimiter = choice.delimiter ?? detectDelimiter(head);
  return { format: 'csv', encoding, delimiter, rows: rows(file, encoding, delimiter, limits) };
}

async function look(
  file: ArrivalFile,
  limit: number,
): Promise<{ encoding: ListEncoding; head: Buffer } | { problem: Problem }> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let bytes = 0;
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    bytes += chunk.length;
    if (bytes > limit) return { problem: { code: 'too_large', details: { limit_bytes: limit } } };
    if (head.length < HEAD) head = Buffer.concat([head, chunk]).subarray(0, HEAD);
    isUtf8 &&= decodes(utf8, chunk);
  }
  isUtf8 &&= decodes(utf8);
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', head };
  return { encoding: isUtf8 ? 'utf-8' : 'windows-1251', head };
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function* rows(
  file: ArrivalFile,
  encoding: ListEncoding,
  delimiter: ListDelimiter,
  limits: ReadingLimits,
): AsyncGenerator<ListItem> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
  });
  const feeding = feed(file, encoding, parser);
  // Where reading stops early the parser is destroyed, and feeding ends with that error: it is told below.
  feeding.catch(() => undefined);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row > limits.rows + 1) {
        yield { problem: { code: 'too_large', details: { limit_rows: limits.rows } } };
        return;
      }
      if (cells.length > limits.columns) {
        yield { problem: { code: 'too_large', details: { limit_columns: limits.columns, row } } };
        return;
      }
      yield { row, cells };
    }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
    const reason = code === 'CSV_INVALID_CLOSING_QUOTE' ? 'quote_misplaced' : 'quote_not_closed';
    yield { problem: { code: 'file_unreadable', details: { reason, row: row + 1 } } };
  }
}

async function feed(
  file: ArrivalFile,
  encoding: ListEncoding,
  parser: ReturnType<typeof parse>,
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  try {
    for await (const chunk of file.open()) {
      if (parser.destroyed) return;
      const text = decoder.decode(chunk, { stream: true });
      if (!parser.write(text)) await drained(parser);
    }
    parser.end(decoder.decode());
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error('reading the file failed'));
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      parser.off('drain', go).off('close', go);
      resolve();
    };
    parser.on('drain', go).on('close', go);
  });
}
