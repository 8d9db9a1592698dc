import { parentPort, workerData } from 'node:worker_threads';
import { readSheet, type SheetData } from 'read-excel-file/node';
import type { ArrivalCell } from '#domain/arrival/cell.ts';

/** What the thread answers to each `next`: some rows, or why there are none. */
export type ThreadAnswer =
  | { readonly rows: readonly (readonly ArrivalCell[])[]; readonly last: boolean }
  | { readonly unreadable: true };

const BATCH = 1_000;
const { archive, sheet } = workerData as { archive: Uint8Array; sheet: number };

let rows: SheetData<string> | undefined;
let sent = 0;

parentPort?.on('message', async () => {
  try {
    // Numbers stay as written: an identity number of 14 digits is no quantity.
    rows ??= await readSheet(Buffer.from(archive), sheet, { parseNumber: plainNumber });
    const batch = rows.slice(sent, sent + BATCH).map((row) => row.map(asCell));
    sent += batch.length;
    answer({ rows: batch, last: sent >= rows.length });
  } catch {
    // Whatever the library stumbles over, the file is to blame: its words may hold cell content.
    answer({ unreadable: true });
  }
});

function answer(message: ThreadAnswer): void {
  parentPort?.postMessage(message);
}

function asCell(value: unknown): ArrivalCell {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  return Number.isNaN(value.getTime()) ? '' : { date: value.toISOString().slice(0, 10) };
}

function plainNumber(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) < 1e21 ? String(number) : text;
}
