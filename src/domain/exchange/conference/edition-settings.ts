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
/** What came of saving: which of the words wait for a second editor; with `state` the announcement itself does. */
export const savedEdition = z.object({
  version: z.int(),
  waits: z.array(z.enum(['title', 'lead', 'about', 'state'])),
});

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'wrong_format' })
  .max(80);
/** The title in further languages; the first is said in `language`. */
const titles = z
  .record(languageTag, line)
  .refine((all) => Object.keys(all).length <= 12, { error: 'too_many' })
  .default({});

export const newHost = z.strictObject({ id, institution_id: id, part: z.enum(HOST_PARTS) });

/** A row of conferences that belong together; what one recommends is reported to the next. */
export const newSeries = z.strictObject({ id, slug, language: languageTag, title: line, titles });

/** What can be taken over from an earlier conference; nobody's registration or contribution ever is. */
export const COPIED_PARTS = ['rooms', 'tracks', 'hosts', 'call', 'roles', 'letterhead'] as const;
export type CopiedPart = (typeof COPIED_PARTS)[number];

/** A new conference of a series, a draft until it is announced. */
export const newEdition = z
  .strictObject({
    ...{ id, series_id: id, slug, language: languageTag, ...fields, titles },
    state: z.literal('draft'),
    hosts: z.array(newHost).max(30).default([]),
    copy: z
      .strictObject({ from: id, parts: z.array(z.enum(COPIED_PARTS)).max(COPIED_PARTS.length) })
      .nullable()
      .default(null),
  })
  .superRefine(inOrder)
  .superRefine(({ hosts }, context) => {
    const ids = hosts.map(({ institution_id }) => institution_id);
    for (const [at, one] of ids.entries())
      if (ids.indexOf(one) !== at)
        context.addIssue({
          code: 'custom',
          path: ['hosts', at, 'institution_id'],
          message: 'twice',
        });
  });
export type NewEdition = z.infer<typeof newEdition>;

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
  /** New words that wait for a second editor; readers have those above meanwhile. */
  waits: z.array(z.object({ field: z.enum(['title', 'lead', 'about']), text: z.string() })),
  institutions: z.array(z.object({ id: z.uuid(), name: told })),
});
