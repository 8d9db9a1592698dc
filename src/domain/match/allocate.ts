import { inOrder, type Seated, seated } from './market.ts';
import type { Round } from './round.ts';
import type { Decider } from './standing.ts';

/** Recorded with every result: a later version that would give another result gets another name. */
export const METHOD = 'deferred-acceptance-1';

/**
 * Why a wish came true or did not. `full`: all seats went to people who stand before; `provider_full`: the
 * course had a seat, but its provider had no place left; `not_in_order`: the course takes only whom its own
 * order names; `not_needed`: a dearer wish came true.
 */
export type WishAnswer =
  | { readonly answer: 'seat' | 'not_needed' | 'not_in_order' | 'no_seats' }
  | {
      readonly answer: 'full' | 'provider_full';
      readonly seats: number;
      /** What put the last who got a seat before this person; never who that was. */
      readonly decided_by: Decider;
    };

/** What one person is told: the course or none, and an answer to each wish in the order of the wishes. */
export interface PersonResult {
  readonly id: string;
  readonly course: string | null;
  /** 1 for the dearest wish. */
  readonly wish: number | null;
  readonly lot: number;
  readonly wishes: readonly (WishAnswer & { readonly course: string })[];
}

export interface CourseResult {
  readonly id: string;
  readonly seats: number;
  /** Who sits here, in the order of the course. */
  readonly seated: readonly string[];
  /** Who would rather be here than where they are, the next first. */
  readonly waiting: readonly string[];
}

export interface RoundResult {
  readonly method: typeof METHOD;
  readonly seed: string;
  readonly priorities: Round['priorities'];
  readonly people: readonly PersonResult[];
  readonly courses: readonly CourseResult[];
}

/**
 * Seats the people of a round and says why: stable, best for each person, the same again for the same input
 * and seed. Proposes only: somebody looks at it and confirms.
 */
export function allocate(round: Round): RoundResult {
  const ran = seated(round);
  const answers = round.people.map((_, person) => answersOf(ran, person));
  const waiting: number[][] = round.courses.map(() => []);
  for (const [person, given] of answers.entries()) {
    for (const [at, { answer }] of given.entries()) {
      const course = ran.market.wishes[person]?.[at] ?? -1;
      if (answer !== 'seat' && answer !== 'not_needed' && answer !== 'not_in_order')
        waiting[course]?.push(person);
    }
  }
  const names = (people: readonly number[]) =>
    people.flatMap((person) => round.people[person]?.id ?? []);
  return {
    ...{ method: METHOD, seed: round.seed, priorities: round.priorities },
    people: round.people.map(({ id, wishes }, person) => {
      const taken = ran.seating[person] ?? null;
      const course = taken === null ? null : (round.courses[taken]?.id ?? null);
      return {
        ...{ id, course, wish: course === null ? null : wishes.indexOf(course) + 1 },
        lot: ran.entrants[person]?.lot ?? 0,
        wishes: wishes.flatMap((wish, at) => {
          const answer = answers[person]?.[at];
          return answer ? [{ course: wish, ...answer }] : [];
        }),
      };
    }),
    courses: round.courses.map(({ id, seats }, course) => ({
      ...{ id, seats, seated: names(ran.inCourse[course] ?? []) },
      waiting: names(inOrder(waiting[course] ?? [], standingOf(ran, course))),
    })),
  };
}

function answersOf(ran: Seated, person: number): WishAnswer[] {
  const wishes = ran.market.wishes[person] ?? [];
  const taken = ran.seating[person] ?? null;
  const got = taken === null ? wishes.length : wishes.indexOf(taken);
  return wishes.map((course, at) => {
    if (at === got) return { answer: 'seat' };
    return at > got ? { answer: 'not_needed' } : refusal(ran, person, course);
  });
}

function refusal(ran: Seated, person: number, course: number): WishAnswer {
  const { seats, provider } = ran.market.courses[course] ?? { seats: 0, provider: -1 };
  const most = ran.market.providers[provider]?.seats ?? 0;
  const standing = standingOf(ran, course);
  if (!standing?.places.has(person)) return { answer: 'not_in_order' };
  if (seats === 0 || most === 0) return { answer: 'no_seats' };
  const here = ran.inCourse[course] ?? [];
  const isFull = here.length >= seats;
  const last = (isFull ? here : (ran.withProvider[provider] ?? [])).at(-1) ?? person;
  const decided_by = standing.decider(last, person);
  return isFull
    ? { answer: 'full', seats, decided_by }
    : { answer: 'provider_full', seats: most, decided_by };
}

function standingOf(ran: Seated, course: number) {
  return ran.standings[ran.market.courses[course]?.provider ?? -1];
}
