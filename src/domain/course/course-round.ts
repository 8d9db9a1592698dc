import { z } from 'zod';
import { id } from '../id.ts';
import { PRIORITIES, type Round } from '../match/round.ts';
import { labels, line, prose } from '../text.ts';
import { type Day, day, instant } from '../time.ts';

export const ROUND_STATES = ['open', 'run', 'confirmed', 'set_aside'] as const;
export const SEAT_STATES = [
  ...(['offered', 'waiting', 'taken', 'declined', 'given_up', 'not_needed'] as const),
] as const;

/** What is published before a round: its courses, what comes first, and until when people may wish. */
export const newRound = z.strictObject({
  id,
  title: line,
  courses: z
    .array(id)
    .min(1)
    .max(200)
    .refine((all) => new Set(all).size === all.length, { error: 'twice' }),
  /** In their order; where all are equal the lot decides. */
  priorities: z
    .array(z.enum(PRIORITIES))
    .min(1)
    .max(PRIORITIES.length)
    .refine((all) => new Set(all).size === all.length, { error: 'twice' }),
  wishes_until: day,
});
export type NewRound = z.infer<typeof newRound>;

/** A round that is not confirmed says why, in words: it stays in the list. */
export const setAside = z.strictObject({ version: z.int().min(1), words: prose });

/** A round as it stands in the list. */
export const roundRow = z.object({
  ...{ id, title: line, courses: z.array(id), priorities: z.array(z.enum(PRIORITIES)) },
  ...{ seed: z.string(), wishes_until: day, state: z.enum(ROUND_STATES) },
  ...{ made_by: id, made_at: instant, ran_by: id.nullable(), ran_at: instant.nullable() },
  ...{ ended_by: id.nullable(), ended_at: instant.nullable(), words: z.string().nullable() },
  version: z.int(),
  /** How many people wish for one of its courses; after it was run, how many took part. */
  people: z.int(),
});
export type RoundRow = z.infer<typeof roundRow>;

const place = z.object({
  number: z.string(),
  standing: z.int(),
  state: z.enum(SEAT_STATES),
});
/** One course of a round: who sits there and who waits, by the numbers of their files. */
export const roundCourse = z.object({
  ...{ id, code: z.string(), name: labels, seats: z.int(), people: z.array(place) },
  /** How many wished for it at all, and as their dearest wish. */
  ...{ wished: z.int(), wished_first: z.int() },
  /** A seat is free and somebody waits: it can go on. */
  may_offer: z.boolean(),
});
export const roundDetail = roundRow.extend({
  hashes: z.object({ input: z.string(), result: z.string() }).nullable(),
  result: z.array(roundCourse),
  statistics: z
    .object({ people: z.int(), seated: z.int(), first_wish: z.int(), without: z.int() })
    .nullable(),
  abilities: z.object({ run: z.boolean(), confirm: z.boolean(), set_aside: z.boolean() }),
});
export type RoundDetail = z.infer<typeof roundDetail>;

/** What comes from the files into a round: nothing but this may be asked of them. */
export interface Waiting {
  readonly number: string;
  readonly courses: readonly string[];
  readonly urgent: boolean;
  readonly since: Day;
}

/**
 * The input of a round from what was published and who waits. Courses stand under their codes, people under the
 * numbers of their files; how long somebody has waited is counted to the last day for wishes, so that it does
 * not matter when it is run.
 */
export function roundInput(
  published: Pick<RoundRow, 'seed' | 'priorities' | 'wishes_until'>,
  courses: readonly { readonly id: string; readonly code: string; readonly seats: number }[],
  waiting: readonly Waiting[],
): Round {
  const codes = new Map(courses.map(({ id: course, code }) => [course, code]));
  const byCode =
    <T extends { code?: string; id?: string }>(key: (one: T) => string) =>
    (a: T, b: T) =>
      key(a) < key(b) ? -1 : 1;
  return {
    seed: published.seed,
    priorities: [...published.priorities],
    courses: courses
      .map(({ code, seats }) => ({ id: code, seats }))
      .toSorted(byCode((one) => one.id)),
    people: waiting
      .map(({ number, courses: wished, urgent, since }) => ({
        id: number,
        wishes: wished.flatMap((course) => codes.get(course) ?? []),
        urgent,
        waited_days: daysBetween(since, published.wishes_until),
      }))
      .filter(({ wishes }) => wishes.length > 0)
      .toSorted(byCode((one) => one.id)),
  };
}

function daysBetween(from: Day, until: Day): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000));
}

const decided_by = z.enum(['urgent', 'waited_days', 'lot', 'order']);
/** The answer to one wish as the person is told it. */
export const courseAnswer = z.object({
  course_id: id,
  answer: z.enum(['seat', 'full', 'provider_full', 'no_seats', 'not_in_order', 'not_needed']),
  seats: z.int().optional(),
  decided_by: decided_by.optional(),
});
export type CourseAnswer = z.infer<typeof courseAnswer>;

/** What one person is told of a round, with the courses that are named in it. */
export const answeredRound = z.object({
  ...{ round_id: id, title: line, confirmed_at: instant, priorities: z.array(z.enum(PRIORITIES)) },
  ...{ seed: z.string(), answers: z.array(courseAnswer) },
  /** How it stands now: a declined seat has gone on, or one has come free. */
  seats: z.array(z.object({ course_id: id, state: z.enum(SEAT_STATES) })),
});
export type AnsweredRound = z.infer<typeof answeredRound>;
export const courseAnswers = z.object({
  rounds: z.array(answeredRound),
  courses: z.record(id, labels),
});
