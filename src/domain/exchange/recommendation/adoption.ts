import { z } from 'zod';
import type { Problem } from '../../problem.ts';
import { line } from '../../text.ts';
import { type Day, day } from '../../time.ts';
import type { Wording } from '../wording.ts';

/** Adopted by a body on a day; the text is frozen from then on. */
export const newAdoption = z.strictObject({
  adopted_on: day,
  /** The body that adopted it, e.g. `Closing plenary`, in the source language of the text. */
  body: line,
  seen: z.int().min(1).max(1_000_000),
});
export type NewAdoption = z.infer<typeof newAdoption>;

/** Languages in which a text is not there, and those whose version is of an earlier text. */
export function languageGaps(
  text: Wording,
  languages: readonly string[],
): { readonly missing: readonly string[]; readonly stale: readonly string[] } {
  const missing = languages.filter((lang) => text.versions[lang] === undefined);
  const stale = languages.filter(
    (lang) => (text.versions[lang]?.of ?? text.revision) < text.revision,
  );
  return { missing, stale };
}

/**
 * Why a text cannot be adopted yet, or null. Every language of the edition has the text, none of an earlier
 * revision, and nothing that somebody proposed is left undecided.
 */
export function adoptionRefusal(
  recommendation: {
    readonly text: Wording;
    readonly adopted: boolean;
    readonly openAmendments: number;
  },
  languages: readonly string[],
  said: NewAdoption,
  today: Day,
): Problem | null {
  const { text, adopted, openAmendments } = recommendation;
  if (adopted) return { code: 'recommendation_adopted' };
  if (said.seen !== text.revision) return { code: 'text_changed_meanwhile' };
  if (said.adopted_on > today) return { code: 'day_in_the_future' };
  if (openAmendments > 0) return { code: 'amendments_open', details: { count: openAmendments } };
  const { missing, stale } = languageGaps(text, languages);
  if (missing.length > 0)
    return { code: 'adoption_language_missing', details: { languages: missing } };
  if (stale.length > 0) return { code: 'adoption_language_stale', details: { languages: stale } };
  return null;
}
