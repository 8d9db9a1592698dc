import { z } from 'zod';
import { isHard, PERSON_RULES, personCheck } from '../../person-check.ts';
import type { ReadSession } from './read-schedule.ts';

/** Words of a session in a file that may point to somebody. A room or track is told of with the first session that is in it. */
export const foundInFile = z.object({
  /** The session, counted from 1 in the order of the file. */
  row: z.int(),
  title: z.string(),
  field: z.enum(['title', 'abstract', 'room', 'track']),
  rule: z.enum(PERSON_RULES),
  words: z.string(),
});
export type FoundInFile = z.infer<typeof foundInFile>;

/**
 * What the check of people finds in one session of a file. It keeps nothing out: what comes in is a draft, and
 * before its release a second editor looks at the same words. `told` keeps a room and a track from being told of twice.
 */
export function foundInSession(session: ReadSession, told: Set<string>): FoundInFile[] {
  const { row, title, abstract, room, track } = session;
  const once = (field: 'room' | 'track', name: string | null) => {
    if (name === null || told.has(`${field} ${name}`)) return '';
    told.add(`${field} ${name}`);
    return name;
  };
  const texts = { title, abstract, room: once('room', room), track: once('track', track) };
  const found = personCheck(texts).map(({ field, rule, words }) => ({
    ...{ row, title: title.slice(0, 200), rule, words: words.slice(0, 200) },
    field: field as FoundInFile['field'],
  }));
  // The same words said twice are one thing to look at; what leads straight to one person is said first.
  const each = new Map(found.map((one) => [`${one.field} ${one.rule} ${one.words}`, one]));
  return [...each.values()].sort((a, b) => Number(isHard(b.rule)) - Number(isHard(a.rule)));
}
