import { type ArrivalRow, isBlank } from '#domain/arrival/cell.ts';
import { checkMapping } from '#domain/arrival/check-mapping.ts';
import {
  type DryRun,
  type DryRunReport,
  startDryRun,
  type TriedRow,
} from '#domain/arrival/dry-run.ts';
import type { ArrivalMapping } from '#domain/arrival/field.ts';
import { type GuessedMapping, guessMapping } from '#domain/arrival/guess-mapping.ts';
import { headingsOf } from '#domain/arrival/headings.ts';
import { type ReadRow, readRow } from '#domain/arrival/read-row.ts';
import type { ReadingContext } from '#domain/arrival/row-reader.ts';
import type { Problem } from '#domain/problem.ts';
import {
  type ArrivalFile,
  LIMITS,
  type ListItem,
  type OpenedList,
  openList,
  type ReadingChoice,
} from './read-list.ts';

/** Rows looked at to guess what the columns are. */
const SAMPLE = 200;

/** What a file looks like before anything is decided: shown to its owner, never stored. */
export interface LookedAt extends Pick<OpenedList, 'format' | 'encoding' | 'delimiter' | 'sheets'> {
  readonly heading_row: number;
  readonly headings: readonly string[];
  readonly guess: GuessedMapping;
  /** The first rows as they stand in the file, to show beside the mapping. */
  readonly sample: readonly ArrivalRow[];
}

interface BegunList extends Omit<OpenedList, 'rows'> {
  readonly headings: readonly string[];
  readonly heading_row: number;
  readonly first: readonly ArrivalRow[];
  readonly rest: AsyncIterator<ListItem>;
}

/** Opens a list, finds its headings and guesses its columns. */
export async function lookAtList(
  file: ArrivalFile,
  choice: ReadingChoice = {},
  limits = LIMITS,
): Promise<LookedAt | { readonly problem: Problem }> {
  const begun = await begin(file, choice, limits);
  if ('problem' in begun) return begun;
  const { first, rest, ...looked } = begun;
  await rest.return?.();
  const guess = guessMapping(looked.headings, first);
  return { ...looked, guess, sample: first.slice(0, 20) };
}

/**
 * Reads a whole list under a mapping and changes nothing.
 *
 * @param onRow receives each row that was read, in order; awaited, so that it may write batches
 */
export async function tryList(
  file: ArrivalFile,
  choice: ReadingChoice,
  mapping: ArrivalMapping,
  context: ReadingContext,
  onRow?: (row: TriedRow) => void | Promise<void>,
  limits = LIMITS,
): Promise<DryRunReport | { readonly problem: Problem }> {
  let run: DryRun | undefined;
  const failed = await walk(file, choice, mapping, limits, (headings) => {
    const begun = startDryRun(headings, mapping, context);
    run = begun;
    return async (row) => {
      const read = begun.row(row);
      if (read && onRow) await onRow(read);
    };
  });
  if (failed) return failed;
  if (run === undefined) throw new Error('a list was walked through without a beginning');
  return run.report();
}

/** Reads a whole list under a mapping row by row, without a report: for the import after the check. */
export async function readRows(
  file: ArrivalFile,
  choice: ReadingChoice,
  mapping: ArrivalMapping,
  context: ReadingContext,
  onRow: (row: ReadRow) => void | Promise<void>,
  limits = LIMITS,
): Promise<{ readonly problem: Problem } | undefined> {
  return walk(file, choice, mapping, limits, (headings) => async (row) => {
    if (!isBlank(row)) await onRow(readRow(row, mapping, headings.length, context));
  });
}

async function walk(
  file: ArrivalFile,
  choice: ReadingChoice,
  mapping: ArrivalMapping,
  limits: typeof LIMITS,
  start: (headings: readonly string[]) => (row: ArrivalRow) => Promise<void>,
): Promise<{ readonly problem: Problem } | undefined> {
  const begun = await begin(file, choice, limits);
  if ('problem' in begun) return begun;
  const { headings, first, rest } = begun;
  try {
    const fields = checkMapping(headings, mapping);
    if (fields.length > 0) return { problem: { code: 'invalid_input', fields } };
    const take = start(headings);
    for (const row of first) await take(row);
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      if ('problem' in next.value) return next.value;
      await take(next.value);
    }
    return undefined;
  } finally {
    await rest.return?.();
  }
}

async function begin(
  file: ArrivalFile,
  choice: ReadingChoice,
  limits: typeof LIMITS,
): Promise<BegunList | { readonly problem: Problem }> {
  const opened = await openList(file, choice, limits);
  if ('problem' in opened) return opened;
  const { rows, ...about } = opened;
  const rest = rows[Symbol.asyncIterator]();
  const first: ArrivalRow[] = [];
  while (first.length < SAMPLE) {
    const next = await rest.next();
    if (next.done) break;
    if ('problem' in next.value) {
      await rest.return?.();
      return next.value;
    }
    first.push(next.value);
  }
  const heading = headingsOf(first);
  if (heading === undefined) {
    await rest.return?.();
    return { problem: { code: 'file_empty' } };
  }
  return {
    ...about,
    headings: heading.texts,
    heading_row: heading.row,
    first: first.filter((row) => row.row > heading.row),
    rest,
  };
}
