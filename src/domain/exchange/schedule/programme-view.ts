import { z } from 'zod';
import { day, instant } from '../../time.ts';
import { SESSION_RULES } from '../session-rule.ts';
import { wording } from '../wording.ts';
import { PARTS } from './programme.ts';

const named = z.object({ id: z.string(), name: wording });

/** The released programme as a participant sees it in the workspace: with where one meets. */
export const programmeView = z.object({
  edition: z.object({ id: z.string(), slug: z.string(), title: wording }),
  /** Null before the first release. */
  version: z.int().nullable(),
  programme: z
    .object({
      ...{ startsOn: day, endsOn: day, zone: z.string() },
      ...{ rooms: z.array(named), tracks: z.array(named) },
      sessions: z.array(
        z.object({
          ...{ id: z.string(), title: wording, kind: z.string(), rule: z.enum(SESSION_RULES) },
          ...{ roomId: z.string().nullable(), trackId: z.string().nullable() },
          ...{ startsAt: instant, minutes: z.int(), languages: z.array(z.string()) },
          people: z.array(z.object({ name: z.string(), part: z.enum(PARTS) })),
        }),
      ),
    })
    .nullable(),
  /** Sessions in which the participant appears. */
  mine: z.array(z.string()),
  /** True where the participant has a seat: whose opening of a room is noted. */
  registered: z.boolean(),
  /** Sessions at which the participant is noted as there. */
  attended: z.array(z.string()),
  /** Where one meets, by session and language; only what this participant may know. */
  addresses: z.record(z.string(), z.record(z.string(), z.string())),
});
export type ProgrammeView = z.infer<typeof programmeView>;
