import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report } from '#test/data/names/read.ts';
import { allocate } from './allocate.ts';
import { lotOf } from './lot.ts';
import { seated } from './market.ts';
import { readPublished } from './published.ts';
import { type Round, readRound } from './round.ts';
import { blockingPair, type Market, type Seating, seatPeople } from './stable.ts';

const CASES = new URL('../../../../shared/data/work/stable-matching-cases.json', import.meta.url);
const absent = !existsSync(CASES);
if (absent) report('stable matching: published cases skipped, ../shared/data is not here');

const person = (id: string, wishes: string[], more: Partial<Round['people'][number]> = {}) => ({
  ...{ id, wishes },
  ...more,
});
const ROUND: Round = {
  seed: '2026-11-28/1',
  priorities: ['urgent', 'waited_days'],
  courses: [
    { id: 'sewing', seats: 1 },
    { id: 'baking', seats: 2, provider: 'college' },
    { id: 'welding', seats: 1, provider: 'college' },
    { id: 'cooking', seats: 0 },
  ],
  providers: [{ id: 'college', seats: 2 }],
  people: [
    person('1', ['cooking', 'sewing', 'baking'], { waited_days: 10 }),
    person('2', ['sewing'], { waited_days: 90 }),
    person('3', ['welding', 'baking'], { urgent: true }),
    person('4', ['sewing', 'baking', 'welding'], { waited_days: 40 }),
  ],
};

describe('a round of allocation', () => {
  // Seen to fail with the last to ask let go instead of the lowest in the order.
  it.skipIf(absent)(
    'gives the stable seating that is best for people, in all published cases',
    () => {
      const cases = JSON.parse(readFileSync(CASES, 'utf8'));
      expect(cases.length).toBeGreaterThan(200);
      for (const one of cases) {
        const read = readPublished(one, 'file');
        if ('problems' in read) throw new Error(JSON.stringify(read.problems));
        expect(read.matching(allocate(read.round))).toEqual(one.optimal_for_first_side);
      }
    },
  );

  it('tells each person why this and why not that, and nobody who came before', () => {
    const { people, courses } = allocate(ROUND);
    expect(people.map(({ id, course, wish, wishes }) => ({ id, course, wish, wishes }))).toEqual([
      {
        ...{ id: '1', course: null, wish: null },
        wishes: [
          { course: 'cooking', answer: 'no_seats' },
          { course: 'sewing', answer: 'full', seats: 1, decided_by: 'waited_days' },
          { course: 'baking', answer: 'provider_full', seats: 2, decided_by: 'waited_days' },
        ],
      },
      { id: '2', course: 'sewing', wish: 1, wishes: [{ course: 'sewing', answer: 'seat' }] },
      {
        ...{ id: '3', course: 'welding', wish: 1 },
        wishes: [
          { course: 'welding', answer: 'seat' },
          { course: 'baking', answer: 'not_needed' },
        ],
      },
      {
        ...{ id: '4', course: 'baking', wish: 2 },
        wishes: [
          { course: 'sewing', answer: 'full', seats: 1, decided_by: 'waited_days' },
          { course: 'baking', answer: 'seat' },
          { course: 'welding', answer: 'not_needed' },
        ],
      },
    ]);
    expect(courses.map(({ id, waiting }) => [id, waiting])).toEqual([
      ['sewing', ['4', '1']],
      ['baking', ['1']],
      ['welding', []],
      ['cooking', ['1']],
    ]);
  });

  it('comes out the same again, whoever stands first in the list; another seed draws other lots', () => {
    const many: Round = {
      ...ROUND,
      people: Array.from({ length: 40 }, (_, at) => person(`HW-${at}`, ['baking', 'sewing'])),
    };
    const once = allocate(many);
    expect(allocate(structuredClone(many))).toEqual(once);
    const turned = allocate({ ...many, people: many.people.toReversed() });
    expect(turned.courses).toEqual(once.courses);
    const waits = (seed: string) => allocate({ ...many, seed }).courses.map(({ seated }) => seated);
    expect(waits('another')).not.toEqual(waits('2026-11-28/1'));
    expect(once.people.filter(({ course }) => course !== null)).toHaveLength(3);
  });

  it('draws fairly: over many seeds each of five comes first about as often', () => {
    const first = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 5_000; seed += 1) {
      const lots = first.map((_, at) => lotOf(`round ${seed}`, `HW-000${at}`));
      const at = lots.indexOf(Math.min(...lots));
      first[at] = (first[at] ?? 0) + 1;
    }
    // Five standard deviations around 1,000; the seeds are always these, so the counts are too.
    for (const times of first) expect(Math.abs(times - 1_000)).toBeLessThan(150);
  });
});

describe('any market', () => {
  const market = fc
    .record({
      providers: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
      courses: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.nat(2)), {
        ...{ minLength: 1, maxLength: 4 },
      }),
      people: fc.integer({ min: 1, max: 5 }),
    })
    .chain(({ providers, courses, people }) => {
      const everybody = Array.from({ length: people }, (_, at) => at);
      const some = (all: readonly number[]) => fc.shuffledSubarray([...all]);
      return fc.record({
        wishes: fc.tuple(...everybody.map(() => some(courses.map((_, at) => at)))),
        orders: fc.tuple(...providers.map(() => some(everybody))),
        ...{ providers: fc.constant(providers), courses: fc.constant(courses) },
      });
    })
    .map(
      ({ wishes, orders, providers, courses }): Market => ({
        wishes,
        courses: courses.map(([seats, of]) => ({ seats, provider: of % providers.length })),
        providers: providers.map((seats, at) => ({
          seats,
          standing: new Map((orders[at] ?? []).map((one, place) => [one, place])),
        })),
      }),
    );

  // Seen to fail with a provider's limit left out of the seating.
  it('is seated without a pair that would rather have each other, the best for each person', () => {
    fc.assert(
      fc.property(market, (given) => {
        const ours = seatPeople(given);
        const stable = seatings(given).filter((one) => blockingPair(given, one) === null);
        expect(stable).toContainEqual(ours);
        for (const [at, wishes] of given.wishes.entries()) {
          const liking = (seating: Seating) => {
            const taken = seating[at] ?? null;
            return taken === null ? wishes.length : wishes.indexOf(taken);
          };
          expect(liking(ours)).toBe(Math.min(...stable.map(liking)));
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** Every way to seat people that breaks no limit, by trying all. */
function seatings(market: Market): Seating[] {
  const all: Seating[] = [];
  const fits = (seating: Seating) =>
    market.courses.every(({ seats }, course) => count(seating, (one) => one === course) <= seats) &&
    market.providers.every(
      ({ seats }, at) => count(seating, (one) => market.courses[one]?.provider === at) <= seats,
    );
  const extend = (begun: Seating) => {
    const wishes = market.wishes[begun.length];
    if (wishes === undefined) return fits(begun) ? all.push(begun) : 0;
    extend([...begun, null]);
    for (const course of wishes) {
      const provider = market.courses[course]?.provider ?? -1;
      if (market.providers[provider]?.standing.has(begun.length)) extend([...begun, course]);
    }
    return 0;
  };
  extend([]);
  return all;
}

function count(seating: Seating, is: (course: number) => boolean): number {
  return seating.filter((course) => course !== null && is(course)).length;
}

describe('what cannot be a round', () => {
  const codes = (input: unknown) => {
    const read = readRound(input, 'file');
    return 'problems' in read ? read.problems.map(({ path, code }) => `${path} ${code}`) : [];
  };

  it('is refused with the place of each mistake', () => {
    const { courses, people } = ROUND;
    const closed = { id: 'plumbing', seats: 3, open: false };
    const [first, second] = people;
    expect(
      codes({
        ...ROUND,
        courses: [
          ...courses,
          closed,
          { id: 'sewing', seats: 1 },
          { id: 'x', seats: 1, provider: 'y' },
        ],
        people: [
          first,
          { ...second, id: '1' },
          { id: '5', wishes: ['plumbing', 'sewing', 'sewing', 'dancing'] },
        ],
      }),
    ).toEqual([
      'file.courses.5.id course_twice',
      'file.people.1.id person_twice',
      'file.courses.6.provider provider_unknown',
      'file.people.2.wishes.2 wish_twice',
      'file.people.2.wishes.0 course_closed',
      'file.people.2.wishes.3 course_unknown',
    ]);
    expect(codes({ ...ROUND, courses: [{ id: 'sewing', seats: -1 }] })).toEqual([
      'file.courses.0.seats too_small',
    ]);
    // No data beyond the published priorities.
    expect(codes({ ...ROUND, people: [{ ...first, motivation: 5 }] })).toEqual([
      'file.people.0.motivation unknown_field',
    ]);
    const own = { id: 'sewing', seats: 1, provider: 'college', order: ['1', '1', '9'] };
    expect(codes({ ...ROUND, courses: [own], people: [{ id: '1', wishes: [] }] })).toEqual([
      'file.courses.0 order_is_of_provider',
      'file.courses.0.order.1 person_twice',
      'file.courses.0.order.2 person_unknown',
    ]);
    expect(codes(null)).toEqual(['file required']);
    expect(seated({ ...ROUND, people: [] }).seating).toEqual([]);
  });
});
