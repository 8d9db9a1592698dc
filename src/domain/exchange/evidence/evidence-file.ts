import { z } from 'zod';
import {
  DESCRIBED,
  describedRows,
  KEPT_BACK,
  KEPT_BACK_NAME,
} from '../../disclosure/described-rows.ts';
import { line, prose } from '../../text.ts';
import { columnsOf } from './column.ts';
import { type HxlRow, type HxlTable, writeTag } from './hxl.ts';
import { visible } from './invisible.ts';
import { readValue } from './value.ts';

/** What a table must say of itself before anybody else may use it. */
export const evidenceDescription = z.strictObject({
  title: line,
  method: prose,
  denominators: prose,
  source: line,
  period: line,
  geography: line,
});
export type EvidenceDescription = z.infer<typeof evidenceDescription>;

/** True for a row above the table that tells of it in our way. */
export function isPreamble({ cells }: HxlRow): boolean {
  return [...Object.values(DESCRIBED), KEPT_BACK_NAME].some(
    (name) => name === visible(cells[0] ?? ''),
  );
}

/** What a file says of itself, to be looked at and completed by a person. */
export function describedIn({ preamble }: HxlTable): Partial<EvidenceDescription> {
  const said = new Map(
    preamble.map(({ cells }) => [visible(cells[0] ?? ''), visible(cells[1] ?? '')]),
  );
  return Object.fromEntries(
    Object.entries(DESCRIBED).flatMap(([field, name]) => {
      const text = said.get(name);
      return text ? [[field, text]] : [];
    }),
  );
}

/** Header, hashtags and values as they are published: what a reader sees, and no more. */
export function publishedCells(table: HxlTable): string[][] {
  const columns = columnsOf(table);
  return [
    columns.map(({ label }) => label),
    columns.map(({ tag }) => (tag === null ? '' : writeTag(tag))),
    ...table.rows.map(({ cells }) =>
      columns.map(({ position, role }) => shown(cells[position] ?? '', role !== 'dimension')),
    ),
  ];
}

/** The table as a file that anybody may take: its description, header, hashtags and values. */
export function evidenceRows(
  description: EvidenceDescription,
  table: HxlTable,
): (readonly string[])[] {
  return describedRows(description, publishedCells(table));
}

/** A cell as it is published: a number that is kept back always looks the same. */
function shown(cell: string, isNumber: boolean): string {
  if (!isNumber) return visible(cell);
  return readValue(cell).kind === 'suppressed' ? KEPT_BACK : visible(cell);
}
