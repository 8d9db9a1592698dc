import { z } from 'zod';
import { id } from '#domain/id.ts';
import { labels } from '#domain/text.ts';

/** A code of the programme: lower-case words joined by `_`. */
export const code = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, { error: 'not_a_code' });

/** A name in at least one language. */
export const naming = labels.refine((names) => Object.keys(names).length > 0, {
  error: 'required',
});

/** Who receives people: a polyclinic, a school, an office. Plain rows; the coordinator keeps them. */
export const organisation = z.strictObject({
  id,
  code,
  name: naming,
  /** The need domain that it mostly serves; for sorting only. */
  kind: code,
  place_id: id.nullable(),
});
export type Organisation = z.infer<typeof organisation>;

/** A change says which version it was made from: a newer one is not overwritten. */
export const changedOrganisation = organisation
  .omit({ id: true })
  .extend({ version: z.int().min(1) });
