import { z } from 'zod';
import { id } from '../../id.ts';
import { line, text } from '../../text.ts';
import type { Instant } from '../../time.ts';
import { mayPublish, type SessionRule } from '../session-rule.ts';
import { languageTag } from '../wording.ts';

/** One point of the minutes: short enough to be read aloud. */
export const minutesWords = text(2000);

/** A line as it is typed. Its id is made where it is typed, so that the same line said twice is one. */
export const newMinutesLine = z.strictObject({
  id,
  lang: languageTag,
  words: minutesWords,
  /** The name to print of who said it; never taken down under the Chatham House Rule. */
  speaker: line.nullable(),
});
export type NewMinutesLine = z.infer<typeof newMinutesLine>;

/** A line put right; `seen` is the revision of the words that its editor had before them. */
export const changedMinutesLine = z.strictObject({
  lang: languageTag,
  words: minutesWords,
  speaker: line.nullable(),
  seen: z.int().min(1).max(1_000_000),
});

export type LineRefusal = 'speaker_not_named_here' | 'line_names_somebody';

/**
 * What is wrong with a line under the rule of its session, or null. Under the Chatham House Rule nobody is
 * named: not in the field of the speaker and not in the words, so that no list, export or mistake can tell it.
 */
export function lineRefusal(
  line: { readonly words: string; readonly speaker: string | null },
  rule: SessionRule,
  present: readonly string[],
): LineRefusal | null {
  if (rule !== 'chatham_house') return null;
  if (line.speaker !== null) return 'speaker_not_named_here';
  return namedIn(line.words, present).length > 0 ? 'line_names_somebody' : null;
}

/**
 * The people of a list that a text names: by the whole name, or by a part of it of four letters and more that
 * stands as a word of its own with a capital. `hope is needed` does not name Ms Hope, `Hope is needed` does: better one
 * line said anew than one name too many.
 */
export function namedIn(words: string, names: readonly string[]): string[] {
  const said = new Set(words.match(/[\p{L}\p{M}'ʻʼ’-]+/gu) ?? []);
  return names.filter((name) => {
    const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
    return (
      words.includes(name) ||
      parts.some((part) => [...part].length >= 4 && (said.has(part) || said.has(`${part}'s`)))
    );
  });
}

/** Whether readers without an account see the minutes of a session at all. */
export function minutesArePublic(rule: SessionRule): boolean {
  return mayPublish(rule, 'minutes');
}

/** Whether the one who spoke may be named to anybody at all; asked again wherever a line leaves the house. */
export function speakerIsNamed(rule: SessionRule): boolean {
  return mayPublish(rule, 'attribution');
}

/** A line of the minutes with its number within the session. */
export interface MinutesLine {
  readonly id: string;
  readonly number: number;
  readonly speaker: string | null;
  readonly at: Instant;
}

/** The line as readers of its session may have it; nothing where the session is closed. */
export function lineForReaders<Line extends MinutesLine>(
  line: Line,
  rule: SessionRule,
): Line | null {
  if (!minutesArePublic(rule)) return null;
  return speakerIsNamed(rule) ? line : { ...line, speaker: null };
}
