import type { Round } from './round.ts';
import { type Market, type Seating, seatPeople } from './stable.ts';
import { type Entrant, entrantsOf, type Standing, standingAs, standingBy } from './standing.ts';

/** A round that was run, as numbers: what the explanations are read from. */
export interface Seated {
  readonly entrants: readonly Entrant[];
  readonly market: Market;
  /** For each provider the order in which it takes people; a course without a provider is its own. */
  readonly standings: readonly Standing[];
  readonly seating: Seating;
  /** For each course who sits there, and for each provider who sits with it, the first in the order first. */
  readonly inCourse: readonly (readonly number[])[];
  readonly withProvider: readonly (readonly number[])[];
}

/** Runs a round. */
export function seated(round: Round): Seated {
  const entrants = entrantsOf(round);
  const { market, standings } = marketOf(round, entrants);
  const seating = seatPeople(market);
  const inCourse: number[][] = market.courses.map(() => []);
  const withProvider: number[][] = market.providers.map(() => []);
  for (const [person, course] of seating.entries()) {
    if (course === null) continue;
    inCourse[course]?.push(person);
    withProvider[market.courses[course]?.provider ?? -1]?.push(person);
  }
  return {
    ...{ entrants, market, standings, seating },
    inCourse: inCourse.map((people, course) =>
      inOrder(people, standings[market.courses[course]?.provider ?? -1]),
    ),
    withProvider: withProvider.map((people, provider) => inOrder(people, standings[provider])),
  };
}

/** People by the order of a course, the first first; who is not in the order at the end. */
export function inOrder(people: readonly number[], standing: Standing | undefined): number[] {
  const place = (person: number) => standing?.places.get(person) ?? Number.MAX_SAFE_INTEGER;
  return people.toSorted((a, b) => place(a) - place(b));
}

function marketOf(round: Round, entrants: readonly Entrant[]) {
  const shared = round.providers ?? [];
  const alone = round.courses.filter(({ provider }) => provider === undefined);
  const providers = [...shared, ...alone];
  const byName = new Map(shared.map(({ id }, at) => [id, at]));
  const byCourse = new Map(alone.map(({ id }, at) => [id, shared.length + at]));
  const courses = new Map(round.courses.map(({ id }, at) => [id, at]));
  // One order for all who go by the same priorities: 20,000 people are sorted once, not for each course.
  const known = new Map<string, Standing>();
  const standings = providers.map(({ order, priorities = round.priorities }) => {
    if (order) return standingAs(entrants, order);
    const key = priorities.join();
    const standing = known.get(key) ?? standingBy(entrants, priorities);
    known.set(key, standing);
    return standing;
  });
  const market: Market = {
    wishes: round.people.map(({ wishes }) => wishes.flatMap((wish) => courses.get(wish) ?? [])),
    courses: round.courses.map(({ id, seats, provider }) => ({
      seats,
      provider: (provider === undefined ? byCourse.get(id) : byName.get(provider)) ?? 0,
    })),
    providers: providers.map(({ seats }, at) => ({
      seats,
      standing: standings[at]?.places ?? new Map(),
    })),
  };
  return { market, standings };
}
