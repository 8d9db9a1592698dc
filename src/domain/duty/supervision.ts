import { z } from 'zod';
import { caseIdTail } from '../case/row.ts';
import { id } from '../id.ts';
import { prose } from '../text.ts';
import { day } from '../time.ts';

/** What was talked about, in general: no file and no person stands here. */
export const SUPERVISION_TOPICS = [
  'workload',
  'hard_moments',
  'own_safety',
  'skills',
  'team',
  'ethics',
  'own_wellbeing',
] as const;

/** Talks about the work between two colleagues: outside any person's file, for the two alone. */
export const writeSession = z.strictObject({
  with_account_id: id,
  on: day,
  hours: z.number().min(0.25).max(12),
  topics: z.array(z.enum(SUPERVISION_TOPICS)).min(1).max(SUPERVISION_TOPICS.length),
  agreed: prose.optional(),
});

export const listedSession = z.object({
  id,
  on: day,
  hours: z.number(),
  topics: z.array(z.string()),
  agreed: z.string().nullable(),
  written_by: z.uuid(),
  with_account_id: z.uuid(),
  /** The other of the two. */
  other: z.string().nullable(),
});
export const supervisionSessions = z.object({ sessions: z.array(listedSession) });

/** Whether words lead to a file: a number as on paper, or a name of somebody who is worked with. */
export function pointsAtSomebody(words: string, names: Iterable<string>): boolean {
  const lower = ` ${words.toLowerCase()} `;
  const numbers = words.match(/\b[2-9A-Za-z]{4}-[2-9A-Za-z]{4}\b/g) ?? [];
  if (numbers.some((one) => /\d/.test(one) && caseIdTail(one) !== null)) return true;
  return [...names].some(
    (name) => name.length > 2 && new RegExp(`[^\\p{L}]${quoted(name)}`, 'u').test(lower),
  );
}

function quoted(name: string): string {
  return name.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
