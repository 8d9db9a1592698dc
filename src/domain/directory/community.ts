import { z } from 'zod';
import { id } from '../id.ts';
import { line, prose } from '../text.ts';
import { day } from '../time.ts';

/** What a place did together. Who came is counted and never named: it is a fact of the place. */
export const communityActivity = z.strictObject({
  id,
  place_id: id,
  activity: line,
  on: day,
  attended: z.int().min(0).max(100_000),
  open_to_all: z.boolean(),
});
/** How ready a place is to receive people, in a coordinator's words; no score. */
export const communityReadiness = z.strictObject({ id, place_id: id, words: prose, on: day });
export const community = z.object({
  activities: z.array(communityActivity),
  readiness: z.array(communityReadiness),
});
