import { z } from 'zod';
import { takesWishes } from '../course/course.ts';
import { type Id, id } from '../id.ts';
import type { FieldProblem } from '../problem.ts';
import type { Day, Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { type Fact, factKind } from './fact.ts';
import type { CaseState } from './state.ts';

/** More wishes than this are no order any more. */
export const MOST_WISHES = 10;
/** The areas of life for which a course is sought: where one of them is urgent, the wish is. */
const SOUGHT_FOR = ['vocational_training', 'employment'];
/** A device whose clock is wrong makes nobody wait longer than this before the server heard of it. */
const HEARD_WITHIN_DAYS = 60;

/** Courses that the person wishes for, the dearest first. The list is said whole each time. */
export const wishCourses = z.strictObject({
  courses: z.array(id).min(1).max(MOST_WISHES),
  /** Said by the person; a course that others want for them is no wish. */
  agreed_by_person: z.literal(true, { error: 'not_agreed_by_person' }),
});
export const withdrawCourseWishes = z.strictObject({});
/** What the person said to a seat that a round gave. Whoever declines gives no reason: there is no field. */
export const answerSeat = z.strictObject({
  round_id: id,
  course_id: id,
  reply: z.enum(['taken', 'declined']),
});
export type SeatReply = z.infer<typeof answerSeat>['reply'];

export interface CourseWishState {
  /** The dearest first. */
  readonly wishes: readonly Id[];
  /** The day since which the person waits for a course; a new order of wishes changes nothing. */
  readonly since: Day | null;
  /** What was said to seats, the last last. */
  readonly replies: readonly (z.infer<typeof answerSeat> & { readonly at: Instant })[];
}

/** What the rule of an answer may know of a seat; known on the server only. */
export interface SeatSummary {
  readonly round_id: Id;
  readonly course_id: Id;
  readonly state: string;
}

/** The row that a round of allocation reads: what is published as a priority, and nothing else. */
export interface CourseWishRow {
  readonly case_id: Id;
  readonly number: string;
  readonly place_id: Id;
  readonly courses: readonly Id[];
  readonly urgent: boolean;
  readonly since: Day;
}

/** Null where nobody waits for a course, and where support has ended. */
export function courseWishRow(
  { course_wish: { wishes, since }, need, opening, stage }: CaseState,
  numberOf: (id: Id) => string,
): CourseWishRow | null {
  const { case_id, place_path } = opening;
  const [place_id] = place_path;
  if (case_id === null || place_id === undefined || stage.phase === 'closed') return null;
  if (since === null || wishes.length === 0) return null;
  const urgent =
    SOUGHT_FOR.some((domain) => need.domains[domain]?.value === 'urgent') ||
    Object.values(need.needs).some(
      (one) => one.urgent && one.resolved_at === null && SOUGHT_FOR.includes(one.domain),
    );
  return { case_id, number: numberOf(case_id), place_id, courses: wishes, urgent, since };
}

/** The day on which it was said: by the device, where the server heard of it soon enough. */
function saidOn({ said_at, recorded_at }: Pick<Fact, 'said_at' | 'recorded_at'>): Day {
  const late = Date.parse(recorded_at) - Date.parse(said_at);
  const held = late >= 0 && late <= HEARD_WITHIN_DAYS * 86_400_000;
  return (held ? said_at : recorded_at).slice(0, 10);
}

function isSame(one: readonly Id[], other: readonly Id[]): boolean {
  return one.length === other.length && one.every((course, at) => course === other[at]);
}

/** Ranked wishes for courses, and what the person said to a seat. */
export const courseWish = {
  slice: 'course_wish',
  initial: { wishes: [], since: null, replies: [] } as CourseWishState,
  facts: {
    courses_wished: factKind({
      version: 1,
      compartment: 'general',
      body: wishCourses,
      apply: (slice: CourseWishState, fact): CourseWishState => ({
        ...slice,
        wishes: fact.body.courses,
        since: slice.since ?? saidOn(fact),
      }),
    }),
    course_wishes_withdrawn: factKind({
      version: 1,
      compartment: 'general',
      body: withdrawCourseWishes,
      apply: (slice: CourseWishState): CourseWishState => ({ ...slice, wishes: [], since: null }),
    }),
    course_seat_answered: factKind({
      version: 1,
      compartment: 'general',
      body: answerSeat,
      apply: (slice: CourseWishState, { body, recorded_at: at }): CourseWishState => {
        const replies = [...slice.replies, { ...body, at }];
        // The wish came true: nobody waits any more. Declined, the others stay as they are.
        if (body.reply === 'taken') return { wishes: [], since: null, replies };
        const wishes = slice.wishes.filter((course) => course !== body.course_id);
        return { wishes, since: wishes.length === 0 ? null : slice.since, replies };
      },
    }),
  },
  commands: {
    wish_courses: commandKind({
      body: wishCourses,
      verb: 'append',
      compartment: 'general',
      decide: ({ course_wish: { wishes } }, { body }, { courses: known, today }) => {
        const { courses } = body;
        if (new Set(courses).size < courses.length) return refuse('course_twice');
        if (isSame(courses, wishes)) return stale('already_recorded');
        // What was wished for before stays wished for, also once it is closed.
        const fields = courses.flatMap((course, at): FieldProblem[] => {
          if (known === undefined || wishes.includes(course)) return [];
          const [path, one] = [`body.courses.${at}`, known[course]];
          if (one === undefined) return [{ path, code: 'course_unknown' }];
          return takesWishes(one, today) ? [] : [{ path, code: 'course_closed' }];
        });
        const [wrong] = fields;
        if (wrong !== undefined) {
          const code = wrong.code === 'course_unknown' ? 'course_unknown' : 'course_closed';
          return { refused: { code, fields } };
        }
        return accept({ kind: 'courses_wished', body });
      },
    }),
    withdraw_course_wishes: commandKind({
      body: withdrawCourseWishes,
      verb: 'append',
      compartment: 'general',
      decide: ({ course_wish: { wishes } }, { body }) =>
        wishes.length === 0
          ? stale('already_recorded')
          : accept({ kind: 'course_wishes_withdrawn', body }),
    }),
    answer_seat: commandKind({
      body: answerSeat,
      verb: 'append',
      compartment: 'general',
      decide: ({ course_wish: { replies } }, { body }, { seats }) => {
        const said = replies.findLast(
          (one) => one.round_id === body.round_id && one.course_id === body.course_id,
        );
        if (said?.reply === body.reply) return stale('already_recorded');
        if (said?.reply === 'declined') return refuse('seat_declined');
        const seat = seats?.find(
          (one) => one.round_id === body.round_id && one.course_id === body.course_id,
        );
        // Who sits where is known on the server alone.
        if (seats !== undefined && seat === undefined) return refuse('seat_unknown');
        if (seat !== undefined && seat.state !== 'offered' && seat.state !== 'taken')
          return refuse('seat_not_offered');
        return accept({ kind: 'course_seat_answered', body });
      },
    }),
  },
} as const satisfies Noun<'course_wish'>;
