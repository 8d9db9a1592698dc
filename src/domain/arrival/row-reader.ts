import type { Id } from '#domain/id.ts';
import type { ReadWords } from '#domain/people/name/remembered-words.ts';
import { isStorable } from '#domain/text.ts';
import type { Day } from '#domain/time.ts';
import { type ArrivalCell, type ArrivalRow, cellText } from './cell.ts';
import type { ArrivalField, ArrivalMapping } from './field.ts';
import type { RowIssue, RowIssueCode } from './issue.ts';

/** What a list is read against: the day it is read, and the places that may be named, by folded name or code. */
export interface ReadingContext {
  /** What one list's names are read with, so that none is read twice. */
  readonly words?: ReadWords;
  readonly today: Day;
  readonly places: ReadonlyMap<string, Id>;
}

/** One row under reading: its cells by field, and the issues found so far. */
export interface RowReader {
  readonly row: number;
  readonly mapping: ArrivalMapping;
  readonly context: ReadingContext;
  /** The cell of a field as text; empty where the field is not mapped, blank or unusable. */
  text(field: ArrivalField): string;
  cell(field: ArrivalField): ArrivalCell | undefined;
  has(field: ArrivalField): boolean;
  issue(code: RowIssueCode, field?: ArrivalField): void;
  readonly issues: RowIssue[];
}

/** Longest cell of each field in UTF-16 units; what is longer is no such thing. */
const LONGEST: Partial<Record<ArrivalField, number>> = {
  paper_number: 60,
  telephone: 60,
  family_number: 60,
};

/** What one cell merged over the rows of a family says of each of them; a name or a birth is one person's. */
const OF_ALL: ReadonlySet<ArrivalField> = new Set([
  'family_number',
  'citizenship',
  'languages',
  'interpreter',
  'telephone',
  'arrival_date',
  'from_country',
  'arrival_place',
  'operation',
]);

export function rowReader(
  row: ArrivalRow,
  mapping: ArrivalMapping,
  columns: number,
  context: ReadingContext,
): RowReader {
  const issues: RowIssue[] = [];
  const texts = new Map<ArrivalField, string>();
  const cells = new Map<ArrivalField, ArrivalCell | undefined>();
  const at = new Map<ArrivalField, number>();
  const issue = (code: RowIssueCode, field?: ArrivalField) => {
    const column = field === undefined ? undefined : at.get(field);
    const place = field === undefined || column === undefined ? {} : { field, column };
    issues.push({ row: row.row, code, ...place });
  };
  for (const { field, column } of mapping.columns) {
    at.set(field, column);
    const cell = cellOf(row, column, field);
    cells.set(field, cell);
    const text = cellText(cell);
    if (!isStorable(text)) issue('unstorable_text', field);
    else if (text.length > (LONGEST[field] ?? 200)) issue('too_long', field);
    else texts.set(field, text);
  }
  if (row.cells.slice(columns).some((cell) => cellText(cell) !== '')) issue('too_many_cells');
  return {
    row: row.row,
    mapping,
    context,
    issues,
    issue,
    text: (field) => texts.get(field) ?? '',
    cell: (field) => (texts.has(field) ? cells.get(field) : undefined),
    has: (field) => at.has(field),
  };
}

function cellOf(row: ArrivalRow, column: number, field: ArrivalField): ArrivalCell | undefined {
  const own = row.cells[column];
  if (row.merged === undefined || cellText(own) !== '' || !OF_ALL.has(field)) return own;
  return row.merged.get(column) ?? own;
}
