import type { ComparablePerson } from '#domain/people/duplicate.ts';
import { rememberedWords } from '#domain/people/name/remembered-words.ts';
import type { ArrivalRow } from './cell.ts';
import { isBlank } from './cell.ts';
import { compareRows, type LikelyDuplicate, summaryOf } from './duplicate-rows.ts';
import { type Family, type FamilyMember, familiesOf } from './family.ts';
import type { ArrivalField, ArrivalMapping } from './field.ts';
import { type ForbiddenTopic, forbiddenTopic } from './forbidden.ts';
import { type IssueLevel, ROW_ISSUES, type RowIssue, type RowIssueCode } from './issue.ts';
import { type Question, questionsOf } from './question.ts';
import { type ReadRow, readRow } from './read-row.ts';
import type { ReadingContext } from './row-reader.ts';

/** How many rows are named for one group of problems, and how many families are listed. */
const ROWS_NAMED = 200;
const FAMILIES_LISTED = 2_000;
const DUPLICATES_LISTED = 2_000;

/** One kind of problem in one column, with the rows where it is; never what the cells say. */
export interface ProblemGroup {
  readonly code: RowIssueCode;
  readonly level: IssueLevel;
  readonly field?: ArrivalField;
  readonly column?: number;
  readonly count: number;
  /** The first rows, as their owner counts them. */
  readonly rows: readonly number[];
}

/** What the dry run found: rows and codes, no name and no value of any person. */
export interface DryRunReport {
  readonly counts: {
    readonly rows: number;
    readonly blank: number;
    readonly ready: number;
    readonly check: number;
    readonly waits: number;
    readonly refused: number;
    readonly adults: number;
    readonly children: number;
    readonly age_unclear: number;
    readonly families: number;
    readonly children_without_parental_care: number;
    readonly likely_duplicates: number;
  };
  readonly columns: {
    readonly mapped: ArrivalMapping['columns'];
    /** Columns that must not be held; dropped, and their owner is told. */
    readonly forbidden: readonly { readonly column: number; readonly topic: ForbiddenTopic }[];
    /** Columns without a field; dropped. */
    readonly dropped: readonly number[];
  };
  readonly problems: readonly ProblemGroup[];
  readonly questions: readonly Question[];
  /** Families with a notice first; at most 2,000. */
  readonly families: readonly Family[];
  /** All of them, by the order of their first rows; not for keeping. */
  readonly every_family: readonly Family[];
  /** Surest first; at most 2,000. */
  readonly duplicates: readonly LikelyDuplicate[];
  readonly rows_refused: readonly number[];
  readonly rows_to_check: readonly number[];
  /** False while a question is open or no row can be imported. */
  readonly can_import: boolean;
}

/** A row read, with what comparing it with others needs. */
export interface TriedRow extends ReadRow {
  readonly person?: ComparablePerson;
}

export interface DryRun {
  /** Reads the next row; `undefined` for a blank one. The caller keeps or drops what comes back. */
  row(row: ArrivalRow): TriedRow | undefined;
  report(): DryRunReport;
}

/**
 * A trial reading of a whole list, row by row, that changes nothing. Holds of every row only its
 * number, state, family and what a comparison needs, so that 100,000 rows fit into memory.
 *
 * @param mapping must have passed `checkMapping`
 */
export function startDryRun(
  headings: readonly string[],
  mapping: ArrivalMapping,
  context: ReadingContext,
): DryRun {
  const counts = { rows: 0, blank: 0, ready: 0, check: 0, waits: 0, refused: 0 };
  const rowsBy = { refused: [] as number[], check: [] as number[] };
  const members: FamilyMember[] = [];
  const compared = compareRows(context.words ?? rememberedWords());
  const groups = new Map<string, ProblemGroup & { rows: number[] }>();
  return {
    row(row) {
      if (isBlank(row)) {
        counts.blank += 1;
        return undefined;
      }
      const read = readRow(row, mapping, headings.length, context);
      counts.rows += 1;
      counts[read.state] += 1;
      if (read.state === 'refused') rowsBy.refused.push(row.row);
      if (read.state === 'check') rowsBy.check.push(row.row);
      members.push(read.member);
      for (const issue of read.issues) addIssue(groups, issue);
      return read.entry ? { ...read, person: compared.add(summaryOf(read.entry)) } : read;
    },
    report() {
      const families = familiesOf(members);
      const likely = compared.pairs();
      const problems = [...groups.values()].toSorted(byWeight);
      const questions = questionsOf(problems, mapping);
      const age = (of: FamilyMember['age']) => members.filter((one) => one.age === of).length;
      return {
        counts: {
          ...counts,
          adults: age('adult'),
          children: age('child'),
          age_unclear: age('unclear'),
          families: families.length,
          children_without_parental_care: countWithoutCare(families),
          likely_duplicates: likely.length,
        },
        columns: columnsOf(headings, mapping),
        problems,
        questions,
        families: families
          .toSorted((a, b) => Number(b.notices.length > 0) - Number(a.notices.length > 0))
          .slice(0, FAMILIES_LISTED),
        every_family: families,
        duplicates: likely.slice(0, DUPLICATES_LISTED),
        rows_refused: rowsBy.refused,
        rows_to_check: rowsBy.check,
        can_import: counts.ready + counts.check > 0 && !questions.some((one) => one.blocks),
      };
    },
  };
}

function addIssue(groups: Map<string, ProblemGroup & { rows: number[] }>, issue: RowIssue): void {
  const { row, code, ...place } = issue;
  const key = `${code} ${issue.column ?? ''}`;
  const group = groups.get(key);
  if (group === undefined) {
    groups.set(key, { code, level: ROW_ISSUES[code], ...place, count: 1, rows: [row] });
    return;
  }
  if (group.rows.length < ROWS_NAMED && group.rows.at(-1) !== row) group.rows.push(row);
  groups.set(key, { ...group, count: group.count + 1 });
}

const WEIGHT = { error: 0, question: 1, warning: 2, note: 3 } as const satisfies Record<
  IssueLevel,
  number
>;

function byWeight(left: ProblemGroup, right: ProblemGroup): number {
  return WEIGHT[left.level] - WEIGHT[right.level] || right.count - left.count;
}

function countWithoutCare(families: readonly Family[]): number {
  const alone = ['child_without_parental_care', 'child_alone'];
  return families.flatMap((family) => family.notices).filter((one) => alone.includes(one.code))
    .length;
}

function columnsOf(headings: readonly string[], mapping: ArrivalMapping): DryRunReport['columns'] {
  const taken = new Set(mapping.columns.map((one) => one.column));
  const forbidden: { column: number; topic: ForbiddenTopic }[] = [];
  const dropped: number[] = [];
  headings.forEach((heading, column) => {
    const topic = forbiddenTopic(heading);
    if (topic) forbidden.push({ column, topic });
    else if (!taken.has(column)) dropped.push(column);
  });
  return { mapped: mapping.columns, forbidden, dropped };
}
