import { z } from 'zod';
import { personFinding } from '../../person-check.ts';
import { PUBLICATION_STATES } from './publication.ts';

/** How the desk stands to something, for whoever lets it out; null where nobody was asked. */
export const latestLook = z.object({
  look: z
    .object({
      state: z.enum(PUBLICATION_STATES),
      own: z.boolean(),
      /** What it found, named by field: `abstract_12.ru`. */
      findings: z.array(personFinding),
      /** Why it was sent back or taken down. */
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type LatestLook = z.infer<typeof latestLook>['look'];
