import { z } from 'zod';

/** What may be wrong with a table that is to be published, and whether it stops the publication. */
export const FINDINGS = {
  addresses: 'stops',
  column_beyond_header: 'stops',
  column_without_header: 'stops',
  column_without_hashtag: 'stops',
  coordinates: 'stops',
  dates_of_birth: 'stops',
  document_numbers: 'stops',
  does_not_add_up: 'look',
  emails: 'stops',
  follows_from_earlier: 'stops',
  follows_from_total: 'stops',
  header_left_over: 'look',
  invisible_characters: 'stops',
  looks_like_names: 'look',
  names_of_people: 'stops',
  no_counts: 'stops',
  not_a_number: 'stops',
  number_cut: 'look',
  phones: 'stops',
  shown_earlier: 'stops',
  small_change: 'stops',
  small_count: 'stops',
  small_count_by_share: 'stops',
  small_rest: 'stops',
  text_of_a_person: 'look',
} as const satisfies Readonly<Record<string, 'stops' | 'look'>>;

export type FindingCode = keyof typeof FINDINGS;
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[];

/**
 * One finding: the code, and where. `column` is a letter as in a spreadsheet with the words above it,
 * `row` the number of the first line that has it, `cells` how many have it. No content of a cell stands
 * here: what should not be published is not repeated either.
 */
export const finding = z.object({
  code: z.enum(FINDING_CODES),
  column: z.string().nullable(),
  label: z.string(),
  row: z.int().nullable(),
  cells: z.int(),
});
export type Finding = z.infer<typeof finding>;

/** True where nothing stands in the way of publication. */
export function mayBePublished(findings: readonly Finding[]): boolean {
  return findings.every(({ code }) => FINDINGS[code] === 'look');
}
