import {
  type DECLINE_REASONS,
  likelyBarrier,
  type OUTCOMES,
  type QUESTIONS,
  type ReferralAnswer,
  statusOf,
} from '#domain/case/referral-answer.ts';

export type Kind = ReferralAnswer['kind'];

export interface Draft {
  readonly on: string;
  readonly next_on: string;
  /** Further days that suit the service. */
  readonly also: readonly [string, string];
  readonly reason: (typeof DECLINE_REASONS)[number] | '';
  /** Null = what the reason or the outcome of itself says. */
  readonly barrier: string | null;
  readonly question: (typeof QUESTIONS)[number] | '';
  readonly words: string;
  readonly outcome: (typeof OUTCOMES)[number] | '';
}

export function withDay([first, second]: Draft['also'], at: number, day: string): Draft['also'] {
  return at === 0 ? [day, second] : [first, day];
}

export function otherDays(also: Draft['also']): { also?: string[] } {
  const named = also.filter((day) => day !== '');
  return named.length === 0 ? {} : { also: named };
}

/** What the field shows: what was chosen, else what follows from the rest. */
export function barrierIn(kind: Kind, { barrier, reason, outcome }: Draft): string {
  const said = kind === 'decline' ? reason : outcome;
  return barrier ?? (said === '' ? null : likelyBarrier(said)) ?? '';
}

export function isFailed({ outcome }: Draft): boolean {
  return outcome !== '' && statusOf(outcome) === 'failed';
}

export function answerOf(
  kind: Kind,
  draft: Draft,
  named: boolean,
): { answer: ReferralAnswer } | { missing: string } {
  const { on, next_on, reason, question, words, outcome } = draft;
  const barrier = barrierIn(kind, draft);
  const told = barrier === '' ? {} : { barrier };
  const dated = kind === 'accept' || kind === 'seen' || kind === 'done';
  if (dated && on === '') return { missing: 'on' };
  switch (kind) {
    case 'accept':
      return { answer: { kind, on, ...otherDays(draft.also) } };
    case 'seen':
      return { answer: { kind, on, ...(next_on === '' ? {} : { next_on }) } };
    case 'decline':
      if (reason === '') return { missing: 'reason' };
      if (named && barrier === '') return { missing: 'barrier' };
      return { answer: { kind, reason, ...told } };
    case 'ask':
      if (question === '') return { missing: 'question' };
      return {
        answer: { kind, question, ...(question === 'other' && words.trim() ? { words } : {}) },
      };
    case 'done':
      if (outcome === '') return { missing: 'outcome' };
      if (!isFailed(draft)) return { answer: { kind, on, outcome } };
      if (named && barrier === '') return { missing: 'barrier' };
      return { answer: { kind, on, outcome, ...told } };
  }
}
