/** One language version of a quotation, as it stands now. */
export interface QuotedVersion {
  readonly lang: string;
  readonly text: string;
}

/** The speaker's yes to exactly these words in this language. */
export type QuotationApproval = QuotedVersion;

/** True only where the speaker approved these very words: one changed letter or comma, and no longer. */
export function isApproved(
  version: QuotedVersion,
  approvals: readonly QuotationApproval[],
): boolean {
  return approvals.some((yes) => yes.lang === version.lang && yes.text === version.text);
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
