import { readSheet, type SheetData } from 'read-excel-file/node';
import type { ArrivalCell, ArrivalRow } from '#domain/arrival/cell.ts';
import { type MergedDown, mergedDown } from './merged-cells.ts';

/** What the process is told: first the workbook and which sheet, then that the next rows are wanted. */
export type ProcessAsked = { readonly archive: Uint8Array; readonly sheet: number } | 'next';
/** What it answers to each `next`: some rows, or why there are none. */
export type ProcessAnswer =
  | { readonly rows: readonly Omit<ArrivalRow, 'row'>[]; readonly last: boolean }
  | { readonly unreadable: true };

const BATCH = 1_000;

let archive: Uint8Array = new Uint8Array();
let sheet = 1;
let rows: SheetData<string> | undefined;
let merges: MergedDown = new Map();
let sent = 0;

process.on('message', async (asked: ProcessAsked) => {
  if (asked !== 'next') {
    ({ archive, sheet } = asked);
    return;
  }
  try {
    // Numbers stay as written: an identity number of 14 digits is no quantity.
    if (rows === undefined) {
      rows = await readSheet(Buffer.from(archive), sheet, { parseNumber: plainNumber });
      merges = mergedDown(archive, sheet, rows.length);
    }
    const all = rows;
    const batch = all.slice(sent, sent + BATCH).map((row, index) => {
      const begun = merges.get(sent + index);
      const cells = row.map(asCell);
      if (begun === undefined) return { cells };
      const merged = [...begun].map(([column, at]) => [column, asCell(all[at]?.[column])] as const);
      return { cells, merged: new Map(merged) };
    });
    sent += batch.length;
    answer({ rows: batch, last: sent >= rows.length });
  } catch {
    // Whatever the library stumbles over, the file is to blame: its words may hold cell content.
    answer({ unreadable: true });
  }
});
// The server that asked is gone.
process.on('disconnect', () => process.exit());

function answer(message: ProcessAnswer): void {
  process.send?.(message);
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
