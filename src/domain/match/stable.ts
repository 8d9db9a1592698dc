/**
 * Who wishes for what, and how many seats there are; everything by its number in its list. A course of a
 * provider whose seats are fewer than those of its courses together counts against both.
 */
export interface Market {
  /** For each person the courses wished for, the dearest first. */
  readonly wishes: readonly (readonly number[])[];
  readonly courses: readonly { readonly seats: number; readonly provider: number }[];
  readonly providers: readonly {
    readonly seats: number;
    /** For each person who may be taken here the place in the order, the first 0; the others are missing. */
    readonly standing: ReadonlyMap<number, number>;
  }[];
}

/** Who sits in what: for each person a course or null. */
export type Seating = readonly (number | null)[];

/**
 * Deferred acceptance with the people asking: the stable seating that is best for every person at once (Gale
 * and Shapley; for courses under a provider the student-optimal algorithm of Abraham, Irving and Manlove).
 * Each person asks down the own list; a course that has more than its seats lets go of the one lowest in the
 * order, a provider likewise. No order of asking changes the outcome, and no wish is worth hiding.
 */
export function seatPeople(market: Market): Seating {
  const seating: (number | null)[] = market.wishes.map(() => null);
  const asked = market.wishes.map(() => 0);
  const inCourse: number[][] = market.courses.map(() => []);
  const withProvider: number[][] = market.providers.map(() => []);
  const free = market.wishes.map((_, person) => person).reverse();

  for (let person = free.pop(); person !== undefined; person = free.pop()) {
    const course = market.wishes[person]?.[asked[person] ?? 0];
    if (course === undefined) continue;
    asked[person] = (asked[person] ?? 0) + 1;
    const { seats, provider } = at(market.courses, course);
    const { seats: most, standing } = at(market.providers, provider);
    if (!standing.has(person)) {
      free.push(person);
      continue;
    }
    const here = at(inCourse, course);
    const there = at(withProvider, provider);
    seating[person] = course;
    insert(here, person, standing);
    insert(there, person, standing);
    const over = here.length > seats ? here.at(-1) : there.length > most ? there.at(-1) : undefined;
    if (over === undefined) continue;
    remove(at(inCourse, seating[over] ?? course), over);
    remove(there, over);
    seating[over] = null;
    free.push(over);
  }
  return seating;
}

/**
 * A person and a course that would both rather have each other than what they have, or null where there is
 * none: the proof that a seating is stable.
 */
export function blockingPair(
  market: Market,
  seating: Seating,
): { readonly person: number; readonly course: number } | null {
  for (const [person, wishes] of market.wishes.entries()) {
    const own = seating[person] ?? null;
    const rather = own === null ? wishes : wishes.slice(0, wishes.indexOf(own));
    for (const course of rather)
      if (wouldTake(market, seating, person, course)) return { person, course };
  }
  return null;
}

/** True where the course has room for the person, or holds somebody lower in the order. */
function wouldTake(market: Market, seating: Seating, person: number, course: number): boolean {
  const { seats, provider } = at(market.courses, course);
  const { seats: most, standing } = at(market.providers, provider);
  const own = standing.get(person);
  if (own === undefined) return false;
  const lower = (people: readonly number[]) =>
    people.some((other) => (standing.get(other) ?? 0) > own);
  const here = seated(seating, (taken) => taken === course);
  const there = seated(seating, (taken) => market.courses[taken]?.provider === provider);
  const isThere = there.includes(person);
  if (here.length >= seats) return lower(here);
  return isThere || there.length < most || lower(there);
}

function seated(seating: Seating, among: (course: number) => boolean): number[] {
  return seating.flatMap((taken, other) => (taken !== null && among(taken) ? [other] : []));
}

function insert(people: number[], person: number, standing: ReadonlyMap<number, number>): void {
  const own = standing.get(person) ?? 0;
  let low = 0;
  let high = people.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((standing.get(at(people, middle)) ?? 0) < own) low = middle + 1;
    else high = middle;
  }
  people.splice(low, 0, person);
}

function remove(people: number[], person: number): void {
  people.splice(people.indexOf(person), 1);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing stands at ${index}`);
  return item;
}
