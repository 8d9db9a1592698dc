import { parse } from 'csv-parse/sync';
import { type HxlTable, readHxl } from '#domain/exchange/evidence/hxl.ts';
import type { Problem } from '#domain/problem.ts';

/** What a file of an evidence table may hold. */
export const EVIDENCE_LIMITS = { bytes: 3_000_000, rows: 25_000, columns: 60 } as const;

const SEPARATORS = [',', ';', '\t'] as const;
/** What other kinds of files begin with; a spreadsheet is saved as CSV first, so that one sees what is sent. */
const SIGNS = [
  ['PK\u0003\u0004', 'xlsx'],
  ['\u00d0\u00cf\u0011\u00e0', 'xls'],
  ['\u0089PNG', 'png'],
  ['%PDF', 'pdf'],
] as const;

/**
 * Reads the bytes of a CSV file with HXL hashtags. The separator is the one with which a row of hashtags
 * is found. Only Unicode is read: guessing another encoding would change names of places.
 */
export function readEvidenceFile(bytes: Uint8Array): HxlTable | Problem {
  if (bytes.length > EVIDENCE_LIMITS.bytes) {
    return { code: 'too_large', details: { limit_bytes: EVIDENCE_LIMITS.bytes } };
  }
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const other = formatOf(start);
  if (other !== undefined) return { code: 'unsupported_media', details: { format: other } };
  const text = unicode(bytes);
  if (text === null) return { code: 'file_unreadable', details: { reason: 'not_unicode' } };
  if (text.trim() === '') return { code: 'file_empty' };
  if (text.includes('\u0000')) return { code: 'file_unreadable', details: { reason: 'not_text' } };
  for (const delimiter of SEPARATORS) {
    const rows = records(text, delimiter);
    const read = 'code' in rows ? rows : table(rows);
    if (!('code' in read) || read.code !== 'evidence_not_tagged') return read;
  }
  return { code: 'evidence_not_tagged' };
}

function formatOf(start: string): string | undefined {
  const signed = SIGNS.find(([sign]) => start.startsWith(sign))?.[1];
  if (signed !== undefined) return signed;
  if (/^\s*<(?:!doctype|html|\?xml|[a-z]+>)/i.test(start)) return 'html';
  return /^\s*[[{]/.test(start) ? 'json' : undefined;
}

function table(rows: readonly (readonly string[])[]): HxlTable | Problem {
  if (rows.length > EVIDENCE_LIMITS.rows) {
    return { code: 'too_large', details: { limit_rows: EVIDENCE_LIMITS.rows } };
  }
  const wide = rows.findIndex((cells) => cells.length > EVIDENCE_LIMITS.columns);
  if (wide >= 0) {
    const details = { limit_columns: EVIDENCE_LIMITS.columns, row: wide + 1 };
    return { code: 'too_large', details };
  }
  return readHxl(rows);
}

function unicode(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function records(text: string, delimiter: string): string[][] | Problem {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: EVIDENCE_LIMITS.rows + 1,
    });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    if (typeof code !== 'string' || !code.startsWith('CSV_')) throw error;
    return { code: 'file_unreadable', details: { reason: 'quote_not_closed' } };
  }
}
