import { z } from 'zod';
import { id } from '../../id.ts';
import { text } from '../../text.ts';
import { day } from '../../time.ts';
import { languageTag } from '../wording.ts';

/** How far a country or a body is with what it takes over from a practice or a programme model. */
export const ADOPTION_STATUSES = [
  'considering',
  'planned',
  'piloting',
  'adopted',
  'institutionalised',
  'stopped',
] as const;
export type AdoptionStatus = (typeof ADOPTION_STATUSES)[number];
export const ADOPTION_SUBJECTS = ['practice', 'model'] as const;
export type AdoptionSubject = (typeof ADOPTION_SUBJECTS)[number];

/** It may go back a step when a pilot shows more work; what was stopped may be considered anew. */
export function mayBecome(from: AdoptionStatus, to: AdoptionStatus): boolean {
  if (from === to) return false;
  return from !== 'stopped' || to === 'considering' || to === 'planned';
}

/** Countries that do it or have done with trying: what "adopted in 4 countries" counts. */
export function countsAsAdopted(status: AdoptionStatus): boolean {
  return status === 'adopted' || status === 'institutionalised';
}

/** Which parts of a programme model are taken over; a practice has none. */
export const MODEL_PART_NAMES = [
  'stages',
  'needs',
  'time_limits',
  'services',
  'milestones',
  'papers',
  'indicators',
  'protection',
  'words',
] as const;
export type ModelPartName = (typeof MODEL_PART_NAMES)[number];

export const beginAdoption = z.strictObject({
  adoption_id: id,
  subject_kind: z.enum(ADOPTION_SUBJECTS),
  subject_id: id,
  /** The version that it is taken from. */
  from_version: z.int().min(1).max(10_000),
  parts: z.array(z.enum(MODEL_PART_NAMES)).max(MODEL_PART_NAMES.length).optional(),
  status: z.enum(ADOPTION_STATUSES),
  since: day,
  adaptation: text(4000),
  language: languageTag,
});
export const changeAdoption = z.strictObject({
  seen: z.int().min(1),
  status: z.enum(ADOPTION_STATUSES),
  since: day,
  adaptation: text(4000),
  result: text(4000).nullable(),
  lessons: text(4000).nullable(),
  /** Why it was stopped; needed for that status only. */
  stopped_because: text(2000).nullable(),
});
