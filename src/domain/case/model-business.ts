import { z } from 'zod';
import { line } from '../text.ts';
import type { ProgrammeModel } from './model.ts';

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });

/** What holds for a small business of one's own; a model without it has none. When it is visited is a timer's. */
export const businessOfModel = z.strictObject({
  /** What was reached with the first day. */
  begun_milestone: code,
  /** Reached by a visit that finds it going, as soon as the milestone's own months are over. */
  kept_milestone: code.optional(),
  /** As which kind of visit one to the business counts. */
  visit_kind: code,
  source_citation: line,
  verified: z.boolean(),
});

/** Codes that point nowhere, with their place below `business`. */
export function businessFaults({
  business,
  milestones,
  visit_kinds,
}: Pick<ProgrammeModel, 'business' | 'milestones' | 'visit_kinds'>) {
  if (business === undefined) return [];
  const unknown = (
    key: 'begun_milestone' | 'kept_milestone' | 'visit_kind',
    list: readonly { readonly code: string }[],
    what: string,
  ) => {
    const name = business[key];
    const known = name === undefined || list.some((entry) => entry.code === name);
    return known ? [] : [{ path: key, code: what, name }];
  };
  return [
    ...unknown('begun_milestone', milestones, 'unknown_milestone'),
    ...unknown('kept_milestone', milestones, 'unknown_milestone'),
    ...unknown('visit_kind', visit_kinds, 'unknown_visit_kind'),
  ];
}
