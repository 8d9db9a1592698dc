import { msg } from '@lingui/core/macro';

/** Why a file cannot be an evidence table. */
export const EVIDENCE_PROBLEMS = {
  evidence_chart_no_numbers: msg`Column {column} has no numbers that could be drawn.`,
  evidence_chart_too_much: msg`This is too much for one chart: at most {along} places along it and {series} series. Please leave out rows, or choose another column.`,
  evidence_chart_twice: msg`“{label}” stands in the table more than once (row {row}). Please choose a column that parts these rows as well.`,
  evidence_chart_unknown_column: msg`The chart names a column that is not in the table.`,
  evidence_empty: msg`There are no values under the row of hashtags.`,
  evidence_not_tagged: msg`This file has no row of HXL hashtags (#adm1, #affected …) under its header row.`,
  evidence_refused: msg`This table cannot be published as it is. Please look at what was found, mend the file and choose it again.`,
  evidence_slug_taken: msg`Another table has this address already. Please choose another one.`,
  evidence_tag_wrong: msg`Row {row}, column {column}: “{cell}” is no HXL hashtag.`,
  evidence_waits: msg`A version of this table waits for a second person already.`,
};
