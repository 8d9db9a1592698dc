import { z } from 'zod';
import { line, prose } from '../../text.ts';
import { columnsOf } from './column.ts';
import { type HxlRow, type HxlTable, writeTag } from './hxl.ts';
import { visible } from './invisible.ts';
import { readValue, SUPPRESSED } from './value.ts';

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

/** The rows above the table, as a file carries them: any program that reads HXL passes over them. */
const FIELDS = {
  title: 'Title',
  method: 'Method',
  denominators: 'Denominators',
  source: 'Source',
  period: 'Period',
  geography: 'Geography',
} as const satisfies Record<keyof EvidenceDescription, string>;

const NOTE = 'Not shown';
const NOTED = `${SUPPRESSED} = kept back, because few people or another kept number would be told`;

/** True for a row above the table that tells of it in our way. */
export function isPreamble({ cells }: HxlRow): boolean {
  return [...Object.values(FIELDS), NOTE].some((name) => name === visible(cells[0] ?? ''));
}

/** What a file says of itself, to be looked at and completed by a person. */
export function describedIn({ preamble }: HxlTable): Partial<EvidenceDescription> {
  const said = new Map(
    preamble.map(({ cells }) => [visible(cells[0] ?? ''), visible(cells[1] ?? '')]),
  );
  return Object.fromEntries(
    Object.entries(FIELDS).flatMap(([field, name]) => {
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
export function evidenceRows(description: EvidenceDescription, table: HxlTable): string[][] {
  const cells = publishedCells(table);
  const kept = cells.some((row) => row.includes(SUPPRESSED));
  return [
    ...Object.entries(FIELDS).map(([field, name]) => [
      name,
      description[field as keyof EvidenceDescription],
    ]),
    ...(kept ? [[NOTE, NOTED]] : []),
    ...cells,
  ];
}

/** A cell as it is published: a number that is kept back always looks the same. */
function shown(cell: string, isNumber: boolean): string {
  if (!isNumber) return visible(cell);
  return readValue(cell).kind === 'suppressed' ? SUPPRESSED : visible(cell);
}
