import type { ArrivalField } from './field.ts';

/**
 * What may be wrong with a row. `error`: the row cannot be imported as it is; `question`: it waits for
 * an answer that holds for the whole list; `warning`: it is imported and shown; `note`: worth knowing.
 */
export const ROW_ISSUES = {
  name_missing: 'error',
  unstorable_text: 'error',
  too_long: 'error',
  too_many_cells: 'error',
  date_impossible: 'error',
  date_in_future: 'error',
  date_before_1900: 'error',
  date_unreadable: 'error',
  date_two_digit_year: 'error',
  born_after_arrival: 'error',
  date_ambiguous: 'question',
  date_short_year: 'question',
  name_order_unclear: 'warning',
  birth_missing: 'warning',
  birth_year_differs: 'warning',
  age_over_110: 'warning',
  date_first_of_january: 'warning',
  date_serial: 'warning',
  arrival_date_coarse: 'warning',
  sex_unreadable: 'warning',
  sex_differs_from_relation: 'warning',
  country_unreadable: 'warning',
  language_unreadable: 'warning',
  interpreter_unreadable: 'warning',
  relation_unreadable: 'warning',
  paper_kind_unreadable: 'warning',
  paper_state_unreadable: 'warning',
  paper_number_of_none: 'warning',
  telephone_unreadable: 'warning',
  age_unreadable: 'warning',
  place_unknown: 'warning',
  family_number_missing: 'warning',
  date_estimated: 'note',
} as const satisfies Record<string, 'error' | 'question' | 'warning' | 'note'>;

export type RowIssueCode = keyof typeof ROW_ISSUES;
export type IssueLevel = (typeof ROW_ISSUES)[RowIssueCode];

/** An issue by row, field and code. It never holds what the cell says: a report names rows, not people. */
export interface RowIssue {
  readonly row: number;
  readonly code: RowIssueCode;
  readonly field?: ArrivalField;
  readonly column?: number;
}

const LEVELS = ['note', 'warning', 'question', 'error'] as const;

/** What becomes of a row with these issues; `waits` = until a question is answered. */
export function stateOfRow(issues: readonly RowIssue[]): 'ready' | 'check' | 'waits' | 'refused' {
  const worst = Math.max(0, ...issues.map((one) => LEVELS.indexOf(ROW_ISSUES[one.code])));
  return (['ready', 'check', 'waits', 'refused'] as const)[worst] ?? 'refused';
}
