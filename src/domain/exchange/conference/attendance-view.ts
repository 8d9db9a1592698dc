import { z } from 'zod';
import { instant } from '../../time.ts';
import { STATUSES } from '../recommendation/follow-up.ts';
import { reportTable } from './attendance-report.ts';
import { told } from './proposal-view.ts';

/** Who is registered and which sessions each came to; for organisers and moderators. */
export const attendanceList = z.object({
  sessions: z.array(z.object({ id: z.uuid(), title: told, starts_at: instant.nullable() })),
  people: z.array(
    z.object({ participant_id: z.uuid(), name: z.string(), came: z.array(z.uuid()) }),
  ),
});

/** How certificates of an edition are made, and how many have been. */
export const certificateRule = z.object({
  /** They come without a click from the day after the last day. */
  by_themselves: z.boolean(),
  ends_on: z.string(),
  made: z.int(),
});

export const certificateList = z.object({
  next: z.string().nullable(),
  rows: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      part: z.string(),
      code: z.string(),
      minutes: z.int(),
      sessions: z.int(),
      revoked: z.boolean(),
    }),
  ),
});

/** A certificate as it is printed. */
export const shownCertificate = z.object({
  name: z.string(),
  edition: told,
  starts_on: z.string(),
  ends_on: z.string(),
  part: z.string(),
  minutes: z.int(),
  sessions: z.int(),
  code: z.string(),
  issued_at: instant,
  revoked: z.boolean(),
  hosts: z.array(told),
});

/** What the co-host is told: counts alone, small ones hidden. */
export const conferenceReport = z.object({
  edition: told,
  starts_on: z.string(),
  ends_on: z.string(),
  registered: z.int(),
  came: z.object({
    countries: reportTable,
    institutions: reportTable,
    sexes: reportTable,
    languages: z.array(z.object({ code: z.string(), people: z.int().nullable() })),
  }),
  /** Names of the institutions of the table, by their code. */
  institutions: z.record(z.string(), told),
  sessions: z.array(
    z.object({
      ...{ title: told, people: z.int().nullable() },
      /** Of the answers without a name; null where they are fewer than five or still come in. */
      feedback: z.object({ count: z.int(), mean: z.number() }).nullable(),
    }),
  ),
  /** Recommendations are no people: none of their numbers is hidden. */
  follow_up: z.object({
    counts: z.record(z.enum(STATUSES), z.int()),
    silent: z.int(),
    lines: z.array(
      z.object({
        ...{ number: z.int(), text: told, status: z.enum(STATUSES), owner: told.nullable() },
        ...{ due_on: z.string().nullable(), reported_on: z.string().nullable(), late: z.boolean() },
      }),
    ),
  }),
  proposals: z.partialRecord(z.string(), z.int()),
});
export type ConferenceReport = z.infer<typeof conferenceReport>;
