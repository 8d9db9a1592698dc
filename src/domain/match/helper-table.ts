import type { z } from 'zod';
import { type ArrivalRow, cellText, isBlank } from '../arrival/cell.ts';
import { writtenNumber } from '../case/row.ts';
import {
  type HelperTask,
  helperCode,
  load,
  MOST_HELPERS,
  MOST_REQUESTS,
  pairCost,
  requestNumber,
  room,
} from './helper-round.ts';

/** What is wrong with one cell; rows are counted as a spreadsheet does, the headings being row 1. */
export interface TableIssue {
  readonly row: number;
  readonly column: string;
  readonly code: string;
}
type Read<T> = { readonly value: T } | { readonly issues: readonly TableIssue[] };
export type TableTask = Pick<HelperTask, 'helpers' | 'requests' | 'pairs'>;

const NUMBER = 'number';
const LOAD = 'load';
const CAPACITY = 'capacity';

/**
 * Reads a table of who could take on whom: the headings are `number`, perhaps `load`, and a column for each helper;
 * the row `capacity` says how much each can carry; every other row is the number of a file with what it costs with
 * each. An empty cell: not possible. Any issue means that nothing is taken from it. `rows` says where each file stood.
 */
export function readHelperTable(
  lines: readonly ArrivalRow[],
): Read<{ readonly task: TableTask; readonly rows: readonly number[] }> {
  const [header, ...rest] = lines.filter((row) => !isBlank(row));
  const titles = (header?.cells ?? []).map(cellText);
  const top = header?.row ?? 1;
  const at = (title: string) => titles.findIndex((one) => one.toLowerCase() === title);
  const [numbers, loads] = [at(NUMBER), at(LOAD)];
  if (numbers < 0) return { issues: [{ row: top, column: NUMBER, code: 'column_missing' }] };
  const issues: TableIssue[] = [];
  const columns = titles.flatMap((title, index) =>
    index === numbers || index === loads || title === '' ? [] : [{ title, index }],
  );
  if (columns.length === 0 || columns.length > MOST_HELPERS) {
    const code = columns.length === 0 ? 'helpers_missing' : 'too_many';
    return { issues: [{ row: top, column: NUMBER, code }] };
  }
  const known = new Set<string>();
  for (const { title } of columns) {
    if (!helperCode.safeParse(title).success)
      issues.push({ row: top, column: title, code: 'not_a_helper_code' });
    if (known.has(title)) issues.push({ row: top, column: title, code: 'twice' });
    known.add(title);
  }
  const first = (row: ArrivalRow) => cellText(row.cells[numbers]);
  const capacity = rest.find((row) => first(row).toLowerCase() === CAPACITY);
  if (capacity === undefined)
    return { issues: [...issues, { row: top + 1, column: NUMBER, code: 'capacity_missing' }] };
  const figure = <T>(row: ArrivalRow, index: number, schema: z.ZodType<T>): T | null => {
    const typed = cellText(row.cells[index]);
    const parsed = schema.safeParse(/^\d{1,7}$/.test(typed) ? Number(typed) : typed);
    if (parsed.success) return parsed.data;
    issues.push({ row: row.row, column: titles[index] ?? '', code: 'not_a_number' });
    return null;
  };
  const helpers = columns.map(({ title, index }) => ({
    ...{ id: title, capacity: figure(capacity, index, room) ?? 0 },
  }));
  const people = rest.filter((row) => row !== capacity);
  if (people.length === 0 || people.length > MOST_REQUESTS) {
    const code = people.length === 0 ? 'required' : 'too_many';
    issues.push({ row: capacity.row + 1, column: NUMBER, code });
  }
  const seen = new Set<string>();
  const pairs = people.slice(0, MOST_REQUESTS).flatMap((row) => {
    const request = writtenNumber(first(row));
    if (!requestNumber.safeParse(request).success)
      issues.push({ row: row.row, column: NUMBER, code: 'not_a_case_number' });
    else if (seen.has(request)) issues.push({ row: row.row, column: NUMBER, code: 'twice' });
    seen.add(request);
    const none = loads < 0 || cellText(row.cells[loads]) === '';
    const takes = none ? 1 : (figure(row, loads, load) ?? 1);
    return columns.flatMap(({ title: helper, index }) => {
      if (cellText(row.cells[index]) === '') return [];
      const cost = figure(row, index, pairCost);
      return cost === null ? [] : [{ helper, request, cost, load: takes }];
    });
  });
  if (issues.length > 0) return { issues };
  const requests = people.map((row) => ({ id: writtenNumber(first(row)) }));
  return { value: { task: { helpers, requests, pairs }, rows: people.map((row) => row.row) } };
}
