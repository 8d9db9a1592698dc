import { lotOf } from './lot.ts';
import type { Priority, Round } from './round.ts';

/** What put one person before another: a published priority, the lot, or an order that a course gave itself. */
export type Decider = Priority | 'lot' | 'order';

/** Somebody who asks for a seat, with the own lot. */
export interface Entrant {
  readonly id: string;
  readonly urgent: boolean;
  readonly waited_days: number;
  readonly lot: number;
}

/** How one course or provider ranks people. */
export interface Standing {
  /** For each person who may be taken the place in the order, the first 0. */
  readonly places: ReadonlyMap<number, number>;
  /** What put the first of two before the second. */
  decider(before: number, after: number): Decider;
}

/** Everybody of a round with what the priorities look at. */
export function entrantsOf(round: Round): readonly Entrant[] {
  return round.people.map(({ id, urgent = false, waited_days = 0 }) => ({
    ...{ id, urgent, waited_days, lot: lotOf(round.seed, id) },
  }));
}

/** The order by published priorities; equal people stand by their lots. */
export function standingBy(
  entrants: readonly Entrant[],
  priorities: readonly Priority[],
): Standing {
  const sorted = entrants
    .map((entrant, person) => ({ entrant, person }))
    .sort((a, b) => {
      for (const priority of priorities) {
        const apart = weight(b.entrant, priority) - weight(a.entrant, priority);
        if (apart !== 0) return apart;
      }
      // Two lots of 53 bits that are the same: the numbers themselves, so that there is one order only.
      return a.entrant.lot - b.entrant.lot || (a.entrant.id < b.entrant.id ? -1 : 1);
    });
  return {
    places: new Map(sorted.map(({ person }, place) => [person, place])),
    decider(before, after) {
      const [first, second] = [entrants[before], entrants[after]];
      if (!first || !second) return 'lot';
      return (
        priorities.find((priority) => weight(first, priority) !== weight(second, priority)) ?? 'lot'
      );
    },
  };
}

/** The order that a course or provider gave itself. */
export function standingAs(entrants: readonly Entrant[], order: readonly string[]): Standing {
  const persons = new Map(entrants.map(({ id }, person) => [id, person]));
  const listed = order.flatMap((id) => persons.get(id) ?? []);
  return {
    places: new Map(listed.map((person, place) => [person, place])),
    decider: () => 'order',
  };
}

function weight(entrant: Entrant, priority: Priority): number {
  return priority === 'urgent' ? Number(entrant.urgent) : entrant.waited_days;
}
