import { z } from 'zod';
import { id } from '../../id.ts';
import {
  type AnsweredFinding,
  answeredFinding,
  type PersonFinding,
  unanswered,
} from '../../person-check.ts';
import type { ProblemCode } from '../../problem.ts';
import { text } from '../../text.ts';

/** Nouns that go out only after a second editor has looked for people in them. */
export const SUBJECT_KINDS = [
  'practice',
  'news',
  'evidence',
  'model',
  'minutes',
  'material',
  'proceedings',
  'adoption',
  'recommendation',
  'picture',
  'report',
  'translation',
  'programme',
  'edition',
  'expert',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const PUBLICATION_STATES = ['waiting', 'published', 'returned', 'taken_down'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** The second editor publishes: each finding of the check is answered in words, or the text is sent back. */
export const publish = z.strictObject({ answered: z.array(answeredFinding).max(200) });
export const sendBack = z.strictObject({ reason: text(1000) });
/** One click; the reason is kept and never shown to readers. */
export const takeDown = z.strictObject({
  subject_kind: z.enum(SUBJECT_KINDS),
  subject_id: id,
  reason: text(1000),
});

interface Asked {
  state: PublicationState;
  asked_by: string;
  findings: readonly PersonFinding[];
}

/** Why the editor may not publish; null where they may. Whoever asked never publishes. */
export function barToPublish(
  asked: Asked,
  editor: string,
  answered: readonly AnsweredFinding[],
): ProblemCode | null {
  if (asked.state !== 'waiting') return 'publication_decided';
  if (asked.asked_by === editor) return 'publication_of_own';
  return unanswered(asked.findings, answered).length > 0 ? 'findings_unanswered' : null;
}
