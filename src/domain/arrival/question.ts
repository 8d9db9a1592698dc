import type { ProblemGroup } from './dry-run.ts';
import type { ArrivalMapping } from './field.ts';

/**
 * What only the list's owner knows. `blocks`: rows wait for it. The answer goes into the mapping, and
 * the dry run is made again.
 */
export interface Question {
  readonly code: 'ambiguous_dates' | 'short_years' | 'first_of_january' | 'name_order';
  readonly column?: number;
  readonly count: number;
  readonly rows: readonly number[];
  readonly blocks: boolean;
  /** What the answer sets in the mapping, and what it may be. */
  readonly sets: 'date_order' | 'short_years' | 'first_of_january' | 'name_order';
  readonly choices: readonly string[];
}

const ASKED = {
  date_ambiguous: {
    code: 'ambiguous_dates',
    sets: 'date_order',
    choices: ['day_first', 'month_first'],
    blocks: true,
  },
  date_short_year: {
    code: 'short_years',
    sets: 'short_years',
    choices: ['latest', 'leave_out'],
    blocks: true,
  },
  date_first_of_january: {
    code: 'first_of_january',
    sets: 'first_of_january',
    choices: ['year_only', 'as_written'],
    blocks: false,
  },
  name_order_unclear: {
    code: 'name_order',
    sets: 'name_order',
    choices: ['family_first', 'given_first'],
    blocks: false,
  },
} as const;

/** The open questions of a list, out of the problems that its rows have in common. */
export function questionsOf(
  problems: readonly ProblemGroup[],
  mapping: ArrivalMapping,
): readonly Question[] {
  return problems.flatMap((problem) => {
    const asked = ASKED[problem.code as keyof typeof ASKED];
    if (asked === undefined || mapping[asked.sets] !== undefined) return [];
    const { column, count, rows } = problem;
    return [
      { ...asked, ...(column === undefined ? {} : { column }), count, rows: rows.slice(0, 20) },
    ];
  });
}
