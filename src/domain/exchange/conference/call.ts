import { z } from 'zod';
import type { Instant } from '../../time.ts';
import { localTimeAt } from '../../zone.ts';
import { languageTag } from '../wording.ts';
import { CRITERIA } from './criteria.ts';
import { instantAt, type LocalTime, localTime, timeZone } from './zoned-time.ts';

/** What somebody may offer to a conference. */
export const PROPOSAL_KINDS = ['talk', 'panel', 'workshop', 'case_of_practice', 'poster'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/**
 * A call for contributions. Its two ends are said on the wall clock of a named town, as hosts say them;
 * the organisers of another zone read the same instant in their own.
 */
export const callSettings = z
  .strictObject({
    opens: localTime,
    closes: localTime,
    time_zone: timeZone,
    /** In which languages one may write. */
    languages: z.array(languageTag).min(1).max(12),
    kinds: z.array(z.enum(PROPOSAL_KINDS)).min(1),
    criteria: z.array(z.enum(CRITERIA)).min(1),
    /** Reviewers see no authors until all reviews are in and the discussion begins. */
    anonymous: z.boolean(),
    /** How many reviews each proposal should get. */
    reviews: z.int().min(1).max(5),
    reviews_due: localTime.nullable(),
  })
  .superRefine((one, context) => {
    if (one.closes <= one.opens)
      context.addIssue({ code: 'custom', path: ['closes'], message: 'ends_before_start' });
    if (one.reviews_due !== null && one.reviews_due < one.closes)
      context.addIssue({ code: 'custom', path: ['reviews_due'], message: 'before_deadline' });
  });
export type CallSettings = z.infer<typeof callSettings>;

/** What the two ends of a call need to be known of. */
export type CallTimes = Pick<CallSettings, 'opens' | 'closes' | 'time_zone'>;

/** The end of a call as its host and its reader see it: the same instant on two clocks, both named. */
export interface Deadline {
  readonly at: Instant;
  readonly there: LocalTime;
  readonly there_zone: string;
  readonly here: LocalTime;
  readonly here_zone: string;
}

/** When the call ends, for a reader in a zone. More time given to one person counts where it is later. */
export function deadlineOf(call: CallTimes, readerZone: string, grace?: Instant | null): Deadline {
  const closes = instantAt(call.closes, call.time_zone);
  const at = grace !== undefined && grace !== null && grace > closes ? grace : closes;
  return {
    at,
    there: localTimeAt(at, call.time_zone),
    there_zone: call.time_zone,
    here: localTimeAt(at, readerZone),
    here_zone: readerZone,
  };
}

/** Whether somebody may hand in just now. The minute that was named still counts to its end. */
export function callStanding(
  call: CallTimes,
  now: Instant,
  grace?: Instant | null,
): 'ahead' | 'open' | 'closed' {
  if (now < instantAt(call.opens, call.time_zone)) return 'ahead';
  const { at } = deadlineOf(call, call.time_zone, grace);
  return Date.parse(now) < Date.parse(at) + MINUTE_MS ? 'open' : 'closed';
}

const MINUTE_MS = 60_000;
