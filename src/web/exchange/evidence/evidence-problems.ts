import { msg } from '@lingui/core/macro';

/** Why a file cannot be an evidence table. */
export const EVIDENCE_PROBLEMS = {
  evidence_empty: msg`There are no values under the row of hashtags.`,
  evidence_not_tagged: msg`This file has no row of HXL hashtags (#adm1, #affected …) under its header row.`,
  evidence_tag_wrong: msg`Row {row}, column {column}: “{cell}” is no HXL hashtag.`,
};
