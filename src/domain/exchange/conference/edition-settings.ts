import { z } from 'zod';
import { id } from '../../id.ts';
import { line, prose } from '../../text.ts';
import { day } from '../../time.ts';
import { languageTag } from '../wording.ts';
import { told } from './proposal-view.ts';
import { timeZone } from './zoned-time.ts';

export const EDITION_STATES = ['draft', 'published', 'ended'] as const;
export const HOST_PARTS = ['host', 'co_host', 'partner', 'supporter'] as const;

const fields = {
  /** In its source language; the others are made on the screen for translations. */
  title: line,
  lead: prose.nullable(),
  about: prose.nullable(),
  starts_on: day,
  ends_on: day,
  time_zone: timeZone,
  languages: z.array(languageTag).min(1).max(12),
  state: z.enum(EDITION_STATES),
  contact: z.email().max(200).nullable(),
};
function inOrder(one: { starts_on: string; ends_on: string }, context: z.RefinementCtx): void {
  if (one.ends_on < one.starts_on)
    context.addIssue({ code: 'custom', path: ['ends_on'], message: 'ends_before_start' });
}

export const editionSettings = z
  .strictObject({ ...fields, version: z.int().min(1) })
  .superRefine(inOrder);
/** A new conference of a series, a draft until it is announced. */
export const newEdition = z
  .strictObject({
    id,
    series_id: id,
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'wrong_format' })
      .max(80),
    language: languageTag,
    ...fields,
    state: z.literal('draft'),
  })
  .superRefine(inOrder);

export const shownHost = z.object({
  id: z.uuid(),
  institution_id: z.uuid(),
  name: told,
  part: z.enum(HOST_PARTS),
  logo: z.boolean(),
});
export const shownEdition = z.object({
  ...fields,
  source: z.string(),
  slug: z.string(),
  version: z.int(),
  hosts: z.array(shownHost),
  institutions: z.array(z.object({ id: z.uuid(), name: told })),
});
export const newHost = z.strictObject({ id, institution_id: id, part: z.enum(HOST_PARTS) });
