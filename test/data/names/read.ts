import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Rows of a file beside this one, by its header. */
export function ownRows(path: string): readonly Row[] {
  return rows(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** For `it.skipIf`: true, with the reason printed, where a file of the shared data is not there. */
export function lacksShared(path: string): boolean {
  if (existsSync(SHARED + path)) return false;
  report(`skipped: ../shared/data/${path} is not here`);
  return true;
}

export function sharedText(path: string): string {
  return readFileSync(SHARED + path, 'utf8');
}

export function sharedRows(path: string): readonly Row[] {
  return rows(sharedText(path));
}

/** Prints one line of figures beside the test that reached them. */
export function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

function rows(text: string): readonly Row[] {
  return parse(text, {
    columns: true,
    bom: true,
    trim: true,
    quote: text.includes('"') ? '"' : null,
  });
}
