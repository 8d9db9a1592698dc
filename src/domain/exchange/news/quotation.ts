/** One language version of a quotation, as it stands now. */
export interface QuotedVersion {
  readonly lang: string;
  readonly text: string;
}

/** The speaker's word, yes or no, on exactly these words in this language. */
export interface QuotationApproval extends QuotedVersion {
  readonly approved: boolean;
}

/** True only where the speaker approved these very words: one changed letter or comma, and no longer. */
export function isApproved(
  version: QuotedVersion,
  approvals: readonly QuotationApproval[],
): boolean {
  return approvals.some((said) => said.approved && isOf(said, version));
}

/** How one version stands with its speaker; words that were edited wait again. */
export function approvalState(
  version: QuotedVersion,
  approvals: readonly QuotationApproval[],
): 'approved' | 'refused' | 'waiting' {
  const said = approvals.find((one) => isOf(one, version));
  if (said === undefined) return 'waiting';
  return said.approved ? 'approved' : 'refused';
}

function isOf(said: QuotedVersion, version: QuotedVersion): boolean {
  return said.lang === version.lang && said.text === version.text;
}

/**
 * What readers in `lang` see of a quotation: its version in that language if approved, else the words of
 * the source if approved, else any approved version; null where none is, and then nothing is shown.
 */
export function shownQuotation(
  quotation: { source: string; versions: readonly QuotedVersion[] },
  approvals: readonly QuotationApproval[],
  lang: string,
): QuotedVersion | null {
  const approved = quotation.versions.filter((version) => isApproved(version, approvals));
  const inTag = (tag: string) => approved.find((version) => version.lang === tag);
  return inTag(lang) ?? inTag(quotation.source) ?? approved[0] ?? null;
}
