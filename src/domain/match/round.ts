import { z } from 'zod';
import { fieldProblems } from '../field-problem.ts';
import type { FieldProblem } from '../problem.ts';
import { text } from '../text.ts';

/**
 * What may decide who comes first, published before the round; nothing else is asked or kept. Which stands
 * first and which second is said in the round. Where all are equal, the lot decides.
 */
export const PRIORITIES = ['urgent', 'waited_days'] as const;
export type Priority = (typeof PRIORITIES)[number];

const MOST_PEOPLE = 20_000;
const MOST_COURSES = 2_000;
const MOST_WISHES = 100;
const MOST_SEATS = 100_000;

/** The number of a file, the short name of a course: never the name of a person. */
const code = text(100);
const seats = z.int().min(0).max(MOST_SEATS);
/** How this course or provider ranks people, where it is not by the round's own priorities. */
const ranking = {
  priorities: z.array(z.enum(PRIORITIES)).max(PRIORITIES.length).optional(),
  /** An order of its own, the first first; who is missing cannot be taken. */
  order: z.array(code).max(MOST_PEOPLE).optional(),
};

/** One round of allocation as it is recorded: with the same input and seed it comes out the same. */
export const round = z.strictObject({
  /** Drawn before the round and recorded with it; the lots come from it. */
  seed: code,
  priorities: z.array(z.enum(PRIORITIES)).max(PRIORITIES.length),
  courses: z
    .array(
      z.strictObject({
        ...{ id: code, seats, open: z.boolean().optional(), provider: code.optional() },
        ...ranking,
      }),
    )
    .max(MOST_COURSES),
  /** Only those whose places are fewer than the seats of their courses together. */
  providers: z
    .array(z.strictObject({ id: code, seats, ...ranking }))
    .max(MOST_COURSES)
    .optional(),
  people: z
    .array(
      z.strictObject({
        id: code,
        /** Courses, the dearest first. */
        wishes: z.array(code).max(MOST_WISHES),
        urgent: z.boolean().optional(),
        waited_days: z.int().min(0).max(36_500).optional(),
      }),
    )
    .max(MOST_PEOPLE),
});
export type Round = z.infer<typeof round>;

/** A round that can be run, or every place where the input is wrong. */
export type ReadRound = { readonly round: Round } | { readonly problems: readonly FieldProblem[] };

/** Reads a round; each problem names its place, `people.3.wishes.1`, under `root`. */
export function readRound(input: unknown, root: string): ReadRound {
  const parsed = round.safeParse(input);
  if (!parsed.success) return { problems: fieldProblems(parsed.error.issues, root, input) };
  const problems = contradictions(parsed.data).map((problem) => ({
    ...problem,
    path: `${root}.${problem.path}`,
  }));
  return problems.length > 0 ? { problems } : { round: parsed.data };
}

function contradictions(given: Round): FieldProblem[] {
  const { courses, providers = [], people } = given;
  const open = new Map(courses.map((course) => [course.id, course.open !== false]));
  const known = new Set(providers.map(({ id }) => id));
  const named = new Set(people.map(({ id }) => id));
  return [
    ...twice(given.priorities, 'priorities', 'priority_twice'),
    ...twice(ids(courses), 'courses', 'course_twice', '.id'),
    ...twice(ids(providers), 'providers', 'provider_twice', '.id'),
    ...twice(ids(people), 'people', 'person_twice', '.id'),
    ...courses.flatMap(({ provider, priorities, order }, at) => {
      const path = `courses.${at}`;
      if (provider === undefined) return [];
      if (!known.has(provider)) return [wrong(`${path}.provider`, 'provider_unknown', provider)];
      // Stable under a shared limit only where one order holds for all courses of the provider.
      return priorities || order ? [wrong(path, 'order_is_of_provider', provider)] : [];
    }),
    ...[...rankings(courses, 'courses'), ...rankings(providers, 'providers')].flatMap(
      ({ path, order = [], priorities = [] }) => [
        ...twice(priorities, `${path}.priorities`, 'priority_twice'),
        ...twice(order, `${path}.order`, 'person_twice'),
        ...order.flatMap((person, place) =>
          named.has(person) ? [] : [wrong(`${path}.order.${place}`, 'person_unknown', person)],
        ),
      ],
    ),
    ...people.flatMap(({ wishes }, at) => [
      ...twice(wishes, `people.${at}.wishes`, 'wish_twice'),
      ...wishes.flatMap((wish, place) => {
        const path = `people.${at}.wishes.${place}`;
        if (!open.has(wish)) return [wrong(path, 'course_unknown', wish)];
        return open.get(wish) === false ? [wrong(path, 'course_closed', wish)] : [];
      }),
    ]),
  ];
}

function rankings(
  all: readonly Pick<Round['courses'][number], 'order' | 'priorities'>[],
  of: string,
) {
  return all.map(({ order, priorities }, at) => ({ path: `${of}.${at}`, order, priorities }));
}

function ids(all: readonly { readonly id: string }[]): string[] {
  return all.map(({ id }) => id);
}

function twice(all: readonly string[], path: string, code: string, tail = ''): FieldProblem[] {
  const seen = new Set<string>();
  return all.flatMap((one, at) => {
    if (seen.has(one)) return [wrong(`${path}.${at}${tail}`, code, one)];
    seen.add(one);
    return [];
  });
}

function wrong(path: string, code: string, said: string): FieldProblem {
  return { path, code, details: { said } };
}
