import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';
import type { Consent } from './consent.ts';
import type { OwnAgreementState } from './own-agreement.ts';

/** One thing that a child may say yes or no to. */
export type About = { readonly purpose: string } | { readonly placement_id: Id };

/** What a word of the child is about, as one text to compare. */
export function keyOf(one: About): string {
  return 'purpose' in one ? `purpose:${one.purpose}` : `placement:${one.placement_id}`;
}

/** A no of the child that holds, and whether it was looked at again. */
export interface StandingNo {
  readonly at: Instant;
  /** True where it was looked at and stands; false while nobody has looked. */
  readonly reviewed: boolean;
}

interface Words {
  readonly own_agreement: OwnAgreementState;
  readonly consent: { readonly records: Readonly<Record<Id, Consent>> };
}

interface Word {
  readonly answer: 'yes' | 'no';
  readonly at: Instant;
}

/** What the child said last about something, with the consents; `also` = what was said of one referral. */
function lastWord(state: Words, about: About, also: readonly Word[]): Word | undefined {
  const key = keyOf(about);
  const inConsents = Object.values(state.consent.records).flatMap((record): Word[] => {
    const { own_agreement: answer, recorded_at: at } = record;
    const fits = 'purpose' in about && record.purposes.includes(about.purpose);
    return fits && (answer === 'yes' || answer === 'no') ? [{ answer, at }] : [];
  });
  const own = state.own_agreement.words.filter((word) => word.key === key);
  let last: Word | undefined;
  for (const word of [...own, ...inConsents, ...also]) {
    if (last === undefined || word.at >= last.at) last = word;
  }
  return last;
}

/**
 * The child's own no as it stands: the last word was no, and nobody who looked at it again, hearing the
 * child, has decided since that the service goes on. Null = nothing is held up.
 */
export function ownNo(state: Words, about: About, also: readonly Word[] = []): StandingNo | null {
  const last = lastWord(state, about, also);
  if (last?.answer !== 'no') return null;
  const key = keyOf(about);
  const after = state.own_agreement.reviews.filter(
    (review) => review.key === key && review.at >= last.at,
  );
  const review = after.at(-1);
  if (review?.outcome === 'goes_on') return null;
  return { at: last.at, reviewed: review !== undefined };
}
