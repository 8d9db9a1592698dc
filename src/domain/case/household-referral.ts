import type { Situation } from './command.ts';
import { saidByBarred } from './consent-giver.ts';
import { packetTemplate } from './packet-template.ts';
import { childSaysNo } from './referral-rules.ts';
import type { Referral } from './referral-state.ts';
import { mayShare } from './sharing.ts';
import type { CaseState } from './state.ts';

/** Why somebody of a household is left out of a referral that goes out for several. */
export const LEFT_OUT = ['no_file', 'closed', 'no_consent', 'child_says_no'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

interface OwnFile {
  readonly state: CaseState;
  readonly situation: Situation;
}

/**
 * Why nothing may leave for this person, or null where a packet may: each stands on the own consent, a law of
 * the own file, and what the child says. What holds for one of a household holds for nobody else.
 */
export function whyLeftOut(
  file: OwnFile | undefined,
  asked: Pick<Referral, 'purpose' | 'organisation_id' | 'urgency'>,
): LeftOut | null {
  if (file === undefined) return 'no_file';
  const { state, situation } = file;
  if (state.stage.phase === 'closed') return 'closed';
  if (packetTemplate(situation.model, asked.purpose) === null) return 'no_consent';
  if (childSaysNo(state, asked, situation.now, situation)) return 'child_says_no';
  const barred = saidByBarred(state, situation);
  const { purpose, organisation_id } = asked;
  const ground = mayShare(state, purpose, organisation_id, situation.today, barred);
  return ground === null ? 'no_consent' : null;
}
