import { z } from 'zod';
import { SESSION_RULES } from '../session-rule.ts';
import { wording } from '../wording.ts';
import { SERVICE_KINDS, SERVICE_STATES } from './service-request.ts';

const bar = z.enum(['rule', 'alias', 'refused', 'unsigned']).nullable();

/** A session of one's own, with what was agreed to for it. */
export const ownSession = z.object({
  ...{ session_id: z.uuid(), edition_id: z.uuid(), title: wording, rule: z.enum(SESSION_RULES) },
  ...{ starts_at: z.string().nullable(), under_alias: z.boolean() },
  agreement: z
    .object({
      ...{ recording: z.boolean(), publication: z.boolean(), materials: z.boolean() },
      ...{ signed: z.string(), at: z.string() },
    })
    .nullable(),
});
export type OwnSession = z.infer<typeof ownSession>;

export const ownAgreements = z.object({
  sessions: z.array(ownSession),
  /** Where one appears under another name; the true one is shown to its owner. */
  alias: z.object({ alias: z.string(), name: z.string(), voice_only: z.boolean() }).nullable(),
});
export type OwnAgreements = z.infer<typeof ownAgreements>;

/** A session as organisers see its agreements: who has not signed, and what stands against recording. */
export const agreedSession = z.object({
  ...{ session_id: z.uuid(), title: wording, rule: z.enum(SESSION_RULES) },
  ...{ starts_at: z.string().nullable(), against_recording: bar, against_publication: bar },
  speakers: z.array(
    z.object({
      ...{ participant_id: z.uuid(), name: z.string(), under_alias: z.boolean() },
      signed_at: z.string().nullable(),
      ...{ recording: z.boolean().nullable(), publication: z.boolean().nullable() },
      materials: z.boolean().nullable(),
    }),
  ),
});
export type AgreedSession = z.infer<typeof agreedSession>;

export const serviceRequest = z.object({
  ...{ id: z.uuid(), session_id: z.uuid(), title: wording, kind: z.enum(SERVICE_KINDS) },
  ...{ from_language: z.string().nullable(), to_language: z.string().nullable() },
  ...{ note: z.string().nullable(), state: z.enum(SERVICE_STATES), answer: z.string().nullable() },
  ...{ asked_at: z.string(), answered_at: z.string().nullable() },
});
export type ServiceRequest = z.infer<typeof serviceRequest>;
