import { z } from 'zod';
import { day } from '../time.ts';

/** What a mentor sees of somebody: a name as wished, what they do together, when and where. */
export const meeting = z.strictObject({
  id: z.uuid(),
  called: z.string(),
  what: z.string(),
  on: day,
  at: z.string(),
  meeting_place: z.string(),
});
export const meetings = z.strictObject({ meetings: z.array(meeting) });
