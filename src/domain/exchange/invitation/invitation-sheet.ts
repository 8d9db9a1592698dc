import { z } from 'zod';
import { wording } from '../wording.ts';
import { addressForms, signatory } from './invitation.ts';
import { REPLIES } from './reply.ts';

/** How a letter stands in the list. */
export const invitationLine = z.object({
  ...{ id: z.uuid(), number: z.string().nullable(), institution: wording },
  country: z.string().nullable(),
  state: z.enum(['draft', 'sent', ...REPLIES]),
  sent_at: z.string().nullable(),
  replied_at: z.string().nullable(),
  nominees: z.int(),
  /** Languages in which it can go out whole. */
  languages: z.array(z.string()),
});
export type InvitationLine = z.infer<typeof invitationLine>;

/** A letter with its answers, as organisers see it. */
export const invitationSheet = invitationLine.extend({
  ...{ edition_id: z.uuid(), institution_id: z.uuid(), address: addressForms, body: wording },
  ...{ email: z.string().nullable(), reply_by: z.string().nullable(), version: z.int() },
  /** Where the institution answers; null until the letter has gone out. */
  reply_url: z.string().nullable(),
  replies: z.array(
    z.object({
      ...{ id: z.uuid(), reply: z.enum(REPLIES), words: z.string().nullable(), at: z.string() },
      /** True where an organiser wrote down what came another way. */
      noted: z.boolean(),
    }),
  ),
  nominations: z.array(
    z.object({
      ...{ id: z.uuid(), name: z.string(), position: z.string().nullable(), email: z.string() },
      invited_at: z.string().nullable(),
    }),
  ),
});
export type InvitationSheet = z.infer<typeof invitationSheet>;

export const letterhead = z.object({
  ...{ institution_id: z.uuid(), institution: wording, series: z.string(), place: wording },
  ...{ contact: z.string(), signatory: z.record(z.string(), signatory), version: z.int() },
});
export type Letterhead = z.infer<typeof letterhead>;

/** A letter as it is printed: every line in one language, or told to be missing in it. */
export const printedLetter = z.object({
  lang: z.string(),
  head: z.string(),
  contact: z.string(),
  number: z.string(),
  place_and_day: z.string(),
  addressee: z.array(z.string()),
  salutation: z.string(),
  paragraphs: z.array(z.string()),
  /** How and where to answer. */
  answer: z.string(),
  signed: z.array(z.string()),
  /** Parts that stand in another language, as this one has none. */
  missing: z.array(z.enum(['address', 'body', 'signatory', 'institution'])),
});
export type PrintedLetter = z.infer<typeof printedLetter>;
