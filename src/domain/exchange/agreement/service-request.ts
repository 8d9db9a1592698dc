import { z } from 'zod';
import { id } from '../../id.ts';
import type { Problem } from '../../problem.ts';
import { text } from '../../text.ts';
import { languageTag } from '../wording.ts';

/** What a session asks of those who run the technology. */
export const SERVICE_KINDS = [
  'interpretation',
  'recording',
  'captions',
  'technical_rehearsal',
] as const;
/** `changed`: yes, but otherwise than asked; the answer says how. */
export const SERVICE_STATES = ['asked', 'accepted', 'changed', 'declined'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/** A request for one session; interpretation names its two languages, captions theirs. */
export const newServiceRequest = z
  .strictObject({
    id,
    session_id: id,
    kind: z.enum(SERVICE_KINDS),
    from_language: languageTag.nullable(),
    to_language: languageTag.nullable(),
    note: text(1000).nullable(),
  })
  .superRefine((request, context) => {
    const wrong = (field: 'from_language' | 'to_language', code: string) =>
      context.addIssue({ code: 'custom', path: [field], message: code });
    const { kind, from_language: from, to_language: to } = request;
    if (kind === 'interpretation' && from === null) wrong('from_language', 'required');
    if ((kind === 'interpretation' || kind === 'captions') && to === null) {
      wrong('to_language', 'required');
    }
    if (kind === 'interpretation' && from !== null && from === to) {
      wrong('to_language', 'same_language');
    }
  });
export type NewServiceRequest = z.infer<typeof newServiceRequest>;

/** The answer; a no and a change need words. */
export const serviceAnswer = z
  .strictObject({
    state: z.enum(['accepted', 'changed', 'declined']),
    answer: text(1000).nullable(),
    /** The state that was seen when this was said. */
    seen: z.enum(SERVICE_STATES),
  })
  .refine((said) => said.state === 'accepted' || said.answer !== null, {
    path: ['answer'],
    error: 'required',
  });
export type ServiceAnswer = z.infer<typeof serviceAnswer>;

/** Answers may be given anew, but not over somebody else's that was not seen. */
export function answered(state: ServiceState, said: ServiceAnswer): ServiceState | Problem {
  return said.seen === state ? said.state : { code: 'version_conflict' };
}
