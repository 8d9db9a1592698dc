import { z } from 'zod';
import { id } from '../../id.ts';
import { instant } from '../../time.ts';
import { languageTag, wording } from '../wording.ts';
import { CHART_LIMITS, evidenceChart } from './chart.ts';
import { evidenceDescription } from './evidence-file.ts';
import { finding } from './finding.ts';

export const EVIDENCE_STATES = [
  'waiting',
  'published',
  'returned',
  'replaced',
  'taken_down',
] as const;

/** The last part of the address of a table's page. */
export const evidenceSlug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,79}$/, { error: 'not_an_address' });

/** What is said beside the file: of which table it is a new version (null: a new table), and what it shows. */
export const aboutEvidence = z.strictObject({
  table_id: id.nullable(),
  slug: evidenceSlug,
  lang: languageTag,
  description: evidenceDescription,
  charts: z.array(evidenceChart).max(CHART_LIMITS.charts),
});
export type AboutEvidence = z.infer<typeof aboutEvidence>;

/** A table as it is shown before it is kept or decided on: never more than its first rows. */
export const evidencePreview = z.object({
  columns: z.array(
    z.object({
      ...{ letter: z.string(), label: z.string(), tag: z.string() },
      role: z.enum(['dimension', 'count', 'share', 'figure']),
    }),
  ),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  total: z.int(),
  findings: z.array(finding),
  /** What the file says of itself. */
  said: evidenceDescription.partial(),
});
export type EvidencePreview = z.infer<typeof evidencePreview>;

const line = {
  ...{ id, slug: z.string(), title: wording, shown: z.boolean(), taken_down: z.boolean() },
  ...{ number: z.int(), state: z.enum(EVIDENCE_STATES), uploaded_at: instant },
};

export const evidenceLine = z.object(line);
export type EvidenceLine = z.infer<typeof evidenceLine>;
export const evidenceLines = z.object({ tables: z.array(evidenceLine), more: z.boolean() });

/** One table with its latest version, for whoever works on it. */
export const evidenceCase = z.object({
  ...line,
  version_id: id,
  lang: languageTag,
  description: evidenceDescription,
  charts: z.array(evidenceChart),
  preview: evidencePreview,
  reason: z.string().nullable(),
  /** Where the second look at this version stands; null where this reader sees none. */
  publication_id: id.nullable(),
  /** True where this reader uploaded it, so that another person has to publish. */
  own: z.boolean(),
});
export type EvidenceCase = z.infer<typeof evidenceCase>;
