import { z } from 'zod';
import { id } from '../../id.ts';
import { prose, text } from '../../text.ts';

/** A recommendation is short: more than this is a report. */
export const recommendationText = text(4000);

export const AMENDMENT_STATES = ['proposed', 'conflict', 'accepted', 'rejected'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

/** Other words for some words of the text. Without old words the new ones are added at the end. */
export const newAmendment = z
  .strictObject({
    id,
    old_words: z.union([z.literal(''), recommendationText]),
    new_words: z.union([z.literal(''), recommendationText]),
    reason: prose.nullable(),
    /** The revision of the text that its author had before them. */
    seen: z.int().min(1).max(1_000_000),
  })
  .refine((one) => one.old_words !== one.new_words, {
    error: 'nothing_changes',
    path: ['new_words'],
  });
export type NewAmendment = z.infer<typeof newAmendment>;

/** What the chair of the drafting decides. `text` is how an amendment that met changed text is brought in. */
export const amendmentDecision = z.strictObject({
  decision: z.enum(['accepted', 'rejected']),
  reason: prose.nullable(),
  text: recommendationText.nullable(),
  seen: z.int().min(1).max(1_000_000),
});
export type AmendmentDecision = z.infer<typeof amendmentDecision>;

interface Words {
  readonly old_words: string;
  readonly new_words: string;
}

/** How often the old words stand in the text. */
function times(whole: string, part: string): number {
  return whole.split(part).length - 1;
}

/**
 * The text with the amendment in it; null where its old words are not there, or stand there more than once,
 * so that nobody could say which are meant.
 */
export function amended(whole: string, { old_words, new_words }: Words): string | null {
  if (old_words === '') return `${whole.trimEnd()} ${new_words.trim()}`;
  if (times(whole, old_words) !== 1) return null;
  return whole.replace(old_words, () => new_words);
}

/**
 * The state in which an amendment comes in. Its author saw the text as it is: then its old words must stand
 * there once. The text changed meanwhile under them: then it is kept as a conflict, with both wordings.
 */
export function amendmentComesIn(
  current: { readonly text: string; readonly revision: number },
  amendment: Words & { readonly seen: number },
): 'proposed' | 'conflict' | 'amendment_words_unclear' {
  const result = amended(current.text, amendment);
  if (result !== null && result.trim() !== '') return 'proposed';
  return amendment.seen < current.revision ? 'conflict' : 'amendment_words_unclear';
}

/** An amendment decided: its state, and the text that follows (null: the text stays). */
export type Decided =
  | { readonly state: 'accepted'; readonly text: string }
  | { readonly state: 'rejected' | 'conflict'; readonly text: null };
export type DecisionRefusal =
  | 'amendment_decided'
  | 'amendment_of_own'
  | 'reason_missing'
  | 'recommendation_adopted'
  | 'text_changed_meanwhile';

/**
 * The chair's decision on an amendment. Accepting one whose old words are no longer in the text changes
 * nothing: it becomes a conflict that keeps both, until the chair gives the text itself or declines it.
 * Whoever proposed it may decline it, but not take it up.
 */
export function decideAmendment(
  current: { readonly text: string; readonly revision: number; readonly adopted: boolean },
  amendment: Words & { readonly state: AmendmentState; readonly own: boolean },
  said: AmendmentDecision,
): Decided | DecisionRefusal {
  if (current.adopted) return 'recommendation_adopted';
  if (amendment.state === 'accepted' || amendment.state === 'rejected') return 'amendment_decided';
  if (said.decision === 'rejected')
    return said.reason === null ? 'reason_missing' : { state: 'rejected', text: null };
  if (amendment.own) return 'amendment_of_own';
  if (said.text !== null)
    // The chair's own text is made from what the chair had seen.
    return said.seen === current.revision
      ? { state: 'accepted', text: said.text }
      : 'text_changed_meanwhile';
  const text = amended(current.text, amendment);
  if (text === null || text.trim() === '') return { state: 'conflict', text: null };
  return { state: 'accepted', text };
}
