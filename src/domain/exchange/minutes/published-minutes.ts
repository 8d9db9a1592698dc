import { z } from 'zod';
import type { Instant } from '../../time.ts';
import { minutesArePublic, namedIn, speakerIsNamed } from '../recommendation/minutes.ts';
import type { SessionRule } from '../session-rule.ts';
import type { Wording } from '../wording.ts';

/** A line as it goes out, with the recommendation that it became. */
export interface PublishedLine {
  readonly number: number;
  readonly words: Wording;
  readonly speaker: string | null;
  /** Who spoke under an alias: such a line goes with whoever steps back. */
  readonly alias: boolean;
  readonly recommendation: number | null;
}

/** The minutes of a session as they were put before the second editor, and as everybody reads them. */
export interface MinutesCopy {
  readonly version: number;
  readonly title: Wording;
  readonly starts_at: Instant | null;
  readonly lines: readonly PublishedLine[];
}

/** What may leave a session of this rule: all, the words without who said them, or nothing. */
export function linesThatLeave(
  lines: readonly PublishedLine[],
  rule: SessionRule,
): PublishedLine[] {
  if (!minutesArePublic(rule)) return [];
  if (speakerIsNamed(rule)) return [...lines];
  return lines.map((line) => ({ ...line, speaker: null, alias: false }));
}

/** Lines that name somebody where nobody may be named, in whichever language. */
export function linesThatName(
  lines: readonly PublishedLine[],
  rule: SessionRule,
  present: readonly string[],
): number[] {
  if (speakerIsNamed(rule)) return [];
  return lines
    .filter(({ words }) =>
      Object.values(words.versions).some(({ text }) => namedIn(text, present).length > 0),
    )
    .map(({ number }) => number);
}

/** How far the publication of minutes is. */
export const minutesPublication = z.object({
  state: z.enum(['draft', 'waiting', 'published', 'returned', 'taken_down']),
  /** Why the second editor sent them back. */
  sent_back: z.string().nullable(),
  /** The rule of the session keeps them in. */
  kept_in: z.boolean(),
  /** Where everybody reads them, without the language. */
  path: z.string().nullable(),
  may_ask: z.boolean(),
});
export type MinutesPublication = z.infer<typeof minutesPublication>;
