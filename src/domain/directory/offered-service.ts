import { z } from 'zod';
import { id } from '#domain/id.ts';
import { languageTag } from '#domain/people/person.ts';
import { text } from '#domain/text.ts';
import { code, naming } from './organisation.ts';

/** What an organisation offers, and for which purpose something about a person may be sent to it. */
export const service = z.strictObject({
  id,
  organisation_id: id,
  name: naming,
  need_domain: code,
  /** The consent purpose that a referral to it serves; it decides what a packet may hold. */
  purpose: code,
  place_id: id.nullable(),
  languages: z.array(languageTag).max(12),
  /** For workers: opening hours, what to bring. */
  note: text(2000).optional(),
  /** False: no new referrals; what is under way goes on. */
  active: z.boolean(),
});
export type Service = z.infer<typeof service>;

/** A change says which version it was made from: a newer one is not overwritten. */
export const changedService = service.omit({ id: true }).extend({ version: z.int().min(1) });
