import { z } from 'zod';
import { line } from '../../text.ts';
import type { Instant } from '../../time.ts';
import { mayPublish, type SessionRule } from '../session-rule.ts';

/** What a speaker agrees to for one session; `recording: false` is "do not record". */
export const agreementAnswers = z
  .strictObject({
    recording: z.boolean(),
    /** Whether the recording may be shown to others afterwards. */
    publication: z.boolean(),
    /** Whether the slides may be given on. */
    materials: z.boolean(),
    /** The name as it is signed. */
    signed: line,
  })
  .refine((answers) => answers.recording || !answers.publication, {
    path: ['publication'],
    error: 'not_recorded',
  });
export type AgreementAnswers = z.infer<typeof agreementAnswers>;

/** A speaker of a session as its agreements see it. */
export interface AgreeingSpeaker {
  /** Null until the speaker has signed. */
  readonly agreement: (Omit<AgreementAnswers, 'signed'> & { readonly at: Instant }) | null;
  /** Speaks under an alias of lived experience: never recorded, whatever was signed. */
  readonly under_alias: boolean;
}

/** Why something may not be done; null where it may. The first of these that holds is told. */
export type AgreementBar = 'rule' | 'alias' | 'refused' | 'unsigned';

/** What stands against recording a session: its rule, an alias, a no, or a signature that is missing. */
export function againstRecording(
  rule: SessionRule,
  speakers: readonly AgreeingSpeaker[],
): AgreementBar | null {
  if (!mayPublish(rule, 'recording')) return 'rule';
  if (speakers.some((speaker) => speaker.under_alias)) return 'alias';
  return againstBy(speakers, 'recording');
}

/** What stands against showing its recording to others; recording itself must have been allowed. */
export function againstPublication(
  rule: SessionRule,
  speakers: readonly AgreeingSpeaker[],
): AgreementBar | null {
  return againstRecording(rule, speakers) ?? againstBy(speakers, 'publication');
}

/** What stands against giving on the slides of one speaker. */
export function againstMaterials(rule: SessionRule, speaker: AgreeingSpeaker): AgreementBar | null {
  if (!mayPublish(rule, 'materials')) return 'rule';
  return againstBy([speaker], 'materials');
}

function againstBy(
  speakers: readonly AgreeingSpeaker[],
  what: 'recording' | 'publication' | 'materials',
): AgreementBar | null {
  if (speakers.some((one) => one.agreement?.[what] === false)) return 'refused';
  return speakers.some((one) => one.agreement === null) ? 'unsigned' : null;
}
